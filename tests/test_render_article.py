"""What an article's page says, and what it keeps back."""

import re
from dataclasses import replace
from functools import partial

import pytest
from render_builder import BY_DESK, article, pages, paragraph, placed, text_of

from telaah.model import Pages, Removed, Sentence, Upstream

DIGEST = {"kind": "digest", "title": "Judul asli"}


@pytest.fixture
def site(tmp_path):
    return partial(pages, tmp_path)


def test_each_summary_sentence_leads_to_the_paragraph_that_holds_it(site):
    one = placed(article())
    page = site(one)["articles/panen.html"]
    assert one.analysis.summary
    for sentence in one.analysis.summary:
        assert f'href="#{sentence.paragraph}"' in page
        held = re.search(rf'<p class="p cited" id="{sentence.paragraph}">.*?</p>', page)
        assert held
        assert sentence.text in text_of(held[0])


def test_from_another_page_a_citation_names_the_outlet_and_the_paragraph(site):
    page = site(placed(article()))["index.html"]
    assert 'href="articles/panen.html#p-' in page
    assert "Harian Lereng, paragraf 1" in text_of(page)


def test_a_digest_says_in_every_label_whose_words_it_holds(site):
    upstream = (Upstream("Antara", "metadata", BY_DESK),)
    pages = site(placed(article(outlet="RMOL", stated=DIGEST, evidence=BY_DESK, upstream=upstream)))
    own, home = text_of(pages["articles/panen.html"]), text_of(pages["index.html"])
    assert "Intisari redaksi" in own
    assert "Disalin mesin dari intisari kami" in own
    assert ">Teks artikel<" not in pages["articles/panen.html"]
    assert "menurut intisari" in own
    assert "intisari RMOL, paragraf 1" in home
    assert '"@type":"Article"' in pages["articles/panen.html"]
    assert '"isBasedOn":{"@type":"NewsArticle"' in pages["articles/panen.html"]
    assert not [text for text in pages.values() if ":~:text=" in text]


def test_somebody_elses_article_is_a_web_page_based_on_it(site):
    page = site(placed(article()))["articles/panen.html"]
    assert '"@type":"WebPage"' in page
    assert '"@type":"Article"' not in page


def test_what_the_source_does_not_say_is_shown_as_missing_and_stays_reachable(site):
    pages = site(placed(article(title=None, outlet=None, published=None, bylines=(), upstream=())))
    own = text_of(pages["articles/panen.html"])
    assert "Tanpa judul" in own
    assert "Outlet tidak disebut pada sumber" in own
    assert "Tanpa tanggal pada sumber" in own
    assert "Asal tidak disebutkan" in own
    assert own.count("tidak disebut pada sumber") >= 4
    for path in ("index.html", "timeline.html", "sources.html", "topics/padi.html"):
        assert "articles/panen.html" in pages[path], path
    assert "Edisi" not in text_of(pages["index.html"])


def test_values_that_the_desk_states_are_marked(site):
    stated_by_page = text_of(site(placed(article()))["articles/panen.html"])
    mixed = replace(article(), outlet=replace(article().outlet, evidence=BY_DESK))
    assert "menurut redaksi" not in stated_by_page
    assert "menurut redaksi" in text_of(site(placed(mixed))["articles/panen.html"])
    assert "menurut keterangan redaksi" in text_of(site(placed(article(evidence=BY_DESK)))["articles/panen.html"])


def test_the_chain_begins_with_a_dot_only_for_a_first_report_or_an_agency(site):
    cue = (Upstream("Surat Kabar Kota", "cue", BY_DESK),)
    agency = (*cue, Upstream("Reuters", "cue", BY_DESK))
    ring = site(placed(article(upstream=cue)))["articles/panen.html"]
    dot = site(placed(article(upstream=agency)))["articles/panen.html"]
    assert 'class="origin"' not in ring
    assert re.search(r'<ol class="chain">\s*<li class="origin"><b>Reuters', dot)
    assert dot.index("<b>Reuters") < dot.index("<b>Surat Kabar Kota")


def test_a_partial_copy_carries_a_warning(site):
    whole = text_of(site(placed(article()))["articles/panen.html"])
    part = text_of(site(placed(article(pages=Pages(2, 3), starts_mid_story=True)))["articles/panen.html"])
    assert "tidak lengkap" not in whole
    assert "halaman 2 dari 3" in part
    assert "bermula di tengah cerita" in part


def test_the_receipt_says_in_words_how_many_pieces_each_rule_removed(site):
    removed = (Removed(1, "Menu", "new-rule"), Removed(2, "Iklan", "promo-phrase"), Removed(9, "Iklan", "promo-phrase"))
    page = site(placed(article(removed=removed)))["articles/panen.html"]
    receipt = page[page.index('<details class="receipt"') :]
    assert "3 potongan" in receipt
    promo, unknown = "Iklan atau ajakan kepada pembaca", "new-rule"
    assert re.search(rf"{promo}</th><td>2</td>.*{unknown}</th><td>1</td>", receipt, re.DOTALL), "in words, or by code"


def test_rights_excerpt_shows_only_the_cited_sentences(site):
    one = placed(article(stated={"rights": "excerpt"}, removed=(Removed(1, "Menu", "menu"),)))
    pages = site(one)
    assert "Harga gabah" not in "".join(pages.values())
    assert "Petani menyebut" not in "".join(pages.values())
    assert one.analysis.summary[0].text in pages["articles/panen.html"]
    assert "Menu" not in text_of(pages["articles/panen.html"]).split("Menu, iklan")[0]
    assert "Harga gabah" in "".join(site(placed(article())).values()), "the check can fail"


def test_rights_link_shows_no_sentence_anywhere(site):
    one = placed(article(stated={"rights": "link"}))
    everything = "".join(site(one).values())
    for part in one.article.paragraphs:
        assert part.text[-30:] not in everything
    assert one.article.paragraphs[0].text[-30:] in "".join(site(placed(article())).values()), "the check can fail"
    assert "tidak boleh kami muat" in everything


def test_the_outlets_rights_hold_where_the_article_states_none(site, tmp_path):
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "outlets.toml").write_text('[harian-lereng]\nname = "Harian Lereng"\nrights = "link"\n')
    assert "Harga gabah" not in site(placed(article()))["articles/panen.html"]
    assert "Harga gabah" in site(placed(article(stated=DIGEST)))["articles/panen.html"], "a digest is our own text"


def test_subheads_are_headings_without_a_number_and_quotes_are_quotes(site):
    parts = (paragraph("Satu kalimat."), paragraph("Antara", "subhead"), paragraph("“Dua,” katanya.", "quote"))
    page = site(placed(article(paragraphs=parts)))["articles/panen.html"]
    assert f'<h3 id="{parts[1].id}">Antara</h3>' in page
    assert re.search(rf'<blockquote class="p cited" id="{parts[2].id}"><p><a class="pn"[^>]*>2</a>“Dua', page)


def test_a_summary_sentence_that_no_paragraph_holds_stops_the_build(site):
    stray = Sentence("Kalimat yang tidak ada.", article().paragraphs[0].id)
    with pytest.raises(ValueError, match="does not say"):
        site(placed(article(), summary=(stray,)))


def test_a_sentence_is_found_on_the_original_page_but_never_one_of_ours(site):
    text = "Satu dua-tiga, empat lima enam tujuh delapan sembilan sepuluh. Sisanya."
    stated = {"url": "https://contoh.test/a?b=1"}
    one = placed(article(texts=(text,), stated=stated))
    page = site(one)["articles/panen.html"]
    fragment = "#:~:text=Satu%20dua%2Dtiga%2C%20empat%20lima,tujuh%20delapan%20sembilan%20sepuluh."
    assert f'href="https://contoh.test/a?b=1{fragment}"' in page
    assert "Kalimat ini di Harian Lereng" in text_of(page)
    digest = placed(article(texts=(text,), stated={**DIGEST, **stated}))
    assert ":~:text=" not in site(digest)["articles/panen.html"]
    assert ":~:text=" not in site(placed(article(texts=(text,))))["articles/panen.html"]


def test_a_cited_paragraph_leads_back_to_the_sentence_that_cites_it(site):
    one = placed(article())
    page = site(one)["articles/panen.html"]
    for n, sentence in enumerate(one.analysis.summary, 1):
        assert f'<li id="k{n}">' in page
        assert re.search(rf'<p class="p cited" id="{sentence.paragraph}">.*?<a class="ret" href="#k{n}"', page)
    assert page.count('class="ret"') == len(one.analysis.summary)
    assert "2 dari 2 kalimat sama persis" in text_of(page)

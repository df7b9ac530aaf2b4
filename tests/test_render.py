import posixpath
import re
import shutil
from dataclasses import replace

import pytest
from render_builder import BY_DESK, TEMPLATES, article, briefing, paragraph, placed, settings, topic

from telaah.model import Pages, Removed, Sentence, Upstream
from telaah.problems import InputError
from telaah.render import TemplateFailed, render
from telaah.render.dates import when

DIGEST = {"kind": "digest", "title": "Judul asli"}


@pytest.fixture
def site(tmp_path):
    def build(*members, topics=None, templates=TEMPLATES, **keys):
        made = render(briefing(*members, topics=topics), settings(tmp_path, templates, **keys))
        return {page.path: page.content.decode() for page in made if not page.path.endswith(".png")}

    return build


def text_of(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html)).replace("&nbsp;", " ")


def test_a_briefing_has_every_page_the_contract_lists(site):
    pages = site(placed(article()), placed(article("kedua"), keywords=("padi",)))
    wanted = [
        "index.html",
        "topics.html",
        "topics/padi.html",
        "articles/panen.html",
        "articles/kedua.html",
        "outlets/harian-lereng.html",
        "keywords.html",
        "keywords/padi.html",
        "timeline.html",
        "sources.html",
        "search.html",
        "method.html",
        "404.html",
        "search-data.js",
        "robots.txt",
        "data/briefing.json",
    ]
    assert set(wanted) <= set(pages)
    assert "keywords/lereng-utara.html" not in pages, "a keyword of one article has no page"


def test_the_same_briefing_gives_the_same_bytes(site):
    members = [placed(article()), placed(article("kedua"))]
    topics = (topic("padi", members),)
    assert site(*members, topics=topics) == site(*reversed(members), topics=topics)


def test_every_link_and_fragment_inside_the_site_leads_somewhere(site):
    pages = site(placed(article(), related=("kedua",)), placed(article("kedua", outlet=None, published=None)))
    ids = {path: set(re.findall(r' id="([^"]+)"', text)) for path, text in pages.items()}
    checked = 0
    for path, text in pages.items():
        if not path.endswith(".html"):
            continue
        for href in re.findall(r'(?:href|action|src)="([^"]*)"', text):
            if href.startswith("http"):
                continue
            target, _, fragment = href.partition("#")
            parts = (path.rpartition("/")[0] + "/" + target).strip("/").split("/") if target else path.split("/")
            while ".." in parts:
                at = parts.index("..")
                del parts[at - 1 : at + 1]
            found = "/".join(parts)
            assert found in pages, (path, href)
            assert not fragment or fragment in ids[found], (path, href)
            checked += 1
    assert checked > 100


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


def test_only_web_addresses_become_links(site):
    good = site(placed(article(stated={"url": "https://contoh.test/a?b=1&c=2"})))["articles/panen.html"]
    assert 'href="https://contoh.test/a?b=1&amp;c=2"' in good
    for url in ("javascript:alert(1)", "data:text/html,x", "//contoh.test", "https://a@b.test/", 'https://b.test/"x'):
        page = site(placed(article(stated={"url": url, "archived": url})))["articles/panen.html"]
        assert not [href for href in re.findall(r'href="([^"]*)"', page) if "test" in href or "alert" in href], url
        assert "Alamat menurut keterangan" in page


def test_markup_in_any_value_stays_text(site):
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u2028"
    one = article(title=evil, outlet=evil, texts=(f"{evil}.",), place=evil, stated={"url": evil, "note": evil})
    upstream = (Upstream(evil, "cue", BY_DESK),)
    pages = site(
        placed(replace(one, upstream=upstream), keywords=(evil,)),
        placed(article("kedua"), keywords=(evil,)),
        about=evil.replace("\u2028", ""),
        name="<b>Nama</b>",
    )
    for path, text in pages.items():
        if path.endswith((".html", ".js")) and not path.startswith("assets/"):
            assert "<script>alert" not in text, path
            assert "<img" not in text, path
            assert "\u2028" not in "".join(re.findall(r"ld\+json\">(.*?)</script>", text)), path
    assert "&lt;script&gt;alert" in pages["articles/panen.html"], "the values did reach the page"


def test_every_page_carries_the_strict_policy_before_anything_is_loaded(site):
    pages = site(placed(article()))
    strict = "default-src 'none'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'"
    strict += "; base-uri 'none'"
    html = {path: text for path, text in pages.items() if path.endswith(".html") and path != "search.html"}
    assert len(html) > 8
    for path, text in html.items():
        start = f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{strict}">'
        assert start in text, path
        assert " style=" not in text, path
        scripts = re.findall(r"<script[^>]*>", text)
        assert all(tag == '<script type="application/ld+json">' for tag in scripts), path


def test_the_page_for_lost_readers_knows_the_sites_path(site):
    assert 'href="/taklimat/index.html"' in site(placed(article()), base_url="https://contoh.test/taklimat")["404.html"]
    assert 'href="index.html"' in site(placed(article()))["404.html"]


def test_the_lead_is_the_largest_topic_then_the_latest_or_the_one_named(site):
    old, new = placed(article("lama", published="2020")), placed(article("baru", published="2022"))
    topics = (topic("a", (old,), "Topik lama"), topic("b", (new,), "Topik baru"))
    head = r'<h1 id="h-lead">.*?</h1>'
    members = (replace(old, topics=("a",)), replace(new, topics=("b",)))
    assert "Topik baru" in re.search(head, site(*members, topics=topics)["index.html"])[0]
    assert "Topik lama" in re.search(head, site(*members, topics=topics, lead="a")["index.html"])[0]
    with pytest.raises(InputError, match="not a topic"):
        site(*members, topics=topics, lead="c")


def test_the_edition_is_named_by_the_desk_or_the_newest_known_date(site):
    two = (placed(article()), placed(article("kedua", published="2022-09")))
    assert "Edisi 6 September 2022" in text_of(site(*two)["index.html"])
    assert "Edisi 1 Oktober 2022" in text_of(site(*two, edition="2022-10-01")["index.html"])


@pytest.mark.parametrize(
    ("broken", "line", "says"),
    [
        ("<p>\n{{ page.nonesuch }}</p>", 2, "nonesuch"),
        ("\n\n{% if %}", 3, ""),
        ("{{ asset('none.css') }}", 1, "none.css"),
    ],
)
def test_a_template_error_names_template_line_and_page(site, tmp_path, broken, line, says):
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates)
    (templates / "article.html").write_text(broken)
    with pytest.raises(TemplateFailed) as caught:
        site(placed(article()), templates=templates)
    (problem,) = caught.value.problems
    assert problem.file == str(templates / "article.html")
    assert problem.line == line
    assert "articles/panen.html" in problem.message
    assert says in problem.message


def test_search_finds_what_it_needs_on_an_article_page(site):
    page = site(placed(article(published="2022-09")), placed(article("kedua")))["articles/panen.html"]
    for attribute in (
        "data-pagefind-body",
        'data-pagefind-meta="title"',
        'data-pagefind-meta="summary"',
        'data-pagefind-weight="2"',
        'data-pagefind-meta="outlet:Harian Lereng"',
        'data-pagefind-filter="outlet:Harian Lereng"',
        'data-pagefind-filter="topic:padi"',
        'data-pagefind-filter="year:2022"',
        'data-pagefind-filter="language:id"',
        'data-pagefind-filter="keyword:padi"',
        'data-pagefind-meta="date:Sep 2022"',
        'data-pagefind-sort="newest:2022-09-00"',
        'data-pagefind-sort="oldest:2022-09-00"',
    ):
        assert attribute in page, attribute


def test_an_undated_article_sorts_last_in_both_orders(site):
    page = site(placed(article(outlet=None, published=None)))["articles/panen.html"]
    for attribute in ("newest:0000-00-00", "oldest:9999-99-99", "outlet:-", "year:-"):
        assert f':{attribute.split(":")[1]}"' in page
        assert attribute in page, attribute


def test_the_facets_count_articles_and_name_the_unknown(site):
    page = text_of(site(placed(article()), placed(article("kedua", outlet=None, published=None)))["search.html"])
    assert "Harian Lereng1" in page
    assert "tidak disebut pada sumber1" in page
    assert "Indonesia2" in page


def test_every_page_is_there_in_both_languages_and_each_knows_the_other(site):
    pages = site(placed(article()), placed(article("kedua")), languages=["id", "en"])
    own = {path for path in pages if path.endswith(".html") and not path.startswith("en/")}
    other = {path for path in pages if path.startswith("en/")}
    assert len(own) > 10
    assert other == {f"en/{path}" for path in own}
    for path in own | other:
        inner = path.removeprefix("en/")
        language, up = ("en" if path in other else "id"), "../" * path.count("/")
        assert f'<html lang="{language}">' in pages[path], path
        assert f'<a href="{up}{inner if path in other else "en/" + inner}"' in pages[path], path
        assert '<link rel="alternate" hreflang' not in pages[path], "search engines take only full addresses"
    links = {path: re.findall(r'(?:href|action|src)="([^"#]+)', pages[path]) for path in other}
    for path, found in links.items():
        for href in found:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), href))
            assert target in pages, (path, href)


def test_one_language_has_no_switch_and_no_second_tree(site):
    pages = site(placed(article()))
    assert not [path for path in pages if path.startswith("en/")]
    assert 'class="lang"' not in pages["index.html"]
    assert "hreflang" not in site(placed(article()), base_url="https://contoh.test/")["index.html"]


def test_words_that_are_not_in_the_language_of_the_page_say_so(site):
    members = [placed(article()), placed(article("kedua"))]
    one = replace(topic("padi", members, introduction="Pengantar."), titles={"id": "Panen"})
    pages = site(*members, topics=(one,), languages=["id", "en"], about="Tentang kami.")
    page, topic_page = pages["en/articles/panen.html"], pages["en/topics/padi.html"]
    assert re.search(r"<h1 [^>]*lang=\"id\">Panen padi", page)
    assert '<section class="body" aria-labelledby="h-text" lang="id">' in page
    assert 'lang="en" aria-label="Paragraph 1"' in page
    assert re.search(r'<span lang="id">padi</span>', page)
    assert '<h1 lang="id">Panen</h1>' in topic_page
    assert '<div lang="id"><p>Pengantar.' in topic_page
    assert '<p lang="id">Tentang kami.' in pages["en/method.html"]
    assert "<h1>Panen</h1>" in pages["topics/padi.html"], "in its own language nothing needs saying"


def test_only_the_sites_own_language_is_indexed_with_dates_for_both(site):
    pages = site(placed(article()), languages=["id", "en"])
    assert "data-pagefind-filter" not in pages["en/articles/panen.html"]
    assert 'data-pagefind-meta="date:6 Sep 2022"' in pages["articles/panen.html"]
    assert 'data-pagefind-meta="date-en:6 Sep 2022"' in pages["articles/panen.html"]
    assert 'data-date="date-en"' in pages["en/search.html"]


def test_the_address_of_a_page_is_that_of_its_tree(site):
    pages = site(placed(article()), languages=["id", "en"], base_url="https://contoh.test/taklimat")
    assert (
        '<link rel="canonical" href="https://contoh.test/taklimat/en/articles/panen.html">'
        in pages["en/articles/panen.html"]
    )
    assert '"url":"https://contoh.test/taklimat/en/articles/panen.html"' in pages["en/articles/panen.html"]
    assert 'hreflang="id" href="https://contoh.test/taklimat/articles/panen.html"' in pages["en/articles/panen.html"]
    assert 'href="/taklimat/en/index.html"' in pages["en/404.html"]
    assert 'href="/taklimat/assets/style.' in pages["en/404.html"]


def test_a_date_is_printed_as_precisely_as_it_is_known(site):
    del site
    from telaah.render.catalogue import words

    indonesian = words("id", TEMPLATES / "locales/id/LC_MESSAGES/telaah.po")
    expected = {
        "2006": "2006",
        "2023-08": "Agustus 2023",
        "2022-09-06": "Selasa, 6 September 2022",
        "2022-09-06T11:24": "Selasa, 6 September 2022 pukul 11.24",
        "2022-09-06T11:24+07:00": "Selasa, 6 September 2022 pukul 11.24 WIB",
        "2022-09-06T11:24+05:30": "Selasa, 6 September 2022 pukul 11.24 UTC+05:30",
    }
    for value, text in expected.items():
        found = when(value, indonesian)
        assert found.full.text == text
        assert found.full.iso == value
    assert when("2022-09-06T11:24+07:00", indonesian).exact.text == "6 Sep 2022, 11.24 WIB"
    assert when("2022-02-30", indonesian) is None
    assert when(None, indonesian) is None


def test_the_axis_is_drawn_for_two_dates_or_more(site):
    one = placed(article())
    assert '<svg class="axis"' not in site(one, placed(article("kedua")))["timeline.html"]
    page = site(one, placed(article("kedua", published="2023-04")), placed(article("ketiga", published=None)))[
        "timeline.html"
    ]
    assert page.count("<circle") == 3 + 2, "three in the mark of the masthead, one a date"
    assert re.findall(r'<li(?: class="back")?>(?:<time|<b)', page) == ["<li><time", "<li><time", '<li class="back"><b']
    assert 'class="per"' in page, "a month is drawn as a period"


def test_labels_on_the_axis_do_not_run_through_stems_or_off_the_edge(site):
    days = [f"2022-09-{day:02}" for day in range(1, 29, 2)] + ["2023-09-01"]
    members = [
        placed(article(f"a{n}", outlet=f"Outlet Bernama Panjang {n}", published=day)) for n, day in enumerate(days)
    ]
    page = site(*members)["timeline.html"]
    stems = [(float(x), float(y)) for x, y in re.findall(r'class="stem" x1="([\d.]+)".*?y2="([\d.]+)"', page)]
    labels = re.findall(r'class="lab" x="([\d.]+)" y="([\d.]+)">([^<]*)<', page)
    assert len(labels) > 3
    for x, y, label in labels:
        end = float(x) + 7.4 * len(label)
        assert end <= 1180
        assert not [s for s in stems if float(x) < s[0] < end and s[1] < float(y)]


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
    assert "2 dari 2 kalimat ada kata demi kata" in text_of(page)


def test_a_text_that_runs_from_right_to_left_says_so_and_ours_does_not(site):
    title, text = "ارتفاع حصاد الأرز في الشمال", "ارتفع حصاد الأرز هذا العام (12) في الشمال. المخازن ممتلئة."
    arabic = placed(article(title=title, outlet="جريدة الشمال", language="ar", texts=(text,)), keywords=("حصاد",))
    pages = site(arabic, placed(article("kedua"), keywords=("padi",)))
    page = pages["articles/panen.html"]
    assert '<h1 data-pagefind-meta="title" lang="ar" dir="rtl">' in page
    assert '<section class="body" aria-labelledby="h-text" lang="ar" dir="rtl">' in page
    assert '<h2 id="h-text" lang="id" dir="ltr"' in page
    assert '<span lang="ar" dir="rtl">حصاد</span>' in page
    assert 'articles/panen.html" lang="ar" dir="rtl">' in pages["index.html"]
    assert "<bdi>جريدة الشمال</bdi>, " in pages["index.html"]
    own = pages["articles/kedua.html"]
    assert '<section class="body" aria-labelledby="h-text">' in own
    assert '<html lang="id">' in page


def test_a_text_of_unknown_language_runs_as_its_letters_do(site):
    page = site(placed(article(language="und", texts=("نص بلا لغة.", "Teks biasa."))))["articles/panen.html"]
    assert 'lang="und"' not in page
    assert re.search(r'<p class="p cited" id="p-\w+" dir="auto">', page)
    assert len(re.findall(r'<p class="p[^>]*dir="auto">', page)) == 2


def test_a_desk_changes_single_files_and_keeps_the_rest(site, tmp_path):
    own = tmp_path / "own"
    (own / "macros").mkdir(parents=True)
    (own / "assets").mkdir()
    (own / "404.html").write_text(
        "{% extends 'base.html' %}{% block main %}<main id='isi'>Tidak ada.</main>{% endblock %}"
    )
    (own / "assets" / "mark.svg").write_text("<svg/>")
    changed, plain = site(placed(article()), templates=own), site(placed(article()))
    assert "Tidak ada." in changed["404.html"]
    assert '<nav class="nav-l"' in changed["404.html"], "the frame is still ours"
    marks = [path for path in changed if path.startswith("assets/mark.")]
    assert [changed[path] for path in marks] == ["<svg/>"]
    assert {path for path in changed if path.endswith(".html")} == {path for path in plain if path.endswith(".html")}


def test_a_template_error_in_a_desks_own_file_names_that_file(site, tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    (own / "404.html").write_text("\n{{ nonesuch }}")
    with pytest.raises(TemplateFailed) as caught:
        site(placed(article()), templates=own)
    assert caught.value.problems[0].file == str(own / "404.html")
    assert caught.value.problems[0].line == 2

"""Pages of names: which there are, what they say, and that they quote nothing that rights withhold."""

import re
from dataclasses import replace

import pytest
from render_builder import TEMPLATES, article, briefing, placed, settings, topic

from telaah.model import Figure, Name, Quote
from telaah.render import render

COUNTED = "Sari Melati menghitung 40 truk di gudang desa."
PLAIN = "Sari Melati pulang ke desa."
SARI, DESA = Name("Sari Melati", "person", ("Sari",)), Name("Lereng Utara", "place")


def text_of(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html)).replace("&nbsp;", " ")


def counted(member):
    part = member.article.paragraphs[0]
    return Figure(Quote(member.article.id, part.id, COUNTED, "40 truk"), "count", "truk", 40.0, 40.0)


def members(**rights):
    return (
        placed(article("satu", texts=(COUNTED, "Hujan turun."), stated=rights), names=(SARI, DESA), summary=()),
        placed(article("dua", outlet="Kabar Kota", published="2022-09-05"), names=(Name("Sari", "person"), DESA)),
        placed(
            article("tiga", outlet="Kabar Kota", published=None, texts=(PLAIN,)), names=(SARI, Name("Budi", "person"))
        ),
    )


@pytest.fixture
def site(tmp_path):
    def build(*made, templates=TEMPLATES, **keys):
        about = replace(
            topic("padi", made),
            figures=tuple(counted(one) for one in made if COUNTED in one.article.paragraphs[0].text),
        )
        pages = render(briefing(*made, topics=(about,)), settings(tmp_path, templates, **keys))
        return {page.path: page.content.decode() for page in pages if not page.path.endswith(".png")}

    return build


def test_a_name_of_two_articles_has_a_page_and_one_of_one_article_has_none(site):
    pages = site(*members())
    assert {path for path in pages if path.startswith("names")} == {
        "names.html",
        "names/lereng-utara.html",
        "names/sari-melati.html",
    }


def test_the_page_says_kind_number_forms_articles_and_names_beside_it(site):
    page = text_of(site(*members())["names/sari-melati.html"])
    assert "Orang, 3 artikel, 2 outlet. Juga ditulis: Sari." in page
    assert "Lereng Utara 2" in page
    assert "Panen padi" in page


def test_the_page_tells_who_had_the_name_first_of_how_many_dated(site):
    page = text_of(site(*members())["names/sari-melati.html"])
    assert "Yang paling awal dari 2 artikel bertanggal di sini" in page
    assert "1 lagi tanpa tanggal pada sumbernya." in page
    first = page.partition("Siapa yang lebih dulu")[2].partition("Panen padi")[2]
    assert "Kabar Kota, 5 Sep 2022" in first[:200]


def test_articles_of_one_day_without_a_time_are_not_put_in_order(site):
    one, two, three = members()
    same_day = replace(two.analysis.article, published=replace(two.analysis.article.published, value="2022-09-06"))
    pages = site(one, replace(two, analysis=replace(two.analysis, article=same_day)), three)
    assert "tanggalnya tidak menunjukkan mana yang pertama" in text_of(pages["names/sari-melati.html"])


def test_sentences_with_the_name_and_a_figure_are_quoted_with_their_paragraph(site):
    page = site(*members())["names/sari-melati.html"]
    assert COUNTED in page
    assert re.search(r'href="../articles/satu.html#p-\w{8}"', page)
    assert "40 truk" in text_of(page)
    assert COUNTED not in site(*members())["names/lereng-utara.html"], "the sentence does not hold that name"


@pytest.mark.parametrize("rights", ["excerpt", "link"])
def test_what_rights_withhold_is_not_quoted_on_the_page_of_a_name(site, rights):
    pages = site(*members(rights=rights))
    assert "names/sari-melati.html" in pages
    assert not [path for path, text in pages.items() if COUNTED in text]


def test_the_article_links_its_names_as_it_prints_them(site):
    page = site(*members())["articles/dua.html"]
    assert re.search(r'<a href="../names/sari-melati.html"[^>]*>Sari</a>', page)
    assert ">Budi<" not in page
    other = text_of(site(*members())["articles/tiga.html"])
    assert "Orang Sari Melati, Budi" in other.replace("Orang", "Orang ").replace("  ", " ")


def test_the_topic_links_the_names_that_its_articles_share(site):
    page = site(*members())["topics/padi.html"]
    assert 'href="../names/sari-melati.html"' in page
    assert "Budi" not in page


def test_what_the_desk_says_is_marked_on_the_page_and_in_the_data(site):
    by_desk = Name("Sari Melati", "person", ("Sari",), "sari")
    pages = site(*(placed(article(id_), names=(by_desk,)) for id_ in ("satu", "dua")))
    assert "dinyatakan redaksi" in text_of(pages["names/sari.html"])
    assert "Dinyatakan redaksi: Sari Melati" in text_of(pages["articles/satu.html"])
    assert '"basis": "desk"' in pages["data/articles/satu.json"].partition('"names"')[2].partition('"keywords"')[0]
    assert (
        '"basis"' not in site(*members())["data/articles/satu.json"].partition('"names"')[2].partition('"keywords"')[0]
    )


def test_many_names_are_found_under_their_first_letter_on_small_pages(site):
    many = [Name(f"{letter}{vowel}{n} Hartono", "person") for letter in "BDK" for vowel in "aiu" for n in range(30)]
    pages = site(*(placed(article(id_), names=tuple(many)) for id_ in ("satu", "dua")))
    assert {"names.html", "names.b.html", "names.d.html", "names.k.html"} <= set(pages)
    for path in pages:
        assert len(pages[path].encode()) <= 60_000 or not path.startswith("names"), path
    assert "names/da7-hartono.html" in pages["names.d.html"]
    assert "names/ba7-hartono.html" not in pages["names.d.html"]


def test_a_name_of_many_articles_is_split_and_stays_small(site):
    pages = site(
        *(placed(article(f"a{n:03}", published=f"2020-01-{1 + n % 28:02}"), names=(SARI,)) for n in range(180))
    )
    parts = [path for path in pages if path.startswith("names/sari-melati")]
    assert len(parts) > 2
    assert max(len(pages[path].encode()) for path in parts) <= 60_000


def test_names_are_escaped_and_keep_their_direction(site):
    evil = Name('<b onclick="x">Sari</b>', "person")
    arabic = Name("ليلى حداد", "person")
    pages = site(*(placed(article(id_, language="ar"), names=(evil, arabic)) for id_ in ("satu", "dua")))
    assert not [path for path, text in pages.items() if "<b onclick" in text and path.endswith("html")]
    page = next(
        text for path, text in pages.items() if path.startswith("names/") and "ليلى" in text.partition("<h1")[2][:80]
    )
    assert '<h1 lang="ar" dir="rtl">' in page


def test_without_shared_names_the_list_says_so(site):
    assert "Belum ada dua artikel" in site(placed(article()))["names.html"]

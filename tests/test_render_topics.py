"""The head of a topic's page: what it counts, who published when, what stands there once only."""

import re
from functools import partial

import pytest
from render_builder import article, pages, placed, text_of, topic

from telaah.model import Name


@pytest.fixture
def site(tmp_path):
    return partial(pages, tmp_path)


def dated(id_, outlet, published):
    return placed(article(id_, outlet=outlet, published=published))


def order(page):
    card = page.partition('id="h-first">')[2].partition("</section>")[0]
    return re.findall(r"<li[^>]*><b><a [^>]*>([^<]+)</a></b><span>(?:<time[^>]*>)?([^<]+)<", card), text_of(card)


def test_a_topic_says_who_published_when_and_the_front_page_who_was_first(site):
    made = (
        dated("a", "Harian Lereng", "2022-09-06T16:31+07:00"),
        dated("b", "Kabar Kota", "2022-09-06T11:24+07:00"),
        dated("c", "Kabar Kota", "2022-09-07"),
        dated("d", "Suara Desa", None),
    )
    found = site(*made, topics=(topic("padi", made),))
    listed, said = order(found["topics/padi.html"])
    assert listed == [
        ("Kabar Kota", "6 Sep 2022, 11.24 WIB"),
        ("Harian Lereng", "6 Sep 2022, 16.31 WIB"),
        ("Suara Desa", "tanpa tanggal pada sumber"),
    ]
    assert "tidak menunjukkan" not in said
    assert "Artikel paling awal di sini: Kabar Kota, 6 Sep 2022, 11.24 WIB" in text_of(found["index.html"])
    assert "4 artikel, 3 outlet. 6 Sep 2022 – 7 Sep 2022" in text_of(found["topics.html"])


def test_where_dates_do_not_tell_who_was_first_nobody_is(site):
    made = dated("a", "Harian Lereng", "2022-09-06T16:31+07:00"), dated("b", "Kabar Kota", "2022-09-06")
    found = site(*made, topics=(topic("padi", made),))
    assert "Tanggalnya tidak menunjukkan siapa yang lebih dulu." in order(found["topics/padi.html"])[1]
    assert "tanggalnya tidak menunjukkan siapa yang lebih dulu" in text_of(found["index.html"])


def test_undated_articles_alone_make_no_first(site):
    made = dated("a", "Harian Lereng", None), dated("b", None, None)
    found = site(*made, topics=(topic("padi", made),))
    listed, _ = order(found["topics/padi.html"])
    assert [when for _, when in listed] == ["tanpa tanggal pada sumber"] * 2
    assert "Artikel paling awal" not in found["index.html"]


def test_a_keyword_that_is_a_name_of_the_topic_stands_among_the_names_alone(site):
    names, keywords = (Name("Sari Melati", "person"),), ("sari melati", "panen")
    made = tuple(placed(article(id_, outlet=None), names=names, keywords=keywords) for id_ in "ab")
    page = site(*made)["topics/padi.html"]
    shown = {head: text_of(page.partition(f'id="{head}">')[2].partition("</section>")[0]) for head in ("h-kw", "h-nm")}
    assert "panen" in shown["h-kw"]
    assert "sari melati" not in shown["h-kw"].lower()
    assert "Sari Melati" in shown["h-nm"]


def test_an_outlet_is_not_named_again_under_its_own_articles(site):
    made = dated("a", "Harian Lereng", "2022-09-06"), dated("b", "Kabar Kota", "2022-09-06")
    own = site(*made)["outlets/harian-lereng.html"].partition('id="h-art">')[2].partition("</section>")[0]
    assert '<p class="meta"><time datetime="2022-09-06">' in own
    assert "Harian Lereng, " not in text_of(own)

"""Pages of outlets: whom they credit and who credits them, how often they were first, each number with its proof."""

import re

import pytest
from render_builder import article, briefing, placed, settings, topic

from telaah.model import Evidence, Upstream
from telaah.render import render


def text_of(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html)).replace("&nbsp;", " ")


def dated(id_, outlet, published, topic_="padi", **more):
    return placed(article(id_, outlet=outlet, published=published, **more), topics=(topic_,))


@pytest.fixture
def site(tmp_path):
    def build(*members):
        by_topic = {}
        for member in members:
            by_topic.setdefault(member.topics[0], []).append(member)
        topics = tuple(topic(id_, own, f"Topik {id_}") for id_, own in by_topic.items())
        pages = render(briefing(*members, topics=topics), settings(tmp_path))
        return {page.path: page.content.decode() for page in pages if page.path.endswith(".html")}

    return build


def test_the_number_of_credits_unfolds_to_the_articles_and_their_words(site):
    page = site(placed(article()))["outlets/harian-lereng.html"]
    proof = page.partition('id="h-chain"')[2]
    assert "disebut sebagai sumber dalam 1 artikel" in text_of(proof)
    assert "<details>" in proof
    assert "“<span>lebih dulu memuat</span>”" in proof
    assert re.search(r'href="../articles/panen.html#p-\w{8}"', proof), "the paragraph that holds the credit"


def test_a_credit_that_the_desk_states_says_so(site):
    upstream = (Upstream("Antara", "cue", Evidence("desk", None, None)),)
    page = text_of(site(placed(article(upstream=upstream)))["outlets/harian-lereng.html"])
    assert "Menurut redaksi: Panen padi" in page


def test_who_credits_an_outlet_is_told_on_its_page(site):
    upstream = (Upstream("Harian Lereng", "footer", Evidence("stated", 9, "Sumber: Harian Lereng")),)
    relaying = placed(article("dua", outlet="Kabar Kota", upstream=upstream))
    page = text_of(site(placed(article(upstream=())), relaying)["outlets/harian-lereng.html"])
    assert "menyebutnya sebagai sumber dalam 1 artikel" in page.partition("Siapa mengutip siapa")[2]
    assert "“Sumber: Harian Lereng”" in page


def test_firsts_count_topics_of_two_dated_outlets_and_unfold_to_the_dates(site):
    page = text_of(
        site(
            dated("a", "Harian Lereng", "2022-09-05"),
            dated("b", "Kabar Kota", "2022-09-06"),
            dated("c", "Harian Lereng", "2022-09-08", "beras"),
            dated("d", "Kabar Kota", "2022-09-07", "beras"),
            dated("e", "Harian Lereng", "2022-09-09", "jagung"),
            dated("f", "Kabar Kota", "2022-09-09T07:00+07:00", "jagung"),
            dated("g", "Harian Lereng", "2022-09-01", "tebu"),
            dated("h", "Kabar Kota", None, "tebu"),
        )["outlets/harian-lereng.html"]
    )
    assert "Terbit paling awal dalam 1 dari 3 topik" in page
    assert "Topik padi lebih dulu" in page
    assert "Topik beras belakangan" in page
    assert "Topik jagung tanggalnya tidak menunjukkan siapa yang lebih dulu" in page
    assert "Kabar Kota, 7 Sep 2022" in page
    assert "Topik tebu lebih dulu" not in page, "only one outlet is dated there"


def test_without_a_topic_to_be_first_in_the_page_says_so(site):
    assert "Belum ada topik yang memuat artikel bertanggal" in text_of(
        site(placed(article()))["outlets/harian-lereng.html"]
    )


def test_an_outlet_of_many_topics_and_credits_stays_small(site):
    members = [
        placed(
            article(
                f"a{n:04}",
                outlet="Harian Lereng" if n % 2 else f"Kabar {n % 40}",
                published=f"2022-{1 + n % 12:02}-{1 + n % 28:02}",
                upstream=(Upstream(f"Kantor {n % 50}", "footer", Evidence("stated", 9, f"Sumber: Kantor {n % 50}")),),
            ),
            topics=(f"t{n // 4}",),
        )
        for n in range(600)
    ]
    pages = site(*members)
    assert len(pages["outlets/harian-lereng.html"].encode()) <= 60_000
    assert "topik lain memuat artikel outlet ini" in text_of(pages["outlets/harian-lereng.html"])

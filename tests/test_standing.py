"""What is not of this edition stays out of it, is named, and is marked where the desk asks to see it."""

import json

import pytest
from desk import Desk
from render_builder import article
from test_cli import run

from telaah import pipeline
from telaah.standing import standing


@pytest.mark.parametrize(
    ("published", "expires", "edition", "expected"),
    [
        ("2024-05-06", None, "2024-05-06", None),
        ("2024-05-07", None, "2024-05-06", "future"),
        ("2024-05-07T00:10+07:00", None, "2024-05-06", "future"),
        ("2024-05", None, "2024-05-06", None),
        ("2024-06", None, "2024-05-31", "future"),
        ("2024", None, "2023-12-31", "future"),
        ("2025", None, None, None),
        ("2024-05-01", "2024-05-06", "2024-05-06", None),
        ("2024-05-01", "2024-05-05", "2024-05-06", "expired"),
        ("2024-05-01", "2024-05", "2024-05-31", None),
        ("2024-05-01", "2024-12", "2025-01-01", "expired"),
        ("2024-05-01", "2024", "2024-12-31", None),
        ("2024-05-01", "2020-01-01", None, None),
        (None, "9999-12", "2024-05-06", None),
        (None, None, "2024-05-06", None),
    ],
)
def test_an_article_waits_or_is_over_by_the_day_of_the_edition_alone(published, expires, edition, expected):
    assert standing(article(published=published, stated={"expires": expires}), edition) == expected


def test_a_draft_is_a_draft_whatever_its_dates():
    assert standing(article(published="2030-01-01", stated={"draft": True}), "2024-01-01") == "draft"


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path, edition="2024-05-31")
    made.article("jembatan")
    made.article("sekolah", None, "draft: true")
    made.article("nanti", "Pasar ikan di muara akan dibuka lagi pada bulan depan.", "published: 2024-06-02")
    made.article("lewat", "Jadwal kapal pekan ini berubah karena ombak tinggi di selat.", "expires: 2024-05-12")
    return made


def test_what_is_not_of_this_edition_is_left_out_and_named(desk):
    done = run("--content", desk.content, "--site", desk.folder / "site", "--no-search")
    closing = done.stderr.splitlines()[-1]
    assert closing.startswith("1 article in 1 topic, 1 draft left out articles/sekolah.md, ")
    assert "1 future article left out articles/nanti.md, 1 expired article left out articles/lewat.md" in closing
    whole = b"".join(path.read_bytes() for path in (desk.folder / "site").rglob("*") if path.is_file())
    assert b"jembatan bambu" in whole  # the search can find something
    for word in (b"Pasar ikan", b"Jadwal kapal", b"ruang kelas", b"nanti", b"lewat.md"):
        assert word not in whole


def test_drafts_shows_them_marked_and_keeps_them_from_search(desk):
    report = desk.build(drafts=True).report
    assert (report.articles, report.shown) == (4, True)
    by_id = {each["id"]: each for each in json.loads(desk.page("data/briefing.json"))["articles"]}
    assert {id_: each["standing"] for id_, each in by_id.items()} == {
        "jembatan": None, "sekolah": "draft", "nanti": "future", "lewat": "expired",
    }  # fmt: skip
    for name, mark in (("sekolah", "Draf: "), ("nanti", "Belum terbit: "), ("lewat", "Kedaluwarsa: ")):
        page = desk.page(f"articles/{name}.html")
        assert f">{mark}{name.title()}</h1>" in page
        assert 'name="robots" content="noindex"' in page
        assert f"{mark}{name.title()}" in desk.page("timeline.html")
        assert f"articles/{name}.html" not in desk.page("search-data.js")
    published = desk.page("articles/jembatan.html")
    assert "data-pagefind-body" in published
    assert "noindex" not in published
    assert "articles/jembatan.html" in desk.page("search-data.js")
    assert "data-pagefind-body" not in desk.page("articles/sekolah.html")


def test_drafts_are_neither_announced_nor_listed_for_search_engines(desk):
    desk.topic("hulu", "jembatan", "nanti", "sekolah")
    desk.build(drafts=True, base_url="https://kabar.test/")
    for path in ("feed.xml", "feed.json", "topics/hulu.xml", "sitemap.xml"):
        told = desk.page(path)
        assert "articles/jembatan.html" in told
        assert not [name for name in ("sekolah", "nanti", "lewat") if f"articles/{name}.html" in told]


def test_a_topic_may_name_an_article_that_waits(desk):
    desk.topic("hulu", "jembatan", "nanti", "sekolah")
    assert "article-unknown" not in desk.said()


def test_a_topic_of_which_nothing_is_of_this_edition_is_not_dropped_in_silence(desk):
    desk.topic("muara", "nanti")
    assert "topic-empty" in desk.said()
    assert not desk.has("topics/muara.html")
    assert "topic-empty" not in desk.said(drafts=True)
    assert desk.has("topics/muara.html")


def test_the_preview_shows_drafts_where_it_is_asked_to(desk):
    plain = {page.path for page in pipeline.preview(desk.options()).pages}
    asked = {page.path for page in pipeline.preview(desk.options(drafts=True)).pages}
    assert {"articles/sekolah.html", "articles/nanti.html", "articles/lewat.html"} <= asked - plain


def test_an_end_without_an_edition_is_told(tmp_path):
    desk = Desk(tmp_path)
    desk.article("jembatan", None, "expires: 2020-01-01")
    assert desk.said() == ["edition-missing"]
    assert desk.has("articles/jembatan.html")

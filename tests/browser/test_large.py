"""A generated briefing of 2,000 articles, rendered, indexed and read in Chromium."""

import re

import pytest
from playwright.sync_api import expect
from test_render_scale import LARGEST, briefed, many

from telaah.index import index
from telaah.render import render

ARTICLES = 2000
TRANSFERRED = 300_000
"""Bytes of the first search among so many: the search code and the parts that this one question needs."""
PATIENCE = 20_000
"""Milliseconds that a very busy machine may take for what takes 300 ms on an idle one."""


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large")
    pages = render(*briefed(folder, list(many(ARTICLES))))
    for page in (*pages, *index(pages, "id")):
        path = folder / "site" / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page.content)
    return folder / "site"


@pytest.fixture(scope="module")
def address(large, serve):
    return serve(large)


def found(here, number):
    """Wait until the page says that it found so many."""
    expect(here.locator("#stat")).to_have_text(re.compile(rf"^{number}\b"), timeout=PATIENCE)


def test_no_page_of_two_thousand_articles_is_large(large):
    sizes = {file: file.stat().st_size for file in large.rglob("*.html")}
    assert len(sizes) > ARTICLES
    assert [(str(file), size) for file, size in sizes.items() if size > LARGEST] == []


@pytest.mark.parametrize(
    "path", ["index.html", "topics/besar.html", "topics.html", "keywords.html", "keywords/padi.html"]
)
def test_long_lists_stay_pages_that_fit_a_small_screen(page, address, path):
    watched = page(320)
    here = watched.page
    here.goto(address + path)
    assert here.evaluate("document.documentElement.scrollWidth") <= 320
    assert here.locator("main a").count() < 400
    assert here.locator("main a[href*='articles/']").first.is_visible() or path in ("topics.html", "keywords.html")
    assert watched.errors == []


def test_a_search_among_two_thousand_articles_answers_and_loads_only_what_it_needs(page, address):
    watched = page()
    here = watched.page
    sizes = []
    here.on("response", lambda response: sizes.append(len(response.body())))
    here.goto(address + 'search.html?q="nomor 1234"')
    found(here, 1)
    assert here.locator("#res h2").all_inner_texts() == [
        "Judul artikel nomor 1234 tentang keadaan di lereng utara dan selatan"
    ]
    assert sum(sizes) <= TRANSFERRED
    here.goto(address + "search.html?q=lereng")
    found(here, "2\\.000")
    assert here.locator("#res > li").count() == 10
    here.locator("#more").click()
    expect(here.locator("#res > li")).to_have_count(20, timeout=PATIENCE)
    here.get_by_label("Harian Lereng").check()
    found(here, 800)
    assert watched.errors == []


def test_two_thousand_articles_are_searched_from_disk_as_well(page, large):
    watched = page()
    watched.page.goto((large / "search.html").as_uri() + '?q="nomor 1234"')
    found(watched.page, 1)
    assert watched.page.locator("#res > li").count() == 1
    assert watched.errors == []

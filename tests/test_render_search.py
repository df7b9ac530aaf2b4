"""What pages carry for the search, and what the search page offers."""

from functools import partial

import pytest
from render_builder import article, pages, placed, text_of


@pytest.fixture
def site(tmp_path):
    return partial(pages, tmp_path)


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

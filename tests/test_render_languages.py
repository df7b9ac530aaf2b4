"""Two languages of interface, and texts in others, whichever way they run."""

import posixpath
import re
from dataclasses import replace
from functools import partial

import pytest
from render_builder import article, pages, placed, topic


@pytest.fixture
def site(tmp_path):
    return partial(pages, tmp_path)


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

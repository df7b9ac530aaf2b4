"""What the search page may do and what it may weigh."""

import gzip

from playwright.sync_api import expect
from search_page import found
from search_site import SUB_PATH

SCRIPT_LIMIT = 3 * 1024
"""Bytes of the search script, gzipped (budget of the search page)."""
PAGE_LIMIT = 110_000
"""Bytes of the search page with its first result, all transferred."""


def test_a_forbidden_deed_is_noticed_by_these_tests(watched, host):
    tab, wrong = watched
    tab.goto(f"{host}/{SUB_PATH}/search.html")
    found(tab)
    assert wrong == []
    tab.evaluate("() => { try { document.createElement('script').src = 'search-data.js' } catch { } }")
    tab.evaluate("() => { try { trustedTypes.createPolicy('lain', {}) } catch { } }")
    tab.wait_for_timeout(100)
    assert len(wrong) == 2
    assert all("TrustedScriptURL" in text or "trusted-types" in text for text in wrong)


def test_the_search_script_stays_within_its_budget(site):
    (script,) = site.glob("assets/search.*.js")
    assert len(gzip.compress(script.read_bytes())) <= SCRIPT_LIMIT


def test_a_found_page_is_there_under_the_sub_path(search, tab, host):
    search("?q=gandum")
    link = tab.locator("#res h2 a").first.get_attribute("href")
    assert link == f"/{SUB_PATH}/articles/gandum.html"
    assert tab.request.get(host + link).ok


def test_the_search_page_with_its_first_result_stays_within_its_budget(page, base_url):
    """What a host would send compressed is weighed so."""
    watched, sizes = page(), {}

    def weigh(response):
        text = response.url.split("?")[0].endswith((".html", ".css", ".js", ".json", ".svg"))
        sizes[response.url] = len(gzip.compress(response.body()) if text else response.body())

    watched.page.on("response", weigh)
    watched.page.goto(f"{base_url}search.html?q=membeli&outlet=RMOL")
    expect(watched.page.locator("#res li")).to_have_count(1)
    assert any("wasm" in url for url in sizes)
    assert sum(sizes.values()) <= PAGE_LIMIT, sizes

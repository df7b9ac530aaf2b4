"""The search of our own site, with its frame and its look."""

import re

from playwright.sync_api import expect
from search_page import answer_to, found, go_to, open_real, tick
from search_site import TEMPLATES

CONTENT = TEMPLATES.parent / "content" / "articles"
VERB = re.compile(r"\b(mem|di)?beli\b")


def test_our_own_digests_are_found_by_the_verb_of_their_noun_and_narrowed(page, base_url):
    only_the_noun = {
        file.stem
        for file in CONTENT.glob("*.md")
        if "pembelian" in (body := file.read_text("utf-8").split("---", 2)[2].lower()) and not VERB.search(body)
    }
    assert only_the_noun
    watched = open_real(page, base_url, "?q=membeli")
    tab = watched.page
    assert only_the_noun <= set(found(tab))
    tick(tab, "topic", "intelijen-as-2022")
    assert tick(tab, "outlet", "RMOL") == ["rmol-intelijen-as-roket-korut"]
    assert tab.locator("#stat").inner_text() == "1 artikel untuk “membeli”"
    assert watched.errors == []


def test_the_english_search_finds_the_same_articles_and_opens_their_english_pages(page, base_url):
    watched = open_real(page, f"{base_url}en/", "?q=membeli&outlet=RMOL", "Articles")
    tab = watched.page
    assert found(tab) == ["rmol-intelijen-as-roket-korut"]
    assert tab.locator("#stat").inner_text() == "Articles for “membeli”: 1"
    assert tab.locator("#res .meta").inner_text() == "RMOL, 6 Sep 2022"
    tab.locator("#res h2 a").click()
    tab.wait_for_url("**/en/articles/rmol-intelijen-as-roket-korut.html")
    assert watched.errors == []


def test_every_filter_and_result_is_reached_by_keyboard_on_any_screen(page, base_url):
    for width in (360, 1280):
        watched = open_real(page, base_url, width=width)
        tab = watched.page
        tab.keyboard.press("/")
        if width == 360:
            go_to(tab, "document.activeElement.matches('.fx summary')")
            tab.keyboard.press("Enter")
        go_to(tab, "document.activeElement.value === 'RMOL'")
        assert answer_to(tab, lambda tab=tab: tab.keyboard.press("Space")) == ["rmol-intelijen-as-roket-korut"]
        go_to(tab, "document.activeElement.matches('#res h2 a')")
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/articles/rmol-intelijen-as-roket-korut.html")
        assert watched.errors == []


def test_the_form_on_every_page_leads_to_the_search(page, base_url):
    watched = page()
    watched.page.goto(f"{base_url}topics/intelijen-as-2022.html")
    watched.page.fill("#q", "membeli")
    watched.page.press("#q", "Enter")
    expect(watched.page.locator("#stat")).to_contain_text("untuk “membeli”")
    assert watched.errors == []


def test_the_real_site_answers_from_disk(page, site):
    watched = open_real(page, f"{site.as_uri()}/", "?q=pembelian&outlet=RMOL")
    assert found(watched.page) == ["rmol-intelijen-as-roket-korut"]
    assert watched.errors == []

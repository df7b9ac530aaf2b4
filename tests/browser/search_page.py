"""What a reader does on the search page: open the filters, tick one, wait for an answer, walk by keyboard."""

import re

import pytest
from playwright.sync_api import Page, expect
from search_site import WRITTEN

ANSWERED = re.compile("article|artikel", re.IGNORECASE)


def open_filters(tab: Page) -> None:
    """Do what the stylesheet does on wide screens."""
    tab.evaluate("document.querySelector('.fx').open = true")


def found(tab: Page) -> list[str]:
    """Wait for the answer and return the ids of the results shown, in order."""
    expect(tab.locator("#stat")).to_contain_text(ANSWERED)
    return [
        link.split("/")[-1].removesuffix(".html")
        for link in tab.eval_on_selector_all("#res h2 a", "all => all.map(a => a.href)")
    ]


def answer_to(tab: Page, does) -> list[str]:
    """Do something that begins a new search and return the ids it finds."""
    tab.evaluate("document.querySelector('#stat').textContent = ''")
    does()
    return found(tab)


def tick(tab: Page, key: str, value: str) -> list[str]:
    return answer_to(tab, lambda: tab.check(f"#facets input[name='{key}'][value='{value}']"))


def count(tab: Page, key: str, value: str) -> str:
    return tab.locator(f"#facets label:has(input[name='{key}'][value='{value}']) .num").inner_text()


def answer_more(tab: Page) -> list[str]:
    tab.click("#more")
    expect(tab.locator("#res li")).to_have_count(len(WRITTEN))
    return found(tab)


def go_to(tab: Page, reached: str) -> None:
    for _ in range(60):
        tab.keyboard.press("Tab")
        if tab.evaluate(reached):
            return
    pytest.fail(f"the Tab key never leads to: {reached}")


def open_real(page, address: str, query: str = "", says: str = "artikel", **options):
    watched = page(**options)
    watched.page.goto(f"{address}search.html{query}")
    expect(watched.page.locator("#stat")).to_contain_text(says)
    return watched

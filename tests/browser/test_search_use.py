"""The search page in use: its address, typing, the keyboard, what is announced."""

from playwright.sync_api import expect
from search_page import answer_to, found, go_to, tick
from search_site import SUB_PATH


def test_the_address_holds_the_whole_search(search, tab):
    search()
    answer_to(tab, lambda: tab.fill("#q", "pembelian"))
    tick(tab, "topic", "pangan")
    assert answer_to(tab, lambda: tab.select_option("#sort", "oldest")) == ["gandum", "beras"]
    assert tab.url.endswith("search.html?q=pembelian&topic=pangan&urut=oldest")
    tab.reload()
    assert found(tab) == ["gandum", "beras"]
    assert tab.input_value("#q") == "pembelian"
    assert tab.is_checked("input[value='pangan']")
    assert tab.input_value("#sort") == "oldest"


def test_fast_typing_never_shows_a_stale_answer(search, tab, server):
    assert search("?q=gandum") == ["gandum"]
    server.delays[:] = [0.8, 0.4]
    for word in ("truk", "matematika", "gandum"):
        tab.fill("#q", word)
        tab.dispatch_event(".sbox", "submit")
        tab.wait_for_timeout(50)
    tab.wait_for_timeout(1000)
    assert server.delays == []
    assert found(tab) == ["gandum"]
    assert tab.locator("#stat").inner_text() == "Articles for “gandum”: 1"


def test_typing_searches_without_enter_but_not_at_every_key(search, tab):
    search()
    tab.evaluate("window.said = []; new MutationObserver(() => said.push(document.querySelector('#stat').textContent))"
                 ".observe(document.querySelector('#stat'), {childList: true})")  # fmt: skip
    tab.locator("#q").press_sequentially("pembelian", delay=20)
    expect(tab.locator("#stat")).to_contain_text("pembelian")
    said = tab.evaluate("said")
    assert said[-1] == "Articles for “pembelian”: 2"
    assert len(said) < len("pembelian")  # a busy machine may stretch a pause between two keys into a search


def test_the_keyboard_alone_suffices(search, tab):
    search()
    press = tab.keyboard.press
    press("/")
    assert tab.evaluate("document.activeElement.id") == "q"
    tab.keyboard.type("a/b")
    assert tab.input_value("#q") == "a/b"
    press("Control+a")
    tab.keyboard.type("pembelian")
    assert sorted(answer_to(tab, lambda: press("Enter"))) == ["beras", "gandum"]
    go_to(tab, "document.activeElement.value === 'Suara Sore'")
    assert answer_to(tab, lambda: press("Space")) == ["beras"]
    go_to(tab, "document.activeElement.id === 'sort'")
    go_to(tab, "document.activeElement.matches('#res h2 a')")
    press("Enter")
    tab.wait_for_url(f"**/{SUB_PATH}/articles/beras.html")


def test_the_number_of_results_is_announced(search, tab):
    search("?q=gandum")
    assert tab.get_by_role("status").inner_text() == "Articles for “gandum”: 1"

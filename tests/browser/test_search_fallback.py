"""The search page without its index, without WebAssembly, without script, from disk."""

import contextlib

from playwright.sync_api import expect
from search_page import answer_more, count, found, open_filters, tick
from search_site import SUB_PATH


def test_from_disk_a_simple_search_answers_with_the_same_filters(tab, folder):
    address = (folder / SUB_PATH / "search.html").as_uri()
    tab.goto(address)
    assert found(tab)[:4] == ["surat", "beras", "harbour", "gandum"]
    assert sorted(answer_more(tab)[-2:]) == ["paket", "tanda"]
    tab.goto(f"{address}?q=Pembelian")
    open_filters(tab)
    assert found(tab) == ["beras", "gandum"]
    assert "simple search" in tab.locator("#stat").inner_text()
    assert tab.locator("#res .meta").first.inner_text() == "Suara Sore, tanggal 2023-03-01"
    assert count(tab, "topic", "pangan") == "2"
    assert tick(tab, "topic", "kota") == ["gandum"]
    assert tick(tab, "outlet", "Kabar Pagi") == ["gandum"]
    tab.goto(f'{address}?q="oleh kota"&urut=oldest')
    assert found(tab) == ["gandum"]
    tab.goto(f"{address}?urut=oldest&outlet=-&outlet=Suara Sore")
    assert found(tab)[0] == "beras"
    assert sorted(found(tab)[1:]) == ["paket", "tanda"]
    tab.locator("#res a").first.click()
    assert tab.url.endswith("/articles/beras.html")


def test_a_site_without_index_falls_back_to_the_simple_search(watched, host):
    tab, _ = watched  # the browser itself reports the missing file
    tab.goto(f"{host}/tanpa-indeks/search.html?q=pembelian")
    assert found(tab) == ["beras", "gandum"]
    assert "simple search" in tab.locator("#stat").inner_text()


def test_where_webassembly_is_refused_the_simple_search_answers(watched, host):
    tab, _ = watched  # Pagefind itself reports what it could not load
    tab.route("**/wasm.*.pagefind", lambda route: route.abort())
    tab.goto(f"{host}/{SUB_PATH}/search.html?q=pembelian")
    assert found(tab) == ["beras", "gandum"]
    assert "simple search" in tab.locator("#stat").inner_text()


def test_with_neither_index_nor_data_the_page_says_so(watched, host):
    tab, _ = watched
    tab.goto(f"{host}/tanpa-apa-apa/search.html?q=pembelian")
    expect(tab.locator("#stat")).to_contain_text("could not be loaded")


def test_without_script_the_page_leads_elsewhere(browser, host):
    with contextlib.closing(browser.new_context(java_script_enabled=False)) as context:
        tab = context.new_page()
        tab.goto(f"{host}/{SUB_PATH}/search.html")
        assert tab.locator("noscript a").count() == 3

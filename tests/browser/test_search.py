import contextlib
import gzip
import http.server
import re
import threading
import time
from functools import partial

import pytest
from playwright.sync_api import Browser, Page, expect
from search_site import FILLER, TEMPLATES, WRITTEN, write_site

SUB_PATH = "kabar/telaah"
"""The site is served below a path, because that is the harder case."""
ALL = len(WRITTEN)
ANSWERED = re.compile("article|artikel", re.IGNORECASE)
CONTENT = TEMPLATES.parent / "content" / "articles"
VERB = re.compile(r"\b(mem|di)?beli\b")
SCRIPT_LIMIT = 3 * 1024
"""Bytes of the search script, gzipped (budget of the search page)."""
PAGE_LIMIT = 110_000
"""Bytes of the search page with its first result, all transferred."""


class Slow(http.server.SimpleHTTPRequestHandler):
    """Serve a folder without a word; the next articles asked for are as late as `delays` says, in seconds."""

    def do_GET(self):
        if ".pf_fragment" in self.path and self.server.delays:
            time.sleep(self.server.delays.pop(0))
        super().do_GET()

    def log_message(self, *_):
        return


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    served = tmp_path_factory.mktemp("served")
    write_site(served / SUB_PATH)
    write_site(served / "tanpa-indeks", indexed=False)
    write_site(served / "tanpa-apa-apa", indexed=False, data=False)
    return served


@pytest.fixture(scope="module")
def server(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Slow, directory=folder))
    server.delays = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def host(server):
    return f"http://127.0.0.1:{server.server_address[1]}"


@pytest.fixture
def watched(browser: Browser):
    """A page, and what went wrong on it: console errors, exceptions, refusals by the Content Security Policy."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    tab, wrong = context.new_page(), []
    tab.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("dialog", lambda dialog: (wrong.append("a dialog opened"), dialog.dismiss()))
    yield tab, wrong
    context.close()


@pytest.fixture
def tab(watched):
    """A page on which nothing may go wrong."""
    yield watched[0]
    assert watched[1] == []


@pytest.fixture
def search(tab: Page, host: str):
    """Open the search page with a query string and return the ids found."""

    def search(query: str = "") -> list[str]:
        tab.goto(f"{host}/{SUB_PATH}/search.html{query}")
        open_filters(tab)
        return found(tab)

    return search


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


# ---------------------------------------------------------------- what is found


def test_a_verb_finds_pages_that_say_only_its_noun(search):
    assert not any("membeli" in f"{one.title} {one.summary} {one.text}".lower() for one in WRITTEN)
    assert sorted(search("?q=membeli")) == ["beras", "gandum"]


@pytest.mark.parametrize("word", ["kirim", "mengirim", "dikirim"])
def test_any_form_of_a_listed_root_finds_every_page_of_that_root(search, word):
    assert sorted(search(f"?q={word}")) == ["paket", "surat"]


def test_a_page_that_has_the_word_itself_comes_before_one_found_by_its_root(search):
    assert search("?q=mengirim") == ["surat", "paket"]
    assert search("?q=kirim") == ["paket", "surat"]


def test_root_forms_never_show_in_a_result(search, tab):
    search("?q=mengirim")
    by_root = tab.locator("#res li").nth(1)
    assert by_root.locator("mark").count() == 0
    assert by_root.locator(".ex").inner_text() == "Ribuan paket menunggu truk."
    assert tab.locator("#res li").nth(0).locator("mark").inner_text() == "mengirim"


def test_an_english_page_is_found_in_the_same_index(search):
    assert search("?q=harbour") == ["harbour"]


def test_a_quoted_phrase_finds_only_those_words_in_that_order(search, tab):
    assert search('?q="malam hari"') == ["gandum"]
    assert tab.locator("#res mark").all_inner_texts() == ["malam", "hari."]
    assert search('?q="hari malam"') == []
    assert "gandum" in search("?q=hari malam")


def test_a_result_names_outlet_and_printed_date_and_leads_to_sections(search, tab):
    search("?q=pelabuhan")
    first = tab.locator("#res li").first
    assert first.locator(".meta").inner_text() == "Kabar Pagi, tanggal 2022-09-06"
    section = first.locator(".sub a")
    assert section.inner_text() == "Gudang di pelabuhan"
    section.click()
    assert tab.url.endswith(f"/{SUB_PATH}/articles/gandum.html#bagian")


def test_markup_in_an_article_is_shown_as_text(search, tab):
    assert search("?q=matematika") == ["tanda"]
    assert tab.locator("#res h2").inner_text() == "Tanda <b>tebal</b> & <img src=x onerror=alert(1)>"
    assert "<script>alert(1)</script>" in tab.locator("#res .ex").inner_text()
    assert tab.locator("#res img, #res script, #res b").count() == 0


def test_the_word_typed_is_shown_as_text(search, tab):
    assert search("?q=<img src=x onerror=alert(1)> {n} $%26") == []
    assert "<img src=x onerror=alert(1)> {n} $&" in tab.locator("#stat").inner_text()


# ---------------------------------------------------------------- order and filters


def test_without_a_query_everything_is_listed_newest_first_and_undated_last(search, tab):
    first = search()
    assert first[:4] == ["surat", "beras", "harbour", "gandum"]
    assert tab.locator("#stat").inner_text() == f"Articles: {ALL}"
    rest = answer_more(tab)
    assert sorted(rest[-2:]) == ["paket", "tanda"]
    assert len(rest) == ALL


def test_undated_articles_are_kept_and_last_in_both_orders(search, tab):
    assert search("?q=gudang&urut=newest") == ["gandum", "paket"]
    assert search("?q=gudang&urut=oldest") == ["gandum", "paket"]
    assert search("?urut=oldest")[0] == "isi-01"
    assert sorted(answer_more(tab)[-2:]) == ["paket", "tanda"]


def test_order_by_date_holds_for_a_query_too(search):
    assert search("?q=pembelian&urut=newest") == ["beras", "gandum"]
    assert search("?q=pembelian&urut=oldest") == ["gandum", "beras"]


def test_filters_of_different_kinds_narrow_and_of_one_kind_widen(search, tab):
    search()
    assert tick(tab, "outlet", "Kabar Pagi") == ["surat", "harbour", "gandum"]
    assert tick(tab, "topic", "pangan") == ["harbour", "gandum"]
    assert tick(tab, "outlet", "Suara Sore") == ["beras", "harbour", "gandum"]
    assert tick(tab, "year", "2022") == ["harbour", "gandum"]
    assert tick(tab, "language", "id") == ["gandum"]


def test_an_unknown_outlet_and_a_missing_date_can_be_filtered_for(search, tab):
    assert search("?outlet=-") == ["tanda"]
    assert tab.locator("#res .meta").inner_text() == "Outlet not named in the source, tanpa tanggal"
    assert sorted(search("?year=-")) == ["paket", "tanda"]


def test_an_article_of_two_topics_is_found_under_both(search):
    assert "gandum" in search("?topic=pangan")
    assert "gandum" in search("?topic=kota")


def test_the_numbers_beside_the_filters_follow_the_result(search, tab):
    search()
    assert (count(tab, "topic", "pangan"), count(tab, "topic", "lain")) == ("3", str(FILLER))
    search("?q=pembelian")
    assert (count(tab, "topic", "pangan"), count(tab, "topic", "lain")) == ("2", "0")
    assert tab.locator("#facets label.zero:has(input[value='lain'])").is_visible()
    tick(tab, "outlet", "Kabar Pagi")
    assert count(tab, "topic", "pangan") == "1"


def test_nothing_found_says_what_to_do_next(search, tab):
    assert search("?q=zzyzx") == []
    assert tab.locator("#stat").inner_text() == "No article for “zzyzx”. Try another word, or fewer words."
    assert search("?q=gandum&outlet=Suara Sore") == []
    assert "take a filter off" in tab.locator("#stat").inner_text()
    assert answer_to(tab, lambda: tab.click("#clear")) == ["gandum"]
    assert tab.evaluate("document.activeElement.id") == "q"
    assert tab.locator("#clear").is_hidden()


def test_where_nothing_is_found_a_near_keyword_is_offered_and_leads_to_results(search, tab):
    assert search("?q=pilabuhan") == []
    assert tab.locator("#stat a").all_inner_texts() == ["pelabuhan"]
    tab.locator("#stat a").click()
    tab.wait_for_url("**/search.html?q=pelabuhan")
    assert "gandum" in found(tab)
    assert tab.locator("#stat a").count() == 0
    assert search("?q=zzyzx") == []
    assert tab.locator("#stat a").count() == 0


def test_articles_are_filtered_by_keyword(search, tab):
    search()
    assert tick(tab, "keyword", "pelabuhan") == ["gandum"]
    assert count(tab, "keyword", "gandum-kota") == "1"


def test_the_other_language_uses_the_same_index_and_leads_into_its_own_tree(tab, host, folder):
    for address in (f"{host}/{SUB_PATH}/en/", (folder / SUB_PATH / "en").as_uri() + "/"):
        tab.goto(f"{address}search.html?q=pembelian&urut=newest")
        open_filters(tab)
        assert found(tab) == ["beras", "gandum"]
        first = tab.locator("#res li").first
        assert first.locator("h2 a").evaluate("a => a.href") == f"{address}articles/beras.html"
        assert first.locator(".meta").inner_text() == "Suara Sore, day 2023-03-01"
        assert first.get_attribute("lang") == "id"


def test_results_come_ten_at_a_time(search, tab):
    assert len(search()) == 10
    assert len(answer_more(tab)) == ALL
    assert tab.locator("#more").is_hidden()
    assert tab.evaluate("document.activeElement === document.querySelectorAll('#res h2 a')[10]")


def test_pressing_for_more_twice_brings_nothing_twice(search, tab):
    search()
    tab.evaluate("document.querySelector('#more').click(); document.querySelector('#more').click()")
    tab.wait_for_timeout(500)
    assert len(found(tab)) == len(set(found(tab))) == ALL


def answer_more(tab: Page) -> list[str]:
    tab.click("#more")
    expect(tab.locator("#res li")).to_have_count(ALL)
    return found(tab)


# ---------------------------------------------------------------- the address, typing, the keyboard


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


def go_to(tab: Page, reached: str) -> None:
    for _ in range(60):
        tab.keyboard.press("Tab")
        if tab.evaluate(reached):
            return
    pytest.fail(f"the Tab key never leads to: {reached}")


def test_the_number_of_results_is_announced(search, tab):
    search("?q=gandum")
    assert tab.get_by_role("status").inner_text() == "Articles for “gandum”: 1"


# ---------------------------------------------------------------- without the index


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


# ---------------------------------------------------------------- what the page may do, and what it weighs


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


# ---------------------------------------------------------------- the real site, with its frame and its look


def open_real(page, address: str, query: str = "", says: str = "artikel", **options):
    watched = page(**options)
    watched.page.goto(f"{address}search.html{query}")
    expect(watched.page.locator("#stat")).to_contain_text(says)
    return watched


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

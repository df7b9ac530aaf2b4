"""Order and filters of the search, the numbers beside them, and more results than one screenful."""

from search_page import answer_more, answer_to, count, found, open_filters, tick
from search_site import FILLER, SUB_PATH, WRITTEN

ALL = len(WRITTEN)


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

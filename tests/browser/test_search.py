"""What the search finds, and how a result shows it."""

import pytest
from search_site import SUB_PATH, WRITTEN


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


@pytest.mark.parametrize("asked", ["座礁", "渡船", "全員が救助", "1250人", "渡船 港"])
def test_any_part_of_a_text_without_blanks_is_found_and_shown_without(search, tab, asked):
    assert search(f"?q={asked}") == ["tosen"]
    assert " " not in tab.locator("#res h2").inner_text() + tab.locator("#res .ex").inner_text()


@pytest.mark.parametrize("asked", ["礁座", "渡港"])
def test_characters_that_do_not_stand_together_are_not_found(search, asked):
    assert search(f"?q={asked}") == []


def test_a_question_from_right_to_left_does_not_turn_the_answer_round(search, tab):
    assert search("?q=العبّارة") == ["abbara"]
    assert tab.locator("#stat").inner_text() == "Articles for “\u2068العبّارة\u2069”: 1"

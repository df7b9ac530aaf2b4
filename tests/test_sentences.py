"""Sentences: what ends one, and what only looks as if it did."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telaah.languages import language
from telaah.languages.sentences import split

INDONESIAN, ENGLISH = language("id"), language("en")


@pytest.mark.parametrize(
    "parts",
    [
        ("Nilainya Rp 3,8 triliun.", "Jumlah itu naik."),
        ("Harganya Rp. 5.000 per kilo.", "Baca pasal No. 5 dan hal. 7."),
        ("Dr. H. Ir. Budi Santoso datang.", "Letjen (Purn.) Agus dan A.M. Hasan menyusul."),
        ("Ada beras, gula, dll.", "Namun harganya naik."),
        ("Ia tiba pada 3 Sept. 2022 di Kudus.", "Muh. Natsir menyusul."),
        ("“Kami siap.", "Kami akan datang,” kata Budi."),
        ('"Apa?" tanya dia.', '"Ya."', "Ia pergi."),
        ("(Keterangan itu benar.)", "Sidang ditunda sampai Rabu (13/9/2023)."),
        ("Rapat mulai pukul 10.30 WIB.", "Siapa yang hadir?!", "Semua…", "Lalu selesai."),
        ("Ia kekurangan vitamin C.", "Ini biasa terjadi di desa J. K. Rowling."),
        ("Laporan itu dimuat Tribunnews.com kemarin.", "Versi 2.0 menyusul."),
        ("Masih banyak hal.", "Dua di antaranya penting."),
    ],
)
def test_indonesian_sentences_end_where_an_editor_ends_them(parts):
    assert split(" ".join(parts), INDONESIAN) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ("Mr. Smith met the U.S. Army at 10 a.m. Monday.", "It was No. 5 on the list."),
        ("He works for Acme Inc.", "They said no.", "Then they left."),
    ],
)
def test_english_sentences_end_where_an_editor_ends_them(parts):
    assert split(" ".join(parts), ENGLISH) == parts


def test_a_missing_space_is_believed_before_a_word_that_begins_sentences_and_not_in_a_domain():
    assert split("Rapat selesai.Namun hasilnya belum ada.", INDONESIAN) == (
        "Rapat selesai.",
        "Namun hasilnya belum ada.",
    )
    assert len(split("Demikian tulis Kabar.Com kemarin.", INDONESIAN)) == 1


def test_a_number_that_opens_a_paragraph_numbers_a_list():
    assert split("1. Bawa payung. 2. Jangan lupa.", INDONESIAN) == ("1. Bawa payung.", "2. Jangan lupa.")


def test_a_language_we_do_not_carry_still_has_sentences():
    assert split("Ein Satz. Noch einer!", language("xx")) == ("Ein Satz.", "Noch einer!")


def test_nothing_has_no_sentences():
    assert split("  ", INDONESIAN) == ()


@given(st.text(alphabet="aB.!? \n\"”)('1,-", max_size=80))
def test_sentences_are_substrings_in_order_and_lose_nothing_but_space(text):
    at = 0
    for sentence in split(text, INDONESIAN):
        at = text.index(sentence, at) + len(sentence)
        assert sentence == sentence.strip() != ""
    assert "".join("".join(split(text, INDONESIAN)).split()) == "".join(text.split())


@pytest.mark.alone
@pytest.mark.parametrize("text", ["x" * 300_000, "*a" * 150_000, "... sungai. kata ..." * 20_000, "1. " * 100_000])
def test_text_without_an_end_in_sight_costs_no_more_than_its_length(text):
    began = process_time()
    split(text, language("id"))
    assert process_time() - began < 3


def test_full_width_stops_end_sentences_but_not_inside_a_quotation():
    parts = ("市場が再開した。", "組合長は「朝から集まった。来週も。」と話した。", "町は桟橋を造るという。")
    assert split("".join(parts), language("und")) == parts


def test_an_arabic_question_mark_ends_a_sentence():
    assert split("ما هذا؟ قال الرجل إنه لا يعرف.", language("und")) == ("ما هذا؟", "قال الرجل إنه لا يعرف.")

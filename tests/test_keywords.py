"""Keywords: what hangs on words is taken off, verbs and pieces of sentences are none, names leave room for the rest."""

from dataclasses import replace

import pytest
from analysed import article

from telaah.analyse import analyse
from telaah.analyse.candidates import candidates
from telaah.analyse.keywords import keywords
from telaah.analyse.names import names
from telaah.analyse.stop_words import stop_words
from telaah.analyse.verbs import is_verb
from telaah.analyse.weights import weights
from telaah.analyse.words import words
from telaah.languages import language
from telaah.languages.naming import naming

PEOPLE = ("Wati Ningrum", "Joko Pramono", "Siti Rahayu", "Budi Hartono", "Dewi Anggraini", "Agus Salim",
          "Rina Kusuma", "Tono Wibowo", "Lina Marlina", "Hadi Susanto")  # fmt: skip


def keywords_of(*parts, **more):
    return [keyword.text for keyword in analyse(article("a", *parts, **more)).keywords]


def test_a_french_elision_is_no_part_of_the_word_behind_it():
    found = keywords_of(
        "Une écluse pour le canal",
        "Le canal attend l'écluse depuis mars. Pour le maire, l’écluse du canal est un projet d'avenir.",
        "C'est à Brest que l'on construit une écluse. Des canaux de l'Ouest, Brest a le plus long.",
        language="fr",
    )
    assert [text for text in found if "écluse" in text.lower()] == ["écluse"]
    assert not [text for text in found if text.lower().startswith(("l'", "d'", "c'", "l’"))]
    assert "Ouest" in found, "what stands behind the elision begins with a capital of its own"


@pytest.mark.parametrize("sign", ["'", "’"])
def test_an_english_possessive_is_shown_without_its_ending(sign):
    found = keywords_of(
        "Harlow opens a mill",
        f"The old mill is Harlow{sign}s pride. She{sign}s the owner of the mill.",
        f"Visitors admire Harlow{sign}s mill.",
        language="en",
    )
    assert "Harlow" in found
    assert not [text for text in found if sign in text]


def test_a_clitic_is_taken_off_a_known_word_also_where_it_stands_with_nothing_else():
    found = keywords_of("Kabar desa", "Kemarin jembatannya roboh. Menurut warga, jembatannya sudah tua.")
    assert "jembatan" in found
    assert "jembatannya" not in found
    assert "masalah" in keywords_of("Kabar desa", "Kemarin masalah itu muncul. Itu masalah pada masa panen."), (
        "the end of a word is no clitic"
    )


@pytest.mark.parametrize(
    "word", ["membeli", "memakai", "menulis", "menyapu", "mengirim", "berjanji", "digarap", "siapkan", "melawan"]
)
def test_a_word_with_the_prefix_or_the_ending_of_verbs_is_one(word):
    assert is_verb(word, naming("id"))


@pytest.mark.parametrize(
    "word", ["medali", "media", "metode", "berita", "menteri", "dinas", "diskusi", "tembakan", "pasokan", "rumah"]
)
def test_a_noun_that_begins_or_ends_like_a_verb_is_none(word):
    assert not is_verb(word, naming("id"))


def test_verbs_begin_and_end_no_keyword_and_nouns_made_of_verbs_do():
    found = keywords_of(
        "Pabrik gula",
        "Pabrik memasang mesin. Pekerja memasang mesin baru di pabrik. Pembangunan pabrik berjalan.",
        "Pembangunan gudang berjalan. Pembangunan itu mahal, kata pekerja pabrik.",
    )
    assert "pembangunan" in [text.lower() for text in found]
    assert not [text for text in found if text.startswith(("memasang", "berjalan"))]


def test_a_list_of_names_leaves_room_for_what_the_article_is_about():
    things = ("bendungan", "irigasi", "sawah", "benih", "pupuk")
    said = [f"Menurut {name}, {things[at // 2]} itu mahal." for at, name in enumerate(PEOPLE)]
    body = [*said, *[f"Hadir pula {name} di sana." for name in PEOPLE]]
    known, about = language("id"), naming("id")
    text = words("", body, stop_words(known))
    found = candidates(text, names(text), known)

    def named(table):
        return [keyword.text for keyword in keywords(found, about, frozenset(), table) if keyword.text in PEOPLE]

    table = weights("id")
    assert table.name_again < 0
    assert len(named(replace(table, name_again=-1.0))) < len(named(replace(table, name_again=0.0)))


@pytest.mark.parametrize(("word", "makes_way"), [("wilayah", False), ("irigasi", True)])
def test_further_names_give_way_to_a_telling_word_and_to_no_everyday_one(word, makes_way):
    body = [f"Menurut {name}, itu mahal. Hadir pula {name} di sana." for name in PEOPLE]
    body += [f"Di sana ada {word} juga.", f"Untuk {word} itu belum."]
    known = language("id")
    text = words("", body, stop_words(known))
    found, table = candidates(text, names(text), known), weights("id")

    def shown(malus):
        chosen = keywords(found, naming("id"), frozenset(), replace(table, name_again=malus))
        return word in [keyword.text for keyword in chosen]

    assert not shown(0.0), "ten names stand before it"
    assert shown(-3.0) is makes_way


def test_a_piece_of_a_sentence_that_stands_once_is_no_keyword():
    once = "Petugas mencari jalan yang aman."
    assert not [text for text in keywords_of("Kabar gunung", once) if " yang " in text]
    twice = keywords_of("Kabar gunung", "Kemarin hak atas tanah dibahas.", "Warga meminta hak atas tanah.")
    assert "hak atas tanah" in twice


def test_a_word_is_shown_with_the_name_that_mostly_follows_it_and_beside_that_name():
    body = ("Panen di Brebes gagal.", "Menurut dinas, bendungan Brebes bocor.", "Warga memotret bendungan Brebes.")
    found = keywords_of("Kabar air", *body)
    assert {"bendungan Brebes", "Brebes"} <= set(found)
    assert "bendungan" not in found
    often = keywords_of("Kabar air", *body, *["Kemarin bendungan itu dijaga.", "Soal bendungan itu diam."] * 2)
    assert "bendungan" in often, "it stands without the name more often"


def test_a_clipped_name_and_the_whole_are_one_keyword():
    whole = ("Panen di Jawa Barat gagal.", "Kata petani, sawah di Jawa Barat kering.")
    found = keywords_of("Kabar sawah", *whole, "Hujan di Jabar belum turun.")
    assert "Jawa Barat" in found
    assert "Jabar" not in found
    assert {"Jawa Barat", "Jakarta"} <= set(keywords_of("Kabar sawah", *whole, "Hujan di Jakarta belum turun."))


def test_a_known_name_in_a_title_case_headline_keeps_its_capital_though_the_text_lacks_it():
    body = ("Kemarin beras tiba di pelabuhan.", "Menurut petugas, beras itu baru.", "Petugas menghitung beras itu.")
    found = keywords_of("Gudang Beras Korut Dibuka Lagi", *body)
    assert "korut" not in found
    assert "Korut" in found
    assert "Dibuka" not in found


def test_a_name_a_verb_and_a_word_are_a_piece_of_a_sentence_however_often_they_stand():
    twice = keywords_of("Kabar gudang", "Kata warga, Brebes menjual bawang.", "Dulu pun Brebes menjual bawang.")
    assert {"Brebes", "bawang"} <= set(twice)
    assert not [text for text in twice if "menjual" in text]


def test_a_title_with_its_place_before_a_name_is_no_keyword_and_alone_it_may_be():
    before = ("Panen gagal, kata Gubernur Brebes Wati Ningrum.", "Di Brebes, Wati Ningrum menghitung beras.")
    found = keywords_of("Kabar sawah", *before)
    assert {"Brebes", "Wati Ningrum"} <= set(found)
    assert "Gubernur Brebes" not in found
    alone = keywords_of("Kabar sawah", "Panen gagal, kata Gubernur Brebes.", "Menurut Gubernur Brebes, sawah kering.")
    assert "Gubernur Brebes" in alone


def test_words_joined_once_in_passing_are_no_keyword_unless_the_headline_has_them():
    body = ("Petani membawa cangkul dan sabit baru.", "Kemarin petani pulang.")
    assert not [text for text in keywords_of("Kabar petani", *body) if " dan " in text]
    assert [text for text in keywords_of("Petani bawa cangkul dan sabit", *body) if " dan " in text]


def test_abbreviations_alone_adverbs_modifiers_months_and_numerals_are_no_keywords():
    body = "Kemarin Dr Wati datang. Lalu Dr Wati pulang. Tiga perahu tenggelam. Tiga nelayan hilang pada Maret."
    found = [text.lower() for text in keywords_of("Kabar pantai", body)]
    assert any("wati" in text for text in found)
    assert not {"dr", "tiga", "tiga perahu", "tiga nelayan", "maret"} & set(found)
    portuguese = "A ponte caiu lentamente. A ponte velha caiu em agosto. Chama-se ponte nova a outra ponte."
    found = keywords_of("A ponte", portuguese, language="pt")
    assert "ponte" in [text.lower() for text in found]
    assert not {"lentamente", "agosto", "chama-se"} & {text.lower() for text in found}
    english = "The five-week harvest ended. Farmers praised the five-week harvest. See www.harvest.example today."
    found = keywords_of("Harvest", english, language="en")
    assert "harvest" in [text.lower() for text in found]
    assert not [text for text in found if "five-week" in text or "www" in text]


def test_the_address_of_a_site_is_a_keyword_only_where_the_headline_has_it():
    body = "Menurut Kabar.id, panen gagal. Kata Kabar.id, hama wereng datang. Petani menyalahkan hama wereng."
    assert "Kabar.id" not in keywords_of("Panen gagal", body)
    assert "Kabar.id" in keywords_of("Kabar.id ditutup", body)

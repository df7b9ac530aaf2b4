"""Names: whole, without titles, of the right kind, each once with its short forms."""

import pytest
from analysed import article

from telaah.analyse import analyse
from telaah.languages import carried
from telaah.languages.naming import naming


def names_of(*sentences, title="naskah uji", language="id"):
    return analyse(article("a", title, " ".join(sentences), language=language)).names


def told(*sentences, **more):
    return {name.text: name.kind for name in names_of(*sentences, **more)}


def test_titles_are_no_part_of_a_name_and_tell_a_person():
    found = told("Kemarin Menteri Luar Negeri Budi Hartanto bertemu Wakil Presiden Rusia Sergei Ivanenko.")
    assert found == {"Budi Hartanto": "person", "Rusia": "place", "Sergei Ivanenko": "person"}


def test_a_title_alone_is_no_name():
    assert told("Menurut dia, Menteri Pertahanan dan Presiden belum bertemu.") == {}


def test_an_organisation_is_parted_from_its_person():
    found = told("Hal itu dikatakan Ketua Umum Partai Golkar Suryo Wiratmaja dan anggota DPR Ratna Sulastri.")
    assert found == {
        "Partai Golkar": "organisation", "Suryo Wiratmaja": "person", "DPR": "organisation", "Ratna Sulastri": "person",
    }  # fmt: skip


def test_a_ministry_keeps_what_stands_behind_its_dan_and_two_parties_are_two():
    found = told("Kata dia, Kementerian Kelautan dan Perikanan serta Partai Golkar dan Gerindra setuju.")
    assert set(found) == {"Kementerian Kelautan dan Perikanan", "Partai Golkar", "Gerindra"}
    assert set(found.values()) == {"organisation"}


def test_particles_stand_inside_names():
    assert told("Kemarin Abdullah bin Saleh bertemu Hugo van Dijk di Wageningen.") == {
        "Abdullah bin Saleh": "person", "Hugo van Dijk": "person", "Wageningen": "place",
    }  # fmt: skip


def test_a_clipped_name_is_a_form_of_the_whole_and_a_persons_name_is_none():
    found = names_of(
        "Panen di Jawa Barat gagal.", "Menurut petani di Jabar, sawah kering.", "Kata petani, Jabar panas."
    )
    assert [(name.text, name.kind, name.forms) for name in found] == [("Jawa Barat", "place", ("Jabar",))]
    people = told(
        "Kemarin Maria Nandini tiba.", "Menurut Presiden Marina, Maria Nandini sakit.", "Kata Marina, ia sakit."
    )
    assert set(people) == {"Maria Nandini", "Marina"}


def test_an_acronym_has_the_kind_of_what_it_stands_for_and_is_one_of_its_forms():
    found = names_of("Menurut Amerika Serikat (AS), itu salah.", "Kata dia, AS dan DPR menolak.")
    assert [(name.text, name.kind, name.forms) for name in found] == [
        ("Amerika Serikat", "place", ("AS",)), ("DPR", "organisation", ()),
    ]  # fmt: skip


def test_a_short_form_belongs_to_the_person_written_out():
    found = names_of("Lalu Ratna Sulastri berbicara.", "Kata Sulastri, itu benar.", "Di Bogor hujan.")
    assert [(name.text, name.kind, name.forms) for name in found] == [
        ("Ratna Sulastri", "person", ("Sulastri",)), ("Bogor", "place", ()),
    ]  # fmt: skip


def test_the_first_word_of_a_sentence_is_a_name_only_where_something_speaks_for_it():
    assert set(told("Serangan itu gagal.", "Sulastri menyatakan hal itu.", "Kedatangannya dinanti.")) == {"Sulastri"}


def test_an_inflected_word_in_capitals_before_a_name_is_no_part_of_it():
    assert told("Kata dia, Serangan Israel berlanjut.") == {"Israel": "place"}


def test_laws_and_events_are_kept_when_the_article_speaks_of_them_twice():
    once = "Menurut dia, Piala Dunia dimulai."
    assert told(once) == {}
    assert told(once, "Lalu Piala Dunia usai.") == {"Piala Dunia": "other"}


def test_weekdays_and_money_are_no_names():
    assert told("Harga di Bogor Selasa naik Rp9.100 pada Januari lalu.") == {"Bogor": "place"}


def test_a_page_of_capitalised_words_alone_is_divided_however_long_it_is():
    found = names_of("Polisi menyita " + "Wulan Sari " * 3000 + "kemarin.", "Lalu Wulan Sari datang.")
    assert "Wulan Sari" in str(found)


def test_names_are_printed_as_in_the_text():
    text = "Kemarin Duta Besar John O'Neill tiba di Jalan Merdeka Barat No 7, Jakarta Pusat."
    found = told(text)
    assert found == {"John O'Neill": "person", "Jalan Merdeka Barat": "place", "Jakarta Pusat": "place"}
    assert all(name in text for name in found)


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        ("en", "Yesterday President Emmanuel Macron met the Bank of England in London.",
         {"Emmanuel Macron": "person", "Bank of England": "organisation", "London": "place"}),
        ("fr", "Hier le ministre Jean Duvallon a rencontré Angela Merkel à Berlin.",
         {"Jean Duvallon": "person", "Angela Merkel": "person", "Berlin": "place"}),
        ("ms", "Semalam Perdana Menteri Anwar Ibrahim tiba di Kuala Lumpur.",
         {"Anwar Ibrahim": "person", "Kuala Lumpur": "place"}),
    ],
)  # fmt: skip
def test_other_languages_have_names_too(language, sentence, wanted):
    assert told(sentence, title="a title in lower case", language=language) == wanted


def test_every_language_knows_titles_and_countries():
    for code in carried():
        assert naming(code).titles
        assert len(naming(code).places) > 300


def test_a_language_without_words_still_has_names():
    assert told("Jana Mwangi alikuwa hapo na Peter Otieno.", language="sw")["Peter Otieno"] == "person"


@pytest.mark.parametrize(
    ("sentence", "language", "wanted"),
    [
        ("Kemarin di Jakarta-lah Ratna Sulastri berbicara.", "id", {"Jakarta", "Ratna Sulastri"}),
        ("We saw Helen Marlowe's boat near Kyiv's port.", "en", {"Helen Marlowe", "Kyiv"}),
        ("We saw Helen Marlowe’s boat.", "en", {"Helen Marlowe"}),
        ("Kemarin Ma'ruf Hidayat datang.", "id", {"Ma'ruf Hidayat"}),
    ],
)
def test_what_hangs_on_a_name_is_no_part_of_it(sentence, language, wanted):
    assert set(told(sentence, language=language)) == wanted


def test_an_acronym_may_hold_a_hyphen():
    assert told("Kemarin kader PDI-P menolak.") == {"PDI-P": "organisation"}


def test_a_common_first_word_is_no_part_of_the_known_name_behind_it():
    assert told("Opsi Golkar itu ditolak.") == {"Golkar": "organisation"}
    assert told("Ratna Sulastri menolak itu.") == {"Ratna Sulastri": "person"}


def test_what_stands_beside_an_unknown_name_tells_its_kind():
    assert told("Mereka bekerja pada maskapai Wanaraya.") == {"Wanaraya": "organisation"}
    assert told("Rumah itu ada pada tepi Wanaraya, Jakarta Barat.")["Wanaraya"] == "place"

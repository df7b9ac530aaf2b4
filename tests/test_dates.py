import pytest

from telaah.clean.cues import cues
from telaah.clean.dates import date_of, in_zone


@pytest.mark.parametrize(
    ("printed", "language", "value"),
    [
        ("Selasa, 06 September 2022, 11:24 WIB", "id", "2022-09-06T11:24+07:00"),
        ("- 6 September 2022, 16:31 WITA", "id", "2022-09-06T16:31+08:00"),
        ("Kompas.com - 07/09/2022, 09.05 WIB", "id", "2022-09-07T09:05+07:00"),
        ("Jumat, 1 Mei 2020 | 23:59", "id", "2020-05-01T23:59"),
        ("3 Ogos 2021", "ms", "2021-08-03"),
        ("March 3, 2021 at 7:05 pm GMT", "en", "2021-03-03T19:05+00:00"),
        ("3rd March 2021 12:10 AM", "en", "2021-03-03T00:10"),
        ("Published 2021-03-03 07:05 +05:30", "en", "2021-03-03T07:05+05:30"),
        ("12. Oktober 2022, 17:30 Uhr", "de", "2022-10-12T17:30"),
        ("le 1er août 2019 à 8h05", "fr", "2019-08-01T08:05"),
        ("12 de octubre de 2022", "es", "2022-10-12"),
        ("14 марта 2023, 09:42", "ru", "2023-03-14T09:42"),
        ("14 марта 2023, 09:42", "und", "2023-03-14T09:42"),
        ("14. maaliskuuta 2023 klo 9.42", "und", "2023-03-14T09:42"),
        ("3 listopada 2022", "pl", "2022-11-03"),
        ("3 listopada 2022", "hr", "2022-10-03"),
        ("14 de marzo del 2023", "es", "2023-03-14"),
        ("公開：2023年3月14日 午後3時5分", "ja", "2023-03-14T15:05"),
        ("2023/3/14 18:30 更新", "ja", "2023-03-14T18:30"),
        ("2023年3月14日 上午09:42", "zh", "2023-03-14T09:42"),
        ("الثلاثاء 14 مارس 2023 - 09:42 م", "ar", "2023-03-14T21:42"),
        ("الأربعاء ١٥ آذار/مارس ٢٠٢٣", "ar", "2023-03-15"),
        ("14 كانون الثاني 2023", "ar", "2023-01-14"),
    ],
)
def test_a_printed_date_becomes_iso_at_its_own_precision(printed, language, value):
    read = date_of(printed, cues(language))
    assert read is not None
    assert read.value == value


@pytest.mark.parametrize(
    "text",
    ["Rp 3,8 triliun", "Jumat (18/6)", "30 Februari 2022", "tahun 2022", "1950-1953", "pukul 11.24 WIB", "31/13/2022"],
)
def test_what_is_not_a_full_date_is_none(text):
    assert date_of(text, cues("id")) is None


def test_a_month_that_another_language_calls_otherwise_is_not_read_where_the_language_is_not_known():
    assert date_of("3 listopada 2022", cues("und")) is None
    assert date_of("3 marca 2022", cues("und")) is not None  # Polish and Slovak and Slovenian agree


def test_words_beside_a_date_are_told_apart_from_it():
    read = date_of("Rini Astuti - Selasa, 6 September 2022, 11:24 WIB", cues("id"))
    assert read is not None
    assert read.rest == "Rini Astuti"


def test_a_time_without_a_zone_takes_the_outlets_in_force_on_that_day():
    assert in_zone("2022-09-06T11:24", "Asia/Jakarta") == "2022-09-06T11:24+07:00"
    assert in_zone("2022-01-06T11:24", "America/New_York") == "2022-01-06T11:24-05:00"
    assert in_zone("2022-07-06T11:24", "America/New_York") == "2022-07-06T11:24-04:00"
    assert in_zone("2022-09-06T11:24+01:00", "Asia/Jakarta") == "2022-09-06T11:24+01:00"
    assert in_zone("2022-09-06", "Asia/Jakarta") == "2022-09-06"

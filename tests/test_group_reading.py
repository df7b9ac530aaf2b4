"""What one article says: figures with their units, moments at their precision, how sure it words things, its chain."""

from dataclasses import replace

import pytest
from analysed import article

from telaah.analyse import analyse
from telaah.group.provenance import chain
from telaah.group.wording import refers_back, unnamed, unnamed_sources
from telaah.languages.shingles import sampled
from telaah.model import Evidence, Upstream


def read(text, language="id", published=None):
    return analyse(article("satu", "Judul", text, language=language, published=published))


def times(analysis):
    return tuple(each.moment for each in analysis.reading.moments)


@pytest.mark.parametrize(
    ("text", "language", "kind", "unit", "low", "high"),
    [
        ("Armada itu membawa lebih dari 30 rudal balistik.", "id", "count", "rudal balistik", 30, None),
        ("Dewan menyetujui total 11 putaran sanksi terhadap mereka.", "id", "count", "putaran sanksi", 11, 11),
        ("Bantuan senilai 250 juta dolar AS diumumkan.", "id", "money", "USD", 249_500_000, 250_500_000),
        ("Aid worth US$250 million was announced.", "en", "money", "USD", 249_500_000, 250_500_000),
        ("Nilainya setara Rp3,8 triliun.", "id", "money", "IDR", 3.75e12, 3.85e12),
        ("Gudang menyimpan 1.250.000 telur ayam.", "id", "count", "telur ayam", 1_250_000, 1_250_000),
        ("The depot holds 1,250,000 shells.", "en", "count", "shells", 1_250_000, 1_250_000),
        ("Mereka membeli jutaan roket.", "id", "count", "roket", 1e6, 999_999_999),
        ("Mereka menyimpan puluhan juta peluru.", "id", "count", "peluru", 1e7, 99_999_999),
        ("Hampir 40 rumah rusak.", "id", "count", "rumah rusak", 32, 40),
        ("Rapat berlangsung kurang dari empat jam.", "id", "measure", "hour", 0, 4),
        ("Suara partai itu naik 12,5 persen.", "id", "share", "percent", 12.45, 12.55),
        ("Banjir menewaskan 32 orang.", "id", "count", "orang", 32, 32),
        ("At least 50 people were injured.", "en", "count", "people", 50, None),
        ("Longsor itu membuat 14 orang tewas.", "id", "count", "orang tewas", 14, 14),
        ("On May 3, 200 villagers fled.", "en", "count", "villagers fled", 200, 200),
    ],
)
def test_a_figure_has_its_unit_and_its_interval(text, language, kind, unit, low, high):
    (figure,) = read(text, language).reading.figures
    assert (figure.kind, figure.unit, figure.low) == (kind, unit, pytest.approx(low))
    assert figure.high == (None if high is None else pytest.approx(high))
    assert figure.quote.text in text


@pytest.mark.parametrize(
    "text",
    [
        "Ia lahir pada 13 September 2023 di kota itu.",
        "Pasukan memakai Mohajer-6 sejak 2017.",
        "Skor akhir 2-1 untuk tuan rumah.",
        "Rapat dibuka pukul 11.24 WIB.",
        "Itu salah satu jalan menuju ke sana.",
        "Dua tahun lalu mereka bertemu.",
        "Pemilik gudang dijerat pasal 98 undang-undang lingkungan.",
        "Gempa pukul 04.15 merobohkan menara.",
        "Ia mencatat 4, 183 langkah hari itu.",
    ],
)
def test_a_date_a_name_a_score_and_an_article_are_no_figures(text):
    assert read(text).reading.figures == ()


@pytest.mark.parametrize(
    "text", ["Pasar dibuka setiap Senin pagi.", "Pasar Senin ramai.", "Ia pergi pada tiap hari Senin malam."]
)
def test_a_weekday_that_comes_again_and_again_or_is_a_name_is_no_day(text):
    assert times(read(text, "id", "2022-09-06")) == ()


def test_a_day_before_a_month_is_no_figure_where_a_word_joins_the_two():
    found = read("O rio subiu a 5 de julho e levou 5 barcos.", "pt").reading.figures
    assert [figure.quote.text for figure in found] == ["5 barcos"]


@pytest.mark.parametrize(
    ("text", "language", "start", "end", "precision", "basis", "planned"),
    [
        ("Mereka bertemu pada rabu (15/9/21) di timur.", "id", "2021-09-15", "2021-09-15", "day", "stated", False),
        # What lies behind the day of the report is to come, whatever the words.
        ("Ramadan jatuh pada rabu (22/3/23).", "id", "2023-03-22", "2023-03-22", "day", "stated", True),
        ("The first jets arrive in 2027.", "en", "2027", "2027", "year", "stated", True),
        (
            "Kepala dusun dijadwalkan hadir pada Senin, 12 September 2022.",
            "id",
            "2022-09-12",
            "2022-09-12",
            "day",
            "stated",
            True,
        ),
        ("Sidang akan dibuka pada Senin, 12 September.", "id", "2022-09-12", "2022-09-12", "day", "resolved", True),
        (
            "Investigators plan to raise the wreck on September 20.",
            "en",
            "2022-09-20",
            "2022-09-20",
            "day",
            "resolved",
            True,
        ),
        ("Mereka bertemu 6 September 2022.", "id", "2022-09-06", "2022-09-06", "day", "stated", False),
        ("They met on September 6, 2022.", "en", "2022-09-06", "2022-09-06", "day", "stated", False),
        ("Sanksi berlaku sejak tahun 2006.", "id", "2006", "2006", "year", "stated", False),
        ("Perang (1950-1953) memecah negeri.", "id", "1950", "1953", "interval", "stated", False),
        ("Harga naik pada Agustus 2021.", "id", "2021-08", "2021-08", "month", "stated", False),
        ("Pada Juli mereka mengakuinya.", "id", "2022-07", "2022-07", "month", "resolved", False),
        ("Pada Oktober lalu mereka mengakuinya.", "id", "2021-10", "2021-10", "month", "resolved", False),
        ("They met last October.", "en", "2021-10", "2021-10", "month", "resolved", False),
        ("Peluncuran akan diulang pada Oktober.", "id", "2022-10", "2022-10", "month", "resolved", True),
        ("Banjir datang pada Senin.", "id", "2022-09-05", "2022-09-05", "day", "resolved", False),
        ("Banjir datang Senin dini hari.", "id", "2022-09-05", "2022-09-05", "day", "resolved", False),
        ("Tamu tiba kemarin.", "id", "2022-09-05", "2022-09-05", "day", "resolved", False),
        ("Tamu tiba Minggu (4/9).", "id", "2022-09-04", "2022-09-04", "day", "resolved", False),
        ("The talks will resume on Friday.", "en", "2022-09-09", "2022-09-09", "day", "resolved", True),
    ],
)
def test_a_moment_keeps_its_precision(text, language, start, end, precision, basis, planned):
    analysis = read(text, language, "2022-09-06")
    (moment,) = times(analysis)
    assert (moment.start, moment.end, moment.precision) == (start, end, precision)
    assert (moment.basis, moment.planned) == (basis, planned)


@pytest.mark.parametrize(
    ("text", "language", "start"),
    [
        ("Unions called a strike for September 20.", "en", "2022-09-20"),
        ("Bantuan disalurkan mulai 20 September.", "id", "2022-09-20"),
        ("They met on September 20, after the storm.", "en", None),
        ("Mereka bertemu pada 20 September lalu.", "id", None),
        ("The plan to close it was dropped on August 20.", "en", None),
    ],
)
def test_a_day_that_was_a_year_ago_or_comes_soon_comes_where_nothing_looks_back(text, language, start):
    found = times(read(text, language, "2022-09-06"))
    assert [(moment.start, moment.planned) for moment in found] == ([(start, start > "2022-09-06")] if start else [])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vaksin tersedia sejak 10 tahun lalu.", "id"),
        ("Ia pindah dua tahun lalu.", "id"),
        ("Hujan turun dalam beberapa hari ini.", "id"),
    ],
)
def test_several_years_ago_are_not_last_year(text, language):
    assert times(read(text, language, "2022-09-06")) == ()
    assert len(times(read("Vaksin tersedia sejak tahun lalu.", "id", "2022-09-06"))) == 1


@pytest.mark.parametrize(
    ("text", "language"), [("Lelang selesai akhir Oktober.", "id"), ("Work ends in October.", "en")]
)
def test_a_month_that_was_most_of_a_year_ago_or_comes_soon_is_left_out_where_nothing_says_which(text, language):
    assert times(read(text, language, "2022-09-06")) == ()
    assert len(times(read(text, language, "2022-11-06"))) == 1


@pytest.mark.parametrize("text", ["Tamu tiba kemarin.", "Pada Juli mereka mengakuinya.", "Banjir datang pada Senin."])
def test_what_leans_on_an_unknown_date_is_left_out(text):
    analysis = read(text)
    assert times(analysis) == ()
    assert len(times(read(text, published="2022-09-06"))) == 1


def test_the_full_stop_of_a_sentence_is_no_part_of_its_date():
    (moment,) = times(read("They met on March 20.", "en", "2022-09-06"))
    assert moment.quote.text == "March 20"


def test_an_american_date_that_could_be_two_days_is_none():
    analysis = read("It happened on 3/4/2023 there.", "en")
    assert times(analysis) == ()
    analysis = read("It happened on 13/4/2023 there.", "en")
    assert [moment.start for moment in times(analysis)] == ["2023-04-13"]


@pytest.mark.parametrize(
    ("text", "language", "marks"),
    [
        ("Pejabat itu membantah tuduhan tersebut.", "id", ("denied", "alleged")),
        ("Pejabat itu tidak membantah apa pun.", "id", ()),
        ("Kabar itu belum dapat dikonfirmasi.", "id", ()),
        ("Kabar itu sudah dikonfirmasi kementerian.", "id", ("confirmed",)),
        ("Rusia berencana membeli roket.", "id", ("planned",)),
        ("The ministry denied it.", "en", ("denied",)),
        ("The ministry never denied it.", "en", ()),
        ("The court denied both of the motions.", "en", ()),
        ("The driver had been denied a permit.", "en", ()),
        ("Warga belum tentu dituduh mencuri.", "id", ()),
        ("Tendangan Bagas ditepis kiper.", "id", ()),
        ("Camat menepis kabar itu.", "id", ("denied",)),
        ("Kabar itu bukan tuduhan.", "id", ()),
        ("Panitia tak akan hadir.", "id", ()),
        ("Hujan turun di lereng.", "id", ()),
    ],
)
def test_status_is_read_from_words_and_undone_by_negation(text, language, marks):
    assert read(text, language).reading.said[0].status == marks


def test_a_denial_refers_back_only_with_a_phrase_that_does():
    assert refers_back("Mereka membantah klaim tersebut.", "id")
    assert not refers_back("Mereka membantah telah menjual peluru.", "id")
    assert refers_back("All of them denied it.", "en")
    assert not refers_back("They denied that the pump had broken.", "en")


@pytest.mark.parametrize(
    ("text", "language", "source"),
    [
        ("Seorang pejabat intelijen AS percaya stok menipis.", "id", "Seorang pejabat intelijen AS"),
        ("Stok mungkin besar, kata para analis.", "id", "para analis"),
        ("Namun pejabat Rusia dan Korea Utara membantah hal itu.", "id", "pejabat Rusia dan Korea Utara"),
        ("A senior U.S. intelligence official said stocks were low.", "en", "A senior U.S. intelligence official"),
        ("Pejabat AS John Kirby mengatakan stok menipis. Kirby lalu pergi, kata Kirby.", "id", None),
        ("Ia bertemu pejabat setempat di pasar.", "id", None),
        ("Ia mengatakan pejabat setempat sudah pulang.", "id", None),
        ("The pump broke twice, said officials familiar with it.", "en", "officials"),
        ("The pump broke twice, said officials.", "en", "officials"),
        ("The pump broke twice, according to water experts in the town.", "en", "water experts"),
        ("It frightened other people, said engineer Ann Low.", "en", None),
        ("She told people to stay at home.", "en", None),
        ("A port official who declined to be named said it.", "en", "A port official who declined to be named"),
        (
            "Seorang pejabat pelabuhan yang enggan disebut namanya mengatakan pompa rusak.",
            "id",
            "Seorang pejabat pelabuhan yang enggan disebut namanya",
        ),
        ("Uma fonte do porto, que pediu anonimato, disse isso.", "pt", "Uma fonte do porto, que pediu anonimato"),
        ("An official at the port ministry said so.", "en", "An official at the port ministry"),
        ("People in boats he said were lost.", "en", None),
        ("Sumber di lingkungan pelabuhan menyebut pompa rusak.", "id", "Sumber di lingkungan pelabuhan"),
        ("Uma fonte, que pediu anonimato, disse isso.", "pt", "Uma fonte, que pediu anonimato"),
        ("Pompa rusak, kata pejabat itu.", "id", None),
        ("The pump broke, the official said.", "en", None),
    ],
)
def test_an_unnamed_source_is_found_where_something_rests_on_its_word(text, language, source):
    analysis = read(text, language)
    quote = unnamed(analysis, analysis.reading.said[0])
    assert (quote.text if quote else None) == source


def test_whoever_was_told_of_before_is_unnamed_only_where_that_one_is():
    named = read("Pejabat Dinas Air Budi Santoso datang. Pompa rusak, kata pejabat itu.")
    assert unnamed(named, named.reading.said[1]) is None
    hidden = read("Seorang pejabat mengatakan hujan turun. Pompa rusak, kata pejabat itu.")
    again = unnamed(hidden, hidden.reading.said[1])
    assert again
    assert again.text == "Seorang pejabat"


def test_an_article_that_always_means_somebody_told_of_before_is_read_in_proportion():
    said = [f"Rapat nomor {number} selesai di kantor, kata pejabat itu." for number in range(60)]
    told = analyse(article("rapat", "Rapat Anggaran Digelar", *said, language="id"))
    assert sum(each.sourced for each in told.reading.said) == len(said)
    assert unnamed_sources(told) == ()  # each sentence asked all before it, and those theirs: 18 took five seconds


def test_a_chain_leads_from_the_outlet_to_the_first_report_with_line_and_sentence():
    text = "Temuan itu pertama kali dilaporkan oleh Warta Bumi. Seorang pejabat mengatakan hal serupa."
    made = article("satu", "Judul", text, outlet="Kabar Pagi")
    made = replace(
        made,
        paragraphs=(replace(made.paragraphs[0], line=7),),
        upstream=(
            Upstream("Nusa", "footer", Evidence("stated", 12, "Sumber: Nusa")),
            Upstream("Warta Bumi", "first-report", Evidence("stated", 7, "pertama kali dilaporkan oleh Warta Bumi")),
        ),
    )
    analysis = analyse(made)
    hops = chain(analysis, unnamed_sources(analysis))
    assert [(hop.kind, hop.name, hop.how, hop.line) for hop in hops] == [
        ("outlet", "Kabar Pagi", "desk", None),
        ("credit", "Nusa", "footer", 12),
        ("first-report", "Warta Bumi", "first-report", 7),
        ("unnamed", "Seorang pejabat", "lexicon", 7),
    ]
    assert [bool(hop.sentence) for hop in hops] == [False, False, True, True]


def test_a_chain_says_when_nobody_is_credited():
    analysis = analyse(article("satu", "Judul", "Hujan turun."))
    assert [hop.kind for hop in chain(analysis, ())] == ["outlet", "not-stated"]


def test_a_sentence_is_sought_by_its_rarest_words_and_one_too_short_to_say_a_fact_by_none():
    told, short = read("Kilang Balikpapan memproduksi avtur sejak kemarin siang. Itu saja.").reading.said
    assert set(told.stems.split()[:4]) >= {"balik", "kilan", "avtur"}
    assert "sejak" not in told.stems.split()
    assert (short.stems, short.peak) == ("", 0)


def test_the_same_words_give_the_same_shingles_wherever_they_stand_and_in_whatever_case():
    said = "Nelayan menjual ikan tongkol dan cumi kering di pasar lama dekat pelabuhan setiap hari Sabtu pagi"
    alone, later = sampled(said.split()), sampled(["Menurut", "warga", *said.upper().split()])
    assert alone
    assert set(alone) <= set(later)
    assert not set(alone) & set(sampled(said.split()[::-1]))
    assert sampled(said.split()[:2]) == ()

import pytest

from telaah.languages import UNKNOWN, carried, detect, language

TEXTS = {
    "id": "Warga desa itu mengatakan bahwa air sungai naik sejak malam, tetapi mereka belum bisa pergi karena banjir.",
    "ms": "Penduduk kampung itu berkata air sungai naik sejak semalam, namun mereka belum boleh keluar kerana banjir.",
    "en": "The people of the village said that the river had been rising since then, but they could not leave.",
    "de": "Die Leute im Dorf sagen, dass der Fluss seit der Nacht steigt, aber sie können nicht weg.",
    "fr": "Les gens du village disent que la rivière monte depuis la nuit, mais ils ne peuvent pas partir.",
    "es": "La gente del pueblo dice que el río sube desde la noche, pero ellos no se pueden ir.",
    "pt": "As pessoas da aldeia dizem que o rio sobe desde a noite, mas não podem sair de lá.",
    "ar": "قال سكان القرية إن مياه النهر ترتفع منذ الليل، لكن الطريق إلى المدينة ما زال مغلقا ولا أحد منهم يعرف ذلك.",
    "ja": "村の住民によると、川の水は夜から増え続けているが、道が通れないため避難はまだ始まっていないという。",
    "zh": "村民说，河水从夜里开始上涨，但是因为道路中断，他们还没有办法离开，救援人员已经在路上。",
    "nl": "De mensen in het dorp zeggen dat de rivier sinds de nacht stijgt, maar ze kunnen nog niet weg.",
}


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_a_text_is_known_by_its_function_words(code):
    assert detect([TEXTS[code]]) == code


def test_a_report_of_many_names_is_known_by_the_words_between_them():
    text = (
        "Komisi Pemilihan Umum (KPU) Kota Wanasari menetapkan pasangan Ratri Kusumadewi dan Hasan Wirya sebagai "
        "pemenang pemilihan wali kota, Rabu (4/12/2024). Ratri Kusumadewi meraih 52,3 persen suara, mengalahkan "
        "petahana Sutris Hadi yang memperoleh 47,7 persen. Ketua KPU Kota Wanasari Firman Malik mengatakan tingkat "
        "partisipasi pemilih mencapai 71 persen. Sutris Hadi akan menggugat hasil pemilihan ke Mahkamah Konstitusi. "
        "Pelantikan pada Februari."
    )
    assert detect([text]) == "id"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Jakarta",
        "Konserti alkaa kello seitsemän illalla ja ovet avataan puoli tuntia aiemmin kaikille vieraille.",
        "東京は今日も晴れです",
    ],
)
def test_a_text_in_no_language_we_carry_is_unknown(text):
    assert detect([text]) == UNKNOWN


def test_every_language_gives_what_every_stage_asks_for():
    for code, known in carried().items():
        assert known.code == code
        assert sorted(set(known.months.values())) == list(range(1, 13))
        assert {"read_also", "promo", "source_credit", "credit", "first_report", "pagination"} <= set(known.cues)
        assert set(known.roles.values()) <= {"reporter", "author", "editor", "photographer"}
        assert all(phrase == phrase.lower() for phrases in known.cues.values() for phrase in phrases)


def test_a_language_we_do_not_carry_has_no_words():
    assert not language("xx").function_words

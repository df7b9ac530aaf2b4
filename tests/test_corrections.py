"""The public log: read with every mistake named, printed on the pages it is about, and obeyed by all that quotes."""

import json
import re

import pytest
from desk import Desk

CORRECTION = """
[[correction]]
article = "jembatan"
date = 2024-05-08
was = "empat pekan"
now = "enam pekan"
why = "Kami salah menyalin & menghitung."
"""
RETRACTION = """
[[correction]]
article = "sekolah"
kind = "retraction"
date = "2024-05-09"
why = "Dinas membantah bahwa ruang itu ada."
"""
REPLY = """
[[correction]]
topic = "hulu"
kind = "reply"
date = 2024-05-10
by = "Kepala dusun"
now = "Saya tidak pernah berkata begitu."
"""


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path)
    made.article("jembatan")
    made.article("sekolah")
    made.topic("hulu", "jembatan", "sekolah")
    return made


def test_a_correction_stands_on_its_article_in_the_log_and_in_the_data(desk):
    desk.in_english_too()
    desk.log(CORRECTION + REPLY)
    assert desk.said() == []
    page = desk.page("articles/jembatan.html").partition("<body>")[2]
    assert page.index("Ralat, <time") < page.index("Kami salah menyalin &amp; menghitung.") < page.index("enam pekan")
    assert "<del>empat pekan</del>" in page
    assert "Hak jawab Kepala dusun" in desk.page("topics/hulu.html")
    log = desk.page("corrections.html")
    assert log.index("Saya tidak pernah berkata begitu.") < log.index("Kami salah menyalin")
    english = desk.page("en/corrections.html")
    assert "Correction, <time" in english
    assert '<del lang="id">empat pekan</del>' in english
    assert 'href="../corrections.html"' in desk.page("topics/hulu.html")
    data = json.loads(desk.page("data/briefing.json"))
    assert [entry["date"] for entry in data["corrections"]] == ["2024-05-10", "2024-05-08"]
    article = next(each for each in data["articles"] if each["id"] == "jembatan")
    assert (article["updated"], article["corrections"][0]["was"]) == ("2024-05-08", "empat pekan")


def test_a_correction_is_a_comment_in_schema_org_words(desk):
    desk.log(CORRECTION)
    desk.build()
    data = json.loads(re.search(r'ld\+json">(.*?)</script>', desk.page("articles/jembatan.html"))[1])
    (comment,) = data["correction"]
    assert (comment["@type"], comment["datePublished"]) == ("CorrectionComment", "2024-05-08")
    assert "empat pekan" in comment["text"]
    assert "enam pekan" in comment["text"]
    assert data["dateModified"] == "2024-05-08"
    assert "correction" not in desk.page("articles/sekolah.html").partition("ld+json")[2].partition("</script>")[0]


def test_a_log_without_entries_says_what_to_do(desk):
    desk.build()
    assert "Belum ada yang diralat." in desk.page("corrections.html")
    assert "method.html#h-about" in desk.page("corrections.html")


def test_a_retracted_article_keeps_its_page_and_nothing_of_it_is_quoted_anywhere(desk):
    text = "Sekolah dasar di lembah membuka dua ruang kelas baru"
    desk.build()
    assert text in desk.page("topics/hulu.html")  # the search can find something
    desk.log(RETRACTION)
    desk.build()
    page = desk.page("articles/sekolah.html")
    assert ">Ditarik: Sekolah</h1>" in page
    assert "Dinas membantah bahwa ruang itu ada." in page
    assert "Teks ini ditarik" in page
    for path in (desk.folder / "site").rglob("*"):
        if path.is_file():
            assert text.encode() not in path.read_bytes(), path
            assert b"Guru berharap" not in path.read_bytes(), path
    assert "Ditarik: Sekolah" in desk.page("topics/hulu.html")
    data = json.loads(desk.page("data/briefing.json"))
    (topic,) = data["topics"]
    assert "sekolah" in topic["articles"]
    assert [group["articles"] for group in topic["origins"]["groups"]] == [["jembatan"]]
    assert {sentence["article"] for sentence in topic["summary"]} == {"jembatan"}


def test_who_corrects_is_printed_with_what_it_is(desk):
    desk.in_english_too()
    desk.log(RETRACTION + 'by = "RMOL"\n' + CORRECTION + 'by = "Redaksi"\n' + REPLY)
    assert desk.said() == []
    assert "<b>Penarikan oleh RMOL, <time" in desk.page("articles/sekolah.html")
    assert "<b>Retraction by RMOL, <time" in desk.page("en/articles/sekolah.html")
    log = desk.page("corrections.html")
    assert [log.count(label) for label in ("Ralat oleh Redaksi, <", "Hak jawab Kepala dusun, <")] == [1, 1]


def test_an_article_that_is_retracted_alone_leaves_a_topic_that_says_nothing(desk):
    desk.topic("hulu", "jembatan")
    desk.topic("lembah", "sekolah")
    desk.log(RETRACTION)
    assert desk.said() == []
    assert "Ditarik: Sekolah" in desk.page("topics/lembah.html")


def test_an_entry_finds_its_article_by_a_former_id_and_may_outlive_it(desk):
    desk.article("jembatan", None, "aliases: [jembatan-lama]")
    gone = RETRACTION.replace('"sekolah"', '"hilang"\ntitle = "Kabar lama"')
    desk.log(CORRECTION.replace('"jembatan"', '"jembatan-lama"') + gone)
    assert desk.said() == []
    assert "enam pekan" in desk.page("articles/jembatan.html")
    assert "Kabar lama" in desk.page("corrections.html")


def test_an_entry_about_a_draft_names_no_draft(desk):
    desk.article("sekolah", None, "draft: true", title="Rahasia redaksi")
    desk.log(RETRACTION)
    desk.build()
    assert "Halaman yang kini tidak ada di sini" in desk.page("corrections.html")
    assert "Rahasia redaksi" not in desk.page("corrections.html")


def test_every_mistake_of_the_log_is_told_at_its_line(desk):
    desk.log(
        '[[correction]]\narticle = "jembatn"\ndate = 2024-05-08\nwas = "a"\nnow = "b"\nwhy = "c"\n'
        '[[correction]]\ntopic = "hilir"\nkind = "retraction"\ndate = "besok"\nwhy = "c"\n'
        '[[correction]]\narticle = "jembatan"\ntopic = "hulu"\nkind = "ralat"\ndate = 2024-05-08\nwas = ["a"]\n'
        'alasan = "c"\n'
        "[lain]\n"
    )
    codes = [(line.split(": ")[0], line.split("\n")[0].rpartition("[")[2].rstrip("]")) for line in desk.refused()]
    assert codes == [
        ("content/corrections.toml:1", "article-unknown"),
        ("content/corrections.toml:10:8", "date-invalid"),
        ("content/corrections.toml:12:1", "correction-form"),
        ("content/corrections.toml:12:1", "correction-form"),
        ("content/corrections.toml:15:8", "value-unknown"),
        ("content/corrections.toml:17:7", "value-type"),
        ("content/corrections.toml:18:10", "key-unknown"),
        ("content/corrections.toml:19:1", "key-unknown"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("correction = 3\n", "correction-form"),
        ("[correction]\ndate = 2024-05-08\n", "correction-form"),
        ("[[correction]\n", "toml-syntax"),
        ('[[correction]]\ntopic = "hilir"\ndate = 2024-05-08\nwas = "a"\nnow = "b"\nwhy = "c"\n', "topic-unknown"),
    ],
)
def test_a_log_of_another_form_is_a_problem(desk, text, code):
    desk.log(text)
    assert any(f"[{code}]" in problem for problem in desk.refused())
    assert not desk.has("index.html")


def test_a_log_that_is_no_text_is_a_problem(desk):
    (desk.content / "corrections.toml").write_bytes(b"\x00\x01")
    assert "[toml-syntax]" in desk.refused()[0]


def test_a_long_log_is_split_into_pages_whose_addresses_stay(desk):
    desk.log("".join(CORRECTION.replace("enam pekan", f"{number} pekan") for number in range(100)))
    desk.build()
    assert desk.has("corrections.1.html")
    assert "corrections.2.html" in desk.page("corrections.html")


def test_a_retracted_article_still_joins_the_topic_whose_rule_it_meets(desk):
    path = desk.topic("hulu", "jembatan")
    path.write_text(path.read_text("utf-8").replace("articles:", "match: {names: [Guru]}\narticles:"), "utf-8")
    desk.log(RETRACTION)
    desk.build()
    (topic,) = json.loads(desk.page("data/briefing.json"))["topics"]
    assert sorted(topic["articles"]) == ["jembatan", "sekolah"]

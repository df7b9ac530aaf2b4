"""Each short page of cases/read, written by us and named by its trap, is read as the file beside it says."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import told

from telaah.clean import clean
from telaah.clean.plain import plain
from telaah.model import Source, Stated
from telaah.read import read_files
from telaah.settings import Options, Outlets
from telaah.settings import settings as read_settings

CASES = Path(__file__).parent / "cases" / "read"
OUTLETS = read_settings(Options(CASES, Path("site"), Path("templates"))).outlets


@pytest.mark.parametrize("case", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_page_is_read_as_its_case_says(case):
    source = read_files(CASES, [case]).sources[0]
    assert "\n".join(told(clean(source, OUTLETS, case.name))) + "\n" == case.with_suffix(".expected").read_text("utf-8")


LINES = st.lists(
    st.one_of(
        st.text(max_size=80),
        st.sampled_from(
            ["Baca juga: Sesuatu", "Editor: Rini", "Sumber: AP", "6 September 2022, 11:24 WIB", "© 2020 X", "AFP",
             "***",
             "KOTA – Warga desa itu berkumpul di balai pada hari Minggu untuk bermusyawarah.", "Halaman 2 dari 3", ""],
        ),
    ),
    max_size=30,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(LINES)
def test_any_lines_at_all_are_told_apart_without_loss(lines):
    text = "\n".join(line.replace("\r", " ").replace("\n", " ") for line in lines)
    article = clean(_source(text), OUTLETS, "x.txt")
    written = [number for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    assert [line.line for line in article.lines] == written
    assert all(plain(paragraph.text) == paragraph.text for paragraph in article.paragraphs if "<" not in text + "&")
    assert len({paragraph.id for paragraph in article.paragraphs}) == len(article.paragraphs)


def _source(text: str) -> Source:
    return Source("x.txt", "x", "0" * 64, "text", text, 1, Stated(), {})


def test_outlets_are_found_whatever_the_case_spaces_or_hyphens_of_their_names():
    for name in ("AP", "Apnews", "associated press", "The Associated Press", "apnews.com"):
        found = OUTLETS.find(name)
        assert found is not None
        assert found.name == "The Associated Press"
    assert OUTLETS.find("Nobody's Gazette") is None
    assert isinstance(OUTLETS, Outlets)


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("Hasil uji laboratorium keluar pada 29 Januari 2025.", True),
        ("Diperbarui Rabu, 22 Januari 2025.", False),
        ("Jakarta, 22 Januari 2025", False),
    ],
)
def test_a_short_sentence_that_ends_with_a_date_is_text(last, kept):
    first = (
        "Dinas kesehatan mengambil contoh nasi kotak yang dimakan siswa sekolah dasar di lembah itu pada Selasa pagi."
    )
    text = f"Siswa di lembah keracunan nasi kotak\n\n{first}\n\n{last}\n"
    article = clean(_source(text), OUTLETS, "x.txt")
    assert [each.text for each in article.paragraphs] == [first, *([last] if kept else [])]

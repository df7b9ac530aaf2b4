"""A thousand damaged copies of our own pages: no crash, never slow, always a page or a clear problem."""

import random
import time
from pathlib import Path

import pytest

from telaah.clean import clean
from telaah.clean.plain import plain
from telaah.model import Article, Source, Stated
from telaah.read.decode import NotText, decode
from telaah.settings import Options
from telaah.settings import settings as read_settings

CASES = Path(__file__).parent / "cases" / "read"
OUTLETS = read_settings(Options(CASES, Path("site"), Path("templates"))).outlets
PAGES = [path.read_bytes() for path in sorted(CASES.glob("*.txt"))]
EACH = 125
"""Copies damaged in each of the eight ways."""
SLOW = 5.0
"""CPU seconds that one page may take; what else a machine does at the time is not the page's."""


def truncated(page: bytes, chance: random.Random) -> bytes:
    return page[: chance.randrange(len(page))]


def doubled(page: bytes, chance: random.Random) -> bytes:
    return page * chance.randint(2, 5)


def with_flipped_bytes(page: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(page)
    for _ in range(chance.randint(1, 40)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def shuffled(page: bytes, chance: random.Random) -> bytes:
    lines = page.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def with_a_nul(page: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(page))
    return page[:at] + b"\0" + page[at:]


def with_a_lone_surrogate(page: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(page))
    return page[:at] + "\ud800".encode("utf-8", "surrogatepass") + page[at:]


def with_repeated_characters(page: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(page))
    return page[:at] + chance.choice((b"(", b"[", b"<a ", b"**", b"&", b"- ", b"a.", b"/ ", b"[x](")) * 2000 + page[at:]


def without_line_ends(page: bytes, chance: random.Random) -> bytes:
    return page.replace(b"\n", chance.choice((b"", b" ", b"\r", b"\t")))


@pytest.mark.parametrize(
    "damage",
    [
        truncated, doubled, with_flipped_bytes, shuffled, with_a_nul, with_a_lone_surrogate, with_repeated_characters,
        without_line_ends,
    ],
    ids=lambda damage: damage.__name__,
)  # fmt: skip
def test_a_damaged_page_is_read_or_refused_for_a_reason(damage):
    chance = random.Random(damage.__name__)  # noqa: S311 - the same damage at every run
    read = 0
    for number in range(EACH):
        article = outcome(damage(PAGES[number % len(PAGES)], chance))
        read += article is not None
    assert read == 0 if damage is with_a_nul else read > 0


@pytest.mark.parametrize(
    "piece", ["ya ", "Satu kata. ", "(", "a-", "x, ", "12:30 ", "By A B and C ", "[a](http://b) ", "* "]
)
def test_a_line_of_two_megabytes_is_read_in_time(piece):
    page = "Judul Halaman Panjang Sekali\n\n" + piece * (2_000_000 // len(piece)) + "\n\nSatu kalimat penutup saja."
    assert outcome(page.encode()) is not None


def test_two_megabytes_of_short_lines_are_read_in_time():
    assert outcome(b"Satu baris pendek di sini\n\nSatu kalimat yang cukup panjang untuk menjadi isi berita.\n" * 800)


def outcome(raw: bytes) -> Article | None:
    """Read a page; None where its bytes are refused. The promises that hold for every page are checked here."""
    begun = time.process_time()
    try:
        text = decode(raw)
    except NotText:
        return None
    article = clean(Source("x.txt", "x", "0" * 64, "text", text, 1, Stated(), {}), OUTLETS, "x.txt")
    assert time.process_time() - begun < SLOW
    written = [number for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    assert [line.line for line in article.lines] == written
    assert article.paragraphs or [problem.code for problem in article.problems if problem.severity == "error"]
    assert all(paragraph.text == " ".join(paragraph.text.split()) for paragraph in article.paragraphs)
    assert article.title is None or plain(article.title)
    return article

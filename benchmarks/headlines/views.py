"""Benchmark pages become lines that may be a headline, each with its features, and which of them is the headline."""

import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.lines.views import CONVERTERS, truth
from benchmarks.quality.rows import Row, blocks, rows
from telaah.clean import clean
from telaah.clean.classes import headlines
from telaah.clean.headline_features import LABEL_WORDS, NONE, Features
from telaah.clean.lines import is_prose, raw_lines, word_count
from telaah.clean.wrapped import unwrapped
from telaah.model import Source, Stated
from telaah.settings import Outlets

MAX_LETTERS = 200_000
"""Longest page learnt from."""
HEADLINE_WORDS = 25
"""Most words of a headline; what is longer in a data set is a first sentence in its place."""
FRAMED = 2
"""Frames of other pages that a report is put in."""
ALIKE = 0.5
"""Share of words in common from which a line may be the headline in other words, and the page teaches nothing."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Choice:
    """A page's lines that may be its headline, as features; the last stands for having none."""

    id: str
    set: str
    features: tuple[Features, ...]
    right: tuple[bool, ...]
    wanted: str
    texts: tuple[str, ...]


def choices(data: Path, outlets: Outlets) -> Iterator[Choice]:
    """Give pages as four converters write them; reports bare, with their headline and without it, and in a frame."""
    yield from _framed(data, outlets)
    for row in rows(data / "html" / "meta.jsonl.gz", None):
        yield from _page(row["id"], "meta", row["html"], row["title"], outlets)
    for row in rows(data / "html" / "en.jsonl.gz", None):
        read = _title(row["html"], outlets)  # this set knows no headlines
        yield from _page(row["id"], "html", row["html"], read, outlets)
        yield from _bare(row["id"], read, [text for text in row["body"].split("\n") if text.strip()], outlets)
    for row in rows(data / "keywords" / "fr.jsonl.gz", None):
        yield from _bare(f"fr-{row['id']}", row.get("title") or "", list(blocks(row)), outlets)


def _framed(data: Path, outlets: Outlets) -> Iterator[Choice]:
    """Give reports in the frame of another page: its menu and notices above the headline, its teasers in the text."""
    chance = random.Random(17)  # noqa: S311 - the same frames at every run
    pages = [(row, _title(row["html"], outlets)) for row in rows(data / "html" / "en.jsonl.gz", None)]
    frames = [_frame(row) for row in rows(data / "raw" / "en.jsonl.gz", None)]
    for row, title in pages:
        texts = [text for text in row["body"].split("\n") if text.strip()]
        if not title or len(title.split()) > HEADLINE_WORDS or len(texts) < 2:
            continue
        for _ in range(FRAMED):
            labels, notices = chance.choice(frames)
            other, teaser = chance.choice(pages)
            first = other["body"].split("\n")[0]
            above = [*_some(chance, labels, 12), *_some(chance, notices, 4)]
            below = [*_some(chance, notices, 4), *_some(chance, labels, 12)]
            middle = len(texts) // 2
            teasers = [teaser, first] if teaser and chance.random() < 0.5 else []
            chance.shuffle(above)
            whole = [*above, title, *texts[:middle], *teasers, *texts[middle:], *below]
            yield from _choice(row["id"], "framed", "\n\n".join(whole), title, outlets)


def _frame(row: Row) -> tuple[list[str], list[str]]:
    """Return the short lines and the sentences of a page that are not of its text."""
    lines = [line.text for line in raw_lines(row["text"])]
    rest = [text for text, is_text in zip(lines, truth(lines, row["body"]), strict=True) if not is_text]
    return [text for text in rest if word_count(text) <= LABEL_WORDS], [text for text in rest if is_prose(text)]


def _some(chance: random.Random, texts: list[str], most: int) -> list[str]:
    """Return up to so many neighbouring texts."""
    count = chance.randint(0, most)
    start = chance.randint(0, max(0, len(texts) - count))
    return texts[start : start + count]


def _title(page: str, outlets: Outlets) -> str:
    """Return the headline that we read from a page's markup, which is right on nine pages of ten."""
    return clean(Source("p", "p", "0" * 64, "html", page, 1, Stated(), {}), outlets, "p").title or ""


def same(text: str) -> str:
    """Return a headline as compared: NFKC, case folded, quotes and kinds of dashes ignored."""
    folded = re.sub(r"[‘’“”\"'`´]", "", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(re.sub(r"[‐-―]", "-", folded).split())


def _page(id_: str, name: str, html: str, title: str, outlets: Outlets) -> Iterator[Choice]:
    for converter in CONVERTERS.values():
        yield from _choice(id_, name, converter(html), title, outlets)


def _bare(id_: str, title: str, texts: list[str], outlets: Outlets) -> Iterator[Choice]:
    if title and len(title.split()) <= HEADLINE_WORDS and len(texts) > 1:
        yield from _choice(id_, "bare", "\n\n".join((title, *texts)), title, outlets)
        yield from _choice(id_, "no headline", "\n\n".join(texts), "", outlets)


def _choice(id_: str, name: str, text: str, title: str, outlets: Outlets) -> Iterator[Choice]:
    if len(text) > MAX_LETTERS:
        return
    lines = unwrapped(raw_lines(text))
    page = headlines(lines, outlets)
    places = page.candidates()
    texts = [lines[place].text for place in places]
    right = [bool(title) and same(each) == same(title) for each in texts]
    if not any(right) and any(_alike(line.text, title) for line in lines):
        return
    features = [*page.features(places), {NONE: 1.0}]
    yield Choice(id_, name, tuple(features), (*right, not any(right)), title, (*texts, ""))


def _alike(text: str, title: str) -> bool:
    """Say whether a line says the headline in other words, or with something before or behind it."""
    own, wanted = set(_WORD.findall(text.casefold())), set(_WORD.findall(title.casefold()))
    return bool(wanted) and len(own & wanted) >= ALIKE * len(wanted)

"""Benchmark pages become labelled lines: each page as four converters write it, a line true where the body has it."""

import gzip
import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from telaah.clean.classes import measured
from telaah.clean.features import Features
from telaah.clean.lines import RawLine, raw_lines, word_count
from telaah.settings import Outlets

MAX_LINES = 3000
"""Longest page learnt from; one longer would weigh more than ten others."""
LINE_WORDS = 4
"""Words from which a line is searched anywhere in the body; a shorter one must be a whole paragraph of it."""

_TOKEN = re.compile(r"\w+")
_BREAK = "\ue000"  # a private character: text cannot hold it
# What a browser puts on lines of its own.
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "br", "button", "center", "dd", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "label", "li",
        "main", "nav", "ol", "option", "p", "pre", "section", "select", "table", "td", "th", "title", "tr", "ul",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class View:
    """A page as one converter writes it; `real` where the benchmark scores this very text."""

    id: str
    real: bool
    lines: tuple[RawLine, ...]
    features: list[Features]
    counts: list[int]
    truth: list[bool]
    body: str


def views(data: Path, outlets: Outlets) -> Iterator[View]:
    """Give every raw row, and the same page as the other converters write it."""
    rows = list(_rows(data / "raw" / "en.jsonl.gz"))
    for row in rows:
        yield from _view(row["id"], row["text"], row["body"], outlets, real=True)
    taken = {row["id"]: row["converter"] for row in rows}
    for row in _rows(data / "html" / "en.jsonl.gz"):
        for name in CONVERTERS:
            if name != taken.get(row["id"]):
                yield from _view(row["id"], CONVERTERS[name](row["html"]), row["body"], outlets, real=False)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _view(id_: str, text: str, body: str, outlets: Outlets, *, real: bool) -> Iterator[View]:
    lines = raw_lines(text)
    if real or 0 < len(lines) <= MAX_LINES:
        counts = [word_count(line.text) for line in lines]
        yield View(id_, real, lines, measured(lines, outlets), counts, truth([line.text for line in lines], body), body)


# ---------------------------------------------------------------- which lines are the body


def truth(lines: list[str], body: str) -> list[bool]:
    """Say which lines make up the body: the heaviest chain of lines that stand in it one after another."""
    places = _Places(body)
    total = places.size + 1
    weight, origin = [0] * (total + 1), [-1] * (total + 1)  # a tree of best chains by the place where they end
    best: list[tuple[int, int]] = []  # (line, chain before) of each candidate

    def before(place: int) -> tuple[int, int]:
        at, found = place + 1, (0, -1)
        while at > 0:
            found = max(found, (weight[at], origin[at]), key=lambda each: each[0])
            at -= at & -at
        return found

    def add(place: int, value: int, candidate: int) -> None:
        at = place + 1
        while at <= total:
            if value > weight[at]:
                weight[at], origin[at] = value, candidate
            at += at & -at

    for number, line in enumerate(lines):
        new = []
        for start, end, value in places.of(_TOKEN.findall(line)):
            gathered, chain = before(start)
            best.append((number, chain))
            new.append((end, gathered + value, len(best) - 1))
        for each in new:
            add(*each)
    said = [False] * len(lines)
    candidate = before(places.size)[1]
    while candidate >= 0:
        number, candidate = best[candidate]
        said[number] = True
    return said


class _Places:
    """Finds where a line's words stand in a body."""

    def __init__(self, body: str) -> None:
        self.words = _TOKEN.findall(body)
        self.size = len(self.words)
        self.at: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            self.at.setdefault(word, []).append(place)
        self.four = {tuple(self.words[n : n + 4]): n for n in range(self.size - 4, -1, -1)}
        ends, here = [], 0
        for paragraph in body.split("\n"):
            here += len(_TOKEN.findall(paragraph))
            ends.append(here)
        self.starts, self.ends = {0, *ends}, set(ends)
        self.bounds = ends

    def of(self, line: list[str]) -> Iterator[tuple[int, int, int]]:
        """Give (start, end, words) of every place where the line stands; one half in the body has a single place."""
        size = len(line)
        if not line:
            return
        whole = [n for n in self.at.get(line[0], ()) if self.words[n : n + size] == line]
        if size < LINE_WORDS:
            whole = [n for n in whole if n in self.starts and n + size in self.ends]
        for place in whole:
            yield place, place + size, size
        shingles = [tuple(line[n : n + 4]) for n in range(size - 3)]
        known = [shingle for shingle in shingles if shingle in self.four]
        if not whole and len(known) * 2 > len(shingles):
            place = self.four[known[0]]
            yield (
                place,
                self.bounds[bisect_right(self.bounds, place)] if place < self.bounds[-1] else place + 1,
                len(known),
            )


# ---------------------------------------------------------------- as converters write it


def _inscriptis(html: str) -> str:
    from inscriptis import get_text

    return get_text(html)


def _html2text(html: str) -> str:
    import html2text

    writer = html2text.HTML2Text()
    writer.body_width = 0
    writer.ignore_links = writer.ignore_images = writer.ignore_emphasis = True
    return writer.handle(html)


def _resiliparse(html: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    return extract_plain_text(HTMLTree.parse(html), main_content=False, list_bullets=False, alt_texts=False)


def _lxml(html: str) -> str:
    """Return each block element's text as a paragraph."""
    import lxml.html

    root = lxml.html.fromstring(html.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    for element in list(root.iter("script", "style", "noscript", "head", "template")):
        if element.getparent() is not None:
            element.drop_tree()
    for element in root.iter():
        if element.tag in _BLOCKS:
            element.text = _BREAK + (element.text or "")
            element.tail = _BREAK + (element.tail or "")
    paragraphs = (" ".join(part.split()) for part in root.text_content().split(_BREAK))
    return "\n\n".join(filter(None, paragraphs))


CONVERTERS = {"inscriptis": _inscriptis, "html2text": _html2text, "resiliparse": _resiliparse, "lxml-block": _lxml}

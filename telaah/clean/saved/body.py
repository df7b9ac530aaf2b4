"""The tree of a saved page becomes the blocks of its article's text: paragraphs, subheads, quotes, lists and tables."""

import functools
import logging
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lxml import html

from telaah.clean.plain import plain
from telaah.languages.scripts import unspaced_runs
from telaah.model import ParagraphKind

ENOUGH = 250
"""Fewest characters of a text that is believed; trafilatura's own measure for "suspiciously short"."""
WORTH = 3
"""Characters of Latin script that one of a script without blanks stands for: about two of it make a word."""
SUBHEAD_WORDS = 20
"""Most words of a heading that is a subhead; a longer one is a standfirst or a page builder's paragraph."""

_SENTENCE_END = re.compile(r"[.!?…:][\"”’'»)\]*]*$|[”\"»]$")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text as the page marks it up."""

    kind: ParagraphKind
    text: str


def body(root: html.HtmlElement) -> tuple[Block, ...]:
    """Return the blocks of the article that a page holds; none where there is no article.

    trafilatura preferring precision; where that leaves less than `ENOUGH`, trafilatura's balance of both, whose
    retries look further. Comments are left out, nothing is remembered from one page to the next.
    """
    extract = _extractor()
    found = tuple(_blocks(extract(root, True)))
    if _size(found) >= ENOUGH:
        return found
    further = tuple(_blocks(extract(root, False)))
    return further if _size(further) > _size(found) else found


def _size(blocks: Iterable[Block]) -> int:
    """Return how much blocks say in characters of Latin script."""
    return sum(len(each.text) + (WORTH - 1) * sum(len(run[0]) for run in unspaced_runs(each.text)) for each in blocks)


@functools.cache
def _extractor() -> Callable[[html.HtmlElement, bool], html.HtmlElement | None]:
    """Return trafilatura with everything switched off that fetches, guesses dates or remembers."""
    from trafilatura.core import bare_extraction
    from trafilatura.settings import Document

    # Its log says to standard error what explain and check say to the desk.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    logging.getLogger("trafilatura").propagate = False

    def extract(root: html.HtmlElement, precise: bool) -> html.HtmlElement | None:
        document = bare_extraction(
            root, favor_precision=precise, include_comments=False, include_tables=True,
            deduplicate=False, with_metadata=False,
        )  # fmt: skip
        return document.body if isinstance(document, Document) else None

    return extract


def _blocks(found: html.HtmlElement | None) -> Iterator[Block]:
    for element in found if found is not None else ():
        yield from _of(element)
        yield from _block("body", element.tail or "")


def _of(element: html.HtmlElement) -> Iterator[Block]:
    """Give the blocks of one element of trafilatura's tree; its tags are those of TEI."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag == "head":
        words = plain(" ".join(_lines(element)))
        kind: ParagraphKind = "subhead" if len(words.split()) <= SUBHEAD_WORDS else "body"
        yield from _block(kind, words)
    elif tag == "list":
        for item in element.iter("item"):
            yield from _block("list", " ".join(_own_lines(item)))
    elif tag == "table":
        for row in element.iter("row"):
            cells = [plain(" ".join(_lines(cell))) for cell in row.iter("cell")]
            yield from _block("table", " | ".join(cell for cell in cells if cell))
    elif tag != "graphic":
        for part in _paragraphs(element):
            yield from _block("quote" if tag == "quote" else "body", part)


def _block(kind: ParagraphKind, text: str) -> Iterator[Block]:
    text = plain(text)
    if text:
        yield Block(kind, text)


def _paragraphs(element: html.HtmlElement) -> Iterator[str]:
    """Give an element's text, divided at breaks that follow a sentence: many pages make paragraphs of breaks."""
    gathered: list[str] = []
    for line in _lines(element):
        gathered.append(line)
        if _SENTENCE_END.search(line):
            yield " ".join(gathered)
            gathered = []
    if gathered:
        yield " ".join(gathered)


def _lines(element: html.HtmlElement) -> Iterator[str]:
    """Give the lines of an element as its breaks and inner paragraphs divide them."""
    parts: list[str] = []
    for each, text in _texts(element):
        if each in ("lb", "p", "item", "cell", "row", "head", "quote"):
            yield plain("".join(parts))
            parts = []
        parts.append(text)
    yield plain("".join(parts))


def _own_lines(item: html.HtmlElement) -> Iterator[str]:
    """Give the lines of a list item without those of lists inside it, which are items themselves."""
    inner = {each for nested in item.iter("item") if nested is not item for each in nested.iter()}
    parts = [item.text or ""]
    for each in item.iter():
        if each is not item and each not in inner:
            parts += [" " if each.tag == "lb" else "", each.text or ""]
        if each is not item:
            parts.append(each.tail or "" if each.getparent() not in inner else "")
    yield "".join(parts)


def _texts(element: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Give (tag that begins there or nothing, text) in document order."""
    yield "", element.text or ""
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        first = True
        for _, text in _texts(child):
            yield (tag if first else ""), text
            first = False
        # What follows a block begins a line too; what follows a break is the line it began.
        yield ("p" if tag in ("p", "item", "cell", "row", "head", "quote") else ""), child.tail or ""

"""The blocks of a saved article lose what is no text of it: read-also, promotion, bylines, credits, repetition."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telaah.clean.cues import Cues
from telaah.clean.dates import date_of
from telaah.clean.people import byline
from telaah.clean.saved.body import Block
from telaah.clean.saved.claims import folded
from telaah.model import Caption

LABEL_WORDS = 25
"""Most words of a block that a phrase makes clutter; a longer one is a paragraph that mentions it."""
REPEAT_WORDS = 8
"""Fewest words for a paragraph to count as a repetition of another."""
OPENING_WORDS = 20
"""Fewest words of a first paragraph that stays when a picture has the same words for a caption."""
SOURCE_WORDS = 8
"""Most words of a line that names the source of a text."""
REST_WORDS = 4
"""Most words beside a date that stands alone."""
LEFTOVER_WORDS = 30
"""Most words of a read-also or promotion line; the longest seen on real pages has 24."""
DATE_WORDS = 12
"""Most words of a line that is only a date, its labels and counters."""
TITLE_WORDS = 4
"""Fewest words of a line that is a link to another story by its title; shorter links name things."""
HEADS_IN_A_ROW = 3
"""Most subheads that follow each other in an article: part, chapter, section; links to other stories come in more."""
ENDING = 0.5
"""Share of the text that stands before a line for the line to be in its ending."""

_COPYRIGHT = re.compile(r"^(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…:][\"”’'»)\]*]*$|[”\"»]$")
_PROSE = frozenset({"body", "quote"})
_LISTED = frozenset({"list", "subhead"})
# What rules say; those below are kept as metadata and are in no receipt.
HARVESTED = frozenset({"headline", "caption", "role-label", "source-label", "republished-phrase", "page-of-pages"})


@dataclass(frozen=True, slots=True)
class Sorted:
    """A block and the rule that takes it out of the text, or None where it stays."""

    block: Block
    rule: str | None


def sift(
    blocks: Sequence[Block], title: str | None, captions: Sequence[Caption], links: frozenset[str], known: Cues
) -> tuple[Sorted, ...]:
    """Return every block, in order, with the rule that takes it out; `links` are the page's link texts, folded."""
    sieve = _Sieve(title, captions, links, known)
    total = sum(len(block.text) for block in blocks)
    found, before = [], 0
    for block in blocks:
        found.append(Sorted(block, sieve.rule(block, late=before > ENDING * total)))
        before += len(block.text)
    return tuple(_without_ends(found))


class _Sieve:
    """Says of one block after the other whether it is text, remembering what went before."""

    def __init__(self, title: str | None, captions: Sequence[Caption], links: frozenset[str], known: Cues) -> None:
        self.links = links
        self.title = folded(title or "")
        self.captions = {folded(each.text + (each.credit or "")) for each in captions}
        self.captions |= {folded(each.text) for each in captions}
        self.known = known
        self.kept: set[str] = set()
        self.below_read_also = False
        self.prose = 0

    def rule(self, block: Block, *, late: bool) -> str | None:
        key, count = folded(block.text), len(block.text.split())
        rule = self._by_memory(block, key, count) or self._by_words(block, count, late=late)
        # A list right below "read also" is the list of what to read.
        self.below_read_also = rule == "read-also-phrase" or (self.below_read_also and rule == "below-read-also")
        if rule is None:
            self.kept.add(key)
            self.prose += block.kind == "body"
        return rule

    def _by_memory(self, block: Block, key: str, count: int) -> str | None:
        if not any(char.isalpha() for char in block.text) and block.kind != "table":
            return "no-words"
        if key == self.title:
            return "headline"
        if key in self.captions and (self.prose or count < OPENING_WORDS):
            return "caption"
        if self.below_read_also and block.kind in _LISTED:
            return "below-read-also"
        # Instructions, timetables and lists of prices repeat themselves; paragraphs do not.
        return "repeated" if count >= REPEAT_WORDS and block.kind in _PROSE and key in self.kept else None

    def _by_words(self, block: Block, count: int, *, late: bool) -> str | None:
        text, known = block.text, self.known
        if count > LEFTOVER_WORDS or block.kind == "table":
            return None
        if any(True for _ in known.found("republished", text)):
            return "republished-phrase"
        if _COPYRIGHT.match(text) or (known.within("copyright", text) and count <= LABEL_WORDS):
            return "copyright"
        if any(len(match[0]) == len(text) for match in known.found("pagination", text)):
            return "page-of-pages"
        if known.is_furniture(text):
            return "furniture-phrase"
        also = known.begins("read_also", text)
        if also and (also["colon"] or not any(map(str.isalnum, also["rest"]))):
            return "read-also-phrase"
        if (
            count >= TITLE_WORDS
            and folded(text) in self.links
            and block.kind != "subhead"
            and not _SENTENCE_END.search(text)
        ):
            return "link-to-another-page"
        if known.begins("comment_form", text):
            return "comment-form"
        if known.within("promo", text):
            return "promo-phrase"
        return self._by_labels(text, count, late=late)

    def _by_labels(self, text: str, count: int, *, late: bool) -> str | None:
        source = self.known.begins("source_credit", text)
        if source and source["colon"] and count <= SOURCE_WORDS:
            return "source-label"
        if count <= LABEL_WORDS and (late or self.prose < 2) and byline(text, self.known):
            return "role-label"
        date = date_of(text, self.known) if count <= DATE_WORDS and (late or not self.prose) else None
        return "date-alone" if date and len(date.rest.split()) <= REST_WORDS else None


def _without_ends(found: Sequence[Sorted]) -> Iterator[Sorted]:
    """Take out subheads that no text follows: after the last text, or in a row too long to be headings of one text."""
    kept = [number for number, each in enumerate(found) if each.rule is None]
    texts = [number for number in kept if found[number].block.kind != "subhead"]
    last = max(texts, default=-1)
    rows = {number for row in _rows(kept, set(texts)) if len(row) > HEADS_IN_A_ROW for number in row}
    for number, each in enumerate(found):
        alone = each.rule is None and (number > last or number in rows)
        yield Sorted(each.block, "subhead-without-text") if alone else each


def _rows(kept: Sequence[int], texts: set[int]) -> Iterator[list[int]]:
    """Give the runs of subheads between texts."""
    row: list[int] = []
    for number in kept:
        if number in texts:
            yield row
            row = []
        else:
            row.append(number)
    yield row

"""The blocks of a saved article lose what is no text of it: read-also, promotion, bylines, credits, repetition."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telaah.clean.cues import Cues
from telaah.clean.dates import date_of
from telaah.clean.own_words import own_mark
from telaah.clean.people import byline
from telaah.clean.saved.body import Block
from telaah.clean.saved.claims import folded
from telaah.model import Caption

REPEAT_WORDS = 8
"""Fewest words for a paragraph to count as a repetition of another."""
OPENING_WORDS = 20
"""Fewest words of a first paragraph that stays when a picture has the same words for a caption."""
LEFTOVER_WORDS = 30
"""Most words of a read-also or promotion line; the longest seen on real pages has 24."""
NOTE_WORDS = 8
"""Most words of a note that says when a text was changed."""
OPENING = 2
"""Paragraphs before which bylines and dates still belong to the head of a text."""
TITLE_WORDS = 4
"""Fewest words of a line that is a link to another story by its title; shorter links name things."""
NETWORKS = 2
"""Fewest social networks that a short line names when it asks to be followed there."""
COLON_WORDS = 3
"""Most words of a label with a colon, such as "Also:", that goes with the line it announces."""
HEADS_IN_A_ROW = 3
"""Most subheads that follow each other in an article: part, chapter, section; links to other stories come in more."""
ENDING = 0.5
"""Share of the text that stands before a line for the line to be in its ending."""

_END = re.compile(r"[.!?…:][\"”’'»)\]*]*$|[”\"»]$")
# A code of a content system that nobody resolved: [button link="..."].
_CODE = re.compile(r"\[/?[a-z_-]+ [a-z_-]+=[^\]]*\]")
_NETWORKS = re.compile(
    r"\b(?:facebook|twitter|instagram|youtube|telegram|whatsapp|tiktok|linkedin|threads|bluesky|mastodon)\b", re.I
)
_AROUND = frozenset({"byline", "date"})
_PROSE = frozenset({"body", "quote"})
_LISTED = frozenset({"list", "subhead"})
# What rules say; those below are kept as metadata and are in no receipt.
HARVESTED = frozenset(
    {
        "headline",
        "caption",
        "date-alone",
        "role-label",
        "source-label",
        "agency-alone",
        "republished-phrase",
        "page-of-pages",
    }
)


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
        if key == self.title:
            return "headline"
        if key in self.captions and (self.prose or count < OPENING_WORDS):
            return "caption"
        if self.below_read_also and block.kind in _LISTED:
            return "below-read-also"
        # Instructions, timetables and lists of prices repeat themselves; paragraphs do not.
        return "repeated" if count >= REPEAT_WORDS and block.kind in _PROSE and key in self.kept else None

    def _by_words(self, block: Block, count: int, *, late: bool) -> str | None:
        text = block.text
        if count > LEFTOVER_WORDS or block.kind == "table":
            return None
        mark = own_mark(text, self.known)
        # A line in the middle of a text may begin with "By" or hold nothing but a date.
        among = mark is not None and mark.cls in _AROUND and not late and self.prose >= OPENING
        if mark and not among:
            return mark.rule
        also = self.known.begins("read_also", text.rstrip(" .…"))
        if also and not also["rest"]:
            return "read-also-phrase"
        if len(set(map(str.casefold, _NETWORKS.findall(text)))) >= NETWORKS:
            return "promo-phrase"
        if count >= TITLE_WORDS and folded(text) in self.links and block.kind != "subhead" and not _END.search(text):
            return "link-to-another-page"
        if count <= NOTE_WORDS and any(map(str.isdigit, text)) and self._is_note(text):
            return "date-alone" if self.known.begins("updated", text) else "reading-time"
        date = date_of(text, self.known) if self.prose < OPENING else None
        if date and byline(date.rest, self.known):
            return "role-label"
        if block.kind == "subhead" and self.known.begins("most_read", text):
            return "most-read"
        if "©" in text and not _END.search(text):
            return "copyright"
        return "raw-code" if _CODE.search(text) else None

    def _is_note(self, text: str) -> bool:
        return bool(self.known.begins("updated", text)) or self.known.within("reading_time", text)


def _without_ends(found: Sequence[Sorted]) -> Iterator[Sorted]:
    """Take out subheads that no text follows: after the last text, or in a row too long to be headings of one text."""
    kept = [number for number, each in enumerate(found) if each.rule is None]
    texts = [number for number in kept if found[number].block.kind != "subhead"]
    last = max(texts, default=-1)
    rows = {number for row in _rows(kept, set(texts)) if len(row) > HEADS_IN_A_ROW for number in row}
    for number, each in enumerate(found):
        following = found[number + 1].rule if number + 1 < len(found) else None
        label = len(each.block.text.split()) <= COLON_WORDS and each.block.text.endswith((":", "："))
        alone = number > last or number in rows or (label and following is not None)
        yield Sorted(each.block, "subhead-without-text") if alone and each.rule is None else each


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

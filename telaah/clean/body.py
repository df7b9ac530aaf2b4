"""What the line model takes for text becomes the paragraphs of the story, up to its end, each of a kind."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from telaah.clean.lines import LONG_WORDS, RawLine, ends_sentence, word_count
from telaah.clean.marked import Marked
from telaah.model import LineClass

SUBHEAD_WORDS = 12
"""Most words of a subhead; longer lines without a stop are captions or teasers."""
KICKER_WORDS = 5
"""Most words of a section label over the headline."""

_LIST_ITEM = re.compile(r"^\s*(?:[-•*·▪–]|\d{1,2}\\?[.)])\s+\S")
_END_MARK = re.compile(r"[.!?”\"»]\s*\*{2,}\s*$")
_ENDINGS: frozenset[LineClass] = frozenset({"republish_credit", "source_credit"})
_INTERRUPTIONS: frozenset[LineClass] = frozenset({"read_also", "promo", "caption", "image_credit"})


def body(page: Marked, text: frozenset[int]) -> None:
    """Mark what the line model takes for text, up to the end of the story, by the kind of paragraph it is."""
    text |= _resumed(page, text, page.lines, adjoining=True)
    text |= _resumed(page, text, [line for line in reversed(page.lines) if line.number > page.start], adjoining=False)
    end = _end_of_story(page, text)
    story = page.open(line for line in page.lines if line.number < end)
    kept = text & page.prose
    last = max((line.number for line in story if line.number in kept), default=0)
    subheads = {line.number for line in _subheads(page, kept) if line.number < last}
    for line in story:
        if line.number in text or line.number in subheads:
            _kind(page, line, last)


def _end_of_story(page: Marked, text: frozenset[int]) -> int:
    """Return the number of the first closing credit or end mark that has most of the text before it."""
    prose = {line.number for line in page.open(page.lines)} & text & page.prose
    before = 0
    for line in page.lines:
        mark = page.marks.get(line.number)
        before += line.number in prose
        closing = mark is not None and (mark.cls in _ENDINGS or mark.rule in ("copyright", "comment-form"))
        if closing and before * 2 > len(prose):
            return line.number
        if not mark and _END_MARK.search(line.text) and line.number in page.prose:
            return line.number + 1
    return (page.lines[-1].number if page.lines else 0) + 1


def _resumed(page: Marked, text: frozenset[int], lines: Iterable[RawLine], *, adjoining: bool) -> frozenset[int]:
    """Return the prose beyond a read-also line, promo or picture that interrupts the text, maybe with a subhead.

    `adjoining` adds prose right beside the text too: on short copied pages the line model gives up too early.
    """
    resumed, beside, interrupted, passed = set(), False, False, SUBHEAD_WORDS
    for line in lines:
        mark = page.marks.get(line.number)
        if line.number in text:
            beside, interrupted, passed = adjoining, False, 0
        elif passed < SUBHEAD_WORDS and mark and mark.cls in _INTERRUPTIONS:
            interrupted = True
        elif mark is None and (interrupted or beside) and _is_sentence(page, line):
            resumed.add(line.number)
        elif mark is None and passed == 0 and line.number not in page.prose:
            beside, passed = False, word_count(line.text)
        else:
            beside, interrupted, passed = False, False, SUBHEAD_WORDS
    return frozenset(resumed)


def _is_sentence(page: Marked, line: RawLine) -> bool:
    return line.number in page.prose and ends_sentence(line.text)


def _subheads(page: Marked, kept: frozenset[int]) -> Iterator[RawLine]:
    """Give the short lines that stand as subheads between two paragraphs that the line model kept."""
    above: RawLine | None = None
    for line, below in pairwise(page.lines):
        alone = above is not None and above.block != line.block != below.block
        short = word_count(line.text) <= SUBHEAD_WORDS and not line.text[:1].islower()
        if alone and short and above and {above.number, below.number} <= kept:
            yield line
        mark = page.marks.get(line.number)
        if mark is None or mark.cls not in _INTERRUPTIONS:
            above = line


def _kind(page: Marked, line: RawLine, last: int) -> None:
    count = word_count(line.text)
    if line.number in page.prose:
        page.mark(line, "body", "prose")
    elif _LIST_ITEM.match(line.raw):
        page.mark(line, "list", "list-item")
    elif ends_sentence(line.text) and count > 1:
        page.mark(line, "body", "short-sentence")
    elif line.text.endswith(":") and count > KICKER_WORDS:
        page.mark(line, "body", "introduces-a-list")
    elif count <= SUBHEAD_WORDS and line.number < last and not line.text[:1].islower():
        page.mark(line, "subhead", "short-line-between-paragraphs")
    elif count < LONG_WORDS:
        page.mark(line, "body", "like-the-text")

"""The lines of a raw page become classes with reasons: what each line is, and by which rule it was taken for that."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from telaah.clean.credits import agencies_alone, caption_credit, is_credit
from telaah.clean.cues import Cues, cues
from telaah.clean.cuts import trimmed
from telaah.clean.features import Features, features
from telaah.clean.line_model import line_model
from telaah.clean.lines import LONG_WORDS, Mark, RawLine, ends_sentence, is_prose, pairs, word_count, words
from telaah.clean.own_words import own_mark
from telaah.languages import detect, language
from telaah.model import LineClass
from telaah.settings import Outlets

SUBHEAD_WORDS = 12
"""Most words of a subhead; longer lines without a stop are captions or teasers."""
KICKER_WORDS = 5
"""Most words of a section label over the headline."""
HEADLINE_WORDS = (3, 19)
"""Fewest and most words of a headline; on the pages at hand they have 4 to 17, captions up to 45."""
STANDFIRST_WORDS = 45
"""Most words of a standfirst; longer prose over the byline is the page's furniture run together."""
REPEAT_WORDS = 4
"""Fewest words for a line to count as the repeated beginning of another."""

_STATEMENT = re.compile(r"(?:\.[*”\"]*|[:…。])$")
_LIST_ITEM = re.compile(r"^\s*(?:[-•*·▪–]|\d{1,2}\\?[.)])\s+\S")
_END_MARK = re.compile(r"[.!?”\"»]\s*\*{2,}\s*$")
_ENDINGS: frozenset[LineClass] = frozenset({"republish_credit", "source_credit"})
_HEADLINES: frozenset[LineClass] = frozenset({"headline", "duplicate", "byline", "date"})
_INTERRUPTIONS: frozenset[LineClass] = frozenset({"read_also", "promo", "caption", "image_credit"})
_METADATA: frozenset[LineClass] = frozenset({"byline", "date", "caption", "image_credit"})


def classify(
    lines: Sequence[RawLine], known: Cues, outlets: Outlets, function_words: frozenset[str]
) -> Mapping[int, Mark]:
    """Return the class of every line by its number."""
    page = _Page(lines, known, outlets)
    page.by_own_words()
    page.credits()
    page.captions()
    page.headline()
    text = page.text(function_words)
    page.pictures()
    page.head()
    page.repeated(text)
    page.metadata_leftovers(text)
    page.body(text)
    page.rest()
    return page.marks


def measured(lines: Sequence[RawLine], outlets: Outlets) -> list[Features]:
    """Return the features of every line as `classify` gives them to the line model."""
    code = detect([line.text for line in lines if is_prose(line.text)] or [line.text for line in lines])
    page = _Page(lines, cues(code), outlets)
    page.by_own_words()
    page.captions()
    page.headline()
    return features(page.lines, page.marks, page.cues, language(code).function_words)


class _Page:
    """One page while its lines are told apart; each pass marks what it is sure of and leaves the rest."""

    def __init__(self, lines: Sequence[RawLine], known: Cues, outlets: Outlets) -> None:
        self.lines = lines
        self.cues = known
        self.outlets = outlets
        self.marks: dict[int, Mark] = {}
        self.title: RawLine | None = None
        self.prose = frozenset(line.number for line in lines if is_prose(line.text))

    def mark(self, line: RawLine, cls: LineClass, rule: str) -> None:
        self.marks.setdefault(line.number, Mark(cls, rule))

    def open(self, lines: Iterable[RawLine]) -> list[RawLine]:
        """Return the lines that no pass has marked yet."""
        return [line for line in lines if line.number not in self.marks]

    # ---- lines that say themselves what they are

    def by_own_words(self) -> None:
        for line in self.lines:
            mark = own_mark(line.text, self.cues)
            if mark:
                self.marks[line.number] = mark

    def credits(self) -> None:
        """Mark lines that credit an agency for the text and say nothing else."""
        for line in self.open(self.lines):
            if agencies_alone(line.text, self.cues, self.outlets):
                self.mark(line, "source_credit", "agency-alone")

    def captions(self) -> None:
        """Mark captions that carry their own credit."""
        for line in self.open(self.lines):
            if caption_credit(line.text, self.cues, self.outlets):
                self.mark(line, "caption", "caption-with-credit")

    # ---- the headline

    def headline(self) -> None:
        """Find the line of the page's beginning that shares most words with its prose."""
        prose = [line for line in self.lines if line.number in self.prose]
        limit = prose[min(1, len(prose) - 1)].number if prose else self.lines[-1].number if self.lines else 0
        spoken = Counter(word for line in prose for word in set(_terms(line.text)))
        fewest, most = HEADLINE_WORDS
        best, most_shared = None, 0
        for line in self.open(line for line in self.lines if line.number <= limit):
            if not fewest <= word_count(line.text) <= most or _STATEMENT.search(trimmed(line.text)):
                continue
            shared = sum(1 for word in dict.fromkeys(_terms(line.text)) if spoken[word])
            if shared > most_shared:
                best, most_shared = line, shared
        if best is None:
            return
        self.title = best
        self.mark(best, "headline", "shares-most-words-with-the-text")
        for line in self.open(self.lines):
            if line.text == best.text:
                self.mark(line, "headline", "headline-again")
            elif line.text.casefold() == best.text.casefold():
                self.mark(line, "duplicate", "headline-again-in-other-case")

    def text(self, function_words: frozenset[str]) -> frozenset[int]:
        """Return the numbers of the lines that the line model takes for text of the story."""
        measured = features(self.lines, self.marks, self.cues, function_words)
        chosen = line_model().choose(measured, [word_count(line.text) for line in self.lines])
        text = frozenset(line.number for line, is_text in zip(self.lines, chosen, strict=True) if is_text)
        return text or self.prose  # a page too short to be judged by its surroundings

    def pictures(self) -> None:
        """Mark a picture's credit below the headline, and the caption right under it."""
        start = self.title.number if self.title else 0
        for line, below in pairwise(self.lines):
            over = line.number > start and below.block == line.block and line.number not in self.marks
            if over and is_credit(line.text, self.cues, self.outlets):
                self.mark(line, "image_credit", "credit-over-caption")
                self.mark(below, "caption", "below-image-credit")

    # ---- what stands over and right below it

    def head(self) -> None:
        """Mark what stands before the headline, and standfirst and outlet label between it and the text."""
        start = self.title.number if self.title else 0
        above = [line for line in self.lines if line.number < start]
        sizes = Counter(line.block for line in above)
        for line in above:
            alone = line is above[-1] and sizes[line.block] == 1 and word_count(line.text) <= KICKER_WORDS
            if alone and self._is_open(line, "section-name"):
                self.marks[line.number] = Mark("kicker", "label-over-the-headline")
            elif self.title:
                self.mark(line, "furniture", "before-the-headline")
        end = self._end_of_head(start)
        for line in self._right_below_headline(start):
            if line.number < end and line.number in self.prose and word_count(line.text) <= STANDFIRST_WORDS:
                self.mark(line, "standfirst", "between-headline-and-byline")
        for line in self.open(line for line in self.lines if start < line.number <= end):
            if self._is_label(line.text):
                self.mark(line, "outlet_label", "outlet-alone")

    def _right_below_headline(self, start: int) -> Iterator[RawLine]:
        """Give the lines without a mark that follow the headline before any other class does."""
        for line in self.lines:
            mark = self.marks.get(line.number)
            if line.number > start and mark is None:
                yield line
            elif line.number > start and mark and mark.cls not in _HEADLINES:
                return

    def _is_open(self, line: RawLine, rule: str) -> bool:
        """Say whether a line has no mark yet, or only that of this rule."""
        mark = self.marks.get(line.number)
        return mark is None or mark.rule == rule

    def _end_of_head(self, start: int) -> int:
        """Return the number of the last line of metadata that at most one line of prose precedes."""
        end, prose = start, 0
        for line in self.lines:
            if line.number <= start:
                continue
            mark = self.marks.get(line.number)
            if mark is None and line.number in self.prose:
                prose += 1
            elif (mark and mark.cls in _METADATA) or self._is_label(line.text):
                end = line.number
            if prose > 1:
                break
        return end

    def _is_label(self, text: str) -> bool:
        return len(text.split()) <= KICKER_WORDS and is_credit(text, self.cues, self.outlets)

    # ---- repetition

    def repeated(self, text: frozenset[int]) -> None:
        """Keep the first of equal lines and the longest of lines that begin alike; a list may say a thing twice."""
        free = {line.number for line in self.open(self.lines)}
        listed = text - self.prose
        folded = {
            line.number: _folded(line.text) for line in self.lines if line.number in free or self._is(line, "caption")
        }
        in_order, seen = sorted(folded.values()), set()
        for number, folded_text in folded.items():
            long = number in free and len(folded_text.split()) >= REPEAT_WORDS
            if long and folded_text in seen and number not in listed:
                self.marks[number] = Mark("duplicate", "repeated")
            elif long and _begins_another(folded_text, in_order):
                self.marks[number] = Mark("duplicate", "beginning-of-a-longer-line")
            seen.add(folded_text)

    def _is(self, line: RawLine, cls: LineClass) -> bool:
        mark = self.marks.get(line.number)
        return mark is not None and mark.cls == cls

    def metadata_leftovers(self, text: frozenset[int]) -> None:
        """Mark short lines between headline and text that nothing else explains."""
        start = self.title.number if self.title else 0
        end = self._end_of_head(start)
        for line in self.open(line for line in self.lines if start < line.number < end):
            if line.number not in text & self.prose:
                self.mark(line, "furniture", "among-the-metadata")

    # ---- the text

    def body(self, text: frozenset[int]) -> None:
        """Mark what the line model takes for text, up to the end of the story, by the kind of paragraph it is."""
        text |= self._resumed(text, self.lines, adjoining=True)
        start = self.title.number if self.title else 0
        text |= self._resumed(text, [line for line in reversed(self.lines) if line.number > start], adjoining=False)
        end = self._end_of_story(text)
        story = self.open(line for line in self.lines if line.number < end)
        kept = text & self.prose
        last = max((line.number for line in story if line.number in kept), default=0)
        subheads = {line.number for line in self._subheads(kept) if line.number < last}
        for line in story:
            if line.number in text or line.number in subheads:
                self._kind(line, last)

    def _end_of_story(self, text: frozenset[int]) -> int:
        """Return the number of the first closing credit or end mark that has most of the text before it."""
        prose = {line.number for line in self.open(self.lines)} & text & self.prose
        before = 0
        for line in self.lines:
            mark = self.marks.get(line.number)
            before += line.number in prose
            closing = mark is not None and (mark.cls in _ENDINGS or mark.rule in ("copyright", "comment-form"))
            if closing and before * 2 > len(prose):
                return line.number
            if not mark and _END_MARK.search(line.text) and line.number in self.prose:
                return line.number + 1
        return (self.lines[-1].number if self.lines else 0) + 1

    def _resumed(self, text: frozenset[int], lines: Iterable[RawLine], *, adjoining: bool) -> frozenset[int]:
        """Return the prose beyond a read-also line, promo or picture that interrupts the text, maybe with a subhead.

        `adjoining` adds prose right beside the text too: on short copied pages the line model gives up too early.
        """
        resumed, beside, interrupted, passed = set(), False, False, SUBHEAD_WORDS
        for line in lines:
            mark = self.marks.get(line.number)
            if line.number in text:
                beside, interrupted, passed = adjoining, False, 0
            elif passed < SUBHEAD_WORDS and mark and mark.cls in _INTERRUPTIONS:
                interrupted = True
            elif mark is None and (interrupted or beside) and self._is_sentence(line):
                resumed.add(line.number)
            elif mark is None and passed == 0 and line.number not in self.prose:
                beside, passed = False, word_count(line.text)
            else:
                beside, interrupted, passed = False, False, SUBHEAD_WORDS
        return frozenset(resumed)

    def _is_sentence(self, line: RawLine) -> bool:
        return line.number in self.prose and ends_sentence(line.text)

    def _subheads(self, kept: frozenset[int]) -> Iterator[RawLine]:
        """Give the short lines that stand as subheads between two paragraphs that the line model kept."""
        above: RawLine | None = None
        for line, below in pairwise(self.lines):
            alone = above is not None and above.block != line.block != below.block
            short = word_count(line.text) <= SUBHEAD_WORDS and not line.text[:1].islower()
            if alone and short and above and {above.number, below.number} <= kept:
                yield line
            mark = self.marks.get(line.number)
            if mark is None or mark.cls not in _INTERRUPTIONS:
                above = line

    def _kind(self, line: RawLine, last: int) -> None:
        count = word_count(line.text)
        if line.number in self.prose:
            self.mark(line, "body", "prose")
        elif _LIST_ITEM.match(line.raw):
            self.mark(line, "list", "list-item")
        elif ends_sentence(line.text) and count > 1:
            self.mark(line, "body", "short-sentence")
        elif line.text.endswith(":") and count > KICKER_WORDS:
            self.mark(line, "body", "introduces-a-list")
        elif count <= SUBHEAD_WORDS and line.number < last and not line.text[:1].islower():
            self.mark(line, "subhead", "short-line-between-paragraphs")
        elif count < LONG_WORDS:
            self.mark(line, "body", "like-the-text")

    def rest(self) -> None:
        """Mark whatever no rule could place as furniture."""
        for line in self.open(self.lines):
            rule = "outside-the-story" if self.marks else "no-story"
            self.mark(line, "furniture", rule)


def _terms(text: str) -> list[str]:
    """Return the words of a text that carry meaning by their length or their capital, folded, or their like."""
    return [word.casefold() for word in words(text) if len(word) > 3 or word[0].isupper()] + pairs(text)


def _begins_another(text: str, in_order: Sequence[str]) -> bool:
    """Say whether a longer text of a sorted list begins with these words."""
    place = bisect_left(in_order, text + " ")
    return place < len(in_order) and in_order[place].startswith(text + " ")


def _folded(text: str) -> str:
    return " ".join(word.casefold() for word in words(text))

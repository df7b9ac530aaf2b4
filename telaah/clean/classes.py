"""The lines of a raw page become classes with reasons: what each line is, and by which rule it was taken for that."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from telaah.clean.body import KICKER_WORDS, body
from telaah.clean.credits import agencies_alone, caption_credit, is_credit
from telaah.clean.cues import Cues, cues
from telaah.clean.features import Features, features
from telaah.clean.headline import headline
from telaah.clean.headline_features import Headlines
from telaah.clean.line_model import line_model
from telaah.clean.lines import Mark, RawLine, is_prose, word_count, words
from telaah.clean.marked import Marked
from telaah.clean.measures import Measure, measures, remarked
from telaah.clean.own_words import own_mark
from telaah.languages import detect, language
from telaah.model import LineClass
from telaah.settings import Outlets

STANDFIRST_WORDS = 45
"""Most words of a standfirst; longer prose over the byline is the page's furniture run together."""
REPEAT_WORDS = 4
"""Fewest words for a line to count as the repeated beginning of another."""

_HEADLINES: frozenset[LineClass] = frozenset({"headline", "duplicate", "byline", "date"})
_METADATA: frozenset[LineClass] = frozenset({"byline", "date", "caption", "image_credit"})


def classify(
    lines: Sequence[RawLine], known: Cues, outlets: Outlets, function_words: frozenset[str]
) -> Mapping[int, Mark]:
    """Return the class of every line by its number."""
    page = _Page(lines, known, outlets)
    text = page.text(page.first_marks(function_words))
    page.pictures()
    page.head()
    page.repeated(text)
    page.metadata_leftovers(text)
    body(page, text)
    page.rest()
    return page.marks


def headlines(lines: Sequence[RawLine], outlets: Outlets) -> Headlines:
    """Return the page as the choice of its headline is made from it."""
    page, function_words = _page(lines, outlets)
    return Headlines(page.lines, page.by_own_words(function_words), function_words)


def measured(lines: Sequence[RawLine], outlets: Outlets) -> list[Features]:
    """Return the features of every line as `classify` gives them to the line model."""
    page, function_words = _page(lines, outlets)
    return features(page.lines, page.first_marks(function_words))


def _page(lines: Sequence[RawLine], outlets: Outlets) -> tuple["_Page", frozenset[str]]:
    code = detect([line.text for line in lines if is_prose(line.text)] or [line.text for line in lines])
    return _Page(lines, cues(code), outlets), language(code).function_words


class _Page(Marked):
    """One page and the passes over it; each marks what it is sure of and leaves the rest."""

    def first_marks(self, function_words: frozenset[str]) -> list[Measure]:
        """Mark what needs no look at the text, the headline last; return the measures of every line."""
        read = self.by_own_words(function_words)
        self.headline(read, function_words)
        return remarked(read, self.lines, self.marks)

    # ---- lines that say themselves what they are

    def by_own_words(self, function_words: frozenset[str]) -> list[Measure]:
        """Mark labels, dates and phrases, agencies credited for the text and nothing else, captions with a credit."""
        for line in self.lines:
            mark = own_mark(line.text, self.cues)
            if mark:
                self.marks[line.number] = mark
        for line in self.open(self.lines):
            if agencies_alone(line.text, self.cues, self.outlets):
                self.mark(line, "source_credit", "agency-alone")
            elif caption_credit(line.text, self.cues, self.outlets):
                self.mark(line, "caption", "caption-with-credit")
        return measures(self.lines, self.marks, self.cues, function_words)

    # ---- the headline

    def headline(self, read: Sequence[Measure], function_words: frozenset[str]) -> None:
        """Mark the headline wherever it stands on the page."""
        self.title = best = headline(self.lines, read, function_words)
        if best is None:
            return
        self.mark(best, "headline", "most-like-a-headline")
        for line in self.open(self.lines):
            if line.text == best.text:
                self.mark(line, "headline", "headline-again")
            elif line.text.casefold() == best.text.casefold():
                self.mark(line, "duplicate", "headline-again-in-other-case")

    def text(self, read: Sequence[Measure]) -> frozenset[int]:
        """Return the numbers of the lines that the line model takes for text of the story."""
        measured = features(self.lines, read)
        chosen = line_model().choose(measured, [word_count(line.text) for line in self.lines])
        text = frozenset(line.number for line, is_text in zip(self.lines, chosen, strict=True) if is_text)
        return text or self.prose  # a page too short to be judged by its surroundings

    def pictures(self) -> None:
        """Mark a picture's credit below the headline, and the caption right under it."""
        start = self.start
        for line, below in pairwise(self.lines):
            over = line.number > start and below.block == line.block and line.number not in self.marks
            if over and is_credit(line.text, self.cues, self.outlets):
                self.mark(line, "image_credit", "credit-over-caption")
                self.mark(below, "caption", "below-image-credit")

    # ---- what stands over and right below it

    def head(self) -> None:
        """Mark what stands before the headline, and standfirst and outlet label between it and the text."""
        start = self.start
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
            line.number: _folded(line.text) for line in self.lines if line.number in free or self.has(line, "caption")
        }
        in_order, seen = sorted(folded.values()), set()
        for number, folded_text in folded.items():
            long = number in free and len(folded_text.split()) >= REPEAT_WORDS
            if long and folded_text in seen and number not in listed:
                self.marks[number] = Mark("duplicate", "repeated")
            elif long and _begins_another(folded_text, in_order):
                self.marks[number] = Mark("duplicate", "beginning-of-a-longer-line")
            seen.add(folded_text)

    def metadata_leftovers(self, text: frozenset[int]) -> None:
        """Mark short lines between headline and text that nothing else explains."""
        start = self.start
        end = self._end_of_head(start)
        for line in self.open(line for line in self.lines if start < line.number < end):
            if line.number not in text & self.prose:
                self.mark(line, "furniture", "among-the-metadata")

    def rest(self) -> None:
        """Mark whatever no rule could place as furniture."""
        for line in self.open(self.lines):
            rule = "outside-the-story" if self.marks else "no-story"
            self.mark(line, "furniture", rule)


def _begins_another(text: str, in_order: Sequence[str]) -> bool:
    """Say whether a longer text of a sorted list begins with these words."""
    place = bisect_left(in_order, text + " ")
    return place < len(in_order) and in_order[place].startswith(text + " ")


def _folded(text: str) -> str:
    return " ".join(words(text)).casefold()

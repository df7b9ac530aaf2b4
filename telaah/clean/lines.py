"""The lines of a raw page become classes with reasons: what each line is, and by which rule it was taken for that."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from telaah.clean.credits import caption_credit, is_credit
from telaah.clean.cues import Cues
from telaah.clean.cuts import trimmed
from telaah.clean.dates import date_of
from telaah.clean.people import byline
from telaah.clean.plain import plain
from telaah.model import LineClass
from telaah.settings import Outlets

PROSE_WORDS = 8
"""Fewest words of a line that ends like a sentence and is prose whatever stands around it."""
LONG_WORDS = 20
"""Fewest words of a line that is prose even without a stop at its end; headlines on real pages have up to 18."""
SUBHEAD_WORDS = 12
"""Most words of a subhead; longer lines without a stop are captions or teasers."""
KICKER_WORDS = 5
"""Most words of a section label over the headline."""
HEADLINE_WORDS = (3, 19)
"""Fewest and most words of a headline; on the pages at hand they have 4 to 17, captions up to 45."""
DATE_REST_WORDS = 5
"""Most words beside a date on a date line: a name or a section; a sentence that holds a date has more."""
REPEAT_WORDS = 4
"""Fewest words for a line to count as the repeated beginning of another."""

_SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]*]*$|[”\"»]$")
_STATEMENT = re.compile(r"(?:\.[*”\"]*|[:…])$")
_LIST_ITEM = re.compile(r"^(?:[-•*·▪–]|\d{1,2}[.)])\s+\S")
_END_MARK = re.compile(r"\*{2,}\s*$")
_COPYRIGHT = re.compile(r"^(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_WORDS = re.compile(r"\w+(?:[-'’.]\w+)*")
_ENDINGS: frozenset[LineClass] = frozenset({"republish_credit", "source_credit"})


@dataclass(frozen=True, slots=True)
class RawLine:
    """A non-blank line: its 1-based number, as written, as plain text, and the run of lines it stands in."""

    number: int
    raw: str
    text: str
    block: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line was taken for, and why."""

    cls: LineClass
    rule: str


def raw_lines(text: str) -> tuple[RawLine, ...]:
    """Return the non-blank lines of a page."""
    lines, block, blank = [], 0, True
    for number, raw in enumerate(text.split("\n"), 1):
        if not raw.strip():
            blank = True
            continue
        block += blank
        blank = False
        lines.append(RawLine(number, raw, plain(raw), block))
    return tuple(lines)


def is_prose(text: str) -> bool:
    """Say whether a line reads as running text by itself, whatever is glued to its end."""
    text = trimmed(text)
    count = len(_WORDS.findall(text))
    return count >= LONG_WORDS or (count >= PROSE_WORDS and bool(_SENTENCE_END.search(text)))


def classify(lines: Sequence[RawLine], cues: Cues, outlets: Outlets) -> Mapping[int, Mark]:
    """Return the class of every line by its number."""
    reader = _Page(lines, cues, outlets)
    reader.by_own_words()
    reader.captions()
    reader.headline()
    reader.pictures()
    reader.head()
    reader.repeated()
    reader.metadata_leftovers()
    reader.body()
    reader.rest()
    return reader.marks


class _Page:
    """One page while its lines are told apart; each pass marks what it is sure of and leaves the rest."""

    def __init__(self, lines: Sequence[RawLine], cues: Cues, outlets: Outlets) -> None:
        self.lines = lines
        self.cues = cues
        self.outlets = outlets
        self.marks: dict[int, Mark] = {}
        self.title: RawLine | None = None

    def mark(self, line: RawLine, cls: LineClass, rule: str) -> None:
        self.marks.setdefault(line.number, Mark(cls, rule))

    def open(self, lines: Iterable[RawLine]) -> list[RawLine]:
        """Return the lines that no pass has marked yet."""
        return [line for line in lines if line.number not in self.marks]

    # ---- lines that say themselves what they are

    def by_own_words(self) -> None:
        for line in self.lines:
            mark = self._own(line)
            if mark:
                self.marks[line.number] = mark

    def _own(self, line: RawLine) -> Mark | None:
        text, cues = line.text, self.cues
        count = len(_WORDS.findall(text))
        if not any(char.isalpha() for char in text):
            return Mark("furniture", "no-words")
        if _COPYRIGHT.match(text) or (cues.within("copyright", text) and count < LONG_WORDS):
            return Mark("furniture", "copyright")
        if any(match.start() < PROSE_WORDS for match in cues.found("republished", text)):
            return Mark("republish_credit", "republished-phrase")
        if any(len(match[0]) == len(text) for match in cues.found("pagination", text)):
            return Mark("pagination", "page-of-pages")
        if cues.is_furniture(text):
            return Mark("furniture", "furniture-phrase")
        return self._labelled(text, count)

    def _labelled(self, text: str, count: int) -> Mark | None:
        cues = self.cues
        also = cues.begins("read_also", text)
        if also and (also["colon"] or not also["rest"]):
            return Mark("read_also", "read-also-phrase")
        if cues.begins("comment_form", text):
            return Mark("furniture", "comment-form")
        source = cues.begins("source_credit", text)
        if source and source["colon"] and count < PROSE_WORDS:
            return Mark("source_credit", "source-label")
        if count < LONG_WORDS and byline(text, cues):
            return Mark("byline", "role-label")
        date = date_of(text, cues) if count < LONG_WORDS else None
        if date and len(date.rest.split()) <= DATE_REST_WORDS and not _SENTENCE_END.search(date.rest):
            return Mark("date", "date-alone")
        if count < LONG_WORDS and cues.within("promo", text):
            return Mark("promo", "promo-phrase")
        return None

    def captions(self) -> None:
        """Mark captions that carry their own credit."""
        for line in self.open(self.lines):
            if caption_credit(line.text, self.cues, self.outlets):
                self.mark(line, "caption", "caption-with-credit")

    # ---- the headline

    def headline(self) -> None:
        """Find the line of the page's beginning that shares most words with its prose."""
        prose = [line for line in self.lines if is_prose(line.text)]
        limit = prose[min(1, len(prose) - 1)].number if prose else self.lines[-1].number if self.lines else 0
        spoken = Counter(word for line in prose for word in set(_terms(line.text)))
        fewest, most = HEADLINE_WORDS
        best, most_shared = None, 0
        for line in self.open(line for line in self.lines if line.number <= limit):
            if not fewest <= len(_WORDS.findall(line.text)) <= most or _STATEMENT.search(trimmed(line.text)):
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

    def pictures(self) -> None:
        """Mark a picture's credit below the headline, and the caption right under it."""
        start = self.title.number if self.title else 0
        for line, below in zip(self.lines, self.lines[1:], strict=False):
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
        for line in self.open(above):
            alone = line is above[-1] and sizes[line.block] == 1 and len(_WORDS.findall(line.text)) <= KICKER_WORDS
            if alone:
                self.mark(line, "kicker", "label-over-the-headline")
            elif self.title:
                self.mark(line, "furniture", "before-the-headline")
        end = self._end_of_head(start)
        for line in self.open(line for line in self.lines if start < line.number < end):
            if is_prose(line.text):
                self.mark(line, "standfirst", "between-headline-and-byline")
        for line in self.open(line for line in self.lines if start < line.number <= end):
            if self._is_label(line.text):
                self.mark(line, "outlet_label", "outlet-alone")

    def _end_of_head(self, start: int) -> int:
        """Return the number of the last line of metadata that at most one line of prose precedes."""
        end, prose = start, 0
        for line in self.lines:
            if line.number <= start:
                continue
            mark = self.marks.get(line.number)
            if mark is None and is_prose(line.text):
                prose += 1
            elif (mark and mark.cls in ("byline", "date", "caption", "image_credit")) or self._is_label(line.text):
                end = line.number
            if prose > 1:
                break
        return end

    def _is_label(self, text: str) -> bool:
        return is_credit(text, self.cues, self.outlets) and len(text.split()) <= KICKER_WORDS

    # ---- repetition

    def repeated(self) -> None:
        """Keep the first of equal lines and the longest of lines that begin alike."""
        free = {line.number for line in self.open(self.lines)}
        folded = {
            line.number: _folded(line.text)
            for line in self.lines
            if line.number in free or self.marks[line.number].cls == "caption"
        }
        in_order, seen = sorted(folded.values()), set()
        for number, words in folded.items():
            long = number in free and len(words.split()) >= REPEAT_WORDS
            if long and words in seen:
                self.marks[number] = Mark("duplicate", "repeated")
            elif long and _begins_another(words, in_order):
                self.marks[number] = Mark("duplicate", "beginning-of-a-longer-line")
            seen.add(words)

    def metadata_leftovers(self) -> None:
        """Mark short lines between headline and text that nothing else explains."""
        start = self.title.number if self.title else 0
        end = self._end_of_head(start)
        for line in self.open(line for line in self.lines if start < line.number < end):
            self.mark(line, "furniture", "among-the-metadata")

    # ---- the text

    def body(self) -> None:
        """Mark prose up to the end of the story; short lines between prose are subheads, quotes or list items."""
        end = self._end_of_story()
        story = [line for line in self.lines if line.number < end]
        last = max((line.number for line in self.open(story) if is_prose(line.text)), default=0)
        for line in self.open(story):
            if is_prose(line.text):
                self.mark(line, "body", "prose")
            elif line.number <= last or self._right_below(line, last):
                self._short(line, last)

    def _end_of_story(self) -> int:
        """Return the number of the first closing credit or end mark that has most of the prose before it."""
        prose = [line.number for line in self.open(self.lines) if is_prose(line.text)]
        for line in self.lines:
            mark = self.marks.get(line.number)
            closing = mark is not None and (mark.cls in _ENDINGS or mark.rule in ("copyright", "comment-form"))
            if closing and sum(number < line.number for number in prose) * 2 > len(prose):
                return line.number
            if _END_MARK.search(line.text) and not mark:
                return line.number + 1
        return (self.lines[-1].number if self.lines else 0) + 1

    def _right_below(self, line: RawLine, last: int) -> bool:
        """Say whether a line after the last long one still reads as a sentence of the story."""
        between = [other for other in self.lines if last < other.number < line.number]
        ends = bool(_SENTENCE_END.search(line.text)) and len(_WORDS.findall(line.text)) >= REPEAT_WORDS
        return (
            bool(last)
            and ends
            and all(self.marks.get(other.number) is None or self._in_body(other) for other in between)
        )

    def _in_body(self, line: RawLine) -> bool:
        mark = self.marks.get(line.number)
        return mark is not None and mark.cls == "body"

    def _short(self, line: RawLine, last: int) -> None:
        count = len(_WORDS.findall(line.text))
        if _LIST_ITEM.match(line.text):
            self.mark(line, "list", "list-item")
        elif _SENTENCE_END.search(line.text) and count > 1:
            self.mark(line, "body", "short-sentence")
        elif count <= SUBHEAD_WORDS and line.number < last and not line.text[:1].islower():
            self.mark(line, "subhead", "short-line-between-paragraphs")

    def rest(self) -> None:
        """Mark whatever no rule could place as furniture."""
        for line in self.open(self.lines):
            rule = "outside-the-story" if self.marks else "no-story"
            self.mark(line, "furniture", rule)


def _terms(text: str) -> list[str]:
    """Return the words of a text that carry meaning by their length or their capital, folded."""
    return [word.casefold() for word in _WORDS.findall(text) if len(word) > 3 or word[0].isupper()]


def _begins_another(words: str, in_order: Sequence[str]) -> bool:
    """Say whether a longer text of a sorted list begins with these words."""
    place = bisect_left(in_order, words + " ")
    return place < len(in_order) and in_order[place].startswith(words + " ")


def _folded(text: str) -> str:
    return " ".join(word.casefold() for word in _WORDS.findall(text))

"""Each line of a page becomes measured features, on which the line model decides whether it belongs to the text.

Every feature lies between 0 and 1; those that are 0 are left out. benchmarks/fit_lines.py fits the weights.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log2

from telaah.clean.cues import Cues
from telaah.clean.lines import LONG_WORDS, PROSE_WORDS, Mark, RawLine, ends_sentence, word_count, words

Features = dict[str, float]

SPOKEN = 0.12
"""Least share of function words in running text of a language we carry; lists of names and products have less."""
USUAL_SHARE = 0.3
"""Share of function words supposed where the page's language is not one we carry: what running text has elsewhere."""
SEGMENT_WORDS = 60
"""Words from which a paragraph counts no more towards the densest stretch, so that one long notice does not win."""
SEGMENT_COST = 0.6
"""What a line between paragraphs costs the densest stretch, in tens of words."""
LABEL_WORDS = 8
"""Most words of a line that heads a comment section or a list of other pages."""

_BULLET = re.compile(r"\s*(?:[*•·▪‣◦■●]|[-–+](?=\s))")
_HEADING = re.compile(r"\s*(?:[*•]\s+)?#{1,6}(?:\s|$)")
_LINK = re.compile(r"\]\(|https?:|www\.|\S@\S+\.\w|(?:^|\s)@\w")
_SEPARATOR = re.compile(r"\s[|/•·»›>]\s|[|»›]")
_INNER_STOP = re.compile(r"[.!?…][\"”’')\]]*\s+[\"“‘'(\[]*[^\W_a-z]")
_OPENING_QUOTE = ('"', "“", "‘", "'", "«", "„")
_FRAME = frozenset({"phrase", "copyright", "no_words", "read_also", "comment_form", "promo", "republished"})


@dataclass(frozen=True, slots=True)
class _Line:
    """What one line says without its neighbours."""

    text: str
    count: int
    ends: bool
    spoken: int
    kind: str
    prose: bool
    bullet: bool
    heading: bool
    indent: int
    terms: frozenset[str]

    @property
    def frame(self) -> bool:
        """Whether a rule took the line for the page's furniture."""
        return self.kind in _FRAME


def features(
    lines: Sequence[RawLine], marks: Mapping[int, Mark], cues: Cues, function_words: frozenset[str]
) -> list[Features]:
    """Return the features of every line; `marks` are those that rules made by a line's own words."""
    read = _read(lines, marks, function_words)
    start, end = _densest(read)
    page = _Page(lines, read, start, end, cues)
    found = []
    for place, line in enumerate(read):
        values = dict(_own(line, cues))
        values.update(_beside(read, place))
        values.update(page.around(place))
        values.update(page.position(place))
        values.update(page.company(place))
        found.append({name: float(value) for name, value in values.items() if value})
    return found


# ---------------------------------------------------------------- a line by itself


def _read(lines: Sequence[RawLine], marks: Mapping[int, Mark], function_words: frozenset[str]) -> list[_Line]:
    split = [words(line.text) for line in lines]
    counts = [word_count(line.text) for line in lines]
    spoken = [sum(word.lower() in function_words for word in found) for found in split]
    long = [n for n, count in enumerate(counts) if count >= PROSE_WORDS * 2]
    if sum(spoken[n] for n in long) < SPOKEN * sum(counts[n] for n in long):
        spoken = [round(USUAL_SHARE * count) for count in counts]
    read = []
    for line, found, count, heard in zip(lines, split, counts, spoken, strict=True):
        mark = marks.get(line.number)
        ends = ends_sentence(line.text)
        prose = count >= LONG_WORDS or (ends and count >= PROSE_WORDS)
        read.append(
            _Line(
                text=line.text,
                count=count,
                ends=ends,
                spoken=heard,
                kind=_kind(mark),
                prose=prose and mark is None and heard >= SPOKEN * count,
                bullet=bool(_BULLET.match(line.raw)),
                heading=bool(_HEADING.match(line.raw)),
                indent=len(line.raw) - len(line.raw.lstrip()),
                terms=frozenset(word.lower() for word in found if len(word) > 3),
            )
        )
    return read


def _kind(mark: Mark | None) -> str:
    """Return the group of rules that marked a line, by which the model knows it."""
    if mark is None:
        return ""
    if mark.cls == "furniture":
        own = {"copyright": "copyright", "no-words": "no_words", "comment-form": "comment_form"}
        return own.get(mark.rule, "phrase")
    groups: Mapping[str, str] = {
        "read_also": "read_also", "promo": "promo", "republish_credit": "republished", "caption": "caption",
        "byline": "byline", "date": "date", "headline": "headline", "duplicate": "headline",
    }  # fmt: skip
    return groups.get(mark.cls, "")


def _own(line: _Line, cues: Cues) -> Iterator[tuple[str, float]]:
    text, count = line.text, line.count
    label = count < LONG_WORDS
    share = line.spoken / count if count else 0
    yield "words", _log(count, 6)
    yield "one_word", count <= 1
    yield "up_to_9_words", 5 <= count <= 9
    yield "up_to_19_words", 10 <= count <= 19
    yield "from_40_words", count >= 40
    yield "ends_sentence", line.ends
    yield "ends_long_sentence", line.ends and count >= PROSE_WORDS
    yield "ends_in_colon", text.endswith(":")
    yield "ends_in_dots", text.endswith(("...", "…"))
    yield "inner_stop", bool(_INNER_STOP.search(text))
    yield "commas", min(text.count(",") / (count or 1) * 5, 1)
    yield "function_words", min(share * 2.5, 1)
    yield "no_function_word", count >= 4 and not share
    yield "capitals", _capitals(text)
    yield "all_capitals", count > 1 and text.isupper()
    yield "digits", min(sum(map(str.isdigit, text)) / (len(text) or 1) * 3, 1)
    yield "begins_lower", text[:1].islower()
    yield "begins_quote", text.startswith(_OPENING_QUOTE)
    yield "bullet", line.bullet
    yield "bullet_sentence", line.bullet and line.ends
    yield "heading", line.heading
    yield "link", bool(_LINK.search(text))
    yield "separator", bool(_SEPARATOR.search(text))
    yield "ago", label and cues.is_ago(text)
    yield "heads_related", label and cues.within("related_head", text)
    yield "heads_comments", label and cues.within("comments_head", text)
    yield "addresses_reader", label and cues.within("address", text)
    yield "exclaims", "!" in text
    yield "prose", line.prose
    if line.kind:
        yield f"rule_{line.kind}", 1


def _capitals(text: str) -> float:
    """Return the share of words after the first that begin with a capital."""
    rest = text.split()[1:]
    return sum(word[0].isupper() for word in rest) / len(rest) if rest else 0


# ---------------------------------------------------------------- its neighbours


def _beside(read: Sequence[_Line], place: int) -> Iterator[tuple[str, float]]:
    for step, name in ((-1, "above"), (1, "below"), (-2, "above2"), (2, "below2"), (-3, "above3"), (3, "below3")):
        there = place + step
        if not 0 <= there < len(read):
            yield f"{name}_edge", abs(step) < 3
            continue
        other = read[there]
        yield f"{name}_words", _log(other.count, 6)
        yield f"{name}_prose", other.prose
        if abs(step) < 3:
            yield f"{name}_ends_sentence", other.ends
            yield f"{name}_bullet", other.bullet
            yield f"{name}_frame", other.frame
        if abs(step) == 1:
            yield f"{name}_heading", other.heading
            yield f"{name}_metadata", other.kind in ("date", "byline")
            yield f"{name}_colon", other.text.endswith(":")
            yield f"{name}_short", other.count <= 3


# ---------------------------------------------------------------- its place in the page


def _densest(read: Sequence[_Line]) -> tuple[int, int]:
    """Return first place and end of the stretch of lines with most prose for what stands between it."""
    best, start, end, sum_, begun = 0.0, 0, 0, 0.0, 0
    for place, line in enumerate(read):
        if sum_ <= 0:
            sum_, begun = 0.0, place
        sum_ += min(line.count, SEGMENT_WORDS) / 10 if line.prose else -SEGMENT_COST - 0.1 * bool(line.kind)
        if sum_ > best:
            best, start, end = sum_, begun, place + 1
    return start, end


class _Page:
    """Counts over all lines of a page, made once, from which each line's place in it is read."""

    def __init__(self, lines: Sequence[RawLine], read: Sequence[_Line], start: int, end: int, cues: Cues) -> None:
        self.lines, self.read, self.start, self.end = lines, read, start, end
        self.prose = _sums(read, lambda line: line.prose)
        self.prose_words = _sums(read, lambda line: line.count * line.prose)
        self.frame = _sums(read, lambda line: line.frame)
        label = [line.count <= LABEL_WORDS for line in read]
        heads = [short and cues.within("comments_head", line.text) for line, short in zip(read, label, strict=True)]
        self.heads = list(accumulate((head and n > start for n, head in enumerate(heads)), initial=0))
        reply = [short and cues.within("reply", line.text) for line, short in zip(read, label, strict=True)]
        self.reply = list(accumulate(reply, initial=0))
        self.dates = _sums(
            read, lambda line: line.kind == "date" or (line.count < LONG_WORDS and cues.is_ago(line.text))
        )
        self.related = list(self._related(label, cues))
        self.said = Counter(term for line in read[start:end] if line.prose for term in line.terms)
        self.copies = Counter(line.text.casefold() for line in read)
        self.sizes = Counter(line.block for line in lines)
        indents = Counter[int]()
        for line in read[start:end]:
            indents[line.indent] += line.count * line.prose
        self.indent = max(indents, key=lambda indent: (indents[indent], -indent), default=0)
        self.indented = any(line.indent for line in read)
        self.title = next((n for n, line in enumerate(read) if line.kind == "headline"), None)
        self.since = list(_since(read))
        self.until = list(_since(read[::-1]))[::-1]

    def _related(self, label: Sequence[bool], cues: Cues) -> Iterator[float]:
        """Give how surely a line stands below the head of a list of other pages; long paragraphs end such lists."""
        sure = 0.0
        for line, short in zip(self.read, label, strict=True):
            if short and cues.within("related_head", line.text):
                sure = 1.0
            elif line.prose and line.count >= LONG_WORDS:
                sure = max(0.0, sure - 0.5)
            yield sure

    def around(self, place: int) -> Iterator[tuple[str, float]]:
        for reach in (4, 10):
            low, high = max(0, place - reach), min(len(self.read), place + reach + 1)
            yield f"prose_within_{reach}", (self.prose[high] - self.prose[low]) / (high - low)
            yield f"frame_within_{reach}", (self.frame[high] - self.frame[low]) / (high - low)
        above = self.prose_words[place] - self.prose_words[max(0, place - 12)]
        below = self.prose_words[min(len(self.read), place + 13)] - self.prose_words[place + 1]
        yield "words_above", _log(above, 9)
        yield "words_below", _log(below, 9)
        yield "words_both_sides", _log(min(above, below), 9)
        yield "since_prose", _log(self.since[place], 6)
        yield "until_prose", _log(self.until[place], 6)
        line = self.lines[place]
        yield "block_alone", self.sizes[line.block] == 1
        yield "block_size", _log(self.sizes[line.block] - 1, 5)
        yield "blank_above", place == 0 or self.lines[place - 1].block != line.block
        yield "blanks_above", _log(line.number - self.lines[place - 1].number - 1, 3) if place else 1

    def position(self, place: int) -> Iterator[tuple[str, float]]:
        total = self.prose_words[-1] or 1
        yield "above_densest", _log(max(0, self.start - place), 7)
        yield "below_densest", _log(max(0, place - self.end + 1), 7)
        yield "densest_begins", self.start <= place < self.start + 3
        yield "densest_ends", self.end - 3 <= place < self.end
        yield "prose_before", self.prose_words[place] / total
        yield "prose_after", 1 - self.prose_words[place + 1] / total
        yield "before_title", self.title is not None and place < self.title
        yield "no_title", self.title is None
        frames = self.frame[place] - self.frame[self.start] if place > self.start else 0
        yield "frames_in_densest", _log(frames, 4)
        line = self.read[place]
        yield "main_indent", self.indented and line.indent == self.indent
        yield "other_indent", _log(abs(line.indent - self.indent), 5)

    def company(self, place: int) -> Iterator[tuple[str, float]]:
        """Give what a line has in common with others: words with the text, comments and lists of pages around it."""
        line = self.read[place]
        own = self.start <= place < self.end and line.prose
        known = sum(self.said[term] > own for term in line.terms)
        shared = known / len(line.terms) if line.terms else 0
        yield "shared_words", shared
        yield "prose_shared_words", shared * line.prose
        yield "prose_of_other_words", line.prose and shared < 0.2
        yield "repeated", bool(line.count) and self.copies[line.text.casefold()] > 1
        low, high = max(0, place - 4), min(len(self.read), place + 5)
        yield "reply_near", self.reply[-1] > 1 and self.reply[high] > self.reply[low]
        yield "dates_near", min((self.dates[high] - self.dates[low]) / 3, 1)
        yield "replies_above", _log(self.reply[place], 4)
        yield "below_comments_head", self.heads[place + 1] > 0
        yield "comments_heads_above", _log(self.heads[place + 1], 3)
        yield "below_related_head", self.related[place]


def _sums(read: Sequence[_Line], count: Callable[[_Line], int]) -> list[int]:
    """Return how much the lines before each place amount to, and all of them."""
    return list(accumulate(map(int, map(count, read)), initial=0))


def _since(read: Sequence[_Line]) -> Iterator[int]:
    """Give how many lines stand between each line and the last prose before it."""
    far = 99
    for line in read:
        yield far
        far = 0 if line.prose else far + 1


def _log(count: float, bits: int) -> float:
    """Return the logarithm of a count, 1 at 2 to the power of `bits` and above."""
    return min(log2(1 + count) / bits, 1.0)

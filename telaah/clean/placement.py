"""The measures of a page's lines become features of each line's place: in the text, near comments, among lists."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain

from telaah.clean.lines import LONG_WORDS, RawLine
from telaah.clean.measures import AGO, Measure, logarithm

SEGMENT_WORDS = 60
"""Words from which a paragraph counts no more towards the densest stretch, so that one long notice does not win."""
SEGMENT_COST = 0.6
"""What a line between paragraphs costs the densest stretch, in tens of words."""
LITTLE_SHARED = 0.2
"""Share of a paragraph's longer words, said elsewhere in the text, below which it is about something else."""
LABEL_WORDS = 8
"""Most words of a line that heads a comment section or a list of other pages."""


def densest(read: Sequence[Measure]) -> tuple[int, int]:
    """Return first place and end of the stretch of lines with most prose for what stands between it."""
    best, start, end, sum_, begun = 0.0, 0, 0, 0.0, 0
    for place, line in enumerate(read):
        if sum_ <= 0:
            sum_, begun = 0.0, place
        sum_ += min(line.count, SEGMENT_WORDS) / 10 if line.prose else -SEGMENT_COST - 0.1 * bool(line.kind)
        if sum_ > best:
            best, start, end = sum_, begun, place + 1
    return start, end


def below_related_head(read: Sequence[Measure]) -> list[float]:
    """Return how surely each line stands below the head of a list of other pages; long paragraphs end such lists."""
    sure, found = 0.0, []
    for line in read:
        if line.count <= LABEL_WORDS and "related_head" in line.says:
            sure = 1.0
        elif line.prose and line.count >= LONG_WORDS:
            sure = max(0.0, sure - 0.5)
        found.append(sure)
    return found


class Placement:
    """Counts over all lines of a page, made once, from which each line's place in it is read."""

    def __init__(self, lines: Sequence[RawLine], read: Sequence[Measure], start: int, end: int) -> None:
        self.lines, self.read, self.start, self.end = lines, read, start, end
        self.prose = _sums([line.prose for line in read])
        self.prose_words = _sums([line.count * line.prose for line in read])
        self.frame = _sums([line.frame for line in read])
        heads = ["comments_head" in line.says and line.count <= LABEL_WORDS for line in read]
        self.heads = _sums([head and n > start for n, head in enumerate(heads)])
        self.reply = _sums(["reply" in line.says and line.count <= LABEL_WORDS for line in read])
        self.dates = _sums([line.kind == "date" or AGO in line.says for line in read])
        self.related = below_related_head(read)
        self.said = Counter(chain.from_iterable([line.terms for line in read[start:end] if line.prose]))
        self.copies = Counter([line.folded for line in read])
        self.sizes = Counter([line.block for line in lines])
        indents = Counter[int]()
        for line in read[start:end]:
            indents[line.indent] += line.count * line.prose
        self.indent = max(indents, key=lambda indent: (indents[indent], -indent), default=0)
        self.indented = any(line.indent for line in read)
        self.title = next((n for n, line in enumerate(read) if line.kind == "headline"), None)
        self.since = list(_since(read))
        self.until = list(_since(read[::-1]))[::-1]

    def around(self, place: int) -> dict[str, float]:
        """Return how much prose and furniture stands near a line, and how it is set off."""
        above = self.prose_words[place] - self.prose_words[max(0, place - 12)]
        below = self.prose_words[min(len(self.read), place + 13)] - self.prose_words[place + 1]
        line, prose, frame = self.lines[place], self.prose, self.frame
        low, high = self._within(place, 4)
        far, off = self._within(place, 10)
        return {
            "prose_within_4": (prose[high] - prose[low]) / (high - low),
            "prose_within_10": (prose[off] - prose[far]) / (off - far),
            "frame_within_4": (frame[high] - frame[low]) / (high - low),
            "frame_within_10": (frame[off] - frame[far]) / (off - far),
            "words_above": logarithm(above, 9),
            "words_below": logarithm(below, 9),
            "words_both_sides": logarithm(min(above, below), 9),
            "since_prose": logarithm(self.since[place], 6),
            "until_prose": logarithm(self.until[place], 6),
            "block_alone": self.sizes[line.block] == 1,
            "block_size": logarithm(self.sizes[line.block] - 1, 5),
            "blank_above": place == 0 or self.lines[place - 1].block != line.block,
            "blanks_above": logarithm(line.number - self.lines[place - 1].number - 1, 3) if place else 1,
        }

    def _within(self, place: int, reach: int) -> tuple[int, int]:
        """Return first place and end of the lines within so many lines of this one, itself included."""
        return max(0, place - reach), min(len(self.read), place + reach + 1)

    def position(self, place: int) -> dict[str, float]:
        """Return where a line stands in relation to the densest stretch and the headline."""
        total = self.prose_words[-1] or 1
        line = self.read[place]
        return {
            "above_densest": logarithm(max(0, self.start - place), 7),
            "below_densest": logarithm(max(0, place - self.end + 1), 7),
            "densest_begins": self.start <= place < self.start + 3,
            "densest_ends": self.end - 3 <= place < self.end,
            "prose_before": self.prose_words[place] / total,
            "prose_after": 1 - self.prose_words[place + 1] / total,
            "before_title": self.title is not None and place < self.title,
            "no_title": self.title is None,
            "frames_in_densest": logarithm(max(0, self.frame[place] - self.frame[self.start]), 4),
            "main_indent": self.indented and line.indent == self.indent,
            "other_indent": logarithm(abs(line.indent - self.indent), 5),
        }

    def company(self, place: int) -> dict[str, float]:
        """Return what a line has in common with others: words with the text, comments and lists of pages around it."""
        line = self.read[place]
        own = self.start <= place < self.end and line.prose
        said = self.said
        known = sum([term in said and said[term] > own for term in line.terms])
        shared = known / len(line.terms) if line.terms else 0
        low, high = self._within(place, 4)
        return {
            "shared_words": shared,
            "prose_shared_words": shared * line.prose,
            "prose_of_other_words": line.prose and shared < LITTLE_SHARED,
            "repeated": bool(line.count) and self.copies[line.folded] > 1,
            "reply_near": self.reply[-1] > 1 and self.reply[high] > self.reply[low],
            "dates_near": min((self.dates[high] - self.dates[low]) / 3, 1),
            "replies_above": logarithm(self.reply[place], 4),
            "below_comments_head": self.heads[place + 1] > 0,
            "comments_heads_above": logarithm(self.heads[place + 1], 3),
            "below_related_head": self.related[place],
        }


def _sums(counts: Iterable[int]) -> list[int]:
    """Return how much the lines before each place amount to, and all of them."""
    return list(accumulate(counts, initial=0))


def _since(read: Sequence[Measure]) -> Iterator[int]:
    """Give how many lines stand between each line and the last prose before it."""
    far = 99
    for line in read:
        yield far
        far = 0 if line.prose else far + 1

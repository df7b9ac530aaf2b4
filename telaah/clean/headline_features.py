"""Lines that could be a page's headline become measured features, by which the headline model chooses one of them.

Every feature lies between 0 and 1; those that are 0 are left out. benchmarks/fit_headlines.py fits the weights.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from telaah.clean.cuts import trimmed
from telaah.clean.lines import SEPARATOR, RawLine, pairs, words
from telaah.clean.measures import Measure, logarithm
from telaah.clean.placement import below_related_head, densest

CANDIDATE_WORDS = (2, 30)
"""Fewest and most words of a line that may be a headline; of 150 real ones the shortest has 2 and the longest 19."""
BEFORE = 0.5
"""Share of a page's prose that may stand above its headline, cookie notices and teasers included."""
LEDE = 3
"""Paragraphs below a headline in which its words are expected first."""
STORY = 15
"""Paragraphs below a headline that are looked at for its words; what stands further down is often another page's."""
FAR = 31
"""Lines down to the next paragraph from which the distance says nothing more."""
MANY = 3
"""Paragraphs that say a word from which the text is about it."""
REACH = 4
"""Lines above and below that are looked at."""
LABEL_WORDS = 4
"""Most words of an entry of a menu."""
TEASER_WORDS = (5, 20)
"""Fewest and most words of a line without a stop that may head another page."""

NONE = "none"
"""The one feature of a page's having no headline."""

Features = dict[str, float]

_STATEMENT = re.compile(r"(?:\.[*”\"]*|[…。])$")
_LINK = re.compile(r"\]\(|https?:|www\.|\S@\S+\.\w")
_HEADING = re.compile(r"\s*(?:[*•]\s+)?(?P<marks>#{1,6})\s")


class Headlines:
    """Counts over all lines of a page, made once, by which each of its lines is measured as a headline."""

    def __init__(self, lines: Sequence[RawLine], read: Sequence[Measure], function_words: frozenset[str]) -> None:
        self.lines, self.read, self.idle = lines, read, function_words
        self.related = below_related_head(read)
        self.start, _ = densest(read)
        self.before = list(accumulate((line.prose for line in read), initial=0))
        self.text = [self._terms(line.text) for line in read if line.prose]
        self.said: dict[str, list[int]] = {}
        for number, said in enumerate(self.text):
            for term in said:
                self.said.setdefault(term, []).append(number)
        self.breaks: dict[int, Features] = {}
        self.prose = list(accumulate((line.count * line.prose for line in read), initial=0))
        self.frames = list(accumulate((line.frame for line in read), initial=0))
        self.copies = Counter(line.folded for line in read)
        self.sizes = Counter(line.block for line in lines)
        self.in_order = sorted(line.folded for line in read if not line.prose and not line.kind)
        self.sentences = "\n".join(line.folded for line in read if line.prose or line.kind)
        self.whole = "\n".join(self.in_order)
        self.has_headings = any(line.heading for line in read)

    def candidates(self) -> list[int]:
        """Return the places of the lines that may be the headline.

        They are neither long nor below the first half of the prose, end without a full stop, and a paragraph below says
        one of their words.
        """
        fewest, most = CANDIDATE_WORDS
        found = []
        for place, line in enumerate(self.read):
            if self.prose[place] > BEFORE * self.prose[-1]:
                break
            if not line.kind and fewest <= line.count <= most and not _STATEMENT.search(trimmed(line.text)):
                first = self.before[place + 1]
                if any(self.said[term][-1] >= first for term in self._terms(line.text) if term in self.said):
                    found.append(place)
        return found

    def features(self, places: Sequence[int]) -> list[Features]:
        """Return the features of the lines at these places, what they are beside each other included."""
        found = [self._words(place) | self._form(place) | self._place(place) | self._company(place) for place in places]
        sums = [each["shared_log"] for each in found]
        best = max(sums, default=0.0)
        strong = 0
        for each in found:
            each["of_most_words"] = each["shared_log"] / best if best else 0.0
            each["strong_before"] = logarithm(strong, 4)
            strong += each["shared_log"] >= 0.8 * best > 0
        return [{name: float(value) for name, value in each.items() if value} for each in found]

    def _terms(self, text: str) -> set[str]:
        """Return the words of a text that carry meaning, by their length or their capital, folded, or their like."""
        said = {word.casefold() for word in words(text) if len(word) > 3 or word[0].isupper()}
        return (said - self.idle).union(pairs(text))

    def _words(self, place: int) -> Features:
        """Return how much of a line the paragraphs below it say again, and how soon."""
        own = self._terms(self.read[place].text)
        first = self.before[place + 1]
        found: Features = {"no_terms": not own, "shared_log": 0.0, **self._break(first)}
        said = [self.said[term] for term in own if term in self.said]
        if said:
            soon = sum(_within(where, first, first + LEDE) > 0 for where in said)
            near = [_within(where, first, first + STORY) for where in said]
            shared, often = sum(count > 0 for count in near), sum(count >= MANY for count in near)
            found |= {
                "soon": soon / len(own),
                "soon_log": logarithm(soon, 4),
                "shared": shared / len(own),
                "shared_log": logarithm(shared, 4),
                "said_often": often / len(own),
                "said_often_log": logarithm(often, 4),
                "said_above": sum(_within(where, first - LEDE, first) > 0 for where in said) / len(own),
            }
        return found

    def _break(self, first: int) -> Features:
        """Return how far the paragraphs from this one on speak of what those above speak of, and go on themselves.

        Above a headline stand notices and teasers of something else; above a subhead stands the same story.
        """
        if first not in self.breaks:
            begins = set[str]().union(*self.text[first : first + LEDE])
            size = len(begins) or 1
            said = [self.said[term] for term in begins]
            self.breaks[first] = {
                "speaks_of_above": sum(_within(where, first - LEDE, first) > 0 for where in said) / size,
                "goes_on": sum(_within(where, first + LEDE, first + STORY) > 0 for where in said) / size,
                "nothing_above": not first,
            }
        return self.breaks[first]

    def _form(self, place: int) -> Features:
        """Return what a line looks like by itself."""
        line = self.read[place]
        text, raw = trimmed(line.text), self.lines[place].raw
        heading = _HEADING.match(raw)
        level = len(heading["marks"]) if heading else 0
        split = text.split()
        return {
            "up_to_2_words": line.count <= 2,
            "3_or_4_words": 3 <= line.count <= 4,
            "5_to_7_words": 5 <= line.count <= 7,
            "8_to_15_words": 8 <= line.count <= 15,
            "from_20_words": line.count >= 20,
            "asks": text.endswith("?"),
            "exclaims": text.endswith("!"),
            "colon": text.endswith(":"),
            "heading": level > 0,
            "heading_1": level == 1,
            "page_of_headings": not level and self.has_headings,
            "bullet": line.bullet,
            "begins_lower": text[:1].islower(),
            "all_capitals": line.count > 1 and text.isupper(),
            "capitals": sum(word[0].isupper() for word in split[1:]) / len(split) if split else 0,
            "separator": bool(SEPARATOR.search(text)),
            "link": bool(_LINK.search(raw)),
            "function_words": line.spoken / line.count if line.count else 0,
            "prose": line.prose,
        }

    def _place(self, place: int) -> Features:
        """Return where a line stands in relation to the text."""
        total = self.prose[-1] or 1
        return {
            "above_text": logarithm(max(0, self.start - place), 7),
            "right_above_text": place == self.start - 1,
            "in_text": place >= self.start,
            "into_text": logarithm(max(0, place - self.start + 1), 6),
            "prose_before": self.prose[place] / total,
            "prose_between": max(0, self.prose[self.start] - self.prose[place]) / total,
            "until_prose": logarithm(self._until_prose(place), 5),
            "first": place == 0,
            "from_top": logarithm(place, 8),
        }

    def _until_prose(self, place: int) -> int:
        return next((n for n, line in enumerate(self.read[place + 1 : place + FAR + 1]) if line.prose), FAR)

    def _company(self, place: int) -> Features:
        """Return what stands around a line."""
        line = self.lines[place]
        low, high = max(0, place - REACH), min(len(self.read), place + REACH + 1)
        near = [each for n, each in enumerate(self.read[low:high], low) if n != place]
        below = [each.kind for each in self.read[place + 1 : high]]
        above = [each.kind for each in self.read[low:place]]
        folded = self.read[place].folded
        size = len(near) or 1
        return {
            "metadata_next": bool(below) and below[0] in ("byline", "date"),
            "metadata_below": any(kind in ("byline", "date") for kind in below),
            "metadata_above": any(kind in ("byline", "date") for kind in above),
            "caption_below": "caption" in below,
            "frames_near": (self.frames[high] - self.frames[low]) / (high - low),
            "labels_near": sum(each.count <= LABEL_WORDS for each in near) / size,
            "teasers_near": sum(self._is_teaser(each) for each in near) / size,
            "prose_near": sum(each.prose for each in near) / size,
            "alone": self.sizes[line.block] == 1,
            "block_size": logarithm(self.sizes[line.block] - 1, 5),
            "blank_above": place == 0 or self.lines[place - 1].block != line.block,
            "blank_below": place + 1 == len(self.lines) or self.lines[place + 1].block != line.block,
            "again": self.copies[folded] > 1,
            "in_other": self.whole.count(folded) > self.copies[folded],
            "in_sentence": folded in self.sentences,  # a site's name is; a headline seldom is, word for word
            "begins_other": self._begins_other(folded),
            "below_related": self.related[place],
        }

    def _begins_other(self, folded: str) -> bool:
        """Say whether a longer line begins with this one."""
        after = bisect_right(self.in_order, folded)
        return after < len(self.in_order) and self.in_order[after].startswith(folded)

    @staticmethod
    def _is_teaser(line: Measure) -> bool:
        fewest, most = TEASER_WORDS
        return not line.prose and not line.ends and fewest <= line.count <= most


def _within(where: Sequence[int], first: int, end: int) -> int:
    """Return how many of these ascending numbers lie from the first up to the end."""
    return bisect_left(where, end) - bisect_left(where, first)

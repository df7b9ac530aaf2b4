"""The lines of a page become measures: what each line is by itself, counted once for all that looks at it."""

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log2

from telaah.clean.cues import Cues
from telaah.clean.cuts import trimmed
from telaah.clean.lines import LONG_WORDS, PROSE_WORDS, Mark, RawLine, ends_sentence, word_count, words

SPOKEN = 0.12
"""Least share of function words in running text of a language we carry; lists of names and products have less."""
OF_PAGE = 0.5
"""The same as a share of what the page's long lines have, where that is less: a language that hangs its small words on
others, as Arabic does, has fewer of them (.17 on a page of ours, and .10 in its first paragraph)."""
USUAL_SHARE = 0.3
"""Share of function words supposed where the page's language is not one we carry: what running text has elsewhere."""

AGO = "ago"
"""What a line says that ends with how long ago something was."""

COUNTS = 4096
"""Logarithms that are remembered: most counts are small, and there are sixteen of them a line."""
SAID = ("related_head", "comments_head", "address", "reply")
"""Cues that a line may have a phrase of without being one from beginning to end."""
_BULLET = re.compile(r"\s*(?:[*•·▪‣◦■●]|[-–+](?=\s))")
_HEADING = re.compile(r"\s*(?:[*•]\s+)?#{1,6}(?:\s|$)")
_FRAME = frozenset({"phrase", "copyright", "no_words", "read_also", "comment_form", "promo", "republished"})


@dataclass(frozen=True, slots=True)
class Measure:
    """What one line says without its neighbours; `says` are cues of SAID, and "ago", in a line too short for prose."""

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
    folded: str
    says: frozenset[str]

    @property
    def frame(self) -> bool:
        """Whether a rule took the line for the page's furniture."""
        return self.kind in _FRAME


def measures(
    lines: Sequence[RawLine], marks: Mapping[int, Mark], cues: Cues, function_words: frozenset[str]
) -> list[Measure]:
    """Return the measures of every line; `marks` are those that rules made by a line's own words."""
    split = [[*map(str.lower, words(line.text))] for line in lines]
    counts = [word_count(line.text) for line in lines]
    spoken = [sum(map(function_words.__contains__, found)) for found in split]
    long = [n for n, count in enumerate(counts) if count >= PROSE_WORDS * 2]
    said, all_ = sum(spoken[n] for n in long), sum(counts[n] for n in long)
    least = min(SPOKEN, OF_PAGE * said / all_) if all_ else SPOKEN
    if not function_words or said < SPOKEN * all_:
        spoken, least = [round(USUAL_SHARE * count) for count in counts], SPOKEN
    read = []
    for line, found, count, heard in zip(lines, split, counts, spoken, strict=True):
        mark = marks.get(line.number)
        ends = ends_sentence(trimmed(line.text))
        prose = count >= LONG_WORDS or (ends and count >= PROSE_WORDS)
        read.append(
            Measure(
                text=line.text,
                count=count,
                ends=ends,
                spoken=heard,
                kind=_kind(mark),
                prose=prose and mark is None and heard >= least * count,
                bullet=bool(_BULLET.match(line.raw)),
                heading=bool(_HEADING.match(line.raw)),
                indent=len(line.raw) - len(line.raw.lstrip()),
                terms=frozenset([word for word in found if len(word) > 3]),
                folded=line.text.casefold(),
                says=_says(line.text, cues) if count < LONG_WORDS else frozenset(),
            )
        )
    return read


def _says(text: str, cues: Cues) -> frozenset[str]:
    """Return which cues a line has a phrase of."""
    hints = cues.hints(text)
    said = [cue for cue in SAID if cue in hints and cues.within(cue, text)]
    return frozenset([*said, AGO] if cues.is_ago(text) else said)


def remarked(read: Sequence[Measure], lines: Sequence[RawLine], marks: Mapping[int, Mark]) -> list[Measure]:
    """Return the measures after more lines were marked: those are of a kind now, and no prose."""
    return [
        replace(each, kind=kind, prose=False) if (kind := _kind(marks.get(line.number))) != each.kind else each
        for line, each in zip(lines, read, strict=True)
    ]


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


@functools.lru_cache(maxsize=COUNTS)
def logarithm(count: float, bits: int) -> float:
    """Return the logarithm of a count, 1 at 2 to the power of `bits` and above."""
    return min(log2(1 + count) / bits, 1.0)

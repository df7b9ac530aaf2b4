"""Each line of a page becomes measured features, on which the line model decides whether it belongs to the text.

Every feature lies between 0 and 1; one that is left out is 0. benchmarks/fit_lines.py fits the weights.
"""

import functools
import re
from collections.abc import Mapping, Sequence

from telaah.clean.lines import PROSE_WORDS, SEPARATOR, RawLine
from telaah.clean.measures import AGO, Measure, logarithm
from telaah.clean.placement import Placement, densest

Features = dict[str, float]

LOOKS = 1024
"""Looks of lines that are remembered: what neighbours see of a line is its words' count and seven marks."""
_LINK = re.compile(r"\]\(|https?:|www\.|\S@\S+\.\w|(?:^|\s)@\w")
_INNER_STOP = re.compile(r"[.!?…][\"”’')\]]*\s+[\"“‘'(\[]*[^\W_a-z]")
_DIGIT = re.compile(r"\d")
_OPENING_QUOTE = ('"', "“", "‘", "'", "«", "„")
_NEAR = ("edge", "words", "prose", "ends_sentence", "bullet", "frame", "heading", "metadata", "colon", "short")
# What is looked at in the nearest line on each side, and less in the one beyond it: above_words, below2_prose ...
_NEIGHBOURS: Mapping[int, Mapping[str, str]] = {
    sign * step: {name: f"{side}{step if step > 1 else ''}_{name}" for name in names}
    for step, names in ((1, _NEAR), (2, _NEAR[:6]))
    for sign, side in ((-1, "above"), (1, "below"))
}
_EDGES: Mapping[int, Features] = {step: {names["edge"]: 1.0} for step, names in _NEIGHBOURS.items()}


def features(lines: Sequence[RawLine], read: Sequence[Measure]) -> list[Features]:
    """Return the features of every line from its measures, which know what rules made of it by its own words."""
    start, end = densest(read)
    page = Placement(lines, read, start, end)
    seen = [_seen(line) for line in read]
    found = []
    for place, line in enumerate(read):
        values = _own(line) | page.around(place) | page.position(place) | page.company(place)
        for step, edge in _EDGES.items():
            there = place + step
            values |= seen[there][step] if 0 <= there < len(seen) else edge
        found.append(values)
    return found


# ---------------------------------------------------------------- a line by itself


def _own(line: Measure) -> Features:
    text, count, says = line.text, line.count, line.says
    share = line.spoken / count if count else 0
    values: Features = {
        "words": logarithm(count, 6),
        "one_word": count <= 1,
        "up_to_9_words": 5 <= count <= 9,
        "up_to_19_words": 10 <= count <= 19,
        "from_40_words": count >= 40,
        "ends_sentence": line.ends,
        "ends_long_sentence": line.ends and count >= PROSE_WORDS,
        "ends_in_colon": text.endswith(":"),
        "ends_in_dots": text.endswith(("...", "…")),
        "inner_stop": bool(_INNER_STOP.search(text)),
        "commas": min(text.count(",") / (count or 1) * 5, 1),
        "function_words": min(share * 2.5, 1),
        "no_function_word": count >= 4 and not share,
        "capitals": _capitals(text),
        "all_capitals": count > 1 and text.isupper(),
        "digits": min(_digits(text) / (len(text) or 1) * 3, 1),
        "begins_lower": text[:1].islower(),
        "begins_quote": text.startswith(_OPENING_QUOTE),
        "bullet": line.bullet,
        "bullet_sentence": line.bullet and line.ends,
        "heading": line.heading,
        "link": _has_link(text),
        "separator": SEPARATOR.search(text) is not None,
        "ago": AGO in says,
        "heads_related": "related_head" in says,
        "heads_comments": "comments_head" in says,
        "addresses_reader": "address" in says,
        "exclaims": "!" in text,
        "prose": line.prose,
    }
    if line.kind:
        values[f"rule_{line.kind}"] = 1
    return values


def _capitals(text: str) -> float:
    """Return the share of words after the first that begin with a capital."""
    rest = text.split()[1:]
    return sum([word[0].isupper() for word in rest]) / len(rest) if rest else 0


def _has_link(text: str) -> bool:
    """Say whether a text holds an address or a link; most lines lack the signs, and the search for one is slow."""
    signs = "@" in text or "http" in text or "www." in text or "](" in text
    return signs and _LINK.search(text) is not None


def _digits(text: str) -> int:
    """Return how many digits a text has."""
    return sum(map(text.count, "0123456789")) if text.isascii() else len(_DIGIT.findall(text))


# ---------------------------------------------------------------- its neighbours


def _seen(line: Measure) -> Mapping[int, Features]:
    """Return what a line is to its neighbours: by the step from each to it, the features that it gives them."""
    metadata, colon = line.kind in ("date", "byline"), line.text.endswith(":")
    return _given(line.count, line.prose, line.ends, line.bullet, line.frame, line.heading, metadata, colon)


@functools.lru_cache(maxsize=LOOKS)
def _given(
    count: int, prose: bool, ends: bool, bullet: bool, frame: bool, heading: bool, metadata: bool, colon: bool
) -> Mapping[int, Features]:
    values = {
        "words": logarithm(count, 6), "prose": prose, "ends_sentence": ends, "bullet": bullet, "frame": frame,
        "heading": heading, "metadata": metadata, "colon": colon, "short": count <= 3,
    }  # fmt: skip
    return {
        step: {names[name]: value for name, value in values.items() if value and name in names}
        for step, names in _NEIGHBOURS.items()
    }

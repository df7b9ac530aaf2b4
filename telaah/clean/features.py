"""Each line of a page becomes measured features, on which the line model decides whether it belongs to the text.

Every feature lies between 0 and 1; those that are 0 are left out. benchmarks/fit_lines.py fits the weights.
"""

import re
from collections.abc import Mapping, Sequence

from telaah.clean.cues import Cues
from telaah.clean.lines import LONG_WORDS, PROSE_WORDS, SEPARATOR, RawLine
from telaah.clean.measures import Measure, logarithm
from telaah.clean.placement import Placement, densest

Features = dict[str, float]


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


def features(lines: Sequence[RawLine], read: Sequence[Measure], cues: Cues) -> list[Features]:
    """Return the features of every line from its measures, which know what rules made of it by its own words."""
    start, end = densest(read)
    page = Placement(lines, read, start, end, cues)
    seen = [_seen(line) for line in read]
    found = []
    for place, line in enumerate(read):
        values = _own(line, cues)
        for more in (page.around(place), page.position(place), page.company(place)):
            values.update(more)
        measured = {name: float(value) for name, value in values.items() if value}
        _beside(seen, place, measured)
        found.append(measured)
    return found


# ---------------------------------------------------------------- a line by itself


def _own(line: Measure, cues: Cues) -> Features:
    text, count = line.text, line.count
    label = count < LONG_WORDS
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
        "digits": min(len(_DIGIT.findall(text)) / (len(text) or 1) * 3, 1),
        "begins_lower": text[:1].islower(),
        "begins_quote": text.startswith(_OPENING_QUOTE),
        "bullet": line.bullet,
        "bullet_sentence": line.bullet and line.ends,
        "heading": line.heading,
        "link": bool(_LINK.search(text)),
        "separator": bool(SEPARATOR.search(text)),
        "ago": label and cues.is_ago(text),
        "heads_related": label and cues.within("related_head", text),
        "heads_comments": label and cues.within("comments_head", text),
        "addresses_reader": label and cues.within("address", text),
        "exclaims": "!" in text,
        "prose": line.prose,
    }
    if line.kind:
        values[f"rule_{line.kind}"] = 1
    return values


def _capitals(text: str) -> float:
    """Return the share of words after the first that begin with a capital."""
    rest = text.split()[1:]
    return sum(word[0].isupper() for word in rest) / len(rest) if rest else 0


# ---------------------------------------------------------------- its neighbours


def _seen(line: Measure) -> tuple[tuple[str, float], ...]:
    """Return what a line is to its neighbours, the most that the nearest sees of it first to last."""
    values: Features = {
        "words": logarithm(line.count, 6),
        "prose": line.prose,
        "ends_sentence": line.ends,
        "bullet": line.bullet,
        "frame": line.frame,
        "heading": line.heading,
        "metadata": line.kind in ("date", "byline"),
        "colon": line.text.endswith(":"),
        "short": line.count <= 3,
    }
    return tuple((name, float(value)) for name, value in values.items() if value)


def _beside(seen: Sequence[tuple[tuple[str, float], ...]], place: int, measured: Features) -> None:
    """Add to what is measured of a line what is seen of its neighbours."""
    for step, names in _NEIGHBOURS.items():
        there = place + step
        if 0 <= there < len(seen):
            measured.update([(names[name], value) for name, value in seen[there] if name in names])
        elif "edge" in names:
            measured[names["edge"]] = 1.0

"""Running words become names: capitalised runs, divided where the rest of the article shows that two names meet."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from telaah.analyse.words import Line, Text

Span = tuple[int, int]
"""First word and the word after the last, within a line."""

Bridges = Callable[[Line, int, int], bool]
"""Asked with a line, the first word of a name in it and a stop word further on: does that belong to the name?"""

LONGEST = 7
"""Words in the longest name; longer capitalised runs are headings or lists."""
STANDS_ALONE, ENDS_KNOWN, BEGINS_KNOWN, NEW, MIXED = 1.0, 0.95, 0.8, 0.6, 0.4
"""How well a part of a run is explained, a word: printed alone elsewhere; ends in such a name (Vladimir Putin); begins
with one of one word (Kim Jong Un); unknown; holds one otherwise. Set by hand so that a whole name outweighs its pieces
(3 x .8 > 1 + 2 x .6) and a title goes with its country (Presiden Rusia | Vladimir Putin: 2 x .95 + 2 x .6 above
.6 + 3 x .8)."""


def _never(_line: Line, _start: int, _place: int) -> bool:
    return False


def names(text: Text, bridges: Bridges = _never) -> tuple[tuple[Span, ...], ...]:
    """Return, for each line of `text.lines`, the spans of its names in order.

    `bridges` says of a stop word behind words of a name whether it belongs to it: "bin", "van", "dan" of a ministry.

    A run that the article also prints on its own is a name; a longer run is divided so that most of its words fall
    into such names ("Korea Utara Kim Jong Un" into two when each also stands alone).
    """
    lines = text.lines
    runs = [tuple(_runs(line, bridges)) for line in lines]
    alone = Counter(_keys(line, run) for line, found in zip(lines, runs, strict=True) for run in found)
    return tuple(
        tuple(part for run in found for part in _divide(line, run, alone))
        for line, found in zip(lines, runs, strict=True)
    )


def _runs(line: Line, bridges: Bridges) -> Iterator[Span]:
    start = 0
    while start < len(line):
        end = start
        while end < len(line) and (end == start or line[end].joined) and _belongs(line, start, end, bridges):
            end += 1
        if end > start:
            yield start, end
        start = max(end, start + 1)


def _belongs(line: Line, start: int, place: int, bridges: Bridges) -> bool:
    """Say whether a word begins or continues a name."""
    return line[place].name or (place > start and bridges(line, start, place))


def _keys(line: Line, span: Span) -> tuple[str, ...]:
    return tuple(word.key for word in line[span[0] : span[1]])


def _divide(line: Line, run: Span, alone: Counter[tuple[str, ...]]) -> tuple[Span, ...]:
    """Divide a run into the parts with the highest total worth; on a tie the first division with the longest parts."""
    start, end = run
    if end - start == 1:
        return (run,)

    keys = _keys(line, run)
    # From the end back: the worth of what lies behind each word, in how many parts, and where the first of them ends.
    worths, parts, stops = [0.0] * (end - start + 1), [0] * (end - start + 1), [0] * (end - start + 1)
    for at in range(end - start - 1, -1, -1):
        choices = [
            (worths[stop] + _worth(keys[at:stop], keys, alone), parts[stop] + 1, stop)
            for stop in range(min(end - start, at + LONGEST), at, -1)
        ]
        worths[at], parts[at], stops[at] = max(choices, key=lambda choice: (round(choice[0], 6), -choice[1]))
    return tuple(_spans(start, stops))


def _spans(start: int, stops: Sequence[int]) -> Iterator[Span]:
    """Give the parts one after the other; `stops` holds where a part ends that begins at each word of the run."""
    at = 0
    while at < len(stops) - 1:
        yield start + at, start + stops[at]
        at = stops[at]


def _worth(part: tuple[str, ...], run: tuple[str, ...], alone: Counter[tuple[str, ...]]) -> float:
    """Return how many words of a run this part explains, between 0 and its length."""
    if alone[part] > (part == run):
        return STANDS_ALONE * len(part)
    known = [
        (start, end)
        for start in range(len(part))
        for end in range(start + 1, len(part) + 1)
        if end - start < len(part) and alone[part[start:end]]
    ]
    if not known:
        return NEW * len(part)
    if all(end == len(part) for _, end in known):
        return ENDS_KNOWN * len(part)
    if known == [(0, 1)]:
        return BEGINS_KNOWN * len(part)
    return MIXED * len(part)

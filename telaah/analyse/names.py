"""Running words become names: capitalised runs, divided where the rest of the article shows that two names meet."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

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

    @cache
    def best(at: int) -> tuple[float, tuple[Span, ...]]:
        if at == end:
            return 0.0, ()
        choices = []
        for stop in range(min(end, at + LONGEST), at, -1):
            worth, rest = best(stop)
            choices.append((worth + _worth(_keys(line, (at, stop)), _keys(line, run), alone), ((at, stop), *rest)))
        return max(choices, key=lambda choice: (round(choice[0], 6), -len(choice[1])))

    return best(start)[1]


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

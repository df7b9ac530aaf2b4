"""The lines of a page that was wrapped at a fixed width become whole paragraphs again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from telaah.clean.lines import RawLine

WIDTHS = range(55, 101)
"""Widths, in characters, at which mail programs, terminals and converters wrap text."""
FEWEST_BREAKS = 4
"""Fewest line ends inside paragraphs on which a page is taken for wrapped."""
FULL_SHARE = 0.75
"""Share of those line ends at which the next word did not fit any more; where lines end for another reason, half do."""

_STARTS = ("*", "•", "-", "–", "#", ">", "|")


def unwrapped(lines: Sequence[RawLine]) -> tuple[RawLine, ...]:
    """Join the lines of each paragraph of a wrapped page; any other page is returned as it is."""
    width = max((len(line.raw.rstrip()) for line in lines), default=0)
    pairs = [(a, b) for a, b in pairwise(lines) if _may_join(a, b)]
    full = sum(_is_full(a, b, width) for a, b in pairs)
    if width not in WIDTHS or len(pairs) < FEWEST_BREAKS or full < FULL_SHARE * len(pairs):
        return tuple(lines)
    return tuple(_joined(lines, width))


def _joined(lines: Sequence[RawLine], width: int) -> Iterator[RawLine]:
    whole, last = lines[0], lines[0]
    for line in lines[1:]:
        if _may_join(last, line) and _is_full(last, line, width):
            whole = replace(
                whole,
                raw=f"{whole.raw} {line.raw.strip()}",
                text=f"{whole.text} {line.text}",
                more=(*whole.more, line.number),
            )
        else:
            yield whole
            whole = line
        last = line
    yield whole


def _may_join(line: RawLine, below: RawLine) -> bool:
    return line.block == below.block and not below.raw.lstrip().startswith(_STARTS)


def _is_full(line: RawLine, below: RawLine, width: int) -> bool:
    """Say whether the next line's first word would not have fitted at the end of this one."""
    return len(line.raw.rstrip()) + 1 + len(below.raw.split()[0]) > width

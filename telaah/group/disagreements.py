"""Figures of a topic become disagreements and updates: values of one thing that cannot all be right."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from telaah.group.aligned import Passage
from telaah.group.told import Told, apart
from telaah.group.verdicts import Verdicts
from telaah.model import Analysis, Disagreement, Figure, Origins

MOST = 50
"""Figures of one kind that are compared; a topic with more has tables, not statements."""


def disagreements(
    analyses: Sequence[Analysis],
    passages: Mapping[tuple[str, str], Passage],
    figures: Sequence[Figure],
    origins: Origins,
) -> tuple[Disagreement, ...]:
    """Return pairs of figures whose intervals do not meet, in reading order; `passages` are by article and sentence.

    They are of different articles, no other figure of either sentence is like them, and neither article prints the
    other's figure elsewhere. Of different origins they disagree; of one origin the later is an update, where both
    articles are dated.
    """
    if len(analyses) < len(("one", "other")):
        return ()
    verdicts = Verdicts(analyses, origins)
    told = Told(analyses, passages, figures, verdicts)
    found = [
        verdict
        for same in _comparable(figures, told)
        for one, other in combinations(same[:MOST], 2)
        if one.quote.article != other.quote.article and apart(one, other) and told.of_one_thing(one, other)
        for verdict in _verdict(one, other, verdicts, told)
        if verdict.how == "update" or not told.at_once(one, other)
    ]
    return tuple(_once(found))


def _comparable(figures: Sequence[Figure], told: Told) -> Iterator[list[Figure]]:
    """Give the figures that share a unit."""
    by_unit: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        if figure in told:
            for unit in told.counted(figure):
                by_unit.setdefault((figure.kind, unit), []).append(figure)
    for _, same in sorted(by_unit.items()):
        if len({figure.quote.article for figure in same}) > 1:
            yield same


def _verdict(one: Figure, other: Figure, verdicts: Verdicts, told: Told) -> Iterator[Disagreement]:
    how = verdicts.how(one.quote.article, other.quote.article)
    if how:
        pair = sorted((one, other), key=lambda figure: verdicts.age(figure.quote.article))
        yield Disagreement(how, one.kind, one.unit, tuple(pair), act=told.act(one, other))


def _once(found: Sequence[Disagreement]) -> Iterator[Disagreement]:
    """Give each pair of quotes once, though two words of what is counted may have brought it together."""
    told = set()
    for each in sorted(found, key=lambda d: (d.how, [(f.quote.article, f.quote.sentence, f.low) for f in d.figures])):
        key = tuple((figure.quote.article, figure.quote.sentence, figure.low) for figure in each.figures)
        if key not in told:
            told.add(key)
            yield each

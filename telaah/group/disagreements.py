"""Figures of a topic become disagreements and updates: values of one thing that cannot all be right."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from telaah.group.aligned import Passage, beside_names, likeness
from telaah.group.verdicts import Verdicts
from telaah.languages.terms import STEM
from telaah.model import Analysis, Disagreement, Figure, Origins

SAME_THING = 0.6
"""Likeness of the sentences around two figures of one unit, numbers left out, from which they tell of the same thing.
At .4 a quarter of such pairs in the 86 events of ECB+ differ, most of them because they tell of another thing."""
WORDS_OF_THING = 0.5
"""Likeness of their telling words beside names. With both a tenth of the pairs differ, and stricter measures change
little of that (docs/decisions/0050)."""
BESIDE_UNIT = 2
"""Telling words beside names and what is counted that both must have."""
AT_ONCE = 2
"""Figures of two sentences of different origins that differ at once, from which they tell of another occasion: one
seizure and the sum of five, the seasons of two players. What one origin tells later may all have grown."""
MOST = 50
"""Figures of one kind that are compared; a topic with more has tables, not statements."""


def disagreements(
    analyses: Sequence[Analysis], passages: Sequence[Passage], figures: Sequence[Figure], origins: Origins
) -> tuple[Disagreement, ...]:
    """Return pairs of figures whose intervals do not meet, in reading order.

    They are of different articles, and each the only one of its kind in its sentence. Of different origins they
    disagree; of one origin the later is an update, where both articles are dated.
    """
    if len(analyses) < len(("one", "other")):
        return ()
    said = {(passage.article, passage.said.sentence.text): passage for passage in passages}
    verdicts = Verdicts(analyses, origins)
    found = [
        verdict
        for same in _comparable(figures, said)
        for one, other in combinations(same[:MOST], 2)
        if _apart(one, other) and _same_thing(one, other, said)
        for verdict in _verdict(one, other, verdicts)
    ]
    return tuple(_one_occasion(tuple(_once(found))))


def _comparable(figures: Sequence[Figure], said: Mapping[tuple[str, str], Passage]) -> Iterator[list[Figure]]:
    """Give the figures that share a unit and are alone with it in their sentence."""
    by_unit: dict[tuple[str, str], list[Figure]] = {}
    alone: dict[tuple[str, str, str, str], int] = {}
    for figure in figures:
        for unit in _units(figure):
            key = figure.kind, unit, figure.quote.article, figure.quote.sentence
            alone[key] = alone.get(key, 0) + 1
            if (figure.quote.article, figure.quote.sentence) in said:
                by_unit.setdefault((figure.kind, unit), []).append(figure)
    for (kind, unit), same in sorted(by_unit.items()):
        single = [f for f in same if alone[kind, unit, f.quote.article, f.quote.sentence] == 1]
        if len({figure.quote.article for figure in single}) > 1:
            yield single


def _units(figure: Figure) -> set[str]:
    """Return what a figure may share: a code, or the stems of what is counted."""
    return {w[:STEM].lower() for w in figure.unit.split()} if figure.kind == "count" else {figure.unit}


def _apart(one: Figure, other: Figure) -> bool:
    highs = [math.inf if figure.high is None else figure.high for figure in (one, other)]
    return one.quote.article != other.quote.article and (one.low > highs[1] or other.low > highs[0])


def _same_thing(one: Figure, other: Figure, said: Mapping[tuple[str, str], Passage]) -> bool:
    first, second = (said[figure.quote.article, figure.quote.sentence] for figure in (one, other))
    counted = _units(one) | _units(other) if one.kind == "count" else set()
    return (
        len((first.plain & second.plain) - counted) >= BESIDE_UNIT
        and likeness(first, second) >= SAME_THING
        and beside_names(first, second) >= WORDS_OF_THING
    )


def _one_occasion(rows: Sequence[Disagreement]) -> Iterator[Disagreement]:
    """Leave out pairs of sentences in which too much differs at once."""
    together: dict[tuple[tuple[str, str], ...], int] = {}
    for row in rows:
        together[_sentences(row)] = together.get(_sentences(row), 0) + 1
    yield from (row for row in rows if row.how == "update" or together[_sentences(row)] < AT_ONCE)


def _sentences(row: Disagreement) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((quote.article, quote.sentence) for quote in row.quotes))


def _verdict(one: Figure, other: Figure, verdicts: Verdicts) -> Iterator[Disagreement]:
    how = verdicts.how(one.quote.article, other.quote.article)
    if how:
        pair = sorted((one, other), key=lambda figure: verdicts.age(figure.quote.article))
        yield Disagreement(how, one.kind, one.unit, tuple(pair))


def _once(found: Sequence[Disagreement]) -> Iterator[Disagreement]:
    """Give each pair of quotes once, though two words of what is counted may have brought it together."""
    told = set()
    for each in sorted(found, key=lambda d: (d.how, [(f.quote.article, f.quote.sentence, f.low) for f in d.figures])):
        key = tuple((figure.quote.article, figure.quote.sentence, figure.low) for figure in each.figures)
        if key not in told:
            told.add(key)
            yield each

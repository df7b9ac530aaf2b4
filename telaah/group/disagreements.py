"""Figures of a topic become disagreements and updates: values of one thing that cannot all be right."""

import math
from collections.abc import Iterator, Sequence
from itertools import combinations

from telaah.group.aligned import Passage, beside_names, likeness
from telaah.group.frames import Frame, counted, frame, of_one_thing, of_one_whole
from telaah.group.verdicts import Verdicts
from telaah.model import Analysis, Disagreement, Figure, Origins

SAME_THING = 0.4
"""Likeness of the sentences around two figures of one unit, numbers left out, from which they may tell of the same."""
WORDS_OF_THING = 0.2
"""Likeness of their telling words beside names, from which their frames are compared."""
BESIDE_UNIT = 2
"""Telling words beside names and what is counted that both must have."""
MOST = 50
"""Figures of one kind that are compared; a topic with more has tables, not statements."""
ROUND = 100
"""A count that this divides is taken to be rounded to its last digit that is no zero ("1.500 rumah" beside 1.487)."""
ROUNDED_BY = 0.1
"""By which share such a count is off at most: nobody calls 1.400 "1.000"."""
CHANCE = 10
"""Below this, another figure of the same value is the same only beside the same words: twos and threes are many."""


def disagreements(
    analyses: Sequence[Analysis], passages: Sequence[Passage], figures: Sequence[Figure], origins: Origins
) -> tuple[Disagreement, ...]:
    """Return pairs of figures whose intervals do not meet, in reading order.

    They are of different articles, no other figure of either sentence is like them, and neither article prints the
    other's figure elsewhere. Of different origins they disagree; of one origin the later is an update, where both
    articles are dated.
    """
    if len(analyses) < len(("one", "other")):
        return ()
    told = _Told(analyses, passages, figures)
    verdicts = Verdicts(analyses, origins)
    found = [
        verdict
        for same in _comparable(figures, told)
        for one, other in combinations(same[:MOST], 2)
        if one.quote.article != other.quote.article and apart(one, other) and told.of_one_thing(one, other)
        for verdict in _verdict(one, other, verdicts)
        if verdict.how == "update" or not told.at_once(one, other)
    ]
    return tuple(_once(found))


def apart(one: Figure, other: Figure) -> bool:
    """Say whether two figures cannot both be right, were one of them rounded."""
    (low, high), (other_low, other_high) = _meant(one), _meant(other)
    return low > other_high or other_low > high


class _Told:
    """Figures in their sentences, each with its frame, which is worked out once."""

    def __init__(self, analyses: Sequence[Analysis], passages: Sequence[Passage], figures: Sequence[Figure]) -> None:
        self._analyses = {analysis.article.id: analysis for analysis in analyses}
        self._passages = {(passage.article, passage.said.sentence.text): passage for passage in passages}
        self._frames: dict[Figure, Frame] = {}
        self._figures: dict[str, list[Figure]] = {}
        for figure in figures:
            self._figures.setdefault(figure.quote.article, []).append(figure)

    def __contains__(self, figure: Figure) -> bool:
        return (figure.quote.article, figure.quote.sentence) in self._passages

    def of_one_thing(self, one: Figure, other: Figure) -> bool:
        """Say whether two figures are told of one thing, and neither article knows the other's as another."""
        first, second = self._passage(one), self._passage(other)
        return (
            likeness(first, second) >= SAME_THING  # what costs least is asked first
            and len((first.plain & second.plain) - counted(one) - counted(other)) >= BESIDE_UNIT
            and beside_names(first, second) >= WORDS_OF_THING
            and self._alone(one, other)
            and self._alone(other, one)
            and of_one_thing(self._frame(one), self._frame(other), first, second)
            and (one.kind != "share" or of_one_whole(self._frame(one), self._frame(other)))
            and not self._knows(one.quote.article, other)
            and not self._knows(other.quote.article, one)
        )

    def at_once(self, one: Figure, other: Figure) -> bool:
        """Say whether their sentences differ in another figure too: they tell of two occasions, or of one and the sum.

        What one origin tells later may all have grown.
        """
        return any(
            (each.kind, counted(each)) == (also.kind, counted(also)) and apart(each, also)
            for each in self._beside(one)
            for also in self._beside(other)
        )

    def _beside(self, one: Figure) -> list[Figure]:
        """Return the other figures of its sentence that are no conversions, which differ where their originals do."""
        text = one.quote.sentence
        return [
            each
            for each in self._figures[one.quote.article]
            if each is not one
            and each.quote.sentence == text
            and not text[: text.find(each.quote.text)].rstrip().endswith("(")
        ]

    def _alone(self, one: Figure, other: Figure) -> bool:
        """Say whether no other figure of its sentence could be compared with the other as well."""
        same, shared = counted(one) == counted(other), counted(one) & counted(other)
        return not any(
            counted(each) == counted(one) if same else not shared.isdisjoint(counted(each))
            for each in self._figures[one.quote.article]
            if each is not one and each.kind == one.kind and each.quote.sentence == one.quote.sentence
        )

    def _passage(self, figure: Figure) -> Passage:
        return self._passages[figure.quote.article, figure.quote.sentence]

    def _frame(self, figure: Figure) -> Frame:
        if figure not in self._frames:
            things = figure.unit if figure.kind == "count" else ""
            analysis = self._analyses[figure.quote.article]
            self._frames[figure] = frame(figure.quote, things, self._passage(figure), analysis)
        return self._frames[figure]

    def _knows(self, article: str, figure: Figure) -> bool:
        """Say whether an article prints another's figure too: it then tells of both, and its own is another thing."""
        return any(
            each.kind == figure.kind
            and (each.low, each.high) == (figure.low, figure.high)
            and not counted(each).isdisjoint(counted(figure))
            and (each.low >= CHANCE or (each in self and self._alike(each, figure)))
            for each in self._figures[article]
        )

    def _alike(self, one: Figure, other: Figure) -> bool:
        return not self._frame(one).around.isdisjoint(self._frame(other).nearest)


def _comparable(figures: Sequence[Figure], told: _Told) -> Iterator[list[Figure]]:
    """Give the figures that share a unit."""
    by_unit: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        if figure in told:
            for unit in counted(figure):
                by_unit.setdefault((figure.kind, unit), []).append(figure)
    for _, same in sorted(by_unit.items()):
        if len({figure.quote.article for figure in same}) > 1:
            yield same


def _meant(figure: Figure) -> tuple[float, float]:
    """Return the least and the most that may be meant, a round number of things taken as rounded."""
    low, high = figure.low, math.inf if figure.high is None else figure.high
    if low != high or figure.kind not in ("count", "measure") or not low or low % ROUND:
        return low, high
    place = ROUND
    while low % (place * 10) == 0:
        place *= 10
    off = min(place / 2, low * ROUNDED_BY)
    return low - off, high + off


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

"""Vectors become pairs of articles worth comparing, with their likeness: near-linear, by capped inverted lists."""

from collections.abc import Mapping, Sequence

from telaah.group.dates import Day, closeness
from telaah.group.vectors import Vector, likeness

TERMS = 40
"""Heaviest terms of an article by which others are sought."""
LIST = 150
"""Latest articles in a term's list that are looked at: bounds the work where one subject fills the news."""
NEAREST = 60
"""Articles, by shared weight, for which the likeness is computed in full."""

Pairs = Mapping[tuple[int, int], float]
"""Likeness of two articles by their places, the smaller first."""


def neighbours(vectors: Sequence[Vector], days: Sequence[Day | None], least: float) -> Pairs:
    """Return the pairs whose likeness, times the closeness of their dates, is at least `least`.

    Articles meet in the inverted lists of their heaviest terms, walked by date, so that the work grows with the number
    of articles and not with its square; a corpus smaller than the lists is compared nearly in full.
    """
    order = sorted(range(len(vectors)), key=lambda place: (days[place] is None, days[place] or 0, place))
    lists: dict[str, list[tuple[int, float]]] = {}
    pairs = {}
    for place in order:
        shared: dict[int, float] = {}
        for term, weight in _heaviest(vectors[place]):
            entries = lists.setdefault(term, [])
            for other, its in entries[-LIST:]:
                shared[other] = shared.get(other, 0.0) + weight * its
            entries.append((place, weight))
        for other in sorted(shared, key=lambda other: (-shared[other], other))[:NEAREST]:
            near = likeness(vectors[place], vectors[other]) * closeness(days[place], days[other])
            if near >= least:
                pairs[min(place, other), max(place, other)] = near
    return pairs


def _heaviest(vector: Vector) -> Sequence[tuple[str, float]]:
    return sorted(vector.items(), key=lambda item: (-item[1], item[0]))[:TERMS]

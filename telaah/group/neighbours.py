"""Vectors become pairs of articles worth comparing, with their likeness: near-linear, by capped inverted lists."""

from array import array
from collections.abc import Mapping, Sequence

import numpy as np

from telaah.group.dates import When, closeness
from telaah.group.products import UNIT, Numbers, Products, Vector

TERMS = 20
"""Heaviest terms of an article by which others are sought (40: the same topics on ECB+ and the labelled pairs)."""
LIST = 80
"""Latest articles in a term's list that are looked at: bounds the work where one subject fills the news."""
NEAREST = 25
"""Articles, by shared weight, for which the likeness is computed in full (60: the same topics)."""

HINT = 0.4
"""Share of the sought likeness that the heaviest terms alone must give (0: the same topics, half the speed)."""

Pairs = Mapping[tuple[int, int], float]
"""Likeness of two articles by their places, the smaller first."""


def neighbours(vectors: Sequence[Vector], products: Products, days: Sequence[When | None], least: float) -> Pairs:
    """Return the pairs whose likeness, times the closeness of their dates, is at least `least`.

    Articles meet in the inverted lists of their heaviest terms, walked by date, so that the work grows with the number
    of articles and not with its square; a corpus smaller than the lists is compared nearly in full.
    """
    order = sorted(range(len(vectors)), key=lambda place: (*_age(days[place]), place))
    lists: _Lists = {}
    sums = np.zeros(len(vectors), np.int64)
    pairs = {}
    for place in order:
        met, shared = _met(place, vectors[place], lists)
        others = _promising(met, shared, sums, HINT * least * UNIT**2)
        alike = products.of(vectors[place], [vectors[other] for other in others])
        for other, like in zip(others, alike, strict=True):
            if like >= least and (near := like * closeness(days[place], days[other])) >= least:
                pairs[min(place, other), max(place, other)] = near
    return pairs


_Lists = dict[int, tuple["array[int]", "array[int]"]]
"""The places of the articles that have a term among their heaviest, and what it weighs in each."""


def _met(place: int, vector: Vector, lists: _Lists) -> tuple[Numbers, Numbers]:
    """Return whom an article meets in the lists, once a term, and what they share there; it is in them from now on."""
    met, its, times = array("q"), array("q"), []
    for term, weight in zip(vector.terms[:TERMS].tolist(), vector.weights[:TERMS].tolist(), strict=True):
        if term not in lists:
            lists[term] = array("q"), array("q")
        places, weights = lists[term]
        met += places[-LIST:]
        its += weights[-LIST:]
        times.append(min(len(places), LIST))
        if weight:  # an article of few words has none left
            places.append(place)
            weights.append(weight)
    return np.frombuffer(met, np.int64), np.frombuffer(its, np.int64) * np.repeat(vector.weights[:TERMS], times)


def _promising(met: Numbers, shared: Numbers, sums: Numbers, least: float) -> list[int]:
    """Return who shares most of those met, and at least so much; `sums` has nought for everybody, now and after."""
    np.add.at(sums, met, shared)
    found = np.unique(met[sums[met] >= least])
    most: list[int] = found[np.argsort(-sums[found], kind="stable")[:NEAREST]].tolist()
    sums[met] = 0
    return most


def _age(when: When | None) -> tuple[bool, float]:
    """Return by what articles are put in order: their days, those without one last."""
    return (when is None, when.day if when else 0.0)

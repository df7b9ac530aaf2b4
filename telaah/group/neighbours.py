"""Vectors become pairs of articles worth comparing, with their likeness: near-linear, by capped inverted lists."""

from array import array
from collections.abc import Mapping, Sequence
from heapq import nsmallest
from itertools import islice

from telaah.group.dates import When, closeness
from telaah.group.vectors import Vector, product

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


def neighbours(vectors: Sequence[Vector], days: Sequence[When | None], least: float) -> Pairs:
    """Return the pairs whose likeness, times the closeness of their dates, is at least `least`.

    Articles meet in the inverted lists of their heaviest terms, walked by date, so that the work grows with the number
    of articles and not with its square; a corpus smaller than the lists is compared nearly in full.
    """
    order = sorted(range(len(vectors)), key=lambda place: (*_age(days[place]), place))
    lists: dict[int, tuple[array[int], array[float]]] = {}
    shared = [0.0] * len(vectors)  # what each shares with the article in hand, nought again after it
    pairs = {}
    for place in order:
        vector = vectors[place]
        met = array("i")
        for term, weight in islice(vector.items(), TERMS):
            if term not in lists:
                lists[term] = array("i", (place,)), array("d", (weight,))
                continue
            places, weights = lists[term]
            latest = places[-LIST:]
            met += latest
            for other, its in zip(latest, weights[-LIST:], strict=True):
                shared[other] += weight * its
            places.append(place)
            weights.append(weight)
        promising = [(-shared[other], other) for other in {each for each in met if shared[each] >= HINT * least}]
        for other in met:
            shared[other] = 0.0
        own = dict(vector.items())
        for _, other in nsmallest(NEAREST, promising):
            near = product(own, vectors[other]) * closeness(days[place], days[other])
            if near >= least:
                pairs[min(place, other), max(place, other)] = near
    return pairs


def _age(when: When | None) -> tuple[bool, float]:
    """Return by what articles are put in order: their days, those without one last."""
    return (when is None, when.day if when else 0.0)

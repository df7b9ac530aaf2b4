"""Vectors become their dot products: how alike articles are, and groups of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import numpy.typing as npt

UNIT = 2**16
"""What a weight of 1 is counted as. Weights are whole numbers, so that their sums are the same in any order and on any
machine; groups that hold a hundred thousand articles together stay below what 63 bits hold."""

Numbers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """Terms with their weights, side by side.

    Of an article the heaviest stands first, and what it lacks of the most that are kept has no weight. In a sum a term
    may stand more than once.
    """

    terms: Numbers
    weights: Numbers


def together(parts: Sequence[Vector]) -> Vector:
    """Return the sum of vectors as it is."""
    return Vector(np.concatenate([part.terms for part in parts]), np.concatenate([part.weights for part in parts]))


def total(parts: Sequence[Vector]) -> Vector:
    """Return the sum of vectors, each term once."""
    whole = together(parts)
    terms, places = np.unique(whole.terms, return_inverse=True)
    return Vector(terms, sums(places, whole.weights, len(terms)))


def sums(owners: Numbers, each: Numbers, count: int) -> Numbers:
    """Return for each of so many owners the sum of what is its."""
    found = np.zeros(count, np.int64)
    np.add.at(found, owners, each)
    return found


def square(vector: Vector) -> float:
    """Return the product of an article's vector with itself: 1, less what single words have too much."""
    return int(np.dot(vector.weights, vector.weights)) / UNIT**2


class Products:
    """The dot products of vectors, one with many at once.

    The one lies on a board with a field for each term. Looked up term by term in dictionaries, products took half of
    the time of grouping.
    """

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self._board = np.zeros(1 + max((int(each.terms.max()) for each in vectors), default=0), np.int64)

    def of(self, one: Vector, others: Sequence[Vector]) -> list[float]:
        """Return the product of a vector with each of the others, any of them a sum; of two articles 0 to 1."""
        if not others:
            return []
        np.add.at(self._board, one.terms, one.weights)
        every = together(others)
        begins = [0, *accumulate([len(other.terms) for other in others[:-1]])]
        found = np.add.reduceat(self._board[every.terms] * every.weights, begins)
        self._board[one.terms] = 0
        return [each / UNIT**2 for each in found.tolist()]

"""A column of weights becomes a better one: one weight moved at a time, as long as that gains."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from telaah.analyse.summary_weights import SummaryWeights
from telaah.analyse.weights import Weights

Column = TypeVar("Column", Weights, SummaryWeights)


def search(
    start: Column, steps: Mapping[str, Sequence[float]], worth: Callable[[Column], float], gain: float, rounds: int
) -> Column:
    """Return the column that no single step of a weight betters by more than `gain`, after `rounds` at most."""
    best, most = start, worth(start)
    for _ in range(rounds):
        before = most
        for name, moves in steps.items():
            for by in moves:
                tried = replace(best, **{name: round(getattr(best, name) + by, 6)})
                points = worth(tried)
                if points > most + gain:
                    best, most = tried, points
        if most == before:
            break
    return best

"""Articles and their near pairs become groups, each about one event: average link, corrected for cohesion."""

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass

from telaah.group.dates import When, closeness
from telaah.group.neighbours import Pairs
from telaah.group.products import Products, Vector, square, together, total

EVENT = 0.29
"""Likeness from which two articles report the same event. ECB+ has a B-cubed F of 90.4 at .3, 90.9 here, 90.6 at .28,
89.0 at .27, labelled Indonesian pairs an event F1 of 90.3 here, 87.5 at .28, 84.8 at .27. docs/decisions/0020 has
more."""
COHESION = 0.15
"""Power of the groups' own inner likeness that divides the average link, 0 (plain average link) to 1 (centroid link).
Large groups are looser inside, and newcomers should be measured by that (.3: B-cubed F half a point lower)."""
CERTAINTY = 0.1
"""What the mean of endlessly many likenesses may lack of `EVENT`. Two articles alike by .3 may be so by chance, ten
alike by .3 to each other are not: what may lack falls with the root of the number of pairs, as the error of a mean
does (0: no threshold suits both the few articles of a stream and the twenty of an event in ECB+)."""


FEW = 20
"""Members up to which a group's links are worked out anew whenever one joins."""
GROWN = 0.1
"""Share by which a larger group must have grown: among hundreds one more changes nothing. Asked of all who are near
each time, links of one event's 1,500 articles took 9 s, of 3,000 more than 30."""


@dataclass(slots=True)
class _Group:
    """Places of the members, the sum of their vectors and its square, how many have a date, and the mean of the dates.

    `linked` is how many members it had when its links were last worked out.
    """

    members: list[int]
    sum: Vector
    square: float
    dated: int
    when: When | None
    linked: int = 1

    @property
    def is_little_more(self) -> bool:
        """Say whether its links may stay as they are."""
        return self.linked >= FEW and len(self.members) <= self.linked * (1 + GROWN)

    @property
    def inner(self) -> float:
        """The mean likeness inside."""
        return self.square / len(self.members) ** 2


def clusters(
    vectors: Sequence[Vector], products: Products, days: Sequence[When | None], pairs: Pairs
) -> tuple[tuple[int, ...], ...]:
    """Return groups of places, members sorted, groups by their first member; every place is in exactly one.

    The nearest two groups are joined first, as long as they are `EVENT` alike; ties go to the smaller places.
    """
    groups = {place: _single(place, vectors[place], days[place]) for place in range(len(vectors))}
    beside: dict[int, set[int]] = {place: set() for place in groups}
    for one, other in pairs:
        beside[one].add(other)
        beside[other].add(one)
    queue = [(-near, one, other) for (one, other), near in pairs.items() if near >= EVENT]
    heapq.heapify(queue)
    number = len(vectors)
    while queue:
        _, one, other = heapq.heappop(queue)
        if one not in groups or other not in groups:
            continue
        small, large = sorted((one, other), key=lambda each: len(groups[each].members))
        joined = _joined(groups.pop(large), groups.pop(small), products)
        if joined.is_little_more:
            # It keeps its number, and with it its place in the queue.
            name, asked = large, {near for near in beside.pop(small) - beside[large] if near in groups}
            beside[name] |= asked
        else:
            name, number = number, number + 1
            asked = beside[name] = {near for near in beside.pop(one) | beside.pop(other) if near in groups}
            joined.linked = len(joined.members)
            if joined.linked > FEW:  # sums of few are soon gone through as they are
                joined.sum = total([joined.sum])
        groups[name] = joined
        ordered = sorted(asked)
        for near, link in zip(ordered, _links(joined, [groups[each] for each in ordered], products), strict=True):
            beside[near].add(name)
            if link >= EVENT:
                heapq.heappush(queue, (-link, near, name))
    return tuple(sorted(tuple(sorted(group.members)) for group in groups.values()))


def _single(place: int, vector: Vector, when: When | None) -> _Group:
    return _Group([place], vector, square(vector), int(when is not None), when)


def _joined(large: _Group, small: _Group, products: Products) -> _Group:
    """Return two groups as one; what the larger holds goes on in it and is not copied."""
    (between,) = products.of(small.sum, [large.sum])
    days = [(group.when, group.dated) for group in (large, small) if group.when]
    dated = large.dated + small.dated
    mean = sum(when.day * count for when, count in days) / dated if dated else 0.0
    when = When(mean, all(when.sure for when, _ in days)) if dated else None
    large.members += small.members
    whole_square = large.square + 2 * between + small.square
    return _Group(large.members, together([large.sum, small.sum]), whole_square, dated, when, large.linked)


def _links(one: _Group, others: Sequence[_Group], products: Products) -> list[float]:
    """Return the likeness of a group with each of the others on the scale of two articles."""
    found = products.of(one.sum, [other.sum for other in others])
    return [_link(one, other, product) for other, product in zip(others, found, strict=True)]


def _link(one: _Group, other: _Group, product: float) -> float:
    if not product:
        return 0.0
    pairs = len(one.members) * len(other.members)
    near = product / pairs / (one.inner * other.inner) ** (COHESION / 2) * closeness(one.when, other.when)
    return float(near + CERTAINTY * (1 - 1 / math.sqrt(pairs)))

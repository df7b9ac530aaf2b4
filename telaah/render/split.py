"""A long list, newest first, becomes pages whose addresses stay when something new is put on top."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

PER_PAGE = 50
"""Entries on a numbered page, about 25 KB of HTML; the newest page holds from half as many to half as many again."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step:
    """The way to a neighbouring page; the newest page has no number."""

    href: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page stands among its neighbours; `number` counts from the oldest and is None for the newest."""

    number: int | None
    newer: Step | None
    older: Step | None


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """A page of a list: what stands on it, its address below the tree, its neighbours."""

    items: tuple[T, ...]
    path: str
    pager: Pager


def split(items: Sequence[T], path: str, per_page: int = PER_PAGE) -> tuple[Part[T], ...]:
    """Return the pages of a list, the newest first, at `path`; the others are numbered from the oldest.

    A numbered page is always full, so that what is put on top of the list never moves what stands on it. No id holds a
    full stop, so `topics/x.1.html` is nobody else's address.
    """
    numbered = max(len(items) - per_page // 2, 0) // per_page
    top = len(items) - numbered * per_page
    stem = path.removesuffix(".html")
    steps = [Step(path, None), *(Step(f"{stem}.{number}.html", number) for number in range(numbered, 0, -1))]
    bounds = [0, *range(top, len(items) + 1, per_page)]
    parts = []
    for n, step in enumerate(steps):
        pager = Pager(step.number, steps[n - 1] if n else None, steps[n + 1] if n < numbered else None)
        parts.append(Part(tuple(items[bounds[n] : bounds[n + 1]]), step.href, pager))
    return tuple(parts)

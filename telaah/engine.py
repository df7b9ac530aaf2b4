"""Independent pieces of work become their results, in order, here or in several processes at once."""

from collections.abc import Callable, Sequence
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")

FEW = 100
"""Pieces of work up to which processes are not worth their start: one takes .3 s to begin, an article .015 s."""
PORTION = 16
"""Pieces handed over at a time: fewer cost in passing on, more leave a process idle at the end."""


def run(work: Callable[[Given], Made], pieces: Sequence[Given], jobs: int) -> tuple[Made, ...]:
    """Return what `work` makes of every piece, in the order of the pieces, whatever the number of processes.

    `work` is a function of a module and pieces and results can be pickled; an error in one piece is raised here.
    Processes are started afresh, not forked: the same on every system, and nothing is inherited that was not sent.
    """
    if jobs < 2 or len(pieces) <= FEW:
        return tuple(map(work, pieces))
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(min(jobs, len(pieces)), get_context("spawn")) as processes:
        return tuple(processes.map(work, pieces, chunksize=PORTION))

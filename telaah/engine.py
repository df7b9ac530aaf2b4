"""Independent pieces of work become their results, in order, here or in several processes at once."""

import gc
import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from typing import TypeVar, cast

from telaah.lasting import lasting

Given = TypeVar("Given")
Piece = TypeVar("Piece")
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
    with _processes(min(jobs, len(pieces)), None) as processes:
        with _unheard():
            made = processes.map(work, pieces, chunksize=PORTION)
        return tuple(made)


def share(
    work: Callable[[Piece], Made],
    prepare: Callable[[Given], Callable[[Piece], Made]],
    given: Given,
    pieces: Sequence[Piece],
    jobs: int,
) -> tuple[Made, ...]:
    """Return what `work` makes of every piece, in order; each other process makes its own `work` of what is given.

    This process begins with the first piece and the others with the last, until they meet; `jobs` counts it as well.
    `prepare` is a function of a module; what is given, pieces and results can be pickled. The error raised is that of
    the first piece which has one, whatever the number of processes.
    """
    with lasting():
        if jobs < 2 or len(pieces) < 2:
            return tuple(map(work, pieces))
        with _processes(min(jobs, len(pieces)) - 1, pickle.dumps((prepare, given))) as processes:
            with _unheard():
                there = cast("Callable[[Piece], Made]", _prepared_work)
                theirs = [processes.submit(there, piece) for piece in reversed(pieces)]
            theirs.reverse()
            return tuple(
                work(piece) if their.cancel() else their.result() for piece, their in zip(pieces, theirs, strict=True)
            )


_bench: list[Callable[[object], object]] = []
"""What a process that was started here has prepared; it stays in it from piece to piece."""


def _begin(packed: bytes | None) -> None:
    """Prepare a new process; it ends with the one that started it, even one that was killed."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if packed:
        gc.disable()  # as `lasting` does
        prepare, given = pickle.loads(packed)  # noqa: S301 - our own bytes, from the process that started this one
        _bench.append(prepare(given))


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _prepared_work(piece: object) -> object:
    return _bench[0](piece)


@contextmanager
def _processes(count: int, packed: bytes | None) -> Iterator[ProcessPoolExecutor]:
    """Give new processes; when something goes wrong here they finish what they hold in hand and nothing more."""
    processes = ProcessPoolExecutor(count, get_context("spawn"), _begin, (packed,))
    try:
        yield processes
    finally:
        processes.shutdown(cancel_futures=True)


@contextmanager
def _unheard() -> Iterator[None]:
    """Start processes that do not hear Ctrl-C: it is for this one, which then ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

"""Changes become builds, one after the other in a thread of their own, and each changed article is shown at once."""

import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from telaah import pipeline
from telaah.model import Page
from telaah.pipeline import Preview
from telaah.problems import InputError, Problem, as_text
from telaah.serve.finisher import Finisher
from telaah.serve.stage import Stage
from telaah.settings import Options

PATIENCE = 1.0
"""Seconds of building from which on a changed article is shown before the rest is built."""


class Builder:
    """Builds whenever something has changed since the last build began; changes during a build make one more."""

    def __init__(self, options: Options, stage: Stage, finisher: Finisher, say: Callable[[str], None]) -> None:
        self._options, self._stage, self._finisher, self._say = options, stage, finisher, say
        self._last: Preview | None = None
        self._slow = False
        self._wanted = False
        self._stopped = False
        self._changed: set[Path] = set()
        self._told = threading.Condition()

    def take(self, changed: Iterable[Path]) -> None:
        """Build next, and meanwhile show the changed articles in the surroundings of the last build."""
        began, paths = time.monotonic(), frozenset(changed)
        with self._told:
            self._wanted = True
            self._changed |= paths
            self._told.notify()
        if self._slow and self._last is not None:
            pages = _glimpsed(self._last, paths)
            if pages:
                self._stage.patch(pages)
                self._say(f"changed page shown in {time.monotonic() - began:.1f} s; the rest follows")

    @contextmanager
    def running(self) -> Iterator[None]:
        """Work in the background."""
        threading.Thread(target=self._work, daemon=True).start()
        try:
            yield
        finally:
            with self._told:
                self._stopped = True
                self._told.notify()

    def _work(self) -> None:
        while self._next():
            began = time.monotonic()
            try:
                preview = pipeline.preview(self._options, self._last)
            except InputError as error:
                self._failed(error.problems)
            except Exception:  # the preview outlives a bug, and shows it
                message = "the program failed on this content; that is a bug of ours"
                self._failed((Problem("error", "bug", message, traceback.format_exc()),))
            else:
                self._slow = time.monotonic() - began > PATIENCE
                self._built(preview)
                self._say(f"built in {time.monotonic() - began:.1f} s")

    def _next(self) -> bool:
        with self._told:
            self._told.wait_for(lambda: self._stopped or self._wanted)
            self._wanted = False
            self._changed = set()
            return not self._stopped

    def _built(self, preview: Preview) -> None:
        for problem in preview.outcome.problems:
            self._say(as_text(problem))
        self._last = preview
        # What was saved while this build went on is newer than it.
        with self._told:
            late = frozenset(self._changed)
        newer = _glimpsed(preview, late) if late else ()
        self._stage.show((*preview.pages, *newer), preview.outcome.problems)
        self._finisher.take(preview)

    def _failed(self, problems: tuple[Problem, ...]) -> None:
        for problem in problems:
            self._say(as_text(problem))
        self._stage.fail(problems)
        self._say("not built; the preview shows the last good pages")


def _glimpsed(last: Preview, changed: Iterable[Path]) -> tuple[Page, ...]:
    try:
        return pipeline.glimpse(last, changed)
    except Exception:  # the build that follows meets the same and shows it
        return ()

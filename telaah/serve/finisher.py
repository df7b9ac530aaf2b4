"""Pages that are shown already become searchable and are checked, in a thread of its own, the newest first."""

import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from telaah import pipeline
from telaah.pipeline import IndexFailed, Preview
from telaah.problems import Problem, as_text
from telaah.serve.stage import Stage


class Finisher:
    """Works on the latest build alone; builds that came while it worked are passed over but for the last."""

    def __init__(self, stage: Stage, say: Callable[[str], None]) -> None:
        self._stage = stage
        self._say = say
        self._wanted: Preview | None = None
        self._stopped = False
        self._told = threading.Condition()

    def take(self, preview: Preview) -> None:
        """Finish these pages next."""
        with self._told:
            self._wanted = preview
            self._told.notify()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Work in the background."""
        thread = threading.Thread(target=self._work, daemon=True)
        thread.start()
        try:
            yield
        finally:
            with self._told:
                self._stopped = True
                self._told.notify()

    def _work(self) -> None:
        while (preview := self._next()) is not None:
            try:
                search, problems = pipeline.finish(preview)
            except IndexFailed as failed:
                search, problems = (), (Problem("error", "search-failed", str(failed)),)
            except Exception:  # this thread outlives a bug, and shows it
                problem = Problem(
                    "error", "bug", "the search index failed; that is a bug of ours", traceback.format_exc()
                )
                search, problems = (), (problem,)
            with self._told:
                if self._wanted is not None:
                    continue
            for problem in problems:
                self._say(as_text(problem))
            self._stage.finish(search, problems)

    def _next(self) -> Preview | None:
        with self._told:
            self._told.wait_for(lambda: self._stopped or self._wanted is not None)
            preview, self._wanted = self._wanted, None
            return None if self._stopped else preview

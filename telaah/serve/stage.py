"""The latest pages and problems, seen by many threads, become versions that a browser can wait for."""

import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from telaah.model import Page
from telaah.problems import Problem


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown: pages by path, search files by path, problems; `failed` when the pages are of an earlier build."""

    version: str
    pages: Mapping[str, bytes] = field(default_factory=dict)
    search: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    failed: bool = False

    def content(self, path: str) -> bytes | None:
        """Return the bytes of a file of the site, or None."""
        return self.pages.get(path, self.search.get(path))


class Stage:
    """Holds what is shown; every change makes a new version and wakes whoever waits."""

    def __init__(self) -> None:
        # The start of the program is part of a version, so that a browser left open sees a new run as a change.
        self._run = f"{time.time_ns():x}"
        self._number = 0
        self._changed = threading.Condition()
        self._shown = Shown(self._version())

    @property
    def shown(self) -> Shown:
        """Return what is shown now, one consistent value."""
        with self._changed:
            return self._shown

    def show(self, pages: Iterable[Page], problems: tuple[Problem, ...]) -> None:
        """Show the pages of a build; the search files of the last one serve until the new ones come."""
        found = {page.path: page.content for page in pages}
        with self._changed:
            self._put(replace(self._shown, pages=found, problems=problems, failed=False))

    def patch(self, pages: Iterable[Page]) -> None:
        """Show some pages anew before the build that they belong to is done."""
        found = {page.path: page.content for page in pages}
        with self._changed:
            self._put(replace(self._shown, pages={**self._shown.pages, **found}))

    def fail(self, problems: tuple[Problem, ...]) -> None:
        """Show the problems of a build that failed over the last good pages."""
        with self._changed:
            self._put(replace(self._shown, problems=problems, failed=True))

    def finish(self, search: Iterable[Page], problems: tuple[Problem, ...]) -> None:
        """Add the search files, and what a check of the pages found; only the latter is worth a reload."""
        found = {page.path: page.content for page in search}
        with self._changed:
            self._shown = replace(self._shown, search=found)
            if problems and not self._shown.failed:
                self._put(replace(self._shown, problems=(*self._shown.problems, *problems)))

    def wait(self, version: str, seconds: float) -> str:
        """Return the version shown, as soon as it is another than this one, or after some seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._shown.version != version, seconds)
            return self._shown.version

    def _put(self, shown: Shown) -> None:
        self._number += 1
        self._shown = replace(shown, version=self._version())
        self._changed.notify_all()

    def _version(self) -> str:
        return f"{self._run}-{self._number}"

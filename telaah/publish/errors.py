"""A failure to publish becomes one of two exceptions that say in full sentences what stands in the way."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from errno import EBUSY, EDQUOT, ENOSPC, EXDEV

from telaah.problems import Problem, in_order

HINTS = {
    ENOSPC: "make room on the disk and build again",
    EDQUOT: "make room on the disk and build again",
    EBUSY: "a mounted folder cannot be exchanged; name a folder inside it: --site DIR/public",
    EXDEV: "a mounted folder cannot be exchanged; name a folder inside it: --site DIR/public",
}
"""What to do about the errors of the operating system that have one usual cause."""


class Busy(Exception):
    """Another build holds the lock of this site."""


class PublishError(Exception):
    """The pages cannot become the site; carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("; ".join(problem.message for problem in self.problems))


@contextmanager
def told(what: str) -> Iterator[None]:
    """Turn an error of the operating system into a PublishError that says what failed, where and why."""
    try:
        yield
    except OSError as error:
        place = f" at '{error.filename}'" if error.filename else ""
        message = f"{what}: {error.strerror or error}{place}"
        hint = HINTS.get(error.errno or 0)
        raise PublishError([Problem("error", "publish-failed", message, hint)]) from error

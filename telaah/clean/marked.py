"""The lines of a raw page and what each was taken for so far; a pass marks what it is sure of and leaves the rest."""

from collections.abc import Iterable, Sequence

from telaah.clean.cues import Cues
from telaah.clean.lines import Mark, RawLine, is_prose
from telaah.model import LineClass
from telaah.settings import Outlets


class Marked:
    """One page while its lines are told apart."""

    def __init__(self, lines: Sequence[RawLine], known: Cues, outlets: Outlets) -> None:
        self.lines = lines
        self.cues = known
        self.outlets = outlets
        self.marks: dict[int, Mark] = {}
        self.title: RawLine | None = None
        self.prose = frozenset(line.number for line in lines if is_prose(line.text))

    @property
    def start(self) -> int:
        """The number of the headline's line, 0 where there is none."""
        return self.title.number if self.title else 0

    def mark(self, line: RawLine, cls: LineClass, rule: str) -> None:
        """Mark a line that no pass has marked yet."""
        self.marks.setdefault(line.number, Mark(cls, rule))

    def open(self, lines: Iterable[RawLine]) -> list[RawLine]:
        """Return the lines that no pass has marked yet."""
        return [line for line in lines if line.number not in self.marks]

    def has(self, line: RawLine, cls: LineClass) -> bool:
        """Say whether a line was taken for this."""
        mark = self.marks.get(line.number)
        return mark is not None and mark.cls == cls

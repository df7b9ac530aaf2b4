"""Where the headline stands says which lines of a saved page are the head of its article: bylines and dates."""

from dataclasses import dataclass

from lxml import html

from telaah.clean.saved.claims import folded
from telaah.clean.saved.tree import Marked, Seen

BEFORE = 6
"""Lines above the headline that can belong to it: kicker, date, author."""
AFTER = 30
"""Most lines below the headline that are looked at; share bars and captions stand among them."""
PROSE = 2
"""Paragraphs below the headline after which its metadata ends: a standfirst and the first of the text."""
PROSE_WORDS = 15
"""Fewest words of a line that is a paragraph and no label."""


@dataclass(frozen=True, slots=True)
class Window:
    """The lines [start, end) of a page's `Seen` around the headline, at line `at`."""

    start: int
    at: int
    end: int

    def holds(self, marked: Marked) -> bool:
        """Say whether a marked element begins inside."""
        return self.start <= marked.line < self.end


def window(seen: Seen, heading: html.HtmlElement | None, title: str | None) -> Window | None:
    """Return the head of the article; None where the headline is not printed on the page."""
    at = _line_of(seen, heading, title)
    if at is None:
        return None
    end, prose = at + 1, 0
    while end < len(seen.lines) and end <= at + AFTER and prose < PROSE:
        prose += len(seen.lines[end].text.split()) >= PROSE_WORDS
        end += 1
    return Window(max(0, at - BEFORE), at, end)


def _line_of(seen: Seen, heading: html.HtmlElement | None, title: str | None) -> int | None:
    if heading is not None:
        for number, line in enumerate(seen.lines):
            if line.holder is heading or heading in line.holder.iterancestors():
                return number
    key = folded(title) if title else ""
    return next((number for number, line in enumerate(seen.lines) if key and folded(line.text) == key), None)

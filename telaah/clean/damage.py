"""Paragraphs become a doubt about the encoding of their file: letters that no text has, or in such numbers."""

import re
from collections.abc import Iterable, Iterator

from telaah.model import Paragraph
from telaah.problems import Problem

UNREADABLE = "\N{REPLACEMENT CHARACTER}"
MANY_ACCENTS = 0.3
"""Share of letters between À and ÿ among all letters above which no language is written in Latin script: French has
about .04, Icelandic .12; Cyrillic or Greek bytes taken for Windows-1252 have nearly 1."""
_ACCENTED = re.compile("[À-ÖØ-öø-ÿ]")
FEWEST_LETTERS = 20
"""Letters below which a share says nothing: a name, a headline in capitals."""


def damage(paragraphs: Iterable[Paragraph], shown: str) -> Iterator[Problem]:
    """Give one warning, at the first paragraph that was read in a wrong encoding; `shown` is the path to name."""
    hint = "save the page again as UTF-8, or delete the characters that were lost"
    for paragraph in paragraphs:
        if UNREADABLE in paragraph.text:
            message = f'the text holds characters that could not be read, first in "{_around(paragraph.text)}"'
            yield Problem("warning", "text-damaged", message, hint, shown, paragraph.line or 1)
            return
        if paragraph.text.isascii():
            continue
        letters = sum(map(str.isalpha, paragraph.text))
        accents = len(_ACCENTED.findall(paragraph.text))
        if letters >= FEWEST_LETTERS and accents > MANY_ACCENTS * letters:
            message = f'the text looks like one of another encoding than it was read in: "{paragraph.text[:30]}"'
            yield Problem(
                "warning", "text-damaged", message, "save the page again as UTF-8", shown, paragraph.line or 1
            )
            return


def _around(text: str) -> str:
    place = text.index(UNREADABLE)
    return text[max(0, place - 15) : place + 15].strip()

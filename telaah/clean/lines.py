"""The text of a raw page becomes numbered lines, and a line says by itself whether it reads as running text."""

import functools
import re
from dataclasses import dataclass

from telaah.clean.cuts import trimmed
from telaah.clean.marks import unmarked
from telaah.clean.plain import plain
from telaah.languages.scripts import LETTER
from telaah.model import LineClass

PROSE_WORDS = 8
"""Fewest words of a line that ends like a sentence and is prose whatever stands around it."""
LONG_WORDS = 20
"""Fewest words of a line that is prose even without a stop at its end; headlines on real pages have up to 18."""

SEPARATOR = re.compile(r"[|»›/•·>](?:(?<=[|»›])|(?<=\s.)(?=\s))")
"""What stands between the entries of a menu or a breadcrumb."""
SENTENCE_TAIL = 40
"""Letters at the end of a line in which the end of a sentence is looked for."""
REMEMBERED = 4096
"""Lines whose words are remembered while a page is read, since several passes ask for them; most pages have fewer."""

# A credit in brackets may follow the last stop: "... sampai malam. (AP/ABC)".
_SENTENCE_END = re.compile(r"(?:[.!?…][\"”’'»)\]*]*(?:\s*[(\[][^()\[\]]{2,30}[)\]]\.?)?|[”\"»]|[。！？][」』）]*)$")
_WORDS = re.compile(rf"[{LETTER}]+(?:[-'’.][{LETTER}]+)*")
# Scripts written without blanks between words: about two characters make a word.
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_UNSPACED_PAIR = re.compile("(?=([\u3040-\u30ff\u3400-\u9fff]{2}))")


@dataclass(frozen=True, slots=True)
class RawLine:
    """A non-blank line: its 1-based number, as written, as plain text, and the run of lines it stands in.

    `more` are the numbers of the lines below it that go on with its text on a page that was wrapped.
    """

    number: int
    raw: str
    text: str
    block: int
    more: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line was taken for, and why."""

    cls: LineClass
    rule: str


def raw_lines(text: str) -> tuple[RawLine, ...]:
    """Return the non-blank lines of a page."""
    lines, block, blank = [], 0, True
    for number, raw in enumerate(text.split("\n"), 1):
        if not raw.strip():
            blank = True
            continue
        block += blank
        blank = False
        lines.append(RawLine(number, raw, plain(unmarked(raw)), block))
    return tuple(lines)


@functools.lru_cache(maxsize=REMEMBERED)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text as printed."""
    return tuple(_WORDS.findall(text))


@functools.lru_cache(maxsize=REMEMBERED)
def word_count(text: str) -> int:
    """Return how many words a text has; two characters of a script without blanks count as one."""
    return len(words(text)) + (0 if text.isascii() else len(_UNSPACED.findall(text)) // 2)


def pairs(text: str) -> list[str]:
    """Return every two neighbouring characters of a script without blanks, by which such texts are compared."""
    return [] if text.isascii() else _UNSPACED_PAIR.findall(text)


def ends_sentence(text: str) -> bool:
    """Say whether a text ends as a sentence or a quotation does."""
    return not text[-1:].isalnum() and _SENTENCE_END.search(text[-SENTENCE_TAIL:]) is not None


@functools.lru_cache(maxsize=REMEMBERED)
def is_prose(text: str) -> bool:
    """Say whether a line reads as running text by itself, whatever is glued to its end."""
    text = trimmed(text)
    count = word_count(text)
    return count >= LONG_WORDS or (count >= PROSE_WORDS and ends_sentence(text))

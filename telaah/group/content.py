"""A sentence becomes the words of what it says, without who says so and what only measures."""

import functools
import re
from collections.abc import Iterator, Sequence

from telaah.languages.reporting import Reporting, companion, reporting

LONGEST = 12
"""Words before a word of saying, or behind one, that may say who does: a title and a name with an office."""
LEAST = 4
"""Words that are left of a sentence at least; where fewer would be, who says so is what it says."""

_WORD = re.compile(r"(?!_)\w+(?:[-'’](?!_)\w+)*")
_PART = re.compile(r"[,;:“”\"»«](?:\s|$)|\s[–—-]\s|[”\"»](?=\w)")


def content(text: str, code: str) -> tuple[str, ...]:
    """Return the words of a sentence that tell its fact: no speaker, no unit, no link between a figure and its noun."""
    words = reporting(code)
    kept = [word for part in _unsaid(_parts(text), words) for word in part]
    empty = _empty(code)
    return tuple(word for word in kept if word not in empty)  # "KM" of a ship's name is no measure


def _parts(text: str) -> list[list[str]]:
    return [part for each in _PART.split(text) if (part := _WORD.findall(each))]


def _unsaid(parts: list[list[str]], words: Reporting) -> list[list[str]]:
    """Return the parts of a sentence without those that say who says so."""
    every = sum(map(len, parts))
    left = [rest for place, part in enumerate(parts) if (rest := _without(part, place, parts, words))]
    return left if sum(map(len, left)) >= min(LEAST, every) else parts


def _without(part: Sequence[str], place: int, parts: Sequence[Sequence[str]], words: Reporting) -> list[str]:
    """Return what a part tells beside who says so: "..., kata Sri", "Menurut Sri, ...", "Sri mengatakan ..."."""
    if place and any(_says_who(each, words) for each in parts[1 : place + 1]) and _closes(place, parts):
        return []
    if _says_who(part, words) and len(part) <= LONGEST:
        return []
    lower = [word.lower() for word in part]
    last = max((n for n, word in enumerate(lower[:LONGEST]) if word in words.says), default=-1)
    return list(part[last + 1 :])


def _closes(place: int, parts: Sequence[Sequence[str]]) -> bool:
    """Say whether a part stands in the last half of its sentence, where what follows the speaker is told of him."""
    return 2 * sum(map(len, parts[:place])) >= sum(map(len, parts))


def _says_who(part: Sequence[str], words: Reporting) -> bool:
    """Say whether a part begins with a phrase that names the source ("according to", "kata")."""
    lower = [word.lower() for word in part[:3]]
    return any(" ".join(lower[:size]) in words.before for size in (1, 2, 3))


@functools.cache
def _empty(code: str) -> frozenset[str]:
    """Return the words that measure, multiply or link: two reports that both say "million dollars" share no fact."""
    own, english = reporting(code), companion(code)
    phrases: Iterator[str] = (
        phrase
        for words in (own, english)
        for known in (words.measures, words.money_after, words.times, words.links, words.uncounted)
        for phrase in known
    )
    return frozenset(word for phrase in phrases for word in phrase.split())

"""A sentence that denies becomes what it denies: the words behind its denial, and which sentences say them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from telaah.group.aligned import Passage
from telaah.languages.facts import TELLING as TELLS
from telaah.languages.facts import Weighed
from telaah.languages.reporting import reporting

COVERED = 0.8
"""Share of the weight of what is denied that a sentence must say for it to be the one that is denied, and all of it
that is no name: that the gates were opened too late is denied, not that they were opened."""
TELLING = 3
"""Stems of what is denied from which another sentence is known by them ("denied any wrongdoing" may be of anything)."""
PLAIN = 2
"""Stems among these that are no names."""

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_END = re.compile(r"[,;:.!?“”\"»«](?:\s|$)|\s[–—-]\s")


@dataclass(frozen=True, slots=True)
class Denial:
    """What a sentence denies: its stems, None where they are too few to be known again, and its numbers."""

    denied: Weighed | None
    digits: frozenset[str]

    def share(self, other: Passage) -> float:
        """Return which share of what is denied another sentence says; nothing where it is not enough to be denied."""
        stems = other.stems
        if self.denied is None or not self.denied.plain <= stems.keys():
            return 0.0
        if not self.digits.issubset(_WORD.findall(other.said.sentence.text)):
            return 0.0
        said = sum(weight for stem, weight in self.denied.stems.items() if stem in stems)
        share = said / sum(self.denied.stems.values())
        return share if share >= COVERED else 0.0


def denial(passage: Passage, code: str) -> Denial:
    """Return what a sentence that denies denies."""
    words = _behind(passage.said.sentence.text, code)
    weighed = passage.weigh(words)
    telling = [stem for stem, weight in weighed.stems.items() if weight >= TELLS]
    known = len(telling) >= TELLING and len(weighed.plain) >= PLAIN
    return Denial(weighed if known else None, frozenset(word for word in words if word[0].isdigit()))


def denies(passage: Passage) -> bool:
    """Say whether a sentence denies something in its own words."""
    return "denied" in passage.said.status


def told_of(one: Passage, denied: Denial, others: Iterable[tuple[int, Passage]]) -> int | None:
    """Return the place of the sentence that says most of what one denies, of another article if any does."""
    shares = [(other.article != one.article, denied.share(other), -place) for place, other in others]
    best = max((each for each in shares if each[1]), default=None)
    return -best[2] if best else None


def _behind(text: str, code: str) -> list[str]:
    """Return the words behind the word that denies, up to the end of its clause."""
    words = reporting(code)
    start = next((m.end() for m in _WORD.finditer(text) if m[0].lower() in words.status["denied"]), len(text))
    end = _END.search(text, start)
    clause = _WORD.findall(text, start, end.start() if end else len(text))
    stop = next((n for n, word in enumerate(clause) if word.lower() in words.clauses), len(clause))
    return [word for word in clause[:stop] if word.lower() not in words.claimed]

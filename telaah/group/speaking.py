"""Words of a sentence become which of them tell something, which are names, and which only say who says so."""

import functools
import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from telaah.group.aligned import Passage
from telaah.group.roots import root
from telaah.languages.reporting import Reporting, any_of, reporting
from telaah.languages.terms import STEM
from telaah.model import Analysis

SPOKEN = 3
"""Words before a name or a day among which a word of saying makes it the one who says so, or when ("said Friday")."""

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_OWNING = re.compile(r"['’]s$")


class Speaking:
    """Knows of the words of a sentence which tell something and which are names."""

    def __init__(self, passage: Passage, analysis: Analysis) -> None:
        self.first = next(iter(WORD.findall(passage.said.sentence.text)), "")
        self._passage = passage
        self._words = reporting(analysis.article.language)
        # A sentence's first word has a capital for another reason; it is a name where the article knows it as one.
        bare = _OWNING.sub("", self.first)
        named = any(bare in form.split() for name in analysis.names for form in name.printed)
        self._no_name = "" if named else self.first

    def telling(self, said: Sequence[str], own: frozenset[str]) -> tuple[str, ...]:
        """Return the roots of telling words that are no names, not what is counted, and link nothing to it."""
        return tuple(root(word.lower(), self._words) for word in said if self.tells(word, own))

    def tells(self, word: str, own: frozenset[str] = frozenset()) -> bool:
        """Say whether a word tells something of a figure beside what it counts."""
        lower, words = word.lower(), self._words
        stem = lower[:STEM]
        if stem in own or lower in words.links or lower in words.says or lower in words.persons:
            return False
        return stem in self._passage.plain or (word == self._no_name and stem in self._passage.stems)

    def names(self, said: Sequence[str], calendar: frozenset[str]) -> frozenset[str]:
        """Return the stems of all names among these words, up to a word of saying."""
        unsaid = takewhile(lambda word: word.lower() not in self._words.says, said)
        return frozenset(word.lower()[:STEM] for word in unsaid if self._is_name(word, calendar))

    def _is_name(self, word: str, calendar: frozenset[str]) -> bool:
        return word[0].isupper() and word != self._no_name and word.lower() not in calendar

    def nearest_name(
        self, said: Sequence[str], calendar: frozenset[str], *, backwards: bool = False
    ) -> tuple[str, ...]:
        """Return the stems of the first name among these words, the rarest first; none where it is who says so."""
        stems = self._passage.stems
        capital = [self._is_name(word, calendar) for word in said]
        start = next((place for place, upper in enumerate(capital) if upper), len(said))
        run = list(takewhile(lambda place: capital[place], range(start, len(said))))
        end = start + len(run)
        # "Hendra menyebut 12 rumah", "menurut Hendra 12 rumah", "12 rumah rusak, kata Hendra"
        beside = said[max(0, start - SPOKEN) : start], said[end : end + SPOKEN]
        if says(beside[0], self._words) or (backwards and says(beside[1][:2], self._words, leading=True)):
            return ()
        found = {stem for place in run if (stem := said[place].lower()[:STEM]) in stems}
        return tuple(sorted(found, key=lambda stem: (-stems[stem], stem)))


def says(said: Sequence[str], words: Reporting, *, leading: bool = False) -> bool:
    """Say whether a word of saying is among some words; `leading` asks for one that stands before who says so."""
    lower = [word.lower().removesuffix("nya") for word in said]
    pairs = {*lower, *(f"{other} {one}" if leading else f"{one} {other}" for one, other in pairwise(lower))}
    return not words.before.isdisjoint(pairs) or (not leading and not words.says.isdisjoint(lower))


@functools.cache
def _money(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(reporting(code).money_before)})\s?(?=\d)", re.IGNORECASE)


def without_money(text: str, code: str) -> str:
    """Return a text without the signs of money, which have capitals and are no names ("Rp 4 miliar")."""
    return _money(code).sub("", text)


def looks_back(text: str, code: str) -> frozenset[str]:
    """Return the years of a text and the times of which it says that they are over ("four years ago")."""
    return frozenset(match[0].lower() for match in _back(code).finditer(text))


@functools.cache
def _back(code: str) -> re.Pattern[str]:
    words = reporting(code)
    times = any_of(word for word in words.measures if word.isalpha())
    return re.compile(rf"(?<![\w.,])(?:(?:19|20)\d\d|(?:{times})\s+(?:{any_of(words.uncounted)}))(?!\w)", re.IGNORECASE)

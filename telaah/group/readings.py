"""Sentences become running words and cues, read once for everything that asks a sentence what it says."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from telaah.languages.reporting import cue_words
from telaah.model import Analysis, Sentence

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
DIGIT = "0"
"""The cue of a sentence in which a digit stands."""
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence of an article, its words as printed, and its cues.

    Cues are those of its words, in lower case, that a report's status, sources, numbers or days may be read from, and
    `DIGIT`: what they rule out need not be looked for.
    """

    article: str
    place: int
    sentence: Sentence
    words: Sequence[str]
    cues: frozenset[str]


@dataclass(frozen=True, slots=True)
class Read:
    """The words of an article: of its headline, and sentence by sentence."""

    title: Sequence[str]
    said: Sequence[Reading]


def readings(analyses: Iterable[Analysis]) -> tuple[Read, ...]:
    """Return the words of every article; a word that stands in many is held once."""
    words = _Words()
    cues: dict[str, _Cues] = {}
    return tuple(
        _read(analysis, words, cues.setdefault(analysis.article.language, _Cues(analysis.article.language)))
        for analysis in analyses
    )


def _read(analysis: Analysis, words: "_Words", cues: "_Cues") -> Read:
    said = []
    for place, sentence in enumerate(analysis.sentences):
        spoken = words.of(sentence.text)
        said.append(Reading(analysis.article.id, place, sentence, spoken, cues.of(spoken)))
    return Read(words.of(analysis.article.title or ""), said)


class _Words(dict[str, tuple[str, ...]]):
    """Words by what stands between two blanks, remembered; equal words share one object, whose hash is known."""

    def __init__(self) -> None:
        super().__init__()
        self._held: dict[str, str] = {}

    def of(self, text: str) -> tuple[str, ...]:
        """Return the words of a text; none of them crosses white space."""
        return tuple(chain.from_iterable(map(self.__getitem__, text.split())))

    def __missing__(self, printed: str) -> tuple[str, ...]:
        found = self[printed] = tuple(self._held.setdefault(word, word) for word in _WORD.findall(printed))
        return found


class _Cues(dict[str, frozenset[str]]):
    """The cues of one language by word, remembered."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._known = cue_words(code)

    def of(self, words: Sequence[str]) -> frozenset[str]:
        """Return the cues of a sentence."""
        found = list(filter(None, map(self.__getitem__, words)))
        return _NONE.union(*found) if found else _NONE

    def __missing__(self, word: str) -> frozenset[str]:
        cues = self._known.intersection((word.lower(),))
        if any(map(str.isdecimal, word)):
            cues |= {DIGIT}
        self[word] = cues or _NONE
        return cues or _NONE

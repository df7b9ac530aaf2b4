"""Sentences become running words, read once for everything that asks a sentence what it says."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from telaah.model import Analysis, Sentence

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence of an article and its words as printed."""

    article: str
    place: int
    sentence: Sentence
    words: Sequence[str]

    @property
    def keys(self) -> frozenset[str]:
        """The words in lower case."""
        return frozenset(map(str.lower, self.words))

    @property
    def digits(self) -> bool:
        """Whether a digit stands in the sentence."""
        return _DIGIT.search(self.sentence.text) is not None


@dataclass(frozen=True, slots=True)
class Read:
    """The words of an article: of its headline, and sentence by sentence."""

    title: Sequence[str]
    said: Sequence[Reading]


def readings(analyses: Iterable[Analysis]) -> tuple[Read, ...]:
    """Return the words of every article; a word that stands in many is held once."""
    held: dict[str, str] = {}
    return tuple(
        Read(
            _words(analysis.article.title or "", held),
            tuple(
                Reading(analysis.article.id, place, sentence, _words(sentence.text, held))
                for place, sentence in enumerate(analysis.sentences)
            ),
        )
        for analysis in analyses
    )


def _words(text: str, held: dict[str, str]) -> tuple[str, ...]:
    return tuple([held.setdefault(word, word) for word in _WORD.findall(text)])

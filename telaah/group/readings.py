"""Sentences become running words, read once for everything that asks a sentence what it says."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from telaah.model import Analysis, Sentence

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence of an article and its words, as printed and in lower case."""

    article: str
    place: int
    sentence: Sentence
    words: Sequence[str]
    lower: Sequence[str]

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
    held: dict[str, tuple[str, str]] = {}
    return tuple(
        Read(
            tuple(word for word, _ in _words(analysis.article.title or "", held)),
            tuple(
                Reading(analysis.article.id, place, sentence, *zip(*words, strict=True))
                if (words := _words(sentence.text, held))
                else Reading(analysis.article.id, place, sentence, (), ())
                for place, sentence in enumerate(analysis.sentences)
            ),
        )
        for analysis in analyses
    )


def _words(text: str, held: dict[str, tuple[str, str]]) -> list[tuple[str, str]]:
    """Return each word with its lower-case form; equal words share one object, whose hash is known."""
    found = []
    for word in _WORD.findall(text):
        known = held.get(word)
        if known is None:
            lower = word.lower()
            known = held[word] = (word, held[lower][1] if lower in held else lower)
        found.append(known)
    return found

"""Sentences become running words and cues, read once for everything that asks a sentence what it says."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from telaah.languages import Language, language
from telaah.languages.reporting import cue_words
from telaah.languages.scripts import LETTER
from telaah.languages.segments import divided
from telaah.model import Sentence

_WORD = re.compile(rf"(?!_)[{LETTER}](?:(?!_)[{LETTER}])*(?:[-'’](?:(?!_)[{LETTER}])+)*")
_DIGIT = re.compile(r"\d")
DIGIT = "0"
"""The cue of a sentence in which a digit stands."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence of an article, its words as printed, and its cues.

    Cues are those of its words, in lower case, that a report's status, sources, numbers or days may be read from, and
    `DIGIT`: what they rule out need not be looked for.
    """

    article: str
    place: int
    sentence: Sentence
    words: tuple[str, ...]
    cues: frozenset[str]


def spoken(article: str, sentences: Iterable[Sentence], code: str) -> tuple[Spoken, ...]:
    """Return the sentences of the article of this id with their words and cues."""
    known, spoken_ = cue_words(code), language(code)
    return tuple(
        Spoken(article, place, sentence, words := running(sentence.text, spoken_), _cues(words, sentence.text, known))
        for place, sentence in enumerate(sentences)
    )


def running(text: str, known: Language) -> tuple[str, ...]:
    """Return the words of a text; none of them has white space in it."""
    return tuple(_WORD.findall(divided(text, known)))


def _cues(words: tuple[str, ...], text: str, known: frozenset[str]) -> frozenset[str]:
    cues = known.intersection(map(str.lower, words))
    return cues | {DIGIT} if _DIGIT.search(text) else cues

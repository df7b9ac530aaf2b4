"""Sentences become the signs by which a summary chooses among them, each a number with a name."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from telaah.languages import Language
from telaah.languages.frequencies import frequency
from telaah.languages.quotes import QUOTED
from telaah.languages.scripts import LETTER
from telaah.languages.segments import divided
from telaah.model import Article, Keyword, Sentence

EARLY_HALVES = 3.0
"""Sentences after which the sign of an early place has halved. Measured on IndoSum: 4 or 2 give .3 points
less."""
SUSPECTED = 0.35
"""What is left of the signs of place where the page is suspected to start in mid-story; the suspicion is wrong for 9 of
100 whole articles, and from .3 to .6 the measured difference is below .1."""
CAPITALS = 5
"""Capitalised words inside a sentence from which more say no more."""
LEAST_WORDS = 5
"""Words that a sentence is taken to have at least, when what it holds is counted per word."""

_WORD = re.compile(rf"[{LETTER}]+")
_DIGIT = re.compile(r"\d")
_CAPITAL = re.compile(r"(?<=[^\W\d_], )[A-Z]\w|(?<=[^\W\d_] )[A-Z]\w")

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence with what its choice depends on.

    `words` counts its words, `vector` is theirs at length one, `signs` are numbers by name, about 0 to 1 each.
    """

    place: int
    sentence: Sentence
    words: int
    vector: Vector
    signs: Mapping[str, float]


def units(
    article: Article, sentences: Sequence[Sentence], keywords: Sequence[Keyword], language: Language
) -> tuple[Unit, ...]:
    """Return every sentence with its signs, in reading order."""
    tokens = [_words(sentence.text, language) for sentence in sentences]
    weighed = [_weighed(words, language) for words in tokens]
    whole: Counter[str] = Counter()
    for vector in weighed:
        whole.update(vector)
    vectors, middle = [_of_length_one(vector) for vector in weighed], _of_length_one(whole)
    all_: Counter[str] = Counter()
    for vector in vectors:
        all_.update(vector)
    headline = _words(article.title or "", language)
    if tokens and headline == tokens[0][: len(headline)]:
        headline = ()  # cut from the first sentence, it says nothing about the others
    title = _of_length_one(_weighed(headline, language))
    opening = {paragraph.id: paragraph.text for paragraph in article.paragraphs if paragraph.kind == "standfirst"}
    heading = _of_length_one(_weighed((*headline, *_words(" ".join(opening.values()), language)), language))
    wanted = {f" {' '.join(_words(each.text, language))} ": each.score for each in keywords}
    found = []
    for place, (sentence, words, vector) in enumerate(zip(sentences, tokens, vectors, strict=True)):
        text, lower = f" {' '.join(words)} ", sentence.text.lower()
        held = math.fsum(score for phrase, score in wanted.items() if phrase in text)
        signs = {
            **_of_place(article, place, len(sentences)),
            # A standfirst is not measured by itself.
            "headline": likeness(vector, title if sentence.paragraph in opening else heading),
            "middle": likeness(vector, middle),
            "company": (likeness(vector, all_) - 1) / max(1, len(sentences) - 1) if vector else 0.0,
            "capitals": min(CAPITALS, len(_CAPITAL.findall(sentence.text))) / CAPITALS,
            "keywords": held / max(LEAST_WORDS, len(words)),
            "paragraph": float(place == 0 or sentences[place - 1].paragraph != sentence.paragraph),
            "figures": float(bool(_DIGIT.search(sentence.text))),
            "quoted": _quoted(sentence.text),
            "captioned": float(any(phrase in lower for phrase in language.captions)),
        }
        found.append(Unit(place, sentence, len(words), vector, signs))
    return tuple(found)


def likeness(one: Vector, other: Vector) -> float:
    """Return the cosine of two vectors of length one, 0 to 1."""
    if len(other) < len(one):
        one, other = other, one
    return math.fsum([weight * other[word] for word, weight in one.items() if word in other])


def _words(text: str, language: Language) -> tuple[str, ...]:
    return tuple(map(str.lower, _WORD.findall(divided(text, language))))


def _of_place(article: Article, place: int, count: int) -> Mapping[str, float]:
    """Return the signs of place: none on a later page, whose first sentences are not its lede."""
    if article.pages is not None and article.pages.page > 1:
        return {"early": 0.0, "opening": 0.0, "depth": 0.0}
    trust = SUSPECTED if article.starts_mid_story else 1.0
    early = trust * 0.5 ** (place / EARLY_HALVES)
    return {"early": early, "opening": float(place == 0), "depth": trust * place / count}


def _quoted(text: str) -> float:
    return sum(len(match[0]) for match in QUOTED.finditer(text)) / max(1, len(text))


def _weighed(words: Sequence[str], language: Language) -> Vector:
    """Return the words of a text weighed by their rarity, in powers of ten above one in a hundred."""
    counts = Counter(word for word in words if word not in language.function_words)
    return {word: count * max(0.0, -math.log10(frequency(word, language.code)) - 2) for word, count in counts.items()}


def _of_length_one(vector: Vector) -> Vector:
    size = math.sqrt(math.fsum([weight * weight for weight in vector.values()]))
    return {word: weight / size for word, weight in vector.items()} if size else {}

"""An article's sentences become its summary: the few that carry it, copied as they stand, in reading order."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from telaah.languages import Language
from telaah.languages.frequencies import frequency
from telaah.model import Article, Sentence

BUDGET = 62
"""Words a summary aims at: IndoSum's human summaries have 59 on average, and 62 aimed at gives 62."""
STRETCH = 10
"""Words by which the last sentence may pass the budget."""
SHORTFALL = 10
"""Words below the budget from which a summary is long enough."""

# Weights of the signs, set by hand on a coarse grid over half of IndoSum (means of R1 + R2 move by less than
# one point between neighbouring values).
POSITION = 1.0
"""For early sentences, falling off with the sentence's place; the ruler for the others."""
POSITION_SUSPECTED = 0.3
"""The same where the page is suspected to start in mid-story; the suspicion is wrong for 9 of 100 whole articles."""
POSITION_HALVES = 3.0
"""Sentences after which the sign of position has halved."""
HEADLINE = 0.25
"""Times the likeness to the headline and the standfirst, 0 to 1."""
CENTRALITY = 0.4
"""Times the likeness to the whole article, 0 to 1."""
PRONOUN = 0.2
"""Against a sentence that opens with a pronoun: it leans on the one before."""
QUOTE = 0.3
"""Against a sentence that is mostly quotation: words of a source, not of the report."""
SHORT = 0.3
"""Against sentences of fewer than `SHORT_WORDS` words."""
SHORT_WORDS = 6
REPETITION = 0.4
"""Times the greatest likeness to a sentence already chosen, 0 to 1."""

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)")
_QUOTED_MOST = 0.6
"""Share of a sentence inside quotation marks from which it is a bare quote."""

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence with what its choice depends on."""

    place: int
    sentence: Sentence
    words: int
    vector: Vector
    merit: float


def summary(article: Article, sentences: Sequence[Sentence], language: Language) -> tuple[Sentence, ...]:
    """Return sentences of about `BUDGET` words in all, in reading order.

    Each is chosen for its place, its likeness to the headline and to the whole, and for saying something new. Where
    the page says that it is a later one its first sentences are not its lede and place counts for nothing; where that
    is a suspicion it counts for little.
    """
    units = _units(article, sentences, language)
    chosen: list[_Unit] = []
    left = BUDGET
    while left > SHORTFALL or not chosen:
        fitting = [unit for unit in units if unit not in chosen and (unit.words <= left + STRETCH or not chosen)]
        if not fitting:
            break
        best = max(fitting, key=lambda unit: (unit.merit - REPETITION * _nearest(unit, chosen), -unit.place))
        chosen.append(best)
        left -= best.words
    return _verbatim(article, tuple(unit.sentence for unit in sorted(chosen, key=lambda unit: unit.place)))


def _units(article: Article, sentences: Sequence[Sentence], language: Language) -> tuple[_Unit, ...]:
    vectors = [_vector(sentence.text, language) for sentence in sentences]
    whole: Counter[str] = Counter()
    for vector in vectors:
        whole.update(vector)
    title = _vector(article.title or "", language)
    opening = {paragraph.id: paragraph.text for paragraph in article.paragraphs if paragraph.kind == "standfirst"}
    heading = _vector(" ".join([article.title or "", *opening.values()]), language)
    position = _position(article)
    units = []
    for place, (sentence, vector) in enumerate(zip(sentences, vectors, strict=True)):
        # A standfirst is not measured by itself.
        merit = HEADLINE * _likeness(vector, title if sentence.paragraph in opening else heading)
        merit += CENTRALITY * _likeness(vector, whole)
        merit += position * 0.5 ** (place / POSITION_HALVES)
        words = len(_WORD.findall(sentence.text))
        units.append(_Unit(place, sentence, words, vector, merit - _faults(sentence.text, words, language)))
    return tuple(units)


def _position(article: Article) -> float:
    if article.pages is not None and article.pages.page > 1:
        return 0.0
    return POSITION_SUSPECTED if article.starts_mid_story else POSITION


def _vector(text: str, language: Language) -> Vector:
    """Return the words of a text weighed by their rarity, in powers of ten above one in a hundred."""
    counts = Counter(word for word in map(str.lower, _WORD.findall(text)) if word not in language.function_words)
    return {word: count * max(0.0, -math.log10(frequency(word, language.code)) - 2) for word, count in counts.items()}


def _likeness(one: Vector, other: Vector) -> float:
    """Return the cosine of two vectors, 0 to 1."""
    if len(other) < len(one):
        one, other = other, one
    product = math.fsum(weight * other[word] for word, weight in one.items() if word in other)
    size = math.sqrt(math.fsum(w * w for w in one.values()) * math.fsum(w * w for w in other.values()))
    return product / size if size else 0.0


def _faults(text: str, words: int, language: Language) -> float:
    quoted = sum(len(match[0]) for match in _QUOTED.finditer(text))
    return (
        PRONOUN * _opens_with_pronoun(text, language)
        + QUOTE * (quoted >= _QUOTED_MOST * len(text))
        + SHORT * (words < SHORT_WORDS)
    )


def _opens_with_pronoun(text: str, language: Language) -> bool:
    opening = [word.lower() for word in _WORD.findall(text)[:3]]
    return any(" ".join(opening[:size]) in language.pronouns for size in (1, 2, 3))


def _nearest(unit: _Unit, chosen: Sequence[_Unit]) -> float:
    return max((_likeness(unit.vector, other.vector) for other in chosen), default=0.0)


def _verbatim(article: Article, chosen: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    texts = {paragraph.id: paragraph.text for paragraph in article.paragraphs}
    for sentence in chosen:
        if sentence.text not in texts[sentence.paragraph]:
            raise AssertionError(f"a summary sentence of {article.id} is not in its paragraph {sentence.paragraph}")
    return chosen

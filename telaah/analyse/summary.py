"""An article's sentences become its summary: the few that carry it, copied as they stand, in reading order."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from telaah.languages import Language
from telaah.languages.frequencies import frequency
from telaah.model import Article, Sentence

SENTENCES = 3.0
"""A summary aims at the words of so many of the article's own sentences, within these bounds: 64 words on average in
IndoSum, whose human summaries have 59, and 71 in CNN/DailyMail, whose sentences are longer."""
LEAST, MOST = 61, 70
"""Bounds of the words aimed at (one number for all, 66: R1 .4 less in IndoSum, .2 less in CNN/DailyMail)."""
SHORTFALL = 6
"""Words below the aim from which a summary is long enough."""
STRETCH = 14
"""Words by which the last sentence may take a summary further past the aim than it was below it: a whole sentence too
many is better than one too few."""

# Weights of the signs, set by hand after a coordinate search on half of IndoSum and half of a sample of CNN/DailyMail:
# ROUGE-1, 2 and L of 70.2, 63.1, 67.1 and 33.5, 13.5, 22.4. Differences below .5 are noise in the first, below 2 in
# the second; those beside the weights are of ROUGE-1 in IndoSum.
POSITION = 0.8
"""For early sentences, falling off with the sentence's place; the ruler for the others."""
POSITION_SUSPECTED = 0.3
"""The same where the page is suspected to start in mid-story; the suspicion is wrong for 9 of 100 whole articles."""
POSITION_HALVES = 3.0
"""Sentences after which the sign of position has halved (4: .3 less)."""
HEADLINE = 0.2
"""Times the likeness to the headline and the standfirst, 0 to 1 (.25: .2 less)."""
CENTRALITY = 0.4
"""Times the likeness to the whole article, 0 to 1 (.3: .1 less)."""
FIRST = 0.05
"""For the first sentence of a paragraph (0: .1 less)."""
LEANING = 2.0
"""Against a sentence that refers back at its beginning, unless the one before is taken as well: more than place is
worth (nothing: .4 more, but readers meet "Laporan tersebut" without a report)."""
PRONOUN_WORDS = 3
"""Words of the longest pronoun at the beginning of a sentence."""
QUOTE = 0.8
"""Times the share of a sentence inside quotation marks: words of a source, not of the report (only against sentences
that are mostly quotation: .4 less)."""
CAPTION = 0.4
"""Against a sentence that describes a picture (0: .2 less in CNN/DailyMail)."""
REPETITION = 0.4
"""Times the greatest likeness to a sentence already chosen, 0 to 1."""
SAME = 0.6
"""Likeness from which a sentence repeats one already chosen and is not taken."""

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)")

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence with what its choice depends on."""

    place: int
    sentence: Sentence
    words: int
    vector: Vector
    merit: float
    leaning: bool


def summary(article: Article, sentences: Sequence[Sentence], language: Language) -> tuple[Sentence, ...]:
    """Return about three sentences, in reading order.

    Each is chosen for its place, its likeness to the headline and to the whole, and for saying something new; none
    that only makes sense with the one before is taken alone while there is another. Where the page says that it is a
    later one its first sentences are not its lede and place counts for nothing; where that is a suspicion it counts for
    little.
    """
    units = _units(article, sentences, language)
    chosen: list[_Unit] = []
    left = _aim(units)
    while left > SHORTFALL or not chosen:
        fitting = [unit for unit in units if not chosen or (unit.words <= 2 * left + STRETCH and _is_new(unit, chosen))]
        best = max(fitting, key=lambda unit: (_worth(unit, chosen), -unit.place), default=None)
        if best is None or (chosen and _is_alone(best, chosen)):
            break
        chosen.append(best)
        left -= best.words
    return _verbatim(article, tuple(unit.sentence for unit in sorted(chosen, key=lambda unit: unit.place)))


def _aim(units: Sequence[_Unit]) -> float:
    """Return the words a summary of these sentences aims at."""
    mean = sum(unit.words for unit in units) / max(1, len(units))
    return min(MOST, max(LEAST, SENTENCES * mean))


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
        if place == 0 or sentences[place - 1].paragraph != sentence.paragraph:
            merit += FIRST
        merit -= _faults(sentence.text, language)
        units.append(_Unit(place, sentence, words, vector, merit, _leans(sentence.text, language)))
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


def _faults(text: str, language: Language) -> float:
    quoted = sum(len(match[0]) for match in _QUOTED.finditer(text)) / max(1, len(text))
    lower = text.lower()
    return QUOTE * quoted + CAPTION * any(phrase in lower for phrase in language.captions)


def _leans(text: str, language: Language) -> bool:
    """Say whether a sentence only makes sense with the one before: "Ia ...", "Laporan tersebut ...", "Isinya ..."."""
    opening = [word.lower() for word in _WORD.findall(text)[:PRONOUN_WORDS]]
    if any(" ".join(opening[:size]) in language.pronouns for size in (1, 2, 3)):
        return True
    if opening and opening[0].endswith(language.possessives or ("\0",)) and opening[0] not in language.function_words:
        return True
    return len(opening) > 1 and opening[1] in language.demonstratives and opening[0] not in language.times


def _worth(unit: _Unit, chosen: Sequence[_Unit]) -> float:
    return unit.merit - REPETITION * _nearest(unit, chosen) - LEANING * _is_alone(unit, chosen)


def _is_alone(unit: _Unit, chosen: Sequence[_Unit]) -> bool:
    """Say whether a sentence refers back to one that is not taken."""
    return unit.leaning and not any(other.place == unit.place - 1 for other in chosen)


def _is_new(unit: _Unit, chosen: Sequence[_Unit]) -> bool:
    return _nearest(unit, chosen) < SAME and all(unit.place != other.place for other in chosen)


def _nearest(unit: _Unit, chosen: Sequence[_Unit]) -> float:
    return max((_likeness(unit.vector, other.vector) for other in chosen), default=0.0)


def _verbatim(article: Article, chosen: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    texts = {paragraph.id: paragraph.text for paragraph in article.paragraphs}
    for sentence in chosen:
        if sentence.text not in texts[sentence.paragraph]:
            raise AssertionError(f"a summary sentence of {article.id} is not in its paragraph {sentence.paragraph}")
    return chosen

"""Sentences become sets of weighed stems, so that two can be asked how much of the same they say."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from telaah.languages import language
from telaah.languages.frequencies import frequency
from telaah.model import Analysis, Sentence

STEM = 5
"""Letters by which words are compared, as for topics."""
SHORTEST = 4
"""Stems a sentence must have to say a fact."""
COMMON = 2.0
"""Powers of ten below which a word says nothing of a fact: one in a hundred running words."""
NAME = 1.5
"""Times the weight of a capitalised word inside a sentence: facts are told of somebody."""
RAREST = 6
"""Rarest stems of a sentence by which another is sought."""

PLAIN = 2
"""Words beside names that both must have: "sanctions" with the same five countries are not yet one fact."""

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article with its weighed stems (unit length), numbered by its place; `plain` are no names."""

    article: str
    place: int
    sentence: Sentence
    stems: Mapping[str, float]
    plain: frozenset[str]


def passages(analysis: Analysis) -> tuple[Passage, ...]:
    """Return the sentences of an article that are long enough to say a fact."""
    code = analysis.article.language
    silent = language(code).function_words
    found = []
    for place, sentence in enumerate(analysis.sentences):
        weights: dict[str, float] = {}
        plain = set()
        for number, word in enumerate(_WORD.findall(sentence.text)):
            lower = word.lower()
            if len(word) > 1 and lower not in silent and not lower.isdigit():
                weight = max(0.0, -math.log10(frequency(lower, code)) - COMMON)
                weight *= NAME if number and word[0].isupper() else 1
                weights[lower[:STEM]] = max(weights.get(lower[:STEM], 0.0), weight)
                if weight and word[0].islower():
                    plain.add(lower[:STEM])
        size = math.sqrt(math.fsum([weight * weight for weight in weights.values()]))
        if len(weights) >= SHORTEST and size:
            stems = {stem: weight / size for stem, weight in weights.items()}
            found.append(Passage(analysis.article.id, place, sentence, stems, frozenset(plain)))
    return tuple(found)


def likeness(one: Passage, other: Passage) -> float:
    """Return how much of the same two sentences say, 0 to 1."""
    return math.fsum([one.stems[stem] * other.stems[stem] for stem in one.stems.keys() & other.stems.keys()])


def near(every: Sequence[Passage], least: float) -> list[tuple[float, int, int]]:
    """Return the pairs of places of passages of different articles that are at least so alike, most alike first."""
    lists: dict[str, list[int]] = {}
    found = []
    for place, passage in enumerate(every):
        shared: dict[int, int] = {}
        for stem in sorted(passage.stems, key=lambda stem: (-passage.stems[stem], stem))[:RAREST]:
            for other in lists.setdefault(stem, []):
                shared[other] = shared.get(other, 0) + 1
            lists[stem].append(place)
        for other, count in shared.items():
            said = every[other]
            if count > 1 and said.article != passage.article and len(said.plain & passage.plain) >= PLAIN:
                alike = likeness(said, passage)
                if alike >= least:
                    found.append((round(alike, 9), other, place))
    return sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2]))

"""Sentences become sets of weighed stems, so that two can be asked how much of the same they say."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from telaah.languages import language
from telaah.languages.frequencies import frequency
from telaah.languages.terms import stem_of
from telaah.model import Said

SHORTEST = 4
"""Stems a sentence must have to say a fact."""
COMMON = 2.0
"""Powers of ten below which a word says nothing of a fact: one in a hundred running words."""
NAME = 1.5
"""Times the weight of a capitalised word inside a sentence: facts are told of somebody."""
RAREST = 6
"""Rarest stems of a sentence by which another is sought."""

PLAIN = 2
"""Telling words beside names that both must have: "sanctions" with the same five countries are not yet one fact."""
TELLING = 1.0
"""Powers of ten by which such a word is rarer than `COMMON`, one in a thousand: "over", "new", "first" tell nothing."""
BESIDE_NAMES = 0.2
"""Likeness of the telling words alone: of the pairs of ECB+ judged by eye that have .1 to .2 half were one fact, of
those from .2 on more than eight in ten (docs/decisions/0050)."""
TOGETHER = 0.95
"""Both likenesses added: of 70 pairs of ECB+ judged by eye 6 of 21 below .9 were one fact, 3 of 8 from there to .95,
34 of 41 above."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article with its weighed stems (unit length); `plain` are the telling ones that are no names."""

    article: str
    said: Said
    stems: Mapping[str, float]
    plain: frozenset[str]


class Weigher(dict[str, tuple[str, float, bool] | None]):
    """Weighs the words of one language, remembering each: stem, weight, and whether it is telling and no name.

    A word that says nothing is None.
    """

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code
        self._known = language(code)

    def passages(self, article: str, said: Iterable[Said]) -> tuple[Passage, ...]:
        """Return those sentences of the article of this id that are long enough to say a fact."""
        return tuple(passage for each in said if (passage := self._passage(article, each)))

    def _passage(self, article: str, said: Said) -> Passage | None:
        weighed = [*map(self.__getitem__, said.words.split())]
        if weighed and weighed[0] and said.words[0].isupper():  # for another reason than being a name
            weighed[0] = weighed[0][0], weighed[0][1] / NAME, False
        telling = [*filter(None, weighed)]
        weights = {stem: weight for stem, weight, _ in telling}
        if len(weights) < SHORTEST:
            return None
        if len(weights) < len(telling):  # of two words with one stem the heavier counts
            for stem, weight, _ in telling:
                if weight > weights[stem]:
                    weights[stem] = weight
        size = math.sqrt(math.fsum([weight * weight for weight in weights.values()]))
        stems = {stem: weight / size for stem, weight in weights.items()}
        return Passage(article, said, stems, frozenset([stem for stem, _, tells in telling if tells]))

    def __missing__(self, word: str) -> tuple[str, float, bool] | None:
        lower, upper = word.lower(), word[0].isupper()
        weight = 0.0
        if len(word) > 1 and lower not in self._known.function_words and not lower.isdigit():
            weight = max(0.0, -math.log10(frequency(lower, self._code)) - COMMON) * (NAME if upper else 1)
        found = self[word] = (stem_of(lower, self._known), weight, weight >= TELLING and not upper) if weight else None
        return found


def likeness(one: Passage, other: Passage) -> float:
    """Return how much of the same two sentences say, 0 to 1."""
    stems = other.stems
    return math.fsum([weight * stems[stem] for stem, weight in one.stems.items() if stem in stems])


def agreement(one: Passage, other: Passage, least: float) -> float:
    """Return the likeness of two sentences that may state one fact.

    It is 0 where it is not even `least`, or where they share hardly more than names.
    """
    if one.plain.isdisjoint(other.plain) or len(one.plain & other.plain) < PLAIN:
        return 0.0
    alike = round(likeness(one, other), 9)
    if alike < least:
        return 0.0
    beside = round(beside_names(one, other), 9)
    return alike if beside >= BESIDE_NAMES and alike + beside >= TOGETHER else 0.0


def beside_names(one: Passage, other: Passage) -> float:
    """Return the likeness of the telling words that are a name in neither."""
    names = (one.stems.keys() - one.plain) | (other.stems.keys() - other.plain)
    left, right = ([passage.stems[stem] for stem in passage.plain - names] for passage in (one, other))
    shared = [one.stems[stem] * other.stems[stem] for stem in (one.plain & other.plain) - names]
    size = math.sqrt(math.fsum([w * w for w in left]) * math.fsum([w * w for w in right]))
    return math.fsum(shared) / size if size else 0.0


def _rarest(passage: Passage) -> list[str]:
    return [stem for _, stem in sorted([(-weight, stem) for stem, weight in passage.stems.items()])[:RAREST]]


def near(every: Sequence[Passage], least: float) -> list[tuple[float, int, int]]:
    """Return the pairs of places of passages of different articles that are at least so alike, most alike first.

    Passages of one article stand together.
    """
    lists: dict[str, list[int]] = {}
    found = []
    for _, own in groupby(enumerate(every), key=lambda each: each[1].article):
        rarest = [(place, passage, _rarest(passage)) for place, passage in own]
        for place, passage, stems in rarest:  # an article is sought among those before it
            shared = Counter(chain.from_iterable([lists[stem] for stem in stems if stem in lists]))
            for other in [other for other, count in shared.items() if count > 1]:
                alike = agreement(every[other], passage, least)
                if alike:
                    found.append((alike, other, place))
        for place, _, stems in rarest:
            for stem in stems:
                lists.setdefault(stem, []).append(place)
    return sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2]))

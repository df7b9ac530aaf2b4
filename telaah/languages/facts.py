"""The words of a sentence become weighed stems, by which another sentence is known to state the same fact."""

import math
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from operator import itemgetter, mul
from typing import NamedTuple

from telaah.languages import language
from telaah.languages.frequencies import frequency
from telaah.languages.terms import stem_of

SHORTEST = 4
"""Stems a sentence must have to say a fact."""
COMMON = 2.0
"""Powers of ten below which a word says nothing of a fact: one in a hundred running words."""
NAME = 1.5
"""Times the weight of a capitalised word inside a sentence: facts are told of somebody."""
TELLING = 1.0
"""Powers of ten by which a telling word is rarer than `COMMON`, one in a thousand: "over", "new", "first" tell
nothing."""


class Weighed(NamedTuple):
    """The stems of a sentence with their weights, the root of their squares, and the telling ones that are no names."""

    stems: Mapping[str, float]
    size: float
    plain: AbstractSet[str]


class Weigher(dict[str, tuple[str, float, str] | None]):
    """Weighs the words of one language, remembering each: stem, weight, and the stem again if telling and no name.

    Of a word that says nothing it remembers None.
    """

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self._known = language(code)

    def weighed(self, words: Sequence[str]) -> Weighed:
        """Return what the words of a sentence weigh; of two with one stem the heavier counts."""
        each = [*map(self.__getitem__, words)]
        if words and words[0][0].isupper():  # for another reason than being a name
            first = self[words[0].lower()]
            each[0] = first and (*first[:2], "")
        telling = [*filter(None, each)]
        stems = {stem: weight for stem, weight, _ in telling}
        if len(stems) < len(telling):
            stems = {stem: weight for stem, weight, _ in sorted(telling, key=itemgetter(1))}
        plain = {stem for _, _, stem in telling}
        plain.discard("")
        return Weighed(stems, math.sqrt(math.fsum(map(mul, stems.values(), stems.values()))), plain)

    def ordered(self, words: Sequence[str]) -> tuple[str, int]:
        """Return the stems of a sentence, rarest first, and the share of the first in their length, in per cent.

        They have one blank between two, the share is rounded up; there are none where it is too short to say a fact.
        """
        stems, size, _ = self.weighed(words)
        if len(stems) < SHORTEST:
            return "", 0
        ordered = sorted(stems, key=lambda stem: (-stems[stem], stem))
        return " ".join(ordered), math.ceil(100 * stems[ordered[0]] / size)

    def __missing__(self, word: str) -> tuple[str, float, str] | None:
        lower, upper = word.lower(), word[0].isupper()
        weight = 0.0
        if len(word) > 1 and lower not in self._known.function_words and not lower.isdigit():
            weight = max(0.0, -math.log10(frequency(lower, self.code)) - COMMON) * (NAME if upper else 1)
        stem = stem_of(lower, self._known)
        found = self[word] = (stem, weight, stem if weight >= TELLING and not upper else "") if weight else None
        return found

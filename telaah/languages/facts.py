"""The words of a sentence become weighed stems, by which another sentence is known to state the same fact."""

import math
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from operator import mul
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
RAREST = 6
"""Rarest stems of a sentence by which another is sought."""
TELLING = 1.0
"""Powers of ten by which a telling word is rarer than `COMMON`, one in a thousand: "over", "new", "first" tell
nothing."""


class Weighed(NamedTuple):
    """The stems of a sentence with their weights, the root of their squares, and the telling ones that are no names."""

    stems: Mapping[str, float]
    size: float
    plain: AbstractSet[str]


_NOTHING = "", 0.0, ""
"""What a word weighs that says nothing."""


class Weigher(dict[str, tuple[str, float, str]]):
    """Weighs the words of one language, remembering each: stem, weight, and the stem again if telling and no name.

    Of a word that says nothing all three are empty.
    """

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self._known = language(code)

    def weighed(self, words: Sequence[str]) -> Weighed:
        """Return what the words of a sentence weigh; of two with one stem the heavier counts."""
        each = self._each(words)
        said, weights, telling = zip(*each, _NOTHING, strict=True)
        stems, plain = dict(zip(said, weights, strict=True)), set(telling)
        del stems[""]
        plain.remove("")
        if len(stems) + said.count("") < len(said):
            stems = {stem: weight for stem, weight, _ in sorted(each, key=_weight) if stem}
        return Weighed(stems, math.sqrt(math.fsum(map(mul, stems.values(), stems.values()))), plain)

    def rarest(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the rarest stems of a sentence, rarest first; none where it is too short to say a fact."""
        stems = {stem: weight for stem, weight, _ in sorted(self._each(words), key=_weight) if stem}
        if len(stems) < SHORTEST:
            return ()
        return tuple(sorted(stems, key=lambda stem: (-stems[stem], stem))[:RAREST])

    def _each(self, words: Sequence[str]) -> list[tuple[str, float, str]]:
        each = [*map(self.__getitem__, words)]
        if words and words[0][0].isupper():  # for another reason than being a name
            stem, weight, _ = self[words[0].lower()]
            each[0] = stem, weight, ""
        return each

    def __missing__(self, word: str) -> tuple[str, float, str]:
        lower, upper = word.lower(), word[0].isupper()
        weight = 0.0
        if len(word) > 1 and lower not in self._known.function_words and not lower.isdigit():
            weight = max(0.0, -math.log10(frequency(lower, self.code)) - COMMON) * (NAME if upper else 1)
        stem = stem_of(lower, self._known)
        plain = stem if weight >= TELLING and not upper else ""
        found = self[word] = (stem, weight, plain) if weight else _NOTHING
        return found


def _weight(each: tuple[str, float, str]) -> float:
    return each[1]

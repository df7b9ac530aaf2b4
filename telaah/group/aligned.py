"""Sentences of a topic become the pairs that may state one fact: how much of the same two of them say."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, combinations, groupby

from telaah.group.content import content
from telaah.group.roots import Roots, roots
from telaah.languages.facts import SHORTEST, Weighed, Weigher
from telaah.model import Said

PLAIN = 2
"""Telling words beside names that both must have: "sanctions" with the same five countries are not yet one fact."""
SAME_WORDS = 0.8
"""Likeness from which one such word is enough for two figures or dates to be compared: a short sentence has no more
("Polisi menangkap 17 pengunjuk rasa")."""
BESIDE_NAMES = 0.2
"""Likeness of the telling words alone: of the pairs of ECB+ judged by eye that have .1 to .2 half were one fact, of
those from .2 on more than eight in ten (docs/decisions/0050)."""
TOGETHER = 0.95
"""Both likenesses added: of 70 pairs of ECB+ judged by eye 6 of 21 below .9 were one fact, 3 of 8 from there to .95,
34 of 41 above."""

TOGETHER_OF_FEW = 1.3
"""Both added where no more than `PLAIN` telling words are common: of 22 such pairs of ECB+ from .95 to 1.25, judged by
eye, 12 were one fact, of 22 from there to 1.6, most from 1.3 on, 17; of 22 with a word more and less than 1.25, 19."""
MOSTLY = 0.6
"""Likeness of the telling words alone that they must have where no more are common when who says so is left out: with
two drivers, a strike and a company's name every sentence of one dispute is like every other."""

RAREST = 6
"""Rarest stems of a sentence by which another is sought."""


class Passage:
    """A sentence of an article that is long enough to say a fact; what its words weigh is worked out when asked for."""

    __slots__ = ("_known", "_roots", "_told", "_weighed", "article", "said", "weigher")

    def __init__(self, article: str, said: Said, weigher: Weigher) -> None:
        self.article, self.said, self.weigher = article, said, weigher
        self._known: AbstractSet[str] | None = None
        self._weighed: Weighed | None = None
        self._told: Weighed | None = None
        self._roots: Roots | None = None

    @property
    def known(self) -> AbstractSet[str]:
        """Its stems, known without weighing; none of a sentence too short to state a fact."""
        if self._known is None:
            self._known = set(self.said.stems.split())
        return self._known

    @property
    def weighed(self) -> Weighed:
        """What its words weigh."""
        if self._weighed is None:
            self._weighed = self.weigher.weighed(self.said.words.split())
        return self._weighed

    @property
    def told(self) -> Weighed:
        """What the words weigh that tell its fact, without who says so."""
        if self._told is None:
            self._told = self.weigh(self._content)
        return self._told

    @property
    def roots(self) -> Roots:
        """The roots of these words by their stems."""
        if self._roots is None:
            self._roots = roots(self._content, self.weigher)
        return self._roots

    @property
    def _content(self) -> tuple[str, ...]:
        return content(self.said.sentence.text, self.weigher.code)

    def weigh(self, words: Sequence[str]) -> Weighed:
        """Return what other words of its language weigh."""
        return self.weigher.weighed(words)

    @property
    def stems(self) -> Mapping[str, float]:
        """Its stems with their weights."""
        return self.weighed.stems

    @property
    def plain(self) -> AbstractSet[str]:
        """The telling stems that are no names."""
        return self.weighed.plain

    def most_alike(self, other: "Passage") -> float:
        """Return what the likeness of two sentences is at most, which is known without weighing them."""
        peaks = self.said.peak * other.said.peak
        return len(self.known & other.known) * peaks / 10_000 if peaks else 1.0


def likeness(one: Passage, other: Passage) -> float:
    """Return how much of the same two sentences say, 0 to 1."""
    return _likeness(one.weighed, other.weighed)


def agreement(one: Passage, other: Passage, least: float) -> float:
    """Return the likeness of two sentences that may state one fact.

    It is 0 where it is not even `least`, or where they share hardly more than names; 1 where their words are the same.
    """
    if one.said.words == other.said.words:
        return 1.0 if len(other.plain) >= PLAIN else 0.0
    return _agreement(one.weighed, other.weighed, least)


def same_fact(one: Passage, other: Passage) -> bool:
    """Say whether two sentences that agree share more than who says it, units and what only links.

    What is left when those are taken out is compared where it is long enough to say a fact.
    """
    copied = one.said.sentence.text == other.said.sentence.text and one.weigher is other.weigher
    mine = one.told if copied else _apart(one, other)
    its = mine if copied else other.told
    if min(len(mine.stems), len(its.stems)) < SHORTEST or len(mine.plain & its.plain) > PLAIN:
        return True
    beside = round(_beside_names(mine, its), 9)
    return beside >= MOSTLY and round(_likeness(mine, its), 9) + beside >= TOGETHER_OF_FEW


def _apart(one: Passage, other: Passage) -> Weighed:
    """Return what one tells; stems that stand in both for words of different roots are no more the other's."""
    told = one.told
    roots = one.roots, other.roots
    clash = {stem for stem in told.plain & other.told.plain if roots[0][stem].isdisjoint(roots[1][stem])}
    if not clash:
        return told
    renamed = {f"{stem}*" if stem in clash else stem: weight for stem, weight in told.stems.items()}
    return Weighed(renamed, told.size, told.plain - clash)


def beside_names(one: Passage, other: Passage) -> float:
    """Return the likeness of the telling words that are a name in neither."""
    return _beside_names(one.weighed, other.weighed)


def near(every: Sequence[Passage], least: float) -> list[tuple[float, int, int]]:
    """Return the pairs of places of passages of different articles that are at least so alike, most alike first.

    Only passages that share two of their rarest stems are compared. Those of one article stand together.
    """
    first: dict[str, int] = {}
    again: dict[int, list[int]] = {}
    for place, passage in enumerate(every):
        one = first.setdefault(passage.said.words, place)
        if one != place and every[one].weigher is passage.weigher:
            again.setdefault(one, [one]).append(place)
    found = [
        (alike, one, other)
        for alike, before, after in _alike(every, again, least)
        for one in again.get(before, (before,))
        for other in again.get(after, (after,))
    ]
    same = [own for own in again.values() if len(every[own[0]].plain) >= PLAIN]
    found += [(1.0, one, other) for own in same for one, other in combinations(own, 2)]
    apart = [(-a, min(one, o), max(one, o)) for a, one, o in found if every[one].article != every[o].article]
    return [(-alike, one, other) for alike, one, other in sorted(apart)]


def _alike(
    every: Sequence[Passage], again: Mapping[int, Sequence[int]], least: float
) -> Iterator[tuple[float, int, int]]:
    """Give the pairs of sentences of other words that agree, and how much; of those printed `again` the first is meant.

    What one article alone prints is not compared with the rest of it.
    """
    repeated = {place for own in again.values() for place in own}
    alone = groupby((n for n in range(len(every)) if n not in repeated), lambda place: every[place].article)
    holding: defaultdict[str, set[int]] = defaultdict(set)
    for own in chain(([first] for first in again), (list(block) for _, block in alone)):
        sought = [(place, every[place].said.stems.split(maxsplit=RAREST)[:RAREST]) for place in own]
        for place, rarest in sought:
            others = _twice([holding[stem] for stem in rarest if stem in holding])
            if others:
                yield from _agreeing(place, others, every, least)
        for place, rarest in sought:
            for stem in rarest:
                holding[stem].add(place)


def _agreeing(
    place: int, others: Iterable[int], every: Sequence[Passage], least: float
) -> Iterator[tuple[float, int, int]]:
    passage = every[place]
    known, words = passage.known, passage.said.words
    peak, needed = passage.said.peak, least * 10_000
    for other in others:
        before = every[other]
        # Most fall here and need not be weighed: what `most_alike` says, without a call for each.
        if len(known & before.known) * peak * before.said.peak >= needed or before.said.words == words:
            alike = agreement(before, passage, least)
            if alike:
                yield alike, other, place


def _twice(sets: Iterable[set[int]]) -> set[int]:
    """Return what two sets at least hold."""
    once: set[int] = set()
    twice: set[int] = set()
    for each in sets:
        twice |= once & each
        once |= each
    return twice


def _agreement(one: Weighed, other: Weighed, least: float) -> float:
    shared = len(one.plain & other.plain)
    if shared < PLAIN:
        return 0.0
    alike = round(_likeness(one, other), 9)
    if alike < least:
        return 0.0
    beside = round(_beside_names(one, other), 9)
    together = TOGETHER if shared > PLAIN else TOGETHER_OF_FEW
    return alike if beside >= BESIDE_NAMES and alike + beside >= together else 0.0


def _likeness(one: Weighed, other: Weighed) -> float:
    stems = other.stems
    shared = math.fsum([w * stems[stem] for stem, w in one.stems.items() if stem in stems])
    return shared / (one.size * other.size) if shared else 0.0


def _beside_names(one: Weighed, other: Weighed) -> float:
    names = (one.stems.keys() - one.plain) | (other.stems.keys() - other.plain)
    left, right = ([each.stems[stem] for stem in each.plain - names] for each in (one, other))
    shared = [one.stems[stem] * other.stems[stem] for stem in (one.plain & other.plain) - names]
    size = math.sqrt(math.fsum([w * w for w in left]) * math.fsum([w * w for w in right]))
    return math.fsum(shared) / size if size else 0.0

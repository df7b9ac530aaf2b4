"""Analyses become copies and shared passages: which articles print the same words, and how much of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, repeat

from telaah.group.dates import day
from telaah.group.headlines import Stems
from telaah.group.passages import Shingles, shingles, tells
from telaah.group.products import Products, Vector
from telaah.languages.shingles import SAMPLE, SHINGLE, sampled
from telaah.languages.terms import STEM
from telaah.model import Analysis, Copies

COPY = 0.5
"""Containment from which one article is a copy of the other: half of the shorter text stands in the longer."""
PASSAGES = 0.2
"""Containment from which two articles share passages (constructed copies: recall 99.7 % at .2, 75 % at .5)."""
FEWEST = 15
"""Shingles two articles must share: reports of two earthquakes share as many words of the survey's form letter."""
HINT = 0.3
"""Share of `PASSAGES` that the sample must show: a fifth of 100 shingles is 7 of 33 sampled, 2 with bad luck."""
LIST = 60
"""Latest articles in a shingle's list that are looked at; a text that runs more often is joined through those."""
PAGES = 4
"""Articles of one outlet that share a shingle from which it is furniture, as for sentences (telaah.group.furniture)."""
STORY = 0.5
"""Share of an article's shingles that must remain without furniture."""
ALIKE = 0.05
"""Likeness of the stories below which only the frame of the page is shared; 299 of 300 constructed copies have .07."""

SURE = 0.3
"""Likeness of the stories from which their headlines are not asked: three in four constructed copies have .66, nine in
ten pairs that share a frame only .15 at most."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two places, the smaller first, and how much of the shorter text the longer holds, 0 to 1."""

    one: int
    other: int
    contained: float


def copies(
    analyses: Sequence[Analysis],
    furniture: Sequence[frozenset[str]],
    vectors: Sequence[Vector],
    products: Products,
    headlines: Sequence[Stems],
) -> tuple[Copies, ...]:
    """Return clusters of copies and pairs that share passages, sorted by their articles.

    In each the original stands first: the article whose outlet most others credit, else the earliest.
    """
    order = sorted(range(len(analyses)), key=lambda place: _age(analyses[place]))
    alike = _alike(_candidates([*map(_Sampled.of, analyses, furniture)], order), vectors, products)
    candidates = [pair for pair, like in alike.items() if like >= ALIKE]
    numbers = _Numbers()
    texts: list[Shingles] = [frozenset()] * len(analyses)
    for place in sorted({place for pair in candidates for place in pair}):
        texts[place] = shingles([*map(numbers.__getitem__, _words(analyses[place], furniture[place]))])
    texts = _without_frames(texts, candidates, [analysis.article.outlet.name for analysis in analyses])
    stems = numbers.stems()

    def told(place: int) -> list[list[int]]:
        return [[*map(numbers.__getitem__, words)] for words in _told(analyses[place], furniture[place])]

    pairs = [_Pair(one, other, _contained(texts[one], texts[other])) for one, other in candidates]
    pairs = [
        pair
        for pair in pairs
        if pair.contained >= PASSAGES
        and (
            alike[pair.one, pair.other] >= SURE
            or tells(
                told(pair.one),
                texts[pair.one] & texts[pair.other],
                stems,
                (headlines[pair.one], headlines[pair.other]),
            )
        )
    ]
    pairs.sort(key=lambda pair: (-pair.contained, pair.one, pair.other))
    holding = _clusters([pair for pair in pairs if pair.contained >= COPY], texts, order)
    members: dict[int, list[int]] = {}
    for place, root in holding.items():
        members.setdefault(root, []).append(place)
    ties = _ties(holding, pairs)
    found = [
        Copies(_original_first([analyses[place] for place in places]), round(ties[root], 4), "copy")
        for root, places in members.items()
    ]
    found += [
        Copies(_original_first([analyses[pair.one], analyses[pair.other]]), round(pair.contained, 4), "shared passages")
        for pair in pairs
        if pair.one not in holding or holding[pair.one] != holding.get(pair.other)
    ]
    return tuple(sorted(found, key=lambda each: each.articles))


class _Numbers(dict[str, int]):
    """The number of a word, the same for all its cases, in order of first appearance."""

    def __init__(self) -> None:
        super().__init__()
        self._lower: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        found = self[word] = self._lower.setdefault(word.lower(), len(self._lower))
        return found

    def stems(self) -> Sequence[str]:
        """Return the stem of each word by its number."""
        return [word[:STEM] for word in self._lower]


def _words(analysis: Analysis, furniture: frozenset[str]) -> list[str]:
    """Return the words of an article's story."""
    return " ".join([said.words for said in analysis.reading.said if said.sentence.text not in furniture]).split()


@dataclass(frozen=True, slots=True)
class _Sampled:
    """The sample of an article's shingles, and how many it has in all."""

    keys: Sequence[int]
    shingles: int

    @classmethod
    def of(cls, analysis: Analysis, furniture: frozenset[str]) -> "_Sampled":
        """Return what is read of an article; few have furniture and must be read again without it."""
        if furniture:
            words = _words(analysis, furniture)
            return cls(sampled(words), len(words) - SHINGLE + 1)
        count = sum([said.words.count(" ") + bool(said.words) for said in analysis.reading.said])
        return cls(analysis.reading.shingles, count - SHINGLE + 1)


def _told(analysis: Analysis, skipped: frozenset[str]) -> list[list[str]]:
    """Return the words of each sentence; none of one that is no story: what stands before and behind it is apart."""
    return [said.words.split() if said.sentence.text not in skipped else [] for said in analysis.reading.said]


def _age(analysis: Analysis) -> tuple[bool, float, str]:
    known = day(analysis.article.published.value)
    return known is None, known or 0.0, analysis.article.id


def _candidates(sampled: Sequence["_Sampled"], order: Sequence[int]) -> list[tuple[int, int]]:
    """Return the pairs whose sampled shingles promise shared passages; lists are walked by age and capped."""
    first: dict[int, int] = {}  # most shingles stand in one article only and need no list
    lists: dict[int, list[int]] = {}
    found = []
    for place in order:
        own = sampled[place]
        hits: list[int] = []
        for key, earliest in zip(own.keys, map(first.setdefault, own.keys, repeat(place)), strict=True):
            if earliest != place:
                entries = lists.setdefault(key, [earliest])
                hits += entries[-LIST:]
                entries.append(place)
        for other, count in Counter(hits).items():
            shorter = min(own.shingles, sampled[other].shingles)
            if other != place and shorter >= FEWEST and count * SAMPLE >= HINT * PASSAGES * shorter:
                found.append((min(place, other), max(place, other)))
    return sorted(found)


def _alike(
    pairs: Sequence[tuple[int, int]], vectors: Sequence[Vector], products: Products
) -> dict[tuple[int, int], float]:
    """Return how alike the stories of each pair are; the pairs are sorted."""
    found: dict[tuple[int, int], float] = {}
    for one, same in groupby(pairs, key=lambda pair: pair[0]):
        others = [other for _, other in same]
        likes = products.of(vectors[one], [vectors[other] for other in others])
        found.update(((one, other), like) for other, like in zip(others, likes, strict=True))
    return found


def _without_frames(
    texts: list[Shingles], candidates: Iterable[tuple[int, int]], outlets: Sequence[str | None]
) -> list[Shingles]:
    """Take out what many candidates of one outlet share, unless hardly anything else would remain."""
    places = {place for one, other in candidates if outlets[one] == outlets[other] for place in (one, other)}
    seen: dict[str, Counter[int]] = {}
    for place in sorted(places):
        outlet = outlets[place]
        if outlet:
            seen.setdefault(outlet, Counter()).update(texts[place])
    cut = list(texts)
    for outlet, counts in seen.items():
        frame = {shingle for shingle, count in counts.items() if count >= PAGES}
        for place in places:
            story = texts[place] - frame
            if outlets[place] == outlet and len(story) >= STORY * len(texts[place]):
                cut[place] = story
    return cut


def _contained(one: Shingles, other: Shingles) -> float:
    """Return the share of the shorter text's shingles that stand in the longer, nothing for a phrase or two."""
    shared = len(one & other)
    return shared / min(len(one), len(other)) if shared >= FEWEST else 0.0


def _clusters(pairs: Sequence[_Pair], texts: Sequence[Shingles], order: Sequence[int]) -> Mapping[int, int]:
    """Return for every copy the place of the oldest of its cluster.

    Two clusters are one only when their oldest texts share passages too: a page that holds two stories must not make
    copies of the two.
    """
    age = {place: number for number, place in enumerate(order)}
    root: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    for pair in pairs:
        one, other = root.get(pair.one, pair.one), root.get(pair.other, pair.other)
        if one == other or _contained(texts[one], texts[other]) < PASSAGES:
            continue
        oldest, younger = sorted((one, other), key=age.__getitem__)
        joined = members.pop(oldest, [oldest]) + members.pop(younger, [younger])
        members[oldest] = joined
        root.update((place, oldest) for place in joined)
    return root


def _ties(holding: Mapping[int, int], pairs: Sequence[_Pair]) -> Mapping[int, float]:
    """Return for each cluster how surely its loosest copy is one: the least of its members' highest containments."""
    best: dict[int, float] = {}
    for pair in pairs:
        if pair.one in holding and holding[pair.one] == holding.get(pair.other):
            for place in (pair.one, pair.other):
                best[place] = max(best.get(place, 0.0), pair.contained)
    least: dict[int, float] = {}
    for place, contained in best.items():
        least[holding[place]] = min(least.get(holding[place], 1.0), contained)
    return least


def _original_first(analyses: Sequence[Analysis]) -> tuple[str, ...]:
    credited = Counter(name for analysis in analyses for name in {up.name for up in analysis.article.upstream})
    by_age = sorted(analyses, key=_age)
    original = min(by_age, key=lambda analysis: (-credited[analysis.article.outlet.name or ""], _age(analysis)))
    return tuple(dict.fromkeys((original.article.id, *(analysis.article.id for analysis in by_age))))

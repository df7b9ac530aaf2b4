"""Analyses become sparse vectors of unit length that say what each article is about."""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import mul

from telaah.languages import language
from telaah.languages.frequencies import RAREST, frequencies
from telaah.languages.terms import STEM, Stems, terms
from telaah.model import Analysis, Terms

# Measured together on ECB+ (982 English articles), 52 labelled Indonesian pairs and the first five articles we had;
# docs/decisions/0020 has the table. Neighbouring values change B-cubed F and pair F1 by less than two points.
LEAD_SHARE = 0.6
"""Share of the likeness that headline and lead decide, the whole body the rest: what a report is about stands there,
and background that reports of one conflict share does not."""
RARITY = 1.5
"""Power of the inverse document frequency. Subjects share their common words, events their rare ones: at 1 the gap
between one event and its neighbours in the first five articles is half as wide, 2 costs 1 point of pair F1."""
PRIOR_ARTICLES = 200_000
"""Articles that the background frequencies stand for beside the corpus's own counts: few articles of one subject must
not make its words common (20,000: B-cubed F half a point lower, 1,000: 4 points)."""
HEAVIEST = 100
"""Weights kept of an article, the others being small change: half of its terms, a third of the time (60: half a point
of B-cubed F lower)."""
PRIOR_WORDS = 300
"""Words of such an article; turns a share of running words into a share of articles."""


@dataclass(frozen=True, slots=True)
class Vector:
    """Terms with their weights, heaviest first; a term is a stem in one of two fields, body or headline and lead.

    Numbers lie side by side: as objects all over the memory, a tenth as many fit where the processor finds them fast,
    and looking at twenty thousand vectors took three times as long for each as at two thousand.
    """

    terms: "array[int]"
    weights: "array[float]"

    def __len__(self) -> int:
        return len(self.terms)

    def items(self) -> Iterator[tuple[int, float]]:
        """Give each term with its weight."""
        return zip(self.terms, self.weights, strict=True)


Weights = Vector | dict[int, float]
"""Weight by term, of one article, or of several together."""


def vectors(analyses: Sequence[Analysis], furniture: Sequence[frozenset[str]]) -> tuple[Vector, ...]:
    """Return one vector an analysis; the dot product of two is their likeness, 0 to 1.

    `furniture` gives, for each analysis, the sentences that belong to the outlet's page and not to the story.
    """
    codes = sorted({analysis.article.language for analysis in analyses})
    stems = {code: Stems(language(code)) for code in codes}
    told = [
        _told(analysis, skipped, stems[analysis.article.language])
        for analysis, skipped in zip(analyses, furniture, strict=True)
    ]
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    rows = [[*map(numbers.__getitem__, each.stems.split())] for each in told]
    spread = Counter(chain.from_iterable(rows))
    places = {stem: place for place, stem in enumerate(sorted(numbers))}
    # Made once for all vectors: equal keys are found faster where they are the same object.
    body = [2 * places[stem] for stem in numbers]
    lead = [number + 1 for number in body]
    rarities = {code: _rarities(code, numbers, spread, len(analyses)) for code in codes}
    damped = _Damped()
    return tuple(
        _vector(row, each, rarities[analysis.article.language], (body, lead), damped)
        for analysis, each, row in zip(analyses, told, rows, strict=True)
    )


def likeness(one: Weights, other: Weights) -> float:
    """Return the dot product of two vectors; its sum is exact, so that no order of terms matters."""
    few, many = (one, other) if len(one) < len(other) else (other, one)
    return product(many if isinstance(many, dict) else dict(many.items()), few)


def product(many: Mapping[int, float], few: Weights) -> float:
    """Return the same, the weights of `many` found by term: for whoever asks for many products with one vector."""
    return math.fsum([weight * many[term] for term, weight in few.items() if term in many])


def square(vector: Weights) -> float:
    """Return the likeness of a vector and itself."""
    weights = vector.values() if isinstance(vector, dict) else vector.weights
    return math.fsum(map(mul, weights, weights))


def total(parts: Iterable[Weights]) -> dict[int, float]:
    """Return the sum of vectors."""
    whole: dict[int, float] = {}
    for part in parts:
        whole = added(whole, part) if whole else dict(part.items())
    return whole


def added(whole: Weights, part: Weights) -> dict[int, float]:
    """Return the sum of two; a dictionary as the first becomes it."""
    into = whole if isinstance(whole, dict) else dict(whole.items())
    for key, weight in part.items():
        into[key] = into.get(key, 0.0) + weight
    return into


def _told(analysis: Analysis, furniture: frozenset[str], stems: Stems) -> Terms:
    """Return the terms of an article's story; few have furniture and must be counted again without it."""
    read = analysis.reading
    if not furniture:
        return read.terms
    said = [each.words.split() for each in read.said if each.sentence.text not in furniture]
    return terms(read.title.split(), said, stems)


class _Damped(dict[int, float]):
    """What a word weighs that counts so often, remembered: the tenth time says less than the first."""

    def __missing__(self, count: int) -> float:
        found = self[count] = 1 + math.log(count)
        return found


def _rarities(code: str, stems: Iterable[str], spread: Mapping[int, int], articles: int) -> Sequence[float]:
    """Return for each stem what one occurrence weighs: the rarer in the language and in this corpus, the more."""
    shares: dict[str, float] = {}
    for word, share in frequencies(code).items():
        shares[word[:STEM]] = shares.get(word[:STEM], 0.0) + share
    whole = articles + PRIOR_ARTICLES
    return [
        max(0.0, -math.log((spread[number] + PRIOR_ARTICLES * _expected(shares.get(stem, RAREST))) / whole)) ** RARITY
        for number, stem in enumerate(stems)
    ]


def _expected(share: float) -> float:
    """Return the share of articles that a word with this share of running words is expected in."""
    return 1 - math.exp(-PRIOR_WORDS * share)


def _vector(
    row: Sequence[int],
    told: Terms,
    rarities: Sequence[float],
    fields: tuple[Sequence[int], Sequence[int]],
    damped: _Damped,
) -> Vector:
    """Return the heaviest terms of an article, whose stems have the numbers of `row`.

    `fields` are the terms of body and lead by the number of the stem; of equal weights the smaller term stands first.
    """
    weighed = [*map(rarities.__getitem__, row)]
    body = _scaled(told.body, 1 - LEAD_SHARE, weighed, damped)
    lead = _scaled(told.lead, LEAD_SHARE, weighed, damped)
    least = sorted(body + lead)[-HEAVIEST:][:1]  # only what is heavy enough is sorted with its terms
    in_body, in_lead = fields
    kept = [(-weight, in_body[number]) for number, weight in zip(row, body, strict=False) if weight >= least[0]]
    kept += [(-weight, in_lead[number]) for number, weight in zip(row, lead, strict=False) if weight >= least[0]]
    kept = sorted(kept)[:HEAVIEST]
    size = math.sqrt(math.fsum([weight * weight for weight, _ in kept]))
    if not size:
        return Vector(array("i"), array("d"))
    return Vector(array("i", [term for _, term in kept]), array("d", [-weight / size for weight, _ in kept]))


def _scaled(counts: Iterable[int], share: float, rarities: Iterable[float], damped: _Damped) -> list[float]:
    """Return the weights of a field whose squares add up to its share; none where no word weighs anything."""
    weights = list(map(mul, map(damped.__getitem__, counts), rarities))
    size = math.sqrt(math.fsum(map(mul, weights, weights)) / share)
    return [weight / size for weight in weights] if size else []

"""Analyses become sparse vectors of unit length that say what each article is about."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from telaah.group.products import UNIT, Floats, Numbers, Vector, sums
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
ONE_WORD = 0.15
"""Likeness that one word can give two articles at most: a place that every report of a desk names is no event. With no
bound the flood, the trial and the soup of one regency were one topic, with .2 flood and trial; .1 costs 2 points of
B-cubed F."""
HEAVIEST = 100
"""Weights kept of an article, the others being small change: half of its terms, a third of the time (60: half a point
of B-cubed F lower)."""
PRIOR_WORDS = 300
"""Words of such an article; turns a share of running words into a share of articles."""
AT_ONCE = 1000
"""Articles whose vectors are worked out together: all of 20,000 took half a gigabyte more, and no less time."""


def vectors(analyses: Sequence[Analysis], furniture: Sequence[frozenset[str]]) -> tuple[Vector, ...]:
    """Return one vector an analysis; a term is a stem in one of two fields, body or headline and lead.

    `furniture` gives, for each analysis, the sentences that belong to the outlet's page and not to the story.
    """
    codes = [analysis.article.language for analysis in analyses]
    stems = {code: Stems(language(code)) for code in sorted(set(codes))}
    told = [_told(*each) for each in zip(analyses, furniture, map(stems.__getitem__, codes), strict=True)]
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    said = _flat(map(numbers.__getitem__, each.stems.split()) for each in told)
    spread = np.bincount(said).tolist()
    rarities = {code: _rarities(code, numbers, spread, len(told)) for code in stems}
    places = np.empty(len(numbers), np.int64)
    places[[numbers[stem] for stem in sorted(numbers)]] = np.arange(len(numbers))
    found: list[Vector] = []
    begin = 0
    for first in range(0, len(told), AT_ONCE):
        some = told[first : first + AT_ONCE]
        rows = np.split(said[begin:], np.cumsum([len(each.body) for each in some]))[:-1]
        begin += sum(map(len, rows))
        weighed = [rarities[code][row] for code, row in zip(codes[first:], rows, strict=False)]
        found += _vectors(some, places[np.concatenate(rows)], np.concatenate(weighed))
    return tuple(found)


def _vectors(told: Sequence[Terms], stems: Numbers, rarities: Floats) -> list[Vector]:
    """Return the vectors of some articles; what their stems are and weigh stands in one row, article by article."""
    sizes = np.array([len(each.body) for each in told])
    owners = np.repeat(np.arange(len(told)), sizes)
    lead = np.flatnonzero(_ranks(sizes) < np.repeat([len(each.lead) for each in told], sizes))
    weights = (
        _scaled(_flat(each.body for each in told), owners, rarities, 1 - LEAD_SHARE),
        _scaled(_flat(each.lead for each in told), owners[lead], rarities[lead], LEAD_SHARE),
    )
    terms = np.concatenate((2 * stems, 2 * stems[lead] + 1))
    return _heaviest(np.concatenate((owners, owners[lead])), terms, np.concatenate(weights), len(told))


def _flat(rows: Iterable[Iterable[int]]) -> Numbers:
    return np.fromiter(chain.from_iterable(rows), np.int64)


def _ranks(sizes: Numbers) -> Numbers:
    """Return for rows of these sizes, one after the other, the place of each entry in its row."""
    return np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)


def _scaled(counts: Numbers, articles: Numbers, rarities: Floats, share: float) -> Numbers:
    """Return the weights of a field whose squares add up to its share of an article; the tenth time says less."""
    damped = np.array([0, *(1 + math.log(count) for count in range(1, counts.max(initial=0) + 1))])
    weights = _whole(damped[counts] * rarities)
    size = np.sqrt(sums(articles, weights**2, articles.max(initial=0) + 1) / share)
    return _whole(weights / np.maximum(size, 1)[articles])


def _whole(weights: Floats) -> Numbers:
    return np.rint(weights * UNIT).astype(np.int64)


def _heaviest(articles: Numbers, terms: Numbers, weights: Numbers, count: int) -> list[Vector]:
    """Return the heaviest terms of each of so many articles; of equal weights the smaller term stands first."""
    # One number holds all three, the heavier the smaller: to sort numbers is all that is left to do.
    bits = int(terms.max(initial=0)).bit_length()
    packed = np.sort(((articles * (UNIT + 1) + UNIT - weights) << bits | terms)[weights > 0])
    terms, rest = packed & ((1 << bits) - 1), packed >> bits
    articles, weights = rest // (UNIT + 1), UNIT - rest % (UNIT + 1)
    rank = _ranks(np.bincount(articles, minlength=count))
    kept = rank < HEAVIEST
    articles, rank, terms, weights = articles[kept], rank[kept], terms[kept], weights[kept]
    size = np.sqrt(sums(articles, weights**2, count))
    # What is cut off is not given to the other words: they would seem to say more than they do.
    most = np.sqrt(ONE_WORD * np.where(terms % 2, LEAD_SHARE, 1 - LEAD_SHARE))
    rows = np.zeros((2, count, HEAVIEST), np.int64)
    rows[0, articles, rank] = terms
    rows[1, articles, rank] = _whole(np.minimum(weights / size[articles], most))
    return list(map(Vector, rows[0], rows[1]))


def _told(analysis: Analysis, furniture: frozenset[str], stems: Stems) -> Terms:
    """Return the terms of an article's story; few have furniture and must be counted again without it."""
    read = analysis.reading
    if not furniture:
        return read.terms
    said = [each.words.split() for each in read.said if each.sentence.text not in furniture]
    return terms(read.title.split(), said, stems)


def _rarities(code: str, stems: Iterable[str], spread: Sequence[int], articles: int) -> Floats:
    """Return for each stem what one occurrence weighs: the rarer in the language and in this corpus, the more."""
    shares: dict[str, float] = {}
    for word, share in frequencies(code).items():
        shares[word[:STEM]] = shares.get(word[:STEM], 0.0) + share
    whole = articles + PRIOR_ARTICLES
    return np.array(
        [
            max(0.0, -math.log((count + PRIOR_ARTICLES * _expected(shares.get(stem, RAREST))) / whole)) ** RARITY
            for stem, count in zip(stems, spread, strict=True)
        ]
    )


def _expected(share: float) -> float:
    """Return the share of articles that a word with this share of running words is expected in."""
    return 1 - math.exp(-PRIOR_WORDS * share)

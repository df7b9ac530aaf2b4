"""Analyses become sparse vectors of unit length that say what each article is about."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from telaah.group.products import UNIT, Numbers, Vector, sums
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
YEAR = 4e-5
"""Share of running words that the number of a year is given in an article of about that year: wordfreq estimates 4 to
5 in 100,000, but its lists end before them. As the rarest of words, the year made one topic of 13 real pages that rank
the best things of it."""
ABOUT_YEAR = 1
"""Years from that of publication in which a year says no more than the date."""


def vectors(analyses: Sequence[Analysis], furniture: Sequence[frozenset[str]]) -> tuple[Vector, ...]:
    """Return one vector an analysis; a term is a stem in one of two fields, body or headline and lead.

    `furniture` gives, for each analysis, the sentences that belong to the outlet's page and not to the story.
    """
    if not analyses:
        return ()
    codes = sorted({analysis.article.language for analysis in analyses})
    stems = {code: Stems(language(code)) for code in codes}
    told = [
        _told(analysis, skipped, stems[analysis.article.language])
        for analysis, skipped in zip(analyses, furniture, strict=True)
    ]
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    # What stands in one row belongs together: the number of a stem, its article, what one occurrence weighs.
    stem = _flat([map(numbers.__getitem__, each.stems.split()) for each in told])
    size = np.array([len(each.body) for each in told])
    article = np.repeat(np.arange(len(told)), size)
    spread = np.bincount(stem).tolist()
    rarities = np.array([_rarities(code, numbers, spread, len(told)) for code in codes])
    rarity = rarities[np.array([codes.index(each.article.language) for each in analyses])[article], stem]
    years = np.array([int(stem) if len(stem) == len("2022") and stem.isdecimal() else 0 for stem in numbers])
    published = np.array([int((each.article.published.value or "0")[: len("2022")]) for each in analyses])
    own_year = (years[stem] > 0) & (np.abs(years[stem] - published[article]) <= ABOUT_YEAR)
    rarity[own_year] = np.minimum(rarity[own_year], (-math.log(_expected(YEAR))) ** RARITY)
    place = np.argsort(np.array(sorted(range(len(numbers)), key=[*numbers].__getitem__)))
    in_lead = _ranks(size) < np.repeat([len(each.lead) for each in told], size)
    body = _scaled(_flat([each.body for each in told]), article, rarity, 1 - LEAD_SHARE)
    lead = _scaled(_flat([each.lead for each in told]), article[in_lead], rarity[in_lead], LEAD_SHARE)
    return _heaviest(
        np.concatenate((article, article[in_lead])),
        np.concatenate((2 * place[stem], 2 * place[stem[in_lead]] + 1)),
        np.concatenate((body, lead)),
        len(told),
    )


def _flat(rows: Sequence[Iterable[int]]) -> Numbers:
    return np.fromiter(chain.from_iterable(rows), np.int64)


def _ranks(sizes: Numbers) -> Numbers:
    """Return for rows of these sizes, one after the other, the place of each entry in its row."""
    return np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)


def _scaled(counts: Numbers, articles: Numbers, rarities: npt.NDArray[np.float64], share: float) -> Numbers:
    """Return the weights of a field whose squares add up to its share of an article; the tenth time says less."""
    damped = np.array([0, *(1 + math.log(count) for count in range(1, counts.max(initial=0) + 1))])
    weights = _whole(damped[counts] * rarities)
    size = np.sqrt(sums(articles, weights**2, articles.max(initial=0) + 1) / share)
    return _whole(weights / np.maximum(size, 1)[articles])


def _whole(weights: npt.NDArray[np.float64]) -> Numbers:
    return np.rint(weights * UNIT).astype(np.int64)


def _heaviest(articles: Numbers, terms: Numbers, weights: Numbers, count: int) -> tuple[Vector, ...]:
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
    rows = np.zeros((2, count, HEAVIEST), np.int64)
    # What is cut off is not given to the other words: they would seem to say more than they do.
    most = np.sqrt(ONE_WORD * np.where(terms % 2, LEAD_SHARE, 1 - LEAD_SHARE))
    rows[0, articles, rank] = terms
    rows[1, articles, rank] = _whole(np.minimum(weights / size[articles], most))
    return tuple(map(Vector, rows[0], rows[1]))


def _told(analysis: Analysis, furniture: frozenset[str], stems: Stems) -> Terms:
    """Return the terms of an article's story; few have furniture and must be counted again without it."""
    read = analysis.reading
    if not furniture:
        return read.terms
    said = [each.words.split() for each in read.said if each.sentence.text not in furniture]
    return terms(read.title.split(), said, stems)


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

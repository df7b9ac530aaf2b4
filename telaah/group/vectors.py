"""Analyses become sparse vectors of unit length that say what each article is about."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import mul

from telaah.group.readings import Read
from telaah.languages import Language, language
from telaah.languages.frequencies import RAREST, frequencies
from telaah.model import Analysis

Vector = Mapping[int, float]
"""Weight by term, heaviest first; a term is a stem in one of two fields, the whole body or headline and lead."""

# Measured together on ECB+ (982 English articles), 52 labelled Indonesian pairs and the first five articles we had;
# docs/decisions/0020 has the table. Neighbouring values change B-cubed F and pair F1 by less than two points.
STEM = 5
"""Letters by which words are compared: a light stem for any language with suffixes (6: B-cubed F 1 point lower)."""
LEAD_SENTENCES = 3
"""Sentences that make an article's lead (4: 1 point lower)."""
LEAD_SHARE = 0.6
"""Share of the likeness that headline and lead decide, the whole body the rest: what a report is about stands there,
and background that reports of one conflict share does not."""
TITLE_IN_LEAD = 2
"""How often a word of the headline counts in the lead."""
TITLE_IN_BODY = 3
"""How often a word of the headline counts in the body."""
NAME = 2
"""How often a capitalised word counts in the body."""
FIGURE = 2
"""How often a word with a digit counts in the body: two events of one kind differ in dates and numbers."""
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
class _Counts:
    """Stem -> how often it counts, in the body and in headline and lead."""

    body: Mapping[str, int]
    lead: Mapping[str, int]


def vectors(
    analyses: Sequence[Analysis], read: Sequence[Read], furniture: Sequence[frozenset[str]]
) -> tuple[Vector, ...]:
    """Return one vector an analysis; the dot product of two is their likeness, 0 to 1.

    `furniture` gives, for each analysis, the sentences that belong to the outlet's page and not to the story.
    """
    codes = sorted({analysis.article.language for analysis in analyses})
    stems = {code: _Stems(language(code)) for code in codes}
    counts = [
        _counts(words, stems[analysis.article.language], skipped)
        for analysis, words, skipped in zip(analyses, read, furniture, strict=True)
    ]
    spread = Counter(chain.from_iterable(count.body for count in counts))
    terms = {stem: 2 * place for place, stem in enumerate(sorted(spread))}
    rarities = {code: _rarities(code, spread, len(analyses)) for code in codes}
    damped = _Damped()
    return tuple(
        _vector(count, rarities[analysis.article.language], terms, damped)
        for analysis, count in zip(analyses, counts, strict=True)
    )


def likeness(one: Vector, other: Vector) -> float:
    """Return the dot product of two vectors; its sum is exact, so that no order of terms matters."""
    return math.fsum([weight * other[term] for term, weight in one.items() if term in other])


def total(parts: Iterable[Vector]) -> Vector:
    """Return the sum of vectors."""
    whole: dict[int, float] = {}
    for part in parts:
        if whole:
            for key, weight in part.items():
                whole[key] = whole.get(key, 0.0) + weight
        else:
            whole = dict(part)
    return whole


class _Stems(dict[str, tuple[str, int]]):
    """A word's stem and how often it counts in a body, remembered: news repeats itself.

    The stem of a word that says nothing is empty.
    """

    def __init__(self, known: Language) -> None:
        super().__init__()
        self._function_words = known.function_words

    def __missing__(self, word: str) -> tuple[str, int]:
        lower = word.lower()
        silent = len(word) < 2 or lower in self._function_words
        times = (NAME if word[0].isupper() else 1) * (FIGURE if any(map(str.isdigit, word)) else 1)
        found = self[word] = ("", 0) if silent else (lower[:STEM], times)
        return found


def _counts(read: Read, stems: _Stems, furniture: frozenset[str]) -> _Counts:
    said = [each.words for each in read.said if each.sentence.text not in furniture]
    body: dict[str, int] = {}
    counted = Counter(chain.from_iterable(said))
    for (stem, times), count in zip(map(stems.__getitem__, counted), counted.values(), strict=True):
        body[stem] = body.get(stem, 0) + times * count
    for words in said:  # the first word of a sentence is capitalised for another reason than being a name
        if words and words[0][0].isupper():
            stem, times = stems[words[0]]
            body[stem] -= times - times // NAME
    lead = Counter([stems[word][0] for word in chain.from_iterable(said[:LEAD_SENTENCES])])
    for word in read.title:
        stem = stems[word][0]
        body[stem] = body.get(stem, 0) + TITLE_IN_BODY
        lead[stem] = lead.get(stem, 0) + TITLE_IN_LEAD
    body.pop("", None)
    lead.pop("", None)
    return _Counts(body, lead)


class _Damped(dict[int, float]):
    """What a word weighs that counts so often, remembered: the tenth time says less than the first."""

    def __missing__(self, count: int) -> float:
        found = self[count] = 1 + math.log(count)
        return found


def _rarities(code: str, spread: Mapping[str, int], articles: int) -> Mapping[str, float]:
    """Return for each stem what one occurrence weighs: the rarer in the language and in this corpus, the more."""
    shares: dict[str, float] = {}
    for word, share in frequencies(code).items():
        shares[word[:STEM]] = shares.get(word[:STEM], 0.0) + share
    whole = articles + PRIOR_ARTICLES
    return {
        stem: max(0.0, -math.log((count + PRIOR_ARTICLES * _expected(shares.get(stem, RAREST))) / whole)) ** RARITY
        for stem, count in spread.items()
    }


def _expected(share: float) -> float:
    """Return the share of articles that a word with this share of running words is expected in."""
    return 1 - math.exp(-PRIOR_WORDS * share)


def _vector(counts: _Counts, rarities: Mapping[str, float], terms: Mapping[str, int], damped: _Damped) -> Vector:
    body = _scaled(counts.body, 1 - LEAD_SHARE, rarities, damped)
    lead = _scaled(counts.lead, LEAD_SHARE, rarities, damped)
    least = sorted(body + lead)[-HEAVIEST:][:1]  # only what is heavy enough is sorted with its terms
    kept = [(-weight, terms[stem]) for stem, weight in zip(counts.body, body, strict=False) if weight >= least[0]]
    kept += [(-weight, terms[stem] + 1) for stem, weight in zip(counts.lead, lead, strict=False) if weight >= least[0]]
    kept = sorted(kept)[:HEAVIEST]
    size = math.sqrt(math.fsum([weight * weight for weight, _ in kept]))
    return {term: -weight / size for weight, term in kept} if size else {}


def _scaled(part: Mapping[str, int], share: float, rarities: Mapping[str, float], damped: _Damped) -> list[float]:
    """Return the weights of a field whose squares add up to its share; none where no word weighs anything."""
    weights = list(map(mul, map(damped.__getitem__, part.values()), map(rarities.__getitem__, part)))
    size = math.sqrt(math.fsum(map(mul, weights, weights)) / share)
    return [weight / size for weight in weights] if size else []

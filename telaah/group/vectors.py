"""Analyses become sparse vectors of unit length that say what each article is about."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from telaah.languages import Language, language
from telaah.languages.frequencies import RAREST, frequencies
from telaah.model import Analysis

Vector = Mapping[str, float]

# Measured together on ECB+ (982 English articles), 52 labelled Indonesian pairs and the first five articles we had;
# docs/decisions/0015 has the table. Neighbouring values change B-cubed F and pair F1 by less than two points.
STEM = 5
"""Letters by which words are compared: a light stem for any language with suffixes (6: B-cubed F 1 point lower)."""
LEAD_SENTENCES = 3
"""Sentences that make an article's lead."""
LEAD_SHARE = 0.5
"""Share of the likeness that headline and lead decide, the whole body the rest: what a report is about stands there,
and background that reports of one conflict share does not (0: no threshold tells the five articles apart)."""
TITLE_IN_LEAD = 2.0
"""How often a word of the headline counts in the lead."""
TITLE_IN_BODY = 3.0
"""How often a word of the headline counts in the body."""
NAME = 2.0
"""How often a capitalised word counts in the body."""
PRIOR_ARTICLES = 20_000
"""Articles that the background frequencies stand for beside the corpus's own counts: few articles of one subject must
not make its words common (1,000: B-cubed F 4 points lower)."""
PRIOR_WORDS = 300
"""Words of such an article; turns a share of running words into a share of articles."""

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class _Counts:
    """Stem -> how often it counts, in the body and in headline and lead."""

    body: Mapping[str, float]
    lead: Mapping[str, float]


def vectors(analyses: Sequence[Analysis]) -> tuple[Vector, ...]:
    """Return one vector an analysis; the dot product of two is their likeness, 0 to 1."""
    counts = [_counts(analysis) for analysis in analyses]
    spread = Counter(stem for count in counts for stem in count.body)
    priors = {code: _prior(code) for code in sorted({analysis.article.language for analysis in analyses})}
    return tuple(
        _vector(count, priors[analysis.article.language], spread, len(analyses))
        for analysis, count in zip(analyses, counts, strict=True)
    )


def likeness(one: Vector, other: Vector) -> float:
    """Return the dot product of two vectors."""
    if len(other) < len(one):
        one, other = other, one
    return math.fsum(weight * other[key] for key, weight in one.items() if key in other)


def total(parts: Iterable[Vector]) -> Vector:
    """Return the sum of vectors."""
    whole: dict[str, float] = {}
    for part in parts:
        for key, weight in part.items():
            whole[key] = whole.get(key, 0.0) + weight
    return whole


def _counts(analysis: Analysis) -> _Counts:
    known = language(analysis.article.language)
    title, body, lead = Counter[str](), Counter[str](), Counter[str]()
    for stem, _ in _stems(analysis.article.title or "", known):
        title[stem] += 1
    for number, sentence in enumerate(analysis.sentences):
        for stem, name in _stems(sentence.text, known):
            body[stem] += NAME if name else 1  # type: ignore[assignment]
            lead[stem] += number < LEAD_SENTENCES
    return _Counts(_added(body, title, TITLE_IN_BODY), _added(+lead, title, TITLE_IN_LEAD))


def _stems(text: str, known: Language) -> Iterable[tuple[str, bool]]:
    """Yield each word's stem, and whether it is capitalised elsewhere than at the beginning."""
    for place, word in enumerate(_WORD.findall(text)):
        lower = word.lower()
        if len(word) > 1 and lower not in known.function_words:
            yield lower[:STEM], place > 0 and word[0].isupper()


def _added(counts: Mapping[str, float], title: Mapping[str, float], times: float) -> Mapping[str, float]:
    return {stem: counts.get(stem, 0) + times * title.get(stem, 0) for stem in (*counts, *title)}


def _prior(code: str) -> Mapping[str, float]:
    """Return for each stem the share of articles that the background expects it in."""
    shares: dict[str, float] = {}
    for word, share in frequencies(code).items():
        shares[word[:STEM]] = shares.get(word[:STEM], 0.0) + share
    return {stem: _expected(share) for stem, share in shares.items()}


def _expected(share: float) -> float:
    return 1 - math.exp(-PRIOR_WORDS * share)


def _vector(counts: _Counts, prior: Mapping[str, float], spread: Mapping[str, int], articles: int) -> Vector:
    unseen = _expected(RAREST)

    def weigh(field: str, part: Mapping[str, float], share: float) -> dict[str, float]:
        weights = {}
        for stem, count in part.items():
            documents = spread.get(stem, 0) + PRIOR_ARTICLES * prior.get(stem, unseen)
            weights[field + stem] = (1 + math.log(count)) * -math.log(documents / (articles + PRIOR_ARTICLES))
        size = math.sqrt(math.fsum(weight * weight for weight in weights.values()) / share)
        return {key: weight / size for key, weight in weights.items()} if size else {}

    whole = {**weigh("b ", counts.body, 1 - LEAD_SHARE), **weigh("l ", counts.lead, LEAD_SHARE)}
    size = math.sqrt(math.fsum(weight * weight for weight in whole.values()))
    return {key: weight / size for key, weight in whole.items()} if size else {}

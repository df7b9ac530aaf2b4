"""Two texts become precision and recall of 4-word shingles, as article-extraction-benchmark counts them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

_TOKEN = re.compile(r"\w+")
PageScore = tuple[float | None, float | None, bool]


@dataclass(frozen=True, slots=True)
class Total:
    """Means over pages; F1 is that of the means."""

    precision: float
    recall: float
    f1: float
    exact: float


def page_scores(found: str, wanted: str) -> PageScore:
    """Return precision and recall, None where nothing was found or wanted, and whether all words are the same."""
    a, b = _shingles(found), _shingles(wanted)
    hits = (a & b).total()
    same = _TOKEN.findall(found) == _TOKEN.findall(wanted)
    return hits / a.total() if a else None, hits / b.total() if b else None, same


def total(pages: Sequence[PageScore]) -> Total:
    """Return the means of the pages' scores."""
    precision = mean(p for p, _, _ in pages if p is not None)
    recall = mean(r for _, r, _ in pages if r is not None)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Total(precision, recall, f1, mean(same for _, _, same in pages))


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _TOKEN.findall(text)
    return Counter(shingle for n in range(max(1, len(words) - 3)) if (shingle := tuple(words[n : n + 4])))

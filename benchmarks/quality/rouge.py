"""Found words and wanted words become scores, computed as ../shared/bench/score.py does."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

STEMMERS = {"fr": "french", "pt": "portuguese", "en": "porter", "id": "indonesian"}


def words(text: str) -> list[str]:
    """Return the words of a text: NFKC, lower case, straight apostrophes."""
    return [unicodedata.normalize("NFKC", word).lower().replace("’", "'") for word in re.findall(r"\w+", text)]


def rouge(found: Sequence[str], wanted: Sequence[str]) -> tuple[float, float, float]:
    """Return F1 of ROUGE-1, ROUGE-2 and ROUGE-L; no stemming, no stop words removed."""
    return _ngrams(found, wanted, 1), _ngrams(found, wanted, 2), _longest(found, wanted)


def f1_at_10(found: Sequence[str], wanted: Sequence[str], language: str) -> float:
    """Return F1 of the first ten phrases, whole and stemmed by Snowball (English: Porter)."""
    import snowballstemmer

    stem = snowballstemmer.stemmer(STEMMERS[language]).stemWord
    mine, theirs = ({" ".join(map(stem, _parts(text))) for text in each} for each in (found[:10], wanted))
    return _f1(len(mine & theirs), len(mine), len(theirs))


def _parts(phrase: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", phrase).lower().replace("’", "'")
    return re.findall(r"[^\W_]+(?:[-'./][^\W_]+)*", plain)


def _f1(hits: int, found: int, wanted: int) -> float:
    return 2 * hits / (found + wanted) if found + wanted else 0.0


def _ngrams(found: Sequence[str], wanted: Sequence[str], size: int) -> float:
    mine, theirs = (
        Counter(tuple(each[at : at + size]) for at in range(len(each) - size + 1)) for each in (found, wanted)
    )
    return _f1((mine & theirs).total(), mine.total(), theirs.total())


def _longest(found: Sequence[str], wanted: Sequence[str]) -> float:
    """Return F1 of the longest common subsequence, by bits of whole numbers (Hyyrö 2004): fast enough to fit with."""
    places: dict[str, int] = {}
    for place, word in enumerate(wanted):
        places[word] = places.get(word, 0) | 1 << place
    every = (1 << len(wanted)) - 1
    left = every
    for word in found:
        met = left & places.get(word, 0)
        left = ((left + met) | (left - met)) & every
    return _f1(len(wanted) - left.bit_count(), len(found), len(wanted))

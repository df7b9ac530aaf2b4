"""A word becomes how common it is in its language, from the packaged lists of wordfreq."""

import functools
from collections.abc import Mapping
from types import MappingProxyType

FALLBACK = "en"
"""The list for a language without one: names and figures are as rare there, function words merely stay unknown."""
LIST = "small"
"""wordfreq's lists of words from one in a million up: 30,000 words, read in 7 ms; the large ones take 110 to 170 ms."""
RAREST = 5e-7
"""Share of running words given to a word that the list does not hold: half the least share of the small lists."""


@functools.cache
def frequencies(code: str) -> Mapping[str, float]:
    """Return the share of running words, 0 to 1, of each lower-case word that the language's list holds."""
    import wordfreq

    known = wordfreq.available_languages(LIST)
    return MappingProxyType(wordfreq.get_frequency_dict(code if code in known else FALLBACK, LIST))


def frequency(word: str, code: str) -> float:
    """Return the share of running words that a lower-case word has in the language, at least `RAREST`."""
    return frequencies(code).get(word, RAREST)

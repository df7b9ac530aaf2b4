"""A word becomes how common it is in its language, from the packaged lists of wordfreq."""

import functools
import gzip
from collections.abc import Mapping
from types import MappingProxyType

FALLBACK = "en"
"""The list for a language without one: names and figures are as rare there, function words merely stay unknown."""
LIST = "small"
"""wordfreq's lists of words from one in a million up: 30,000 words, read in 7 ms; the large ones take 110 to 170 ms."""
RAREST = 5e-7
"""Share of running words given to a word that the list does not hold: half the least share of the small lists."""
CHINESE = "zh"
"""The language whose list has one of the two ways to write a character only."""


@functools.cache
def frequencies(code: str) -> Mapping[str, float]:
    """Return the share of running words, 0 to 1, of each lower-case word that the language's list holds."""
    import wordfreq

    return MappingProxyType(wordfreq.get_frequency_dict(code if has_list(code) else FALLBACK, LIST))


@functools.cache
def has_list(code: str) -> bool:
    """Say whether there is a list for the language of this code."""
    import wordfreq

    return code in wordfreq.available_languages(LIST)


def frequency(word: str, code: str) -> float:
    """Return the share of running words that a lower-case word has in the language, at least `RAREST`."""
    return frequencies(code).get(folded(word, code), RAREST)


def folded(text: str, code: str) -> str:
    """Return a text as the language's list writes it: Chinese in simplified characters, any other as it is."""
    return text.translate(_simplified()) if code == CHINESE else text


@functools.cache
def _simplified() -> Mapping[int, str]:
    """Return the simplified form of each traditional character, from the table that wordfreq has for its list."""
    import msgpack
    from wordfreq.util import data_path

    with gzip.open(data_path("_chinese_mapping.msgpack.gz")) as packed:
        table: dict[int, str] = msgpack.load(packed, raw=False, strict_map_key=False)
    return MappingProxyType(table)

"""Where every noun has a capital, as in German, what stands around capitalised words says whether they are a name."""

from collections.abc import Iterator, Sequence

from telaah.analyse.name_words import is_common
from telaah.analyse.words import Word
from telaah.languages.frequencies import frequencies
from telaah.languages.naming import Naming

SURE = frozenset(
    {
        "known person", "known organisation", "known place", "organisation word", "title", "acronym", "acronym inside",
        "address", "together",
    }
)  # fmt: skip
"""Signs that make a name, whatever else stands around it."""
PLACED, NOUN = "placed", "noun"
"""A sign that makes a name of a single word, and one that undoes it: an article before the word somewhere."""


def own_signs(words: Sequence[Word], before: Word | None, naming: Naming) -> Iterator[str]:
    """Give what speaks for words being a name, or against it, apart from the signs of its kind."""
    led = before.key if before else ""
    if led in naming.articles:
        yield NOUN
    if len(words) == 1:
        if led in naming.before_places and words[0].key not in frequencies(naming.code):
            yield PLACED
        return
    counted = led[:1].isdigit() or any(word.key in naming.not_names for word in words)
    bridged = is_common(words[0], naming) and any(word.key in naming.particles for word in words)
    if not counted and not bridged:
        yield "together"


def is_own(signs: set[str]) -> bool:
    """Say whether the signs of a word or words, gathered over an article, make a name."""
    return not SURE.isdisjoint(signs) or (PLACED in signs and NOUN not in signs)

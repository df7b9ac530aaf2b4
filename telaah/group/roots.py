"""A word becomes its root, by which its forms are known where a language makes them with prefixes."""

from collections.abc import Iterable, Mapping

from telaah.languages.facts import Weigher
from telaah.languages.reporting import Reporting, reporting
from telaah.languages.terms import STEM

ROOT = 4
"""Letters by which words around figures are compared in a language with prefixes."""
BARE = 3
"""Letters that are left of a word at least without its prefix ("menyita", "disita")."""

Roots = Mapping[str, frozenset[str]]
"""The roots of the words that have a stem, by the stem: "menyebabkan" and "menyelidiki" share theirs, and no root."""


def root(word: str, words: Reporting) -> str:
    """Return by what a lower-case word is known in all its forms: "tewas" is that of "menewaskan" too."""
    if word in words.acts:
        return f"={words.acts[word]}"
    if not words.prefixes:
        return word[:STEM]
    bare = next(
        (rest for each in words.prefixes if (rest := word.removeprefix(each)) != word and len(rest) >= BARE), word
    )
    return (bare[1:] if bare[0] in words.swallowed else bare)[:ROOT]


def roots(words: Iterable[str], weigher: Weigher) -> Roots:
    """Return the roots of words by their stems."""
    known = reporting(weigher.code)
    found: dict[str, frozenset[str]] = {}
    for word in words:
        weighed = weigher[word]
        if weighed:
            found[weighed[0]] = found.get(weighed[0], frozenset()) | {root(word.lower(), known)}
    return found

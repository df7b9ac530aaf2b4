"""A word of a name becomes what it may be: an acronym, known, common, or somebody's own."""

from collections.abc import Sequence

from telaah.analyse.openings import inflected
from telaah.analyse.words import Line, Word
from telaah.languages.frequencies import frequencies, frequency
from telaah.languages.naming import Naming
from telaah.languages.scripts import is_unspaced, printed_together

LONGEST_KNOWN = 4
"""Words in the longest title or place that is looked up."""
LONGEST_ACRONYM = 6
"""Letters of the longest word that is taken for an acronym when it is all capitals."""
COMMON = 1e-4
"""Share of running words from which a word alone is no name, below which it may be a person's; names of organisations
are made of commoner words. Names such as Akbar and Ahmad lie between this and a third of it."""

CLIPPED = 5
"""Letters of the shortest word that joins the beginnings of two: "Korut", "Jabar"."""
PIECE = 2
"""Letters of each such beginning at least."""


def phrase(words: Sequence[Word]) -> str:
    """Return the words in lower case, as language files have them."""
    return _joined([word.key for word in words])


def _joined(words: list[str]) -> str:
    return printed_together(words) if words and is_unspaced(words[0]) else " ".join(words)


def is_known(words: Sequence[Word], known: frozenset[str]) -> bool:
    """Say whether the words are one of these names; acronyms are matched as printed."""
    printed = _joined([word.text for word in words])
    return printed in known if printed.isupper() else phrase(words) in known


def known_length(words: Sequence[Word], known: frozenset[str]) -> int:
    """Return how many words from the first on are one of these names, or 0."""
    return next(
        (size for size in range(min(LONGEST_KNOWN, len(words)), 0, -1) if is_known(words[:size], known)),
        0,
    )


def is_acronym(word: Word) -> bool:
    """Say whether a word is all capitals and short: "DPR", "PDI-P"."""
    return 1 < len(word.text) <= LONGEST_ACRONYM and word.text.isupper() and word.text.replace("-", "").isalpha()


def is_clipped(word: str, whole: Sequence[str]) -> bool:
    """Say whether a word joins the beginnings of two others: "korut" those of "korea utara"."""
    if len(whole) != 2 or len(word) < CLIPPED:  # two: such words are made of two
        return False
    first, second = whole
    return any(first.startswith(word[:at]) and second.startswith(word[at:]) for at in range(PIECE, len(word) - 1))


def is_common(word: Word, naming: Naming) -> bool:
    """Say whether a word is an everyday one."""
    return frequency(word.key, naming.code) >= COMMON or inflected(word.key, naming)


def is_personal(word: Word, naming: Naming) -> bool:
    """Say whether a word may be part of a person's name."""
    if len(word.text) > 1 and word.text.isupper():
        return False
    if word.key in naming.persons:
        return True
    taken = word.key in naming.known or word.key in naming.common_nouns or word.key in naming.directions
    return not taken and not is_common(word, naming)


def bridges(line: Line, start: int, place: int, naming: Naming) -> bool:
    """Say whether a stop word stands inside a name: capitalised, "bin" or "van", or the "dan" of a ministry."""
    word = line[place]
    if word.text[:1].isupper():
        return bool(naming.titles) and word.key not in naming.not_names
    if place + 1 == len(line) or not (line[place + 1].name and line[place + 1].joined):
        return False
    if word.key in naming.particles:
        return True
    left, right = line[place - 1], line[place + 1]
    if word.key not in naming.joiners or line[start].key not in naming.organisation_words or place < start + 2:
        return False
    return (
        right.key not in naming.organisation_words
        and right.key not in naming.titles
        and all(each.key in frequencies(naming.code) and not is_known([each], naming.known) for each in (left, right))
    )

"""The first word of a sentence becomes a name or a common word, by what the language knows of both."""

from telaah.languages.frequencies import frequencies, frequency
from telaah.languages.naming import Naming

RARE = 1e-5
"""Share of running words below which an uninflected first word is a name. Measured on idner-news-2k: of the first words
below one in 100,000 two in three are names or inflected, above it one in six."""
UNCOMMON = 1e-4
"""The same beside a verb of speech or a capitalised word ("Akbar menyebutkan"): below it are most names that are words
as well."""
STEM = 3
"""Letters that inflection leaves at least."""


def is_name(word: str, following: str, naming: Naming) -> bool:
    """Say whether a capitalised first word is a name, from itself and the word after it."""
    key = word.lower()
    capital = following[:1].isupper()
    if key in naming.known or word in naming.known:
        return True
    if key in naming.titles or key in naming.common_nouns:
        return capital
    if key in naming.not_names or inflected(key, naming):
        return False
    share = frequency(key, naming.code)
    return share < RARE or (share < UNCOMMON and (capital or following in naming.speech or verbal(following, naming)))


def inflected(key: str, naming: Naming) -> bool:
    """Say whether a word is doubled, or a known one with the prefix and the ending of inflection that names lack."""
    one, dash, other = key.partition("-")
    if dash and (one == other or one in other or other.startswith(one[1:])):
        return True
    if any(key.endswith(suffix) and len(key) > len(suffix) + STEM for suffix in naming.firm_suffixes):
        return True
    if key not in frequencies(naming.code):
        return False
    return any(key.startswith(prefix) and len(key) > len(prefix) + STEM for prefix in naming.firm_prefixes) or any(
        key.startswith(prefix) and key.endswith(suffix) and len(key) >= len(prefix) + STEM + len(suffix)
        for prefix in naming.prefixes
        for suffix in naming.suffixes
    )


def verbal(key: str, naming: Naming) -> bool:
    """Say whether a word has a prefix of verbs: one whose subject stands before it."""
    return any(key.startswith(prefix) and len(key) > len(prefix) + STEM for prefix in naming.verb_prefixes) or any(
        key.startswith(prefix) and key.removeprefix(prefix) in frequencies(naming.code)
        for prefix in naming.bare_prefixes
    )

"""Characters become what their script does: whether it writes words without blanks, whether it has capitals."""

import re

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese characters, for a class of a regular expression."""

LETTER = (
    r"\w\u0300-\u036f\u0591-\u05bd\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0963\u0966-\u0dff"
)
"""Letters, digits and the signs that are set upon letters (accents, Arabic and Hebrew vowels, all of Devanagari and its
kin), for a class of a regular expression: to Python the signs are no letters, and words would end at them."""

_RUN = re.compile(f"[{UNSPACED}]+")
_ONE = re.compile(f"[{UNSPACED}]")


def unspaced_runs(text: str) -> list[re.Match[str]]:
    """Return the stretches of a text that are written without blanks between words."""
    return [] if text.isascii() else list(_RUN.finditer(text))


def is_unspaced(text: str) -> bool:
    """Say whether a text has a character of a script that is written without blanks."""
    return not text.isascii() and _ONE.search(text) is not None


def may_be_capital(char: str) -> bool:
    """Say whether a letter is a capital, or of a script that has none: what begins a name is never in lower case."""
    return char.isalpha() and not char.islower()


def has_case(text: str) -> bool:
    """Say whether a text has letters that know capitals."""
    return any(char.islower() or char.isupper() for char in text)


def printed_together(words: list[str]) -> str:
    """Return words as they are printed: with blanks between them, but not between those of a script without."""
    text = ""
    for word in words:
        glued = not text or is_unspaced(text[-1]) or is_unspaced(word[0])
        text += word if glued else f" {word}"
    return text

"""A byline as printed becomes names with roles."""

import re

from telaah.clean.cues import Cues
from telaah.clean.plain import plain
from telaah.model import Role

MAX_NAME_WORDS = 6
"""Most words of a person's name with titles and degrees; longer runs after a label are sentences."""

_SPLIT = re.compile(r"\s*(?:[,;/|&]|\b(?:and|dan|und|et|y|e|en)\b)\s*")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*)*")
_BARE = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:\s+(?:[^\W\d_a-z][\w.'’-]*|bin|binti|van|von|de|der|da|al|el|dos|di))+")


def byline(text: str, cues: Cues) -> tuple[tuple[str, Role], ...]:
    """Return the people a line names after a role's label ("Editor: ..."), each with the role; else nothing."""
    words = plain(text)
    label, colon, rest = words.partition(":")
    role = cues.roles.get(label.strip(" \t-–—•*(").casefold())
    if role is None and not colon:
        label, rest = _bare_label(words, cues)
        role = cues.roles.get(label)
    if role is None or not rest.strip():
        return ()
    names = [part.strip(" .)") for part in _SPLIT.split(rest.strip())]
    if not all(_NAME.fullmatch(name) and len(name.split()) <= MAX_NAME_WORDS for name in names):
        return ()
    return tuple((in_name_case(name), role) for name in names)


def in_name_case(name: str) -> str:
    """Return a name printed in capitals in the usual case; short capitals beside lower case are initials."""
    return " ".join(word.capitalize() for word in name.split()) if name.isupper() and len(name) > 3 else name


def _bare_label(words: str, cues: Cues) -> tuple[str, str]:
    """Split "By Jane Doe" after a label without a colon, where only a capitalised name follows."""
    split = words.split(None, 3)
    for size in (3, 2, 1):
        label = " ".join(split[:size]).casefold()
        if label in cues.roles:
            rest = " ".join(split[size:])
            if _BARE.fullmatch(rest):
                return label, rest
    return "", ""

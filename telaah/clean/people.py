"""A byline as printed becomes names with roles."""

import re
from collections.abc import Iterator

from telaah.clean.credits import is_domain
from telaah.clean.cues import ROLE, Cues
from telaah.clean.plain import plain
from telaah.languages.scripts import UNSPACED, is_unspaced
from telaah.model import Role

MAX_NAME_WORDS = 6
"""Most words of a person's name with titles and degrees; longer runs after a label are sentences."""
INITIALS = 5
"""Most letters of a single word beside names that is an agency's or a desk's short name ("Von Jana Berg, dpa")."""

_SEGMENT = re.compile(r"\s*[;|]\s*")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*)*")
_BARE = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?:\s+(?:[^\W\d_a-z][\w.'’-]*|bin|binti|van|von|de|der|den|da|dos|do|al|el|di))+"
)

_UNSPACED = re.compile(rf"[{UNSPACED}]{{2,5}}(?: [{UNSPACED}]{{1,5}})?")
"""A name in a script without blanks, as it is printed: one word, or family and given name."""


def byline(text: str, cues: Cues) -> tuple[tuple[str, Role], ...]:
    """Return the people a line names after roles' labels ("Editor: ...; Reporting by ..."); nothing if unsure."""
    if ROLE not in cues.hints(text):
        return ()
    first, *more = _SEGMENT.split(plain(text).replace("：", ":"))
    found = list(_people(first, cues))
    if not found:
        return ()
    role = found[-1][1]
    for segment in more:
        labelled = list(_people(segment, cues))
        found += labelled or ([(segment, role)] if _BARE.fullmatch(segment) and ";" in text else [])
    return tuple((in_name_case(name), role) for name, role in found)


def in_name_case(name: str) -> str:
    """Return a name printed in capitals in the usual case; short capitals beside lower case are initials."""
    return " ".join(word.capitalize() for word in name.split()) if name.isupper() and len(name) > 3 else name


def _people(segment: str, cues: Cues) -> Iterator[tuple[str, Role]]:
    """Give each name after one label, if the rest of the segment is nothing but names."""
    label, colon, rest = segment.partition(":")
    role = cues.roles.get(label.strip(" \t-–—•*(").casefold())
    shape = _NAME
    if role is None and not colon:
        label, rest = _bare_label(segment, cues)
        role, shape = cues.roles.get(label), _UNSPACED if is_unspaced(rest) else _BARE
    if role is None or not rest.strip():
        return
    parts = [part.strip(" .)") for part in cues.joins.split(rest.strip())]
    names = [part for part in parts if part and not is_domain(part)]
    if len(names) > 1:
        names = [part for part in names if " " in part or not _is_short(part)]
    if all(shape.fullmatch(name) and len(name.split()) <= MAX_NAME_WORDS for name in names):
        for name in names:
            yield name, role


def _is_short(part: str) -> bool:
    return len(part) <= INITIALS and (part.isupper() or part.islower())


def _bare_label(words: str, cues: Cues) -> tuple[str, str]:
    """Split "By Jane Doe" after a label without a colon, the longest label first."""
    split = words.split(None, 3)
    for size in (3, 2, 1):
        label = " ".join(split[:size]).casefold()
        if label in cues.roles:
            return label, " ".join(split[size:])
    return "", ""

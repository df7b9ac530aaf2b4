"""Clutter glued to a paragraph is cut out of it: alternative texts, datelines, end marks; what it said is kept."""

import re
from dataclasses import dataclass

from telaah.clean.credits import is_domain
from telaah.settings import Outlets

DATELINE_WORDS = 8
"""Most words before the dash of a dateline: two places, an agency in brackets and an outlet."""

_ALT = r"(?:[a-z0-9]+ ){0,3}(?:logo|icon|thumbnail|avatar|banner)(?: (?:image|article|icon|logo))?"
_ALT_BEFORE = re.compile(rf"^{_ALT}\s+(?=[^\W\d_a-z“\"])")
_ALT_AFTER = re.compile(rf"(?<=[.!?”\"])\s+{_ALT}$")
_END_MARK = re.compile(r"(?<=\S)\s*(?:\*{2,}|#{3,}|■|□|▪)\s*$")
_DATELINE = re.compile(r"^(?P<head>[^–—]{2,80}?)(?:\s+[–—-]{1,2}\s*|\s*[–—]{1,2}\s*|\s*\(\w+\)\s*[–—-]{1,2}\s*)(?=\S)")
_AGENCY = re.compile(r"\((?P<agency>[^()]{2,30})\)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the dash of a first paragraph: a place, an outlet's own name, an agency."""

    place: str | None
    outlet: str | None
    agency: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A paragraph freed of clutter, and each piece cut out of it with the rule that did so."""

    text: str
    pieces: tuple[tuple[str, str], ...]
    dateline: Dateline | None


def cut(text: str, outlets: Outlets, *, first: bool) -> Cut:
    """Cut clutter out of a paragraph; only the first paragraph of a story can bear a dateline."""
    pieces = []
    for pattern, rule in ((_ALT_BEFORE, "alternative-text"), (_ALT_AFTER, "alternative-text"), (_END_MARK, "end-mark")):
        match = pattern.search(text)
        if match:
            pieces.append((match[0].strip(), rule))
            text = text[: match.start()] + text[match.end() :]
    dateline = _dateline(text, outlets) if first else None
    if dateline:
        text = text[len(dateline.text) :].lstrip(" –—-")
        pieces.append((dateline.text.strip(), "dateline"))
    return Cut(text, tuple(pieces), dateline)


def trimmed(text: str) -> str:
    """Return a text without alternative texts glued to its ends."""
    return _ALT_AFTER.sub("", _ALT_BEFORE.sub("", text))


def _dateline(text: str, outlets: Outlets) -> Dateline | None:
    match = _DATELINE.match(text)
    if match is None or len(match["head"].split()) > DATELINE_WORDS:
        return None
    head = match["head"]
    agency = _AGENCY.search(match[0])
    words = _AGENCY.sub(" ", head).replace(",", " , ").split()
    names = [word for word in words if word != "," and (is_domain(word.strip(".")) or outlets.find(word))]
    places = [word for word in words if word not in names]
    while places and places[-1] == ",":
        places.pop()
    while places and places[0] == ",":
        places.pop(0)
    if not (names or places) or not _is_place(places):
        return None
    place = " ".join(word.capitalize() if _is_capitals(word) else word for word in places).replace(" ,", ",")
    return Dateline(place or None, names[0] if names else None, agency["agency"] if agency else None, match[0])


def _is_place(words: list[str]) -> bool:
    """Say whether words are a place as datelines print it: KOTA BARU, or HARBOUR TOWN, England."""
    town = words[: words.index(",")] if "," in words else words
    region = words[len(town) :]
    return all(_is_capitals(word) for word in town) and all(word[:1].isupper() or word == "," for word in region)


def _is_capitals(word: str) -> bool:
    """Say whether a word is printed as datelines print places: in capitals, points and slashes allowed."""
    letters = [char for char in word if char.isalpha()]
    return word == "/" or (bool(letters) and all(char.isupper() for char in letters))

"""Clutter glued to a paragraph is cut out of it: alternative texts, datelines, end marks; what it said is kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from telaah.clean.credits import is_domain
from telaah.clean.cues import Cues
from telaah.languages.scripts import may_be_capital
from telaah.settings import Outlets

DATELINE_WORDS = 8
"""Most words before the dash of a dateline: two places, an agency in brackets and an outlet."""

TOWN_WORDS = 4
"""Most words of a town in lower case before an outlet's name."""
JOINING = 3
"""Letters of a small word inside a town's name ("de", "of", "am") at most."""

_ALT = r"(?:[a-z0-9]+ ){0,3}(?:logo|icon|thumbnail|avatar|banner)(?: (?:image|article|icon|logo))?"
_ALT_BEFORE = re.compile(rf"^{_ALT}\s+(?=[^\W\d_a-z“\"])")
_ALT_AFTER = re.compile(rf"(?<=[.!?”\"])\s+{_ALT}$")
_ALT_ENDS = ("logo", "icon", "thumbnail", "avatar", "banner", "image", "article")
_END_MARK = re.compile(r"(?:(?<=[.!?”\"»)])|\s)\s*(?:\*{2,}|#{3,}|■|□|▪)\s*$")
_DATELINE = re.compile(
    r"^(?P<head>[^–—]{2,80}?)(?:\s+[–—-]{1,2}\s*|\s*[–—]{1,2}\s*|(?<=\))\s*\.?\s*[–—-]{1,2}\s*)(?=\S)"
)
_BRACKETS = re.compile(r"\((?P<inside>[^()]{2,30})\)\.?")
_DAY = re.compile(r"\d{1,2}\.?\s*[^\W\d_]{3,10}\.?(?:\s+\d{4})?|[^\W\d_]{3,10}\.?\s+\d{1,2}|[\d/.\s-]+")
_CREDIT_AFTER = re.compile(r"(?<=[.!?”\"’»“。」])\s*[(（](?P<inside>[^()（）]{2,40})[)）]\s*\.?$")
_DESK = re.compile(r"(?<=[.!?”\"’])\s*[(\[][a-z]{2,5}(?:/[a-z]{2,5})+[)\]]\s*\.?$")


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
    agencies: tuple[str, ...] = ()


def cut(text: str, outlets: Outlets, cues: Cues, *, first: bool, last: bool) -> Cut:
    """Cut clutter out of a paragraph; the first of a story may bear a dateline, the last a credit in brackets."""
    pieces = []
    for pattern, rule in ((_ALT_BEFORE, "alternative-text"), (_ALT_AFTER, "alternative-text"), (_END_MARK, "end-mark")):
        match = pattern.search(text)
        if match:
            pieces.append((match[0].strip(), rule))
            text = text[: match.start()] + text[match.end() :]
    dateline = (_worded(text, outlets, cues) or _dateline(text, outlets)) if first else None
    if dateline:
        text = text[len(dateline.text) :].lstrip(" –—-")
        pieces.append((dateline.text.strip(), "dateline"))
    agencies: tuple[str, ...] = ()
    credit = (_CREDIT_AFTER.search(text) or _DESK.search(text)) if last else None
    if credit:
        agencies = _agencies(credit, outlets)
        if agencies or credit.re is _DESK or _DESK.search(text):
            pieces.append((credit[0].strip(), "agency-credit" if agencies else "end-mark"))
            text = text[: credit.start()]
    return Cut(text, tuple(pieces), dateline, agencies)


def _agencies(credit: re.Match[str], outlets: Outlets) -> tuple[str, ...]:
    """Return the names of a credit in brackets, when one of them at least is an outlet we know."""
    parts = [part.strip() for part in re.split(r"[/,&;]", credit.groupdict().get("inside") or "") if part.strip()]
    known = [part for part in parts if outlets.find(part)]
    return tuple(part for part in parts if part in known or part.isupper()) if known else ()


def trimmed(text: str) -> str:
    """Return a text without alternative texts glued to its ends."""
    if text.endswith(_ALT_ENDS):
        text = _ALT_AFTER.sub("", text)
    return _ALT_BEFORE.sub("", text)


def _worded(text: str, outlets: Outlets, cues: Cues) -> Dateline | None:
    """Return a dateline that the language words in its own way ("【南浜共同】", "新华社北京3月14日电")."""
    for pattern in cues.datelines:
        match = pattern.match(text)
        if match and match.groupdict().get("town"):
            return Dateline(_as_name(match["town"]), None, None, match[0])
        for place, outlet in _divisions(match) if match else ():
            if outlets.find(outlet):
                return Dateline(place, None, outlet, match[0] if match else "")
    return None


def _divisions(match: re.Match[str]) -> Iterator[tuple[str | None, str]]:
    """Give place and outlet as matched, and where one follows the other at once every other division of the two."""
    place, outlet = match.groupdict().get("place"), match["outlet"]
    yield place, outlet
    if place and match.end("outlet") == match.start("place"):
        both = outlet + place
        yield from ((both[size:], both[:size]) for size in range(len(outlet) + 1, len(both)))
    elif place and match.end("place") == match.start("outlet"):
        both = place + outlet
        yield from ((both[:size], both[size:]) for size in range(len(place) + 1, len(both)))


def _dateline(text: str, outlets: Outlets) -> Dateline | None:
    match = _DATELINE.match(text)
    if match is None or len(match["head"].split()) > DATELINE_WORDS:
        return None
    inside = [found["inside"] for found in _BRACKETS.finditer(match["head"])]
    agency = next((found for found in inside if not _DAY.fullmatch(found)), None)
    parts = [part.strip(" .") for part in _BRACKETS.sub(",", match["head"]).split(",")]
    parts = [part for part in parts if part and not _DAY.fullmatch(part)]
    names = [part for part in parts if _is_outlet(part, outlets)]
    places = [part for part in parts if part not in names]
    if places and not names and _is_outlet(places[-1].split()[-1], outlets):
        town, _, name = places[-1].rpartition(" ")
        names, places[-1:] = [name], [town]
    sure = bool(names) or (agency is not None and outlets.find(agency.split("/")[0]) is not None)
    if not (names or places) or not _is_place(places, sure=sure):
        return None
    # Behind the town a part in capitals may be a region, or an outlet that nobody has told us of: neither is claimed.
    places = [part for n, part in enumerate(places) if not n or not all(map(_is_capitals, part.split()))]
    place = ", ".join(map(_as_name, places))
    return Dateline(place or None, names[0] if names else None, agency, match[0])


def _as_name(place: str) -> str:
    """Return a place in the usual case of names."""
    return " ".join(word.capitalize() if _is_capitals(word) else word for word in place.split())


def _is_outlet(part: str, outlets: Outlets) -> bool:
    return is_domain(part) or outlets.find(part) is not None


def _is_place(parts: list[str], *, sure: bool) -> bool:
    """Say whether parts are a place as datelines print it: KOTA BARU, or HARBOUR TOWN, England.

    Beside an outlet's name or a known agency (`sure`) the town may be in lower case too: Jakarta, CNN Indonesia.
    """
    if not parts:
        return True
    town, regions = parts[0].split(), [word for part in parts[1:] for word in part.split()]
    capitals = all(_is_capitals(word) for word in town)
    named = sure and len(town) <= TOWN_WORDS and _is_name(town)
    return (capitals or named) and _is_name(regions)


def _is_name(words: list[str]) -> bool:
    """Say whether words are a place's name: each has a capital but for short ones between ("Vale de Urzes")."""
    inner = range(1, len(words) - 1)
    return all(
        may_be_capital(word[:1]) or (place in inner and len(word) <= JOINING) for place, word in enumerate(words)
    )


def _is_capitals(word: str) -> bool:
    """Say whether a word is printed as datelines print places: in capitals, points and slashes allowed."""
    letters = [char for char in word if char.isalpha()]
    return word == "/" or (bool(letters) and all(char.isupper() for char in letters))

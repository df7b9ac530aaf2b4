"""The cue phrases of a language become patterns that recognise what a line of a page is."""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from telaah.languages import Language, carried, language
from telaah.languages.calendar import months_anywhere
from telaah.model import Role

COMPANION = "en"
"""Pages in any language carry English furniture ("Leave a Reply"), because their software does."""
ROLE = "role"
"""What is hinted at where a role's label may stand; labels of roles are no phrases of a cue."""
AGO_LETTERS = 40
"""Most letters of a printed age; it stands at the end of its line."""

_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
# Of a phrase in two of these lists, the later one counts.
_WHOLE = ("furniture", "author_bio", "most_read", "section")


@dataclass(frozen=True, slots=True)
class Edges:
    """What may not stand before and behind a phrase, as patterns: parts of the word that it would be cut out of."""

    spaced: bool
    before: str
    behind: str
    name: str


SPACED = Edges(True, r"(?<!\w)", r"(?!\w)", r"(?P<name>.+)")
UNSPACED = Edges(False, "(?<![A-Za-z])", "(?![A-Za-z])", r"(?P<name>[^\s、。，；「」“”]{2,16}?)")
"""Where words are written without blanks any letter stands beside a phrase, and a name may stand before one."""
_HOLES = {
    "outlet": r"(?P<outlet>[^\s,;:]+(?:\s+[^\s,;:]+){0,5}?)",
    "title": r"(?P<title>.+?)",
    "page": r"(?P<page>\d{1,3})",
    "of": r"(?P<of>\d{1,3})",
}
# Letters of the printed rule lists: what may stand around a phrase that is a whole line.
_EDGE = " \t.:;,!?*•·|>»-–—#"


@dataclass(frozen=True, slots=True, eq=False)
class Hints:
    """The words that begin a phrase, and the cues that each of them begins; a text without them holds no phrase.

    Where words are written without blanks nothing can be told by words: `always` are the cues to look for in any text.
    """

    begun: Mapping[str, frozenset[str]]
    always: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """The patterns of one language together with its companion's; every pattern ignores case."""

    languages: tuple[Language, ...]
    whole_lines: Mapping[str, str]
    share: frozenset[str]
    ago: re.Pattern[str]
    starts: Mapping[str, re.Pattern[str]]
    contains: Mapping[str, re.Pattern[str]]
    templates: Mapping[str, tuple[re.Pattern[str], ...]]
    first_words: Hints
    roles: Mapping[str, Role]
    joins: re.Pattern[str]
    months: Mapping[str, int]
    dates: tuple[re.Pattern[str], ...]
    halves: Mapping[str, int]
    datelines: tuple[re.Pattern[str], ...]
    beside_dates: frozenset[str]
    zones: Mapping[str, str]

    def whole(self, text: str) -> str | None:
        """Return the cue one of whose phrases is this line from beginning to end: furniture, section, most_read ..."""
        return self.whole_lines.get(text.strip(_EDGE).casefold())

    def is_share_bar(self, text: str) -> bool:
        """Say whether a line holds nothing but names of networks and words such as "share" or "print"."""
        parts = text.split()
        return bool(parts) and all(bare in self.share for part in parts if (bare := part.strip(_EDGE).casefold()))

    def is_ago(self, text: str) -> bool:
        """Say whether a line ends with how long ago something was ("3 jam yang lalu", "2h")."""
        tail = text[-AGO_LETTERS:]
        return bool(_DIGIT.search(tail) and self.ago.search(tail))

    def hints(self, text: str) -> frozenset[str]:
        """Return the cues that a phrase in a text may belong to, by its first words; most lines hint at none.

        "role" is among them where a role's label may stand.
        """
        return _hints(self.first_words, text)

    def begins(self, cue: str, text: str) -> re.Match[str] | None:
        """Match a phrase of this cue at the beginning of a text."""
        return self.starts[cue].match(text) if cue in _hints(self.first_words, text) and cue in self.starts else None

    def within(self, cue: str, text: str) -> bool:
        """Say whether a phrase of this cue stands anywhere in a text."""
        hinted = cue in _hints(self.first_words, text)
        return hinted and cue in self.contains and self.contains[cue].search(text) is not None

    def before(self, cue: str, text: str) -> str:
        """Return what stands before the first phrase of this cue, the whole text where there is none."""
        pattern = self.contains.get(cue)
        match = pattern.search(text) if pattern else None
        return text[: match.start()].strip(_EDGE) if match and match.start() else text

    def found(self, cue: str, text: str) -> Iterator[re.Match[str]]:
        """Give the first match of each template of this cue."""
        if cue in _hints(self.first_words, text):
            for pattern in self.templates.get(cue, ()):
                match = pattern.search(text)
                if match:
                    yield match


@functools.cache
def cues(code: str) -> Cues:
    """Return the patterns for a language; for one we do not carry, those of all languages."""
    codes = [code, COMPANION] if code in carried() else list(carried())
    known = tuple(language(each) for each in dict.fromkeys(codes))
    phrases = {
        cue: tuple(dict.fromkeys(phrase for one in known for phrase in one.cues.get(cue, ())))
        for cue in sorted({cue for one in known for cue in one.cues})
    }
    plain = {cue: found for cue, found in phrases.items() if not any("{" in phrase for phrase in found)}
    edges = SPACED if all(one.spaced for one in known[:1]) else UNSPACED
    roles = _roles(known)
    months = {name: number for one in reversed(known) for name, number in one.months.items()}
    if code not in carried():  # its own months, or such as mean one month in every language
        months = {**(language(code).months or months_anywhere()), **months}
    return Cues(
        languages=known,
        whole_lines={phrase: cue for cue in _WHOLE for phrase in phrases.get(cue, ())},
        share=frozenset(phrases.get("share", ())),
        ago=_ago(phrases.get("ago", ())),
        starts={cue: _start(found, edges) for cue, found in plain.items() if found},
        contains={cue: _anywhere(found, edges) for cue, found in plain.items() if found},
        templates={
            cue: tuple(_template(phrase, edges) for phrase in found)
            for cue, found in phrases.items()
            if cue not in plain and cue != "dateline"
        },
        first_words=_first_words({**phrases, ROLE: tuple(roles)}, edges),
        roles=roles,
        joins=_joins(known),
        months=months,
        dates=_dates(known, months),
        halves={word: half for one in known for half, words in enumerate(one.clock) for word in words},
        datelines=tuple(map(_dateline, phrases.get("dateline", ()))),
        beside_dates=_beside_dates(known),
        zones={name: offset for one in reversed(known) for name, offset in one.zones.items()},
    )


@functools.lru_cache(maxsize=4096)
def _hints(first_words: Hints, text: str) -> frozenset[str]:
    begun = first_words.begun
    cues = [begun[word] for word in set(_WORD.findall(text.casefold())) if word in begun]
    return first_words.always.union(*cues)


def _first_words(phrases: Mapping[str, Iterable[str]], edges: Edges) -> Hints:
    """Return by which words each cue is hinted at; what stands in no phrase, a dateline's town, hints at nothing."""
    if not edges.spaced:
        return Hints({}, frozenset(phrases))
    begun: dict[str, set[str]] = {}
    for cue, found in phrases.items():
        for word in map(_first_word, found):
            begun.setdefault(word, set()).add(cue)
    return Hints({word: frozenset(named) for word, named in begun.items()}, frozenset())


def _first_word(phrase: str) -> str:
    """Return the first word of a phrase that is printed, what stands in braces left out."""
    found = _WORD.search(re.sub(r"\{\w+\}", " ", phrase).casefold())
    return found[0] if found else ""


def _start(phrases: tuple[str, ...], edges: Edges) -> re.Pattern[str]:
    return re.compile(rf"(?P<cue>{_any_of(phrases)}){edges.behind}\s*(?P<colon>[:：])?\s*(?P<rest>.*)", re.IGNORECASE)


def _anywhere(phrases: tuple[str, ...], edges: Edges) -> re.Pattern[str]:
    return re.compile(rf"{edges.before}(?:{_any_of(phrases)}){edges.behind}", re.IGNORECASE)


def _ago(units: tuple[str, ...]) -> re.Pattern[str]:
    unit = _any_of(units) or "(?!)"
    return re.compile(rf"(?<!\w)\d{{1,4}}\s*(?:{unit})(?:\s+(?:{unit}))*\W*$", re.IGNORECASE)


def _any_of(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


def _template(phrase: str, edges: Edges) -> re.Pattern[str]:
    parts, holes = re.split(r"\{(\w+)\}", phrase), {**_HOLES, "name": edges.name}
    pattern = "".join(holes[part] if n % 2 else re.escape(part) for n, part in enumerate(parts))
    end = r"[\s,.;]*$" if parts[-1] == "" and parts[-2] in ("title", "outlet") else ""
    return re.compile(rf"{edges.before}{pattern}{end}", re.IGNORECASE)


def _dateline(phrase: str) -> re.Pattern[str]:
    """Return the pattern of a dateline as it stands at the beginning of a text."""
    parts, holes = re.split(r"\{(\w+)\}", phrase), {
        "place": r"(?P<place>[^\s\d【】=＝（）()]{2,12}?)",
        "outlet": r"(?P<outlet>[^\s\d【】=＝（）()]{2,16}?)",
        "date": r"(?:\d{1,2}月)?\d{1,2}日",
        "town": r"(?P<town>[A-ZÄÖÜ][A-ZÄÖÜß]{3,}(?:[ /-][A-ZÄÖÜ]{2,}){0,3})",
    }  # fmt: skip
    return re.compile("".join(holes[part] if n % 2 else re.escape(part) for n, part in enumerate(parts)))


def _dates(known: tuple[Language, ...], months: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of dates whose month is a word: "4 Maret 2024", "March 4, 2024", "2024年3月4日"."""
    names = _any_of(tuple(months))
    name = f"(?P<name>{names})"
    pair = rf"(?:/(?:{names}))?"  # "آذار/مارس"
    ordinal = _any_of(tuple({"."} | {each for one in known for each in one.ordinals}))
    join = rf"(?:(?:{_any_of(tuple({each for one in known for each in one.date_joins})) or '(?!)'})\s+)?"
    year = r"(?P<year>\d{4})(?!\d)"
    signed = tuple(
        re.compile(rf"(?P<year>\d{{4}})\s?{signs[0]}\s?{name}\s?(?P<day>\d{{1,2}})\s?{signs[1]}")
        for signs in dict.fromkeys(one.date_signs for one in known if one.date_signs)
    )
    day_first = rf"(?<!\d)(?P<day>\d{{1,2}})(?:{ordinal})?\s+{join}{name}{pair}\.?[,،]?\s+{join}{year}"
    month_first = rf"(?<!\w){name}\.?\s+(?P<day>\d{{1,2}})(?:{ordinal})?[,،]?\s+{year}"
    return (*signed, re.compile(day_first, re.IGNORECASE), re.compile(month_first, re.IGNORECASE))


def _beside_dates(known: tuple[Language, ...]) -> frozenset[str]:
    """Return the words that may stand beside a date and say nothing: weekdays, and labels such as "published"."""
    labels = (phrase for one in known for cue in ("published", "updated") for phrase in one.cues.get(cue, ()))
    halves = (word for one in known for words in one.clock for word in words)
    days = (day for one in known for day in one.weekdays)
    return frozenset([word for label in (*labels, *halves) for word in label.split()]).union(days)


def _joins(known: tuple[Language, ...]) -> re.Pattern[str]:
    """Return the pattern of what stands between the names of a byline: signs, and words such as "and"."""
    words = _any_of(tuple({word for one in known for word in one.byline_joins}))
    return re.compile(rf"\s*[,/&、]\s*|\s+(?:{words})\s+")


def _roles(known: tuple[Language, ...]) -> Mapping[str, Role]:
    named: dict[str, Role] = {"reporter": "reporter", "editor": "editor", "photographer": "photographer"}
    return {label: named.get(role, "author") for one in reversed(known) for label, role in one.roles.items()}

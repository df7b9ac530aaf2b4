"""How a language words a report becomes data: status and sources, numbers and units, days that lean on today."""

import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from telaah.languages import language
from telaah.model.kinds import Act

COMPANION = "en"
"""Numbers and units in English stand in pages of every language that has data."""
ANY = "any"
"""What is read of a language without data: digits with signs that mean the same everywhere, and no words."""
ACTS: tuple[Act, ...] = ("dead", "hurt", "missing", "displaced", "arrested", "treated", "rescued")
"""What may become of people who are counted; each has its words in each language."""
STATUSES = ("denied", "alleged", "planned", "confirmed")


@dataclass(frozen=True, slots=True)
class Reporting:
    """What a language says of its reports. Words are lower case; patterns ignore case.

    `status` maps a status to its words; `refused` behind or `refused_to` before a word that denies says that something
    was refused, and one of `only_of` denies only beside what is `claimed`; `clauses` begin
    what is no more part of what is denied; `refers` are phrases that stand for the
    claim before. `sources` are words for people by what they are, whose modifiers stand before or after them,
    `how_many` what may stand before them, `before` phrases right before them that name them as the source, `between`
    what may stand before a word that says, `attached` words that join where they belong; `hidden` are phrases behind
    a source that does not want to be named, and after one of `told_of` ("the official") it was told of before.
    `words` and `times` map number words to values, `vague` to a range; `bounds` a phrase before a number to what it
    does to it (more, least, less, most, almost, about), `least_behind` are phrases behind it or its unit. A number
    right behind one of `labels` names something and counts nothing; behind a number and one of `part_of` stands the
    whole; `limits` say that a number is told of a part, of one occasion among others, of each, or of all together.
    `prefixes` make other forms of a verb, longest first, and may swallow a first letter of `swallowed` ("timbun",
    "menimbun"). `acts` maps words to what became of people (one of `ACTS`), `joins` join two such tellings, `grades`
    beside them say how badly, `grown` that they are more than told before; `persons` stand for whoever is counted,
    `links` join a figure to what it is told of and tell nothing ("mencapai").
    `money_before`, `money_after` and `measures` map what is printed to a unit; `counters` are units that count.
    `days` maps a phrase to days from today, `years` to years from this one, `weekdays` a day to 1 (Monday) to 7;
    `day_first` says that 3/4 is the third of April. After a word of `ahead` or of what is planned, or one that ends in
    `ahead_endings`, a day without a year lies ahead, and behind a word of `past` none does; `plans_marked` says that
    the language never speaks of a month to come without such a word. Beside a word of `next` a weekday is the next
    one, before one of `last` never, and before one of `day_parts` ("Selasa dini hari") it is one without a preposition,
    unless one of `every` stands before. `idioms` are phrases that begin like a day and are none.

    A sign of `thousands` groups where three digits stand behind it, any other divides, unless only three digits behind
    it tell and it is not in `decimal`: then nobody knows, and there is no number.
    """

    decimal: str
    thousands: str
    status: Mapping[str, frozenset[str]]
    negations: frozenset[str]
    refused: frozenset[str]
    refused_to: frozenset[str]
    only_of: frozenset[str]
    claimed: frozenset[str]
    clauses: frozenset[str]
    refers: tuple[str, ...]
    sources: frozenset[str]
    modifiers_before: bool
    how_many: frozenset[str]
    before: frozenset[str]
    says: frozenset[str]
    between: frozenset[str]
    attached: frozenset[str]
    told_of: frozenset[str]
    hidden: tuple[str, ...]
    words: Mapping[str, float]
    times: Mapping[str, float]
    vague: Mapping[str, tuple[float, float]]
    bounds: Mapping[str, str]
    least_behind: frozenset[str]
    labels: frozenset[str]
    part_of: frozenset[str]
    limits: frozenset[str]
    prefixes: tuple[str, ...]
    swallowed: frozenset[str]
    acts: Mapping[str, Act]
    joins: frozenset[str]
    grades: frozenset[str]
    grown: frozenset[str]
    persons: frozenset[str]
    links: frozenset[str]
    money_before: Mapping[str, str]
    money_after: Mapping[str, str]
    measures: Mapping[str, str]
    counters: frozenset[str]
    classifiers: frozenset[str]
    people: frozenset[str]
    uncounted: frozenset[str]
    days: Mapping[str, int]
    years: Mapping[str, int]
    day_first: bool
    weekdays: Mapping[str, int]
    weekday_before: frozenset[str]
    weekday_alone: bool
    day_parts: frozenset[str]
    every: frozenset[str]
    next: frozenset[str]
    last: frozenset[str]
    ahead: frozenset[str]
    ahead_endings: frozenset[str]
    plans_marked: bool
    idioms: frozenset[str]
    past: frozenset[str]
    year_before: frozenset[str]
    month_before: frozenset[str]


@functools.cache
def reporting(code: str) -> Reporting:
    """Return how the language of this code words a report; of one we have no data for, what any language has.

    A file may leave out whatever its language has no words for.
    """
    file = Path(__file__).with_name(f"{code if has_data(code) else ANY}.toml")
    table = tomllib.loads(file.read_text("utf-8"))
    status, unnamed, verbs, numbers, units, dates = (
        table.get(name, {}) for name in ("status", "unnamed", "verbs", "numbers", "units", "dates")
    )
    return Reporting(
        decimal=table["decimal"],
        thousands=table["thousands"],
        status=MappingProxyType({name: _words(status, name) for name in STATUSES}),
        negations=_words(status, "negations"),
        refused=_words(status, "refused"),
        refused_to=_words(status, "refused_to"),
        only_of=_words(status, "only_of"),
        claimed=_words(status, "claimed"),
        clauses=_words(status, "clauses"),
        refers=tuple(status.get("refers", ())),
        sources=_words(unnamed, "sources"),
        modifiers_before=unnamed.get("modifiers") == "before",
        how_many=_words(unnamed, "how_many"),
        before=frozenset(unnamed.get("before", ())),
        says=_words(unnamed, "says"),
        between=_words(unnamed, "between"),
        attached=_words(unnamed, "attached"),
        told_of=_words(unnamed, "told_of"),
        hidden=tuple(unnamed.get("hidden", ())),
        words=MappingProxyType(_counted(numbers.get("words", []))),
        times=MappingProxyType({word: float(value) for word, value in _pairs(numbers, "times")}),
        vague=MappingProxyType({word: _range(value) for word, value in _pairs(numbers, "vague")}),
        bounds=MappingProxyType(
            {p: b for b in ("more", "least", "less", "most", "almost", "about") for p in numbers.get(b, ())}
        ),
        least_behind=frozenset(numbers.get("least_behind", ())),
        labels=_words(numbers, "labels"),
        part_of=_words(numbers, "part_of"),
        limits=_words(numbers, "limits"),
        prefixes=tuple(verbs.get("prefixes", "").split()),
        swallowed=_words(verbs, "swallowed"),
        acts=MappingProxyType({word: name for name in ACTS for word in verbs.get(name, "").split()}),
        joins=_words(verbs, "joins"),
        grades=_words(verbs, "grades"),
        grown=_words(verbs, "grown"),
        persons=_words(verbs, "persons"),
        links=_words(verbs, "links"),
        money_before=MappingProxyType(dict(_split(units.get("money_before", ())))),
        money_after=MappingProxyType(dict(_split(units.get("money_after", ())))),
        measures=MappingProxyType(dict(_split(units.get("measures", ())))),
        counters=_words(units, "counters"),
        classifiers=_words(units, "classifiers"),
        people=_words(units, "people"),
        uncounted=_words(units, "uncounted"),
        days=MappingProxyType(_days(dates)),
        years=MappingProxyType(_offsets(dates, {"this_year": 0, "last_year": -1, "next_year": 1})),
        day_first=dates.get("day_first", False),
        weekdays=MappingProxyType({day: int(n) for day, n in _numbered(dates.get("weekdays", "").split()).items()}),
        weekday_before=frozenset(dates.get("weekday_before", ())),
        weekday_alone=dates.get("weekday_alone", False),
        day_parts=frozenset(dates.get("day_parts", ())),
        every=frozenset(dates.get("every", ())),
        next=frozenset(dates.get("next", ())),
        last=frozenset(dates.get("last", ())),
        ahead=frozenset(dates.get("ahead", ())),
        ahead_endings=_words(dates, "ahead_endings"),
        plans_marked=dates.get("plans_marked", False),
        idioms=frozenset(dates.get("idioms", ())),
        past=frozenset(dates.get("past", ())),
        year_before=frozenset(dates.get("year_before", ())),
        month_before=frozenset(dates.get("month_before", ())),
    )


def companion(code: str) -> Reporting:
    """Return the language whose numbers and units stand in pages of this one beside its own."""
    return reporting(COMPANION if has_data(code) else ANY)


def has_data(code: str) -> bool:
    """Say whether there is a file for this language."""
    return Path(__file__).with_name(f"{code}.toml").is_file()


@functools.cache
def cue_words(code: str) -> frozenset[str]:
    """Return the words, in lower case, without which nothing can be read of a sentence but what its digits tell.

    They are the words of every status, source, number word and date expression, those of phrases one by one.
    """
    words = reporting(code)
    status = (word for known in words.status.values() for word in known)
    phrases = (*words.words, *words.vague, *language(code).months, *words.weekdays, *words.days, *words.years)
    return frozenset((*status, *words.sources, *(part for phrase in phrases for part in phrase.split())))


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern that matches any of the phrases, longest first, blanks as any white space; nothing, if none."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) or "(?!)"


def _words(table: Mapping[str, str], name: str) -> frozenset[str]:
    return frozenset(table.get(name, "").split())


def _pairs(table: Mapping[str, str], name: str) -> Iterable[tuple[str, str]]:
    """Return words with their values; an underscore in a word is a blank ("mil_millones=1e9")."""
    return ((word.replace("_", " "), value) for word, value in _split(table.get(name, "").split()))


def _counted(lines: list[str]) -> dict[str, float]:
    """Return number words by value: the first line counts from one, the others say what each is worth."""
    return _numbered(word for line in lines for word in line.split())


def _numbered(words: Iterable[str]) -> dict[str, float]:
    """Return words by value: each counts one more than the one before unless it says what it is worth."""
    return {word: float(value or number) for number, (word, value) in enumerate(_split(words), 1)}


def _split(pairs: Iterable[str]) -> Iterable[tuple[str, str]]:
    for pair in pairs:
        word, _, value = pair.partition("=")
        yield word, value


def _range(value: str) -> tuple[float, float]:
    low, high = value.split(",")
    return float(low), float(high)


def _days(dates: Mapping[str, list[str]]) -> dict[str, int]:
    """Return phrases by days from today: those with names of their own, and those that say how many ("anteayer=-2")."""
    others = {phrase: int(off) for phrase, off in _split(dates.get("days", ()))}
    return {**_offsets(dates, {"today": 0, "yesterday": -1, "tomorrow": 1}), **others}


def _offsets(dates: Mapping[str, list[str]], meaning: Mapping[str, int]) -> dict[str, int]:
    return {phrase: offset for name, offset in meaning.items() for phrase in dates.get(name, ())}

"""How a language words a report becomes data: status and sources, numbers and units, days that lean on today."""

import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from telaah.languages import language

COMPANION = "en"
"""Numbers and units in English stand in pages of any language; a language without data is read by this one."""
STATUSES = ("denied", "alleged", "planned", "confirmed")


@dataclass(frozen=True, slots=True)
class Reporting:
    """What a language says of its reports. Words are lower case; patterns ignore case.

    `status` maps a status to its words; `refused` behind or `refused_to` before a word that denies says that something
    was refused; `refers` are phrases that stand for the claim before. `sources` are words for people by what they are,
    whose modifiers stand before or after them, `how_many` what may stand before them, `before` phrases right before
    them that name them as the source, `between` what may stand before a word that says.
    `words` and `times` map number words to values, `vague` to a range; `bounds` a phrase before a number to what it
    does to it (more, least, less, most, almost, about). `money_before`, `money_after` and `measures` map what is
    printed to a unit. `days` maps a phrase to days from today, `years` to years from this one, `weekdays` a day to
    1 (Monday) to 7; `day_first` says that 3/4 is the third of April; after a word of `past` no plan is spoken of.
    """

    decimal: str
    status: Mapping[str, frozenset[str]]
    negations: frozenset[str]
    refused: frozenset[str]
    refused_to: frozenset[str]
    refers: tuple[str, ...]
    sources: frozenset[str]
    modifiers_before: bool
    how_many: frozenset[str]
    before: frozenset[str]
    says: frozenset[str]
    between: frozenset[str]
    words: Mapping[str, float]
    times: Mapping[str, float]
    vague: Mapping[str, tuple[float, float]]
    bounds: Mapping[str, str]
    money_before: Mapping[str, str]
    money_after: Mapping[str, str]
    measures: Mapping[str, str]
    classifiers: frozenset[str]
    people: frozenset[str]
    uncounted: frozenset[str]
    days: Mapping[str, int]
    years: Mapping[str, int]
    day_first: bool
    weekdays: Mapping[str, int]
    weekday_before: frozenset[str]
    past: frozenset[str]
    year_before: frozenset[str]
    month_before: frozenset[str]


@functools.cache
def reporting(code: str) -> Reporting:
    """Return how the language of this code words a report; of one we have no data for, how English does."""
    file = Path(__file__).with_name(f"{code}.toml")
    table = tomllib.loads((file if file.is_file() else file.with_name(f"{COMPANION}.toml")).read_text("utf-8"))
    status, unnamed, numbers = table["status"], table["unnamed"], table["numbers"]
    units, dates = table["units"], table["dates"]
    return Reporting(
        decimal=table["decimal"],
        status=MappingProxyType({name: frozenset(status[name].split()) for name in STATUSES}),
        negations=frozenset(status["negations"].split()),
        refused=frozenset(status["refused"].split()),
        refused_to=frozenset(status["refused_to"].split()),
        refers=tuple(status["refers"]),
        sources=frozenset(unnamed["sources"].split()),
        modifiers_before=unnamed["modifiers"] == "before",
        how_many=frozenset(unnamed["how_many"].split()),
        before=frozenset(unnamed["before"]),
        says=frozenset(unnamed["says"].split()),
        between=frozenset(unnamed["between"].split()),
        words=MappingProxyType(_counted(numbers["words"])),
        times=MappingProxyType({word: float(value) for word, value in _split(numbers["times"].split())}),
        vague=MappingProxyType({word: _range(value) for word, value in _split(numbers["vague"].split())}),
        bounds=MappingProxyType(
            {p: b for b in ("more", "least", "less", "most", "almost", "about") for p in numbers[b]}
        ),
        money_before=MappingProxyType(dict(_split(units["money_before"]))),
        money_after=MappingProxyType(dict(_split(units["money_after"]))),
        measures=MappingProxyType(dict(_split(units["measures"]))),
        classifiers=frozenset(units["classifiers"].split()),
        people=frozenset(units["people"].split()),
        uncounted=frozenset(units["uncounted"].split()),
        days=MappingProxyType(_offsets(dates, {"today": 0, "yesterday": -1, "tomorrow": 1})),
        years=MappingProxyType(_offsets(dates, {"this_year": 0, "last_year": -1, "next_year": 1})),
        day_first=dates["day_first"],
        weekdays=MappingProxyType({day: int(n) for day, n in _numbered(dates["weekdays"].split()).items()}),
        weekday_before=frozenset(dates["weekday_before"]),
        past=frozenset(dates["past"]),
        year_before=frozenset(dates["year_before"]),
        month_before=frozenset(dates["month_before"]),
    )


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
    """Return a pattern that matches any of the phrases, longest first, blanks as any white space."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)


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


def _offsets(dates: Mapping[str, list[str]], meaning: Mapping[str, int]) -> dict[str, int]:
    return {phrase: offset for name, offset in meaning.items() for phrase in dates[name]}

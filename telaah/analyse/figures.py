"""Sentences become figures: numbers with what they count or measure, as intervals."""

import functools
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from telaah.analyse.spoken import DIGIT, Spoken
from telaah.languages import Language, language
from telaah.languages.reporting import COMPANION, Reporting, any_of, reporting
from telaah.model import Figure, FigureKind, Quote

ALMOST = 0.8
"""Of "almost 40" the least that may be meant, as a share."""
ABOUT = 0.15
"""By which share "about 40" may be off either way; rounding to one digit is off by at most as much above 33."""
YEARS = range(1900, 2101)
"""Bare numbers that are years, not counts."""
BEFORE = 32
"""Characters before a number in which what bounds it stands ("lebih dari US$")."""
NOUN = 3
"""Words of what is counted ("rudal balistik antarbenua")."""

_RUN = re.compile(r"\d[\d.,]*")
_DIGITS = r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?"
_WORDS = re.compile(r"\w+")
_NOUN = re.compile(r"(?:\s+|-)([^\W\d_]+(?:-[^\W\d_]+)*)")


@dataclass(frozen=True, slots=True)
class _Reader:
    """A language's pattern of numbers, with the words that patterns are made of.

    `hints` are words without which a sentence spells no number out, `stops` those that are not counted, `grouped`
    matches digits with signs between thousands.
    """

    known: Language
    words: Reporting
    before: re.Pattern[str]
    tails: frozenset[str]
    spelled: re.Pattern[str]
    pattern: re.Pattern[str]
    hints: frozenset[str]
    stops: frozenset[str]
    grouped: re.Pattern[str]


def figures(said: Iterable[Spoken], code: str) -> tuple[Figure, ...]:
    """Return the figures of an article's sentences in reading order; a number without a unit or a noun is none."""
    reader = _reader(code)
    return tuple(figure for each in said if each.cues for figure in _of_sentence(each, reader))


@functools.cache
def _reader(code: str) -> _Reader:
    words = reporting(code)
    english = reporting(COMPANION)
    units = {**english.measures, **english.money_after, **words.measures, **words.money_after}
    money = {**english.money_before, **words.money_before}
    glued = "|".join(rf"(?<={re.escape(each)})" for each in sorted(money))  # "Rp3,8 triliun"
    before = re.compile(
        rf"(?:(?<!\w)(?P<bound>{any_of(words.bounds)})\s+)?(?:(?<!\w)(?P<money>{any_of(money)})\s?)?$", re.IGNORECASE
    )
    times = any_of({**english.times, **words.times})
    pattern = re.compile(
        rf"(?:(?<![\w.,/:-])|{glued})"
        rf"(?:(?P<digits>{_DIGITS})|(?P<word>{any_of(words.words)})|(?P<vague>{any_of(words.vague)}))(?![\w/:]|-\w|[.,]\d)"
        rf"(?:[\s-]+(?P<times>(?:{times})(?:\s+(?:{any_of(words.times)}))?)(?![\w-]))?"
        rf"(?:\s*(?P<unit>{any_of(units)})(?!\w))?",
        re.IGNORECASE,
    )
    known = language(code)
    thousands, decimal = (r"\.", ",") if words.decimal == "," else (",", r"\.")
    return _Reader(
        known,
        words,
        before,
        frozenset(phrase.split()[-1] for phrase in (*words.bounds, *money)),
        re.compile(rf"(?<!\w)(?:{any_of((*words.words, *words.vague))})(?!\w)", re.IGNORECASE),
        pattern,
        frozenset(word for word in (*words.words, *words.vague) if words.words.get(word) != 1),
        known.function_words.union(words.uncounted, words.negations, *words.status.values()),
        re.compile(rf"\d{{1,3}}(?:{thousands}\d{{3}})+(?:{decimal}(\d+))?"),
    )


def _of_sentence(said: Spoken, reader: _Reader) -> Iterator[Figure]:
    text = said.sentence.text
    for match in _numbers(said, reader):
        window = max(0, match.start() - BEFORE)
        before = _before(text[window : match.start()], reader)
        found = _unit(match, before["money"] if before else None, text, reader)
        if found:
            kind, unit, end = found
            low, high = _interval(match, before["bound"] if before else None, reader)
            start = window + before.start() if before else match.start()
            quote = Quote(said.article, said.sentence.paragraph, text, text[start:end].strip())
            yield Figure(quote, kind, unit, low, None if math.isinf(high) else high)


def _before(text: str, reader: _Reader) -> re.Match[str] | None:
    """Return what bounds a number and the money before it, where the last word is one that can."""
    words = text.split()
    last = words[-1].lower().lstrip("(\"“'") if words else ""
    return reader.before.search(text) if last in reader.tails else None


def _numbers(said: Spoken, reader: _Reader) -> Iterator[re.Match[str]]:
    """Give the numbers of a sentence; the costly pattern is tried only where a digit or a number word stands."""
    text = said.sentence.text
    starts = [match.start() for match in _RUN.finditer(text)] if DIGIT in said.cues else []
    if not reader.hints.isdisjoint(said.cues):
        starts = sorted(starts + [match.start() for match in reader.spelled.finditer(text)])
    end = 0
    for start in starts:
        match = reader.pattern.match(text, start) if start >= end else None
        if match:
            end = match.end()
            yield match


def _unit(match: re.Match[str], money: str | None, text: str, reader: _Reader) -> tuple[FigureKind, str, int] | None:
    """Return the kind, the unit and where the figure ends; None where nothing says what is counted."""
    words, english = reader.words, reporting(COMPANION)
    if money:
        printed = _folded(money)
        return "money", words.money_before.get(printed) or english.money_before[printed], match.end()
    if match["unit"]:
        printed = _folded(match["unit"])
        code = words.money_after.get(printed) or english.money_after.get(printed)
        if code:
            return "money", code, match.end()
        measure = words.measures.get(printed) or english.measures[printed]
        if _next(text, match.end()) in words.uncounted:  # "dua tahun lalu", "11.24 WIB": a moment, no quantity
            return None
        return "share" if measure == "percent" else "measure", measure, match.end()
    if _is_no_count(match, text, reader):
        return None
    noun, end = _noun(text, match.end(), reader)
    return ("count", noun, end) if noun else None


def _is_no_count(match: re.Match[str], text: str, reader: _Reader) -> bool:
    """Say whether a bare number is part of a date, a rest of one cut in two ("2, 000"), or just an article ("satu")."""
    digits = match["digits"]
    if match["times"] or match["vague"]:
        return False
    if not digits:
        return reader.words.words[_folded(match["word"])] == 1
    if digits.startswith("00"):
        return True
    before = _WORDS.findall(text, max(0, match.start() - BEFORE), match.start())
    months = reader.known.months
    return (
        (digits.isdigit() and len(digits) == 4 and int(digits) in YEARS)
        or _next(text, match.end()) in months
        or bool(before and before[-1].lower() in months)
    )


def _noun(text: str, start: int, reader: _Reader) -> tuple[str, int]:
    """Return what is counted: the words after the number up to a function word, a name or a stop."""
    words, at, taken = reader.words, start, list[str]()
    while len(taken) < NOUN:
        match = _NOUN.match(text, at)
        if not match:
            break
        word = match[1]
        lower = word.lower()
        if not taken and lower in words.classifiers:
            at = match.end()
            if lower in words.people and _ends(text, at, reader):
                return word, at
            continue
        if _stops(word, lower, reader) or (taken and lower in words.measures):
            break
        taken.append(word)
        at = match.end()
    return (" ".join(taken), at) if taken else ("", start)


def _ends(text: str, at: int, reader: _Reader) -> bool:
    match = _NOUN.match(text, at)
    return not match or _stops(match[1], match[1].lower(), reader) or match[1].lower() in reader.words.measures


def _stops(word: str, lower: str, reader: _Reader) -> bool:
    return word[0].isupper() or lower in reader.stops


def _next(text: str, at: int) -> str:
    match = _NOUN.match(text, at)
    return match[1].lower() if match else ""


def _interval(match: re.Match[str], bound: str | None, reader: _Reader) -> tuple[float, float]:
    """Return the least and the most that may be meant."""
    words = reader.words
    times = math.prod(_times(word, words) for word in _folded(match["times"]).split()) if match["times"] else 1
    if match["vague"]:
        low, high = words.vague[_folded(match["vague"])]
        low, high = low * times, high * times + times - 1
    elif match["word"]:
        low = high = words.words[_folded(match["word"])] * times
    else:
        low, high = _digits(match["digits"], times, reader)
    return _bounded(low, high, words.bounds.get(_folded(bound))) if bound else (low, high)


def _times(word: str, words: Reporting) -> float:
    return words.times.get(word) or reporting(COMPANION).times.get(word, 1.0)


def _digits(printed: str, times: float, reader: _Reader) -> tuple[float, float]:
    """Return a number as printed, give or take what its last digit rounds when it is shortened ("3,8 triliun")."""
    decimal = reader.words.decimal
    grouped = None if printed.isdigit() else reader.grouped.fullmatch(printed)
    if grouped:
        plain = printed.replace("." if decimal == "," else ",", "").replace(decimal, ".")
        places = len(grouped[1] or "")
    else:  # a sign that groups no three digits divides: "3.8" in Indonesian text is three and eight tenths
        plain = printed.replace(",", ".")
        plain, places = (plain, len(plain.partition(".")[2])) if plain.count(".") < 2 else (plain.replace(".", ""), 0)
    value = float(plain) * times
    off = 0.5 * times / 10**places if times > 1 or places else 0.0
    return value - off, value + off


def _bounded(low: float, high: float, bound: str | None) -> tuple[float, float]:
    if bound in ("more", "least"):
        return low, math.inf
    if bound in ("less", "most"):
        return 0.0, high
    if bound == "almost":
        return low * ALMOST, high
    if bound == "about":
        return low * (1 - ABOUT), high * (1 + ABOUT)
    return low, high


def _folded(printed: str) -> str:
    return " ".join(printed.lower().split())

"""Sentences become figures: numbers with what they count or measure, as intervals."""

import math
import re
from collections.abc import Iterable, Iterator

from telaah.analyse.number_patterns import SIGNS, NumberReader, number_reader
from telaah.analyse.spoken import DIGIT, Spoken
from telaah.languages.reporting import Reporting
from telaah.model import Figure, FigureKind, Quote

ALMOST = 0.8
"""Of "almost 40" the least that may be meant, as a share."""
ABOUT = 0.15
"""By which share "about 40" may be off either way; rounding to one digit is off by at most as much above 33."""
YEARS = range(1900, 2101)
"""Bare numbers that are years, not counts."""
BEFORE = 32
"""Characters before a number in which what bounds it stands ("lebih dari US$")."""
THOUSAND = 3
"""Digits between two signs of thousands."""
NOUN = 3
"""Words of what is counted ("rudal balistik antarbenua")."""

_RUN = re.compile(rf"\d[\d{SIGNS}]*")
_WORDS = re.compile(r"\w+")
_REST = re.compile(r"(?<![\d.,])\d{1,3},\s$")
"""What stands before the rest of a number that a blank cut in two ("4, 183 yards")."""
_CUT = re.compile(r",\s\d{3}(?!\d)")
"""What stands behind its beginning ("$2, 199")."""
_NOUN = re.compile(r"(?:\s+|-)([^\W\d_]+(?:-[^\W\d_]+)*)")


def figures(said: Iterable[Spoken], code: str) -> tuple[Figure, ...]:
    """Return the figures of an article's sentences in reading order; a number without a unit or a noun is none."""
    reader = number_reader(code)
    return tuple(figure for each in said if each.cues for figure in _of_sentence(each, reader))


def _of_sentence(said: Spoken, reader: NumberReader) -> Iterator[Figure]:
    text = said.sentence.text
    for match in _numbers(said, reader):
        window = max(0, match.start() - BEFORE)
        before = _before(text[window : match.start()], reader)
        found = _unit(match, before["money"] if before else None, text, reader)
        interval = _interval(match, before["bound"] if before else None, reader)
        if found and interval:
            (kind, unit, end), (low, high) = found, interval
            start = window + before.start() if before else match.start()
            quote = Quote(said.article, said.sentence.paragraph, text, text[start:end].strip())
            yield Figure(quote, kind, unit, low, None if math.isinf(high) else high)


def _before(text: str, reader: NumberReader) -> re.Match[str] | None:
    """Return what bounds a number and the money before it, where the last word is one that can."""
    if not reader.known.spaced:
        return reader.before.search(text)
    words = text.split()
    last = words[-1].lower().lstrip("(\"“'") if words else ""
    return reader.before.search(text) if last in reader.tails else None


def _numbers(said: Spoken, reader: NumberReader) -> Iterator[re.Match[str]]:
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


def _unit(
    match: re.Match[str], money: str | None, text: str, reader: NumberReader
) -> tuple[FigureKind, str, int] | None:
    """Return the kind, the unit and where the figure ends; None where nothing says what is counted."""
    words, english = reader.words, reader.english
    if money:
        if _CUT.match(text, match.end()):
            return None
        printed = _folded(money)
        return "money", words.money_before.get(printed) or english.money_before[printed], match.end()
    if match["unit"]:
        printed = _folded(match["unit"])
        code = words.money_after.get(printed) or english.money_after.get(printed)
        if code:
            return "money", code, match.end()
        if printed in words.counters:
            return "count", printed, match.end()
        measure = words.measures.get(printed) or english.measures[printed]
        if _next(text, match.end()) in words.uncounted:  # "dua tahun lalu", "11.24 WIB": a moment, no quantity
            return None
        return "share" if measure == "percent" else "measure", measure, match.end()
    if _is_no_count(match, text, reader):
        return None
    noun, end = _noun(text, match.end(), reader)
    return ("count", noun, end) if noun else None


def _is_no_count(match: re.Match[str], text: str, reader: NumberReader) -> bool:
    """Say whether a bare number is of a date, the rest of one cut in two ("2, 000"), a label or an article ("satu")."""
    digits = match["digits"]
    if match["times"] or match["vague"]:
        return False
    if not digits:
        return reader.words.words[_folded(match["word"])] == 1
    if not reader.known.spaced:  # "3月" and "15日" are no counts, and what is one has its counter behind it
        return True
    months = reader.known.months
    if (digits.isdigit() and len(digits) == 4 and int(digits) in YEARS) or _of_month(text, match.end(), reader):
        return True
    before = [word.lower() for word in _WORDS.findall(text, max(0, match.start() - BEFORE), match.start())]
    if digits.startswith("00") or (_is_rest(digits, text, match.start()) and not months.keys() & before[-2:-1]):
        return True
    return bool(before) and (before[-1] in months or before[-1] in reader.words.labels)


def _of_month(text: str, at: int, reader: NumberReader) -> bool:
    """Say whether a month stands behind a number, or behind what joins a day to it ("5 de julho")."""
    joined = _NOUN.match(text, at)
    if joined and joined[1].lower() in reader.known.date_joins:
        at = joined.end()
    return _next(text, at) in reader.known.months


def _is_rest(digits: str, text: str, start: int) -> bool:
    return digits.isdigit() and len(digits) == THOUSAND and bool(_REST.search(text, max(0, start - BEFORE), start))


def _noun(text: str, start: int, reader: NumberReader) -> tuple[str, int]:
    """Return what is counted: the words after the number up to a function word, a name or a stop."""
    words, at, taken = reader.words, start, list[str]()
    people = ""
    while len(taken) < NOUN:
        match = _NOUN.match(text, at)
        if not match:
            break
        word = match[1]
        lower = word.lower()
        if not taken and lower in words.classifiers:
            at = match.end()
            people = word if lower in words.people else ""
            if people and _ends(text, at, reader):
                return word, at
            continue
        if _stops(word, lower, reader) or (taken and lower in words.measures):
            break
        taken.append(word)
        at = match.end()
        if reader.known.capital_nouns and word[0].isupper():
            break
    return (" ".join(filter(None, (people, *taken))), at) if taken else ("", start)


def _ends(text: str, at: int, reader: NumberReader) -> bool:
    match = _NOUN.match(text, at)
    return not match or _stops(match[1], match[1].lower(), reader) or match[1].lower() in reader.words.measures


def _stops(word: str, lower: str, reader: NumberReader) -> bool:
    return (word[0].isupper() and not reader.known.capital_nouns) or lower in reader.stops


def _next(text: str, at: int) -> str:
    match = _NOUN.match(text, at)
    return match[1].lower() if match else ""


def _interval(match: re.Match[str], bound: str | None, reader: NumberReader) -> tuple[float, float] | None:
    """Return the least and the most that may be meant; None where the signs between the digits tell nothing."""
    words = reader.words
    times = math.prod(_times(word, reader) for word in _split_times(match["times"], words)) if match["times"] else 1
    if match["vague"]:
        low, high = words.vague[_folded(match["vague"])]
        low, high = low * times, high * times + times - 1
    elif match["word"]:
        low = high = words.words[_folded(match["word"])] * times
    else:
        read = _digits(match["digits"], times, reader)
        if read is None:
            return None
        low, high = read
    if match["more"]:
        low = high = _whole(low, high) + _rest(match["more"], reader)
    if match["behind"] or match["behind_unit"]:
        return low, math.inf
    return _bounded(low, high, words.bounds.get(_folded(bound))) if bound else (low, high)


def _split_times(printed: str, words: Reporting) -> list[str]:
    """Return the parts of "mil millones", or the one word of which the language has another idea ("cien mil")."""
    folded = _folded(printed)
    return [folded] if folded in words.times else folded.split()


def _times(word: str, reader: NumberReader) -> float:
    return reader.words.times.get(word) or reader.english.times.get(word, 1.0)


def _whole(low: float, high: float) -> float:
    return (low + high) / 2


def _rest(printed: str, reader: NumberReader) -> float:
    """Return what stands behind the first multiple: the 5000 of "3万5000"."""
    parts = re.findall(r"(\d+)(\D*)", printed)
    return math.fsum(float(digits) * (_times(word, reader) if word else 1) for digits, word in parts)


def _digits(printed: str, times: float, reader: NumberReader) -> tuple[float, float] | None:
    """Return a number as printed, give or take what its last digit rounds when it is shortened ("3,8 triliun").

    Where signs group in no way the language has, they divide: "3.8" in Indonesian text is three and eight tenths.
    """
    words = reader.words
    grouped = None if printed.isdigit() else reader.grouped.fullmatch(printed)
    if grouped:
        places = len(grouped[1] or "")
        bare = "".join(filter(str.isdigit, printed))
        plain = f"{bare[: len(bare) - places]}.{bare[len(bare) - places :]}" if places else bare
    else:
        parts = re.split(rf"[{SIGNS}]", printed)
        sign = next((char for char in printed if char in SIGNS), "")
        if len(parts) == 2 and len(parts[1]) == 3 and sign not in words.decimal:
            return None
        plain, places = (".".join(parts), len(parts[1])) if len(parts) == 2 else ("".join(parts), 0)
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

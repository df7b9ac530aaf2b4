"""A language becomes the patterns by which days, months and years are found in its sentences."""

import functools
import re
from dataclasses import dataclass

from telaah.languages import Language, language
from telaah.languages.reporting import Reporting, any_of, reporting

_NUMERIC = r"(?P<n_day>\d{1,2})[/.-](?P<n_month>\d{1,2})[/.-](?P<n_year>\d{4}|\d{2})(?!\d)"
_ISO = r"(?P<i_year>\d{4})-(?P<i_month>\d{2})-(?P<i_day>\d{2})"


@dataclass(frozen=True, slots=True)
class DateReader:
    """A language's patterns of dates.

    `planned` matches a text up to a date that it plans for, within one clause, `ahead` one up to a date to come,
    `several` one up to the end of a number ("10 tahun lalu" is not last year); `past` words that look back, `last`
    those right behind a day that is over; `every` matches a text up to a day that comes again and again.
    """

    known: Language
    words: Reporting
    pattern: re.Pattern[str]
    planned: re.Pattern[str]
    ahead: re.Pattern[str]
    several: re.Pattern[str]
    past: re.Pattern[str]
    last: re.Pattern[str]
    every: re.Pattern[str]
    hints: frozenset[str]


@functools.cache
def date_reader(code: str) -> DateReader:
    """Return the patterns for the language of this code."""
    known, words = language(code), reporting(code)
    months, weekdays = any_of(known.months), any_of(words.weekdays)
    leaning = any_of((*words.days, *words.years, *words.idioms))
    year, ordinal = r"(?:19|20)\d{2}", rf"(?:\.|{any_of(known.ordinals)})?"
    # "de" of "14 de marzo de 2023"
    of = rf"(?:(?:{any_of(known.date_joins)})\s+)?"
    nexts = any_of(words.next)
    before = rf"(?:{any_of(words.weekday_before)}|(?P<next>{nexts}))"
    of_day = rf"(?=(?:{weekdays})\s+(?:{any_of(words.day_parts)})(?!\w))"
    # Where words are written without blanks, any letter may stand beside a date.
    start, end = (r"(?<![\w/.,-])", r"(?![\w/]|-\w|[.,]\d)") if known.spaced else (r"(?<![A-Za-z\d/.,-])", r"(?![\d/])")
    gap = r"\s+" if known.spaced else r"\s*"
    pattern = re.compile(
        rf"{start}(?:{_ISO}|{_NUMERIC}"
        rf"|(?P<from>{year})\s?[-–]\s?(?P<to>{year})"
        rf"|{_signed(known, months)}"
        rf"|(?P<day>\d{{1,2}}){ordinal}\s+{of}(?P<month>{months})(?!\w)(?:,?\s+{of}(?P<year>{year}))?"
        rf"|(?P<e_month>{months})\s+(?P<e_day>\d{{1,2}}){ordinal}(?![\d/]|[.,]\d)(?:,?\s+(?P<e_year>{year}))?"
        rf"|(?P<m_month>{months})\s+{of}(?P<m_year>{year})"
        rf"|(?:{any_of(words.month_before)}){gap}(?P<b_month>{months})(?!\s+\d)"
        rf"|(?:{any_of(words.year_before)}){gap}(?P<b_year>{year})(?!\s*[-–]\s*\w)"
        rf"|(?<=\()(?P<s_day>\d{{1,2}})/(?P<s_month>\d{{1,2}})(?=\))"
        rf"|(?:{before}{gap}|{'' if words.weekday_alone else of_day})(?P<weekday>{weekdays})(?!\s*,?\s*\(?\d)"
        rf"(?P<behind>\s+(?:{nexts})(?!\w))?(?P<last>\s+(?:{any_of(words.last)})(?!\w))?"
        rf"|(?P<leaning>{leaning})){end}",
        re.IGNORECASE,
    )
    plans = any_of(words.status["planned"])
    return DateReader(
        known,
        words,
        pattern,
        _before_date(plans, words),
        _before_date(rf"{plans}|{any_of(words.ahead)}|{_ending(words)}", words),
        re.compile(rf"(?:\d|(?<!\w)(?:{any_of(_numbers(words))}))\s+$", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{any_of(words.past)})(?!\w)", re.IGNORECASE),
        re.compile(rf"\s+(?:{any_of(words.last)})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{any_of(words.every)})\s+$", re.IGNORECASE),
        frozenset(
            part for each in (*known.months, *words.weekdays, *words.days, *words.years) for part in each.split()
        ),
    )


def _numbers(words: Reporting) -> frozenset[str]:
    return frozenset((*words.words, *words.vague, *words.times, *words.how_many))


def _signed(known: Language, months: str) -> str:
    """Return the pattern of dates with signs behind year and day: 2023年3月14日, 3月14日, 2023年3月."""
    year, day = map(re.escape, known.date_signs) if known.date_signs else ("(?!)", "(?!)")
    full = rf"(?P<y_year>(?:19|20)\d{{2}}){year}\s?(?P<y_month>{months})(?:\s?(?P<y_day>\d{{1,2}}){day})?"
    alone = rf"(?<!{year})(?P<z_month>{months})\s?(?P<z_day>\d{{1,2}}){day}"
    bare = rf"(?<![{year}月\d])(?P<o_day>\d{{1,2}}){day}(?![間间])"
    return rf"{full}|{alone}|{bare}"


def _before_date(phrases: str, words: Reporting) -> re.Pattern[str]:
    past, weekday = any_of(words.past), any_of(words.weekdays)
    clause = rf"(?:(?!(?<!\w)(?:{past})(?!\w))[^,;]){{0,120}}"
    # The comma of "pada Senin, 7 Agustus" ends no clause.
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w){clause}(?:(?<!\w)(?:{weekday}),\s*)?$", re.IGNORECASE)


def _ending(words: Reporting) -> str:
    """Return the pattern of words in lower case with an ending of the future ("comenzará", but not "Teherán")."""
    return rf"(?-i:[^\W\d_A-Z]{{2,}}(?:{any_of(words.ahead_endings)}))"

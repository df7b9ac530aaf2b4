"""Sentences become moments: what happened when, at the precision stated, resolved by the day of publication."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from telaah.analyse.date_patterns import DateReader, date_reader
from telaah.analyse.spoken import DIGIT, Spoken
from telaah.languages.quotes import QUOTED
from telaah.model import Article, Dated, Moment, Quote, days

YEARS = range(1900, 2101)
"""Four digits that are read as a year."""
MONTHS = 12
DAYS = 30
SOON = 60
"""Days: a date without a year that was most of a year ago, and will be again so soon, may be either, and is not read
where the words of the sentence speak of the farther one."""
RECENT = 10
"""Days back to which a day without a month goes ("14日"): of any other the sentence does not tell whether it was or is
to come."""
SHORT_YEARS = 2000
"""Century of a year of two digits ("13/9/23"); news looks back a few years, not a hundred."""

EXACT = ("day", "interval", "month", "year")
"""Precisions, the most telling first."""
_DATED = re.compile(r"(?:19|20)\d{2}|\d[/.-]\d|\w['’]")
"""What stands in a date of digits alone, or behind a month ("5 May's"): without it and without a word of `hints`
nothing is a date."""


@dataclass(frozen=True, slots=True)
class _Span:
    """First and last day, how exactly they are stated, and whether they are planned for."""

    first: date
    last: date
    precision: Literal["day", "month", "year", "interval"]
    resolved: bool
    planned: bool = False


def moments(said: Iterable[Spoken], article: Article) -> tuple[Dated, ...]:
    """Return the moments of an article, a sentence's most exact first expression each, in reading order.

    What leans on the day of publication ("kemarin", "pada Mei") is left out where that day is not known.
    """
    reader = date_reader(article.language)
    told = days(article.published.value)
    published = told.exact if told else None
    found = []
    for each in said:
        if reader.known.spaced and each.cues.isdisjoint(reader.hints) and not _has_digits(each):
            continue
        sentence = each.sentence
        spans = list(_spans(sentence.text, reader, published))
        if spans:
            span, printed = min(spans, key=_rank)
            # The full stop behind "March 20." is the sentence's.
            quote = Quote(article.id, sentence.paragraph, sentence.text, printed.rstrip("."))
            found.append(Dated(_moment(span, quote), len(spans) == 1))
    return tuple(found)


def _has_digits(said: Spoken) -> bool:
    """Say whether the digits of a sentence may be those of a date."""
    return DIGIT in said.cues and _DATED.search(said.sentence.text) is not None


def _spans(text: str, reader: DateReader, published: date | None) -> Iterator[tuple[_Span, str]]:
    for match in reader.pattern.finditer(text):
        if match["leaning"] and reader.several.search(text[: match.start()]):
            continue
        if match["weekday"] and reader.every.search(text[: match.start()]):
            continue
        planned = bool(reader.planned.search(text[: match.start()]))
        ahead = not match["last"] and (
            planned or bool(match["next"] or match["behind"] or reader.ahead.search(text[: match.start()]))
        )
        span = _span(match, reader, published, ahead=ahead)
        if not span and not ahead and _may_come(match, reader):
            span = _span(match, reader, published, ahead=True)
        # "Hari ini" in a quotation is the day of speaking, which need not be the day of publication.
        if span and not (match["leaning"] and any(q.start() < match.start() < q.end() for q in QUOTED.finditer(text))):
            # What lies behind the day of the report has not happened, in whatever words it is told.
            comes = published is not None and span.first > published
            yield replace(span, planned=comes or (planned and (published is None or span.last >= published))), match[0]


def _may_come(match: re.Match[str], reader: DateReader) -> bool:
    """Say whether a day that may have been or be to come is to come: in a language that marks plans, nothing is past.

    "Unions called a strike for March 20" speaks of no plan, and of no day a year ago.
    """
    return reader.words.plans_marked and not match["b_month"] and not _looks_back(match, reader)


def _looks_back(match: re.Match[str], reader: DateReader) -> bool:
    """Say whether a sentence speaks of what is past, or its date does ("last October", "Oktober lalu")."""
    text = match.string
    named_last = match[0].lower().startswith(tuple(reader.words.last))
    return bool(named_last or reader.past.search(text) or reader.last.match(text, match.end()))


def _rank(found: tuple[_Span, str]) -> tuple[int, bool, bool]:
    """Return how telling an expression is: exact before vague, stated before resolved, printed digits before words."""
    span, printed = found
    return EXACT.index(span.precision), span.resolved, not any(map(str.isdigit, printed))


def _span(match: re.Match[str], reader: DateReader, published: date | None, *, ahead: bool) -> _Span | None:
    """Return what an expression means; None where it means no day, or leans on a day that is not known."""
    stated = _stated(match, reader)
    return stated or (_resolved(match, reader, published, ahead=ahead) if published else None)


def _stated(match: re.Match[str], reader: DateReader) -> _Span | None:
    """Return what an expression with a year means."""
    months = reader.known.months
    if match["i_year"]:
        return _day(int(match["i_year"]), int(match["i_month"]), int(match["i_day"]))
    if match["n_day"]:
        day, month, year = (int(match[part]) for part in ("n_day", "n_month", "n_year"))
        sure = reader.words.day_first or day > MONTHS
        return _day(year if year > 99 else SHORT_YEARS + year, month, day) if sure else None
    if match["y_month"] and match["y_day"]:
        return _day(int(match["y_year"]), months[match["y_month"]], int(match["y_day"]))
    if match["y_month"]:
        return _month(int(match["y_year"]), months[match["y_month"]], resolved=False)
    if match["from"]:
        first, last = int(match["from"]), int(match["to"])
        return _Span(date(first, 1, 1), date(last, 12, 31), "interval", False) if first < last else None
    if match["year"]:
        return _day(int(match["year"]), months[match["month"].lower()], int(match["day"]))
    if match["e_year"]:
        return _day(int(match["e_year"]), months[match["e_month"].lower()], int(match["e_day"]))
    if match["m_month"]:
        return _month(int(match["m_year"]), months[match["m_month"].lower()], resolved=False)
    return _year(int(match["b_year"]), resolved=False) if match["b_year"] else None


def _resolved(match: re.Match[str], reader: DateReader, published: date, *, ahead: bool) -> _Span | None:
    """Return what an expression without a year means on the day of publication."""
    months, words = reader.known.months, reader.words
    for month, day in (("month", "day"), ("e_month", "e_day"), ("z_month", "z_day")):
        if match[day]:
            return _nearest_day(published, months[match[month].lower()], int(match[day]), ahead=ahead)
    if match["o_day"]:
        return _recent(published, int(match["o_day"]))
    if match["s_day"] and words.day_first:
        return _nearest_day(published, int(match["s_month"]), int(match["s_day"]), ahead=ahead)
    if match["weekday"]:
        return _weekday(published, words.weekdays[match["weekday"].lower()], ahead=ahead)
    if match["b_month"]:
        number = months[match["b_month"].lower()]
        soon = 0 < (number - published.month) % MONTHS <= SOON // DAYS
        if soon and not ahead and not _looks_back(match, reader):
            return None
        off = int(number < published.month) if ahead else -int(number > published.month)
        return _month(published.year + off, number, resolved=True)
    if not match["leaning"]:
        return None
    phrase = " ".join(match["leaning"].lower().split())
    if phrase in words.days:
        known = published + timedelta(days=words.days[phrase])
        return _Span(known, known, "day", True)
    years = words.years.get(phrase)  # an idiom is no year either
    return None if years is None else _year(published.year + years, resolved=True)


def _recent(published: date, day: int) -> _Span | None:
    """Return a day of the month of publication that was at most `RECENT` days before it."""
    back = published.day - day
    known = published - timedelta(days=back)
    return _Span(known, known, "day", True) if 0 <= back <= RECENT else None


def _nearest_day(published: date, month: int, day: int, *, ahead: bool) -> _Span | None:
    """Return a day without a year: the last before publication, or the next where the sentence speaks of plans.

    None where it was long ago and will be again soon, or the other way round: "the trial opens on June 3", "the plan
    to close it was dropped on April 2".
    """
    for off in (-1, 0, 1):
        other = _day(published.year + off, month, day)
        if other and 0 < (published - other.first if ahead else other.first - published).days <= SOON:
            return None
    years = (published.year, published.year + 1) if ahead else (published.year, published.year - 1)
    for year in years:
        span = _day(year, month, day, resolved=True)
        if span and (span.first >= published if ahead else span.first <= published):
            return span
    return None


def _weekday(published: date, weekday: int, *, ahead: bool) -> _Span:
    """Return the last such day up to publication, or the next after it where the sentence speaks of plans."""
    back = (published.isoweekday() - weekday) % 7
    day = published + timedelta(days=7 - back if ahead else -back)
    return _Span(day, day, "day", True)


def _day(year: int, month: int, day: int, *, resolved: bool = False) -> _Span | None:
    try:
        known = date(year, month, day)
    except ValueError:
        return None
    return _Span(known, known, "day", resolved) if year in YEARS else None


def _month(year: int, month: int, *, resolved: bool) -> _Span:
    return _Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month", resolved)


def _year(year: int, *, resolved: bool) -> _Span:
    return _Span(date(year, 1, 1), date(year, 12, 31), "year", resolved)


def _moment(span: _Span, quote: Quote) -> Moment:
    size = {"day": 10, "month": 7, "year": 4, "interval": 4}[span.precision]
    start, end = span.first.isoformat()[:size], span.last.isoformat()[:size]
    return Moment(start, end, span.precision, "resolved" if span.resolved else "stated", span.planned, quote, ())

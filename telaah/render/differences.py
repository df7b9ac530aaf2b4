"""Figures and dates that differ, pair by pair, become one row a thing: each value once, with who prints it."""

from collections.abc import Iterable, Sequence
from typing import Literal

from telaah.model import Act, Disagreement, FigureKind, Quote, Topic
from telaah.render.catalogue import Words
from telaah.render.citations import quote_point
from telaah.render.directory import Directory
from telaah.render.findings_view import Differing, DisagreementLine

MOST_CITED = 3
"""Articles named beside one value: a line or two of a cell; the proof below the table has all."""

Value = tuple[float | str, float | str | None]
"""A figure's bounds or a date's ends: what makes two ways of printing one value."""


def disagreement_lines(topic: Topic, look: Directory) -> tuple[DisagreementLine, ...]:
    """Return the figures and dates of a topic that cannot all be right, and those that a later one replaces.

    Pairs of one kind that share a figure tell of one thing and stand in one row.
    """
    lines = (_line(rows, look) for rows in _things(topic.disagreements))
    return tuple(line for line in lines if len(line.values) > 1)


def _things(rows: Iterable[Disagreement]) -> list[list[Disagreement]]:
    """Return the pairs by the thing they tell of, in the order of the first of each."""
    things: list[list[Disagreement]] = []
    for row in rows:
        own = set(row.quotes)
        joined = [
            thing
            for thing in things
            if thing[0].kind == row.kind and not own.isdisjoint(quote for each in thing for quote in each.quotes)
        ]
        if not joined:
            things.append([row])
            continue
        first, *rest = joined
        first += [each for thing in rest for each in thing] + [row]
        things = [thing for thing in things if not any(thing is other for other in rest)]
    return things


def _line(rows: Sequence[Disagreement], look: Directory) -> DisagreementLine:
    words, kind = look.words, rows[0].kind
    update = all(row.how == "update" for row in rows)
    if kind == "date":
        how = words.gettext("later date") if update else words.gettext("different dates")
    else:
        how = words.gettext("later figure") if update else words.gettext("different figures")
    values: dict[Value, dict[Quote, None]] = {}
    for row in rows:
        for value, quote in _printed(row):
            values.setdefault(value, {})[quote] = None
    shown = (_differing(tuple(quotes), look) for quotes in values.values())
    return DisagreementLine(_about(rows[0], words), how, tuple(each for each in shown if each))


def _printed(row: Disagreement) -> list[tuple[Value, Quote]]:
    figures: list[tuple[Value, Quote]] = [((each.low, each.high), each.quote) for each in row.figures]
    return [*figures, *(((each.start, each.end), each.quote) for each in row.dates)]


def _differing(quotes: Sequence[Quote], look: Directory) -> Differing | None:
    """Return a value as the first of its articles prints it; None where rights withhold all of them."""
    points = [point for quote in quotes if (point := quote_point(quote, quote.text, look))]
    if not points:
        return None
    cited = tuple(point.citation for point in points[:MOST_CITED])
    return Differing(points[0].text, points[0].lang, cited, len(points) - len(cited))


def _about(row: Disagreement, words: Words) -> str:
    unit = row.unit
    kinds: dict[FigureKind | Literal["date"], str] = {
        "date": words.gettext("Date of one action"),
        "count": _counted(unit, row.act, words),
        "money": words.gettext("Amount of money (%(unit)s)") % {"unit": unit},
        "measure": words.gettext("Measure (%(unit)s)") % {"unit": _measure(unit, words)},
        "share": words.gettext("Share"),
    }
    return kinds[row.kind]


def _measure(unit: str, words: Words) -> str:
    """Return a measure by its name where it has one; km and the like are the same in every language."""
    names = {
        "mile": words.gettext("miles"),
        "foot": words.gettext("feet"),
        "second": words.gettext("seconds"),
        "minute": words.gettext("minutes"),
        "hour": words.gettext("hours"),
        "day": words.gettext("days"),
        "week": words.gettext("weeks"),
        "month": words.gettext("months"),
        "year": words.gettext("years"),
        "decade": words.gettext("decades"),
    }
    return names.get(unit, unit)


def _counted(unit: str, act: Act | None, words: Words) -> str:
    """Return what is counted, with what became of it where one word alone stands for it ("orang, luka")."""
    acts: dict[Act, str] = {
        "dead": words.gettext("dead"),
        "hurt": words.gettext("hurt"),
        "missing": words.gettext("missing"),
        "displaced": words.gettext("displaced"),
        "arrested": words.gettext("arrested"),
        "treated": words.gettext("treated"),
        "rescued": words.gettext("rescued"),
    }
    return f"{unit}, {acts[act]}" if act and len(unit.split()) == 1 else unit

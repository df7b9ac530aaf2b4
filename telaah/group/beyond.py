"""Sentences of one row of claims become those that state a figure or a date which not every other of them states."""

from collections.abc import Sequence

from telaah.group.told import apart
from telaah.model import Analysis, Figure, Moment, Said

Row = Sequence[tuple[Analysis, Said]]
"""The sentences of a row, each with the analysis of its article."""


def beyond(row: Row) -> tuple[bool, ...]:
    """Say of each sentence whether some other one lacks a figure or a date of it: the row does not bear all it says.

    "Millions of shells were bought", beside a report of the purchase that gives no number, is said by one outlet.
    """
    stated = [_stated(analysis, said.sentence.text) for analysis, said in row]
    return tuple(
        any(not _bears(other, own) for at, other in enumerate(stated) if at != place)
        for place, own in enumerate(stated)
    )


Stated = tuple[Sequence[Figure], Sequence[Moment]]


def _stated(analysis: Analysis, sentence: str) -> Stated:
    figures = [figure for figure in analysis.reading.figures if figure.quote.sentence == sentence]
    moments = [dated.moment for dated in analysis.reading.moments if dated.moment.quote.sentence == sentence]
    return figures, moments


def _bears(other: Stated, own: Stated) -> bool:
    figures, moments = other
    return all(any(_same_figure(one, each) for each in figures) for one in own[0]) and all(
        any(_same_time(one, each) for each in moments) for one in own[1]
    )


def _same_figure(one: Figure, other: Figure) -> bool:
    # What is counted goes by many names (shells, rounds), so the kind and the interval must do; and what a row of
    # figures would not tell apart, because one may round the other, is not told apart here.
    return one.kind == other.kind and not apart(one, other)


def _same_time(one: Moment, other: Moment) -> bool:
    return one.first <= other.last and other.first <= one.last

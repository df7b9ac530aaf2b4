"""Moments of a topic become disagreements of date: days of one action that cannot both be right."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from telaah.group.aligned import PLAIN, SAME_WORDS, TOGETHER, Passage, beside_names, likeness
from telaah.group.frames import Frame, frame
from telaah.group.same import no_other_word, of_one_thing
from telaah.group.verdicts import Verdicts
from telaah.model import Analysis, Dated, Disagreement, Moment, Origins

SAME_ACTION = 0.45
"""Likeness of two sentences from which the frames of their dates are compared. Of 20 pairs with another date
in half of the events of ECB+, down to .3 and .15, frames leave two: .47 and .78 alike is a difference, .38 and .45 is
none."""
WORDS_OF_ACTION = 0.5
"""Likeness of their telling words beside names, from the same count."""
APART: Mapping[str, int] = {"day": 31, "month": 366, "year": 3660, "interval": 3660}
"""Days that may lie between two dates of one action, by the less exact of them: what is told of another season or
another decade happened twice."""
PLANS_APART = 183
"""Days between two days for which one thing is planned: plans are moved by months, and what was never held did not
happen twice. On ECB+ no row more than with 31."""
MOST = 50
"""Moments of a topic that are compared, in the order of its articles; the work grows with the square."""


def differing_dates(
    analyses: Sequence[Analysis],
    passages: Mapping[tuple[str, str], Passage],
    told: Iterable[Dated],
    origins: Origins,
) -> tuple[Disagreement, ...]:
    """Return pairs of dates that do not meet, in reading order; `passages` are by article and sentence.

    Each is the only date of its sentence and printed with a number ("kemarin" in a copy means another day than in
    its original), both are told as past or both as plans, and what stands around them tells of one action. Of
    different origins they disagree; of one origin the later is an update, where both articles are dated.
    """
    if len(analyses) < len(("one", "other")):
        return ()
    usable = ((each.moment, passages.get(_key(each.moment))) for each in told if _usable(each))
    dated = [(moment, passage) for moment, passage in usable if passage][:MOST]
    if len({moment.quote.article for moment, _ in dated}) < len(("one", "other")):
        return ()
    verdicts = Verdicts(analyses, origins)
    by_id = {analysis.article.id: analysis for analysis in analyses}
    return tuple(_rows(dated, by_id, verdicts))


def _usable(each: Dated) -> bool:
    return each.alone and any(map(str.isdigit, each.moment.quote.text))


def _key(moment: Moment) -> tuple[str, str]:
    return moment.quote.article, moment.quote.sentence


def _rows(
    dated: Sequence[tuple[Moment, Passage]], by_id: Mapping[str, Analysis], verdicts: Verdicts
) -> Iterator[Disagreement]:
    for (one, first), (other, second) in combinations(dated, 2):
        if one.quote.article == other.quote.article or one.planned != other.planned or not _differ(one, other):
            continue
        if not _alike(first, second):
            continue
        frames = _frame(one, first, by_id), _frame(other, second, by_id)
        if not of_one_thing(*frames, first, second) or not no_other_word(*frames):
            continue
        how = verdicts.how(one.quote.article, other.quote.article)
        if how:
            pair = sorted((one, other), key=lambda moment: verdicts.age(moment.quote.article))
            yield Disagreement(how, "date", _vaguer(one, other), (), tuple(pair))


def _alike(first: Passage, second: Passage) -> bool:
    """Say whether two sentences are alike enough for the frames of their dates to decide."""
    like = likeness(first, second)
    if like < SAME_ACTION:
        return False
    beside, shared = beside_names(first, second), len(first.plain & second.plain)
    return beside >= WORDS_OF_ACTION and like + beside >= TOGETHER and shared >= (1 if like >= SAME_WORDS else PLAIN)


def _frame(moment: Moment, passage: Passage, by_id: Mapping[str, Analysis]) -> Frame:
    """Return what stands around a date; weekdays and months are of the date itself."""
    return replace(frame(moment.quote, "", passage, by_id[moment.quote.article]), days=frozenset())


def _vaguer(one: Moment, other: Moment) -> str:
    return max(one.precision, other.precision, key=lambda precision: APART[precision])


def _differ(one: Moment, other: Moment) -> bool:
    """Say whether two dates do not meet and are still near enough to be told of one action."""
    earlier, later = sorted((one, other), key=lambda moment: (moment.first, moment.quote.article))
    most = max(APART[_vaguer(one, other)], PLANS_APART if one.planned and other.planned else 0)
    return 0 < (later.first - earlier.last).days <= most

"""An article's sentences become its summary: the few that carry it, copied as they stand, in reading order."""

import math
from collections.abc import Callable, Sequence, Set

from telaah.analyse.signs import Unit, likeness
from telaah.analyse.summary_weights import SummaryWeights
from telaah.model import Article, Sentence

SENTENCES = 0.0458
"""A summary aims at so many of the article's own mean sentences for each word asked for, 2.75 for 60, within these
bounds: English news writes longer sentences than Indonesian, and one number of words served one and cost the other."""
LEAST, MOST = 1.02, 1.07
"""Bounds of the words aimed at, for each word asked for. With 60 asked for summaries have 66 words in IndoSum, whose
human ones have 59 (aiming at 58: ROUGE-1 .2 less), and 69 in CNN/DailyMail."""
SHORTFALL = 0.1
"""Words below the aim, for each word asked for, from which a summary is long enough (.05, .15: .2 and .1 less)."""
STRETCH = 0.23
"""Words for each word asked for by which the last sentence may take a summary further past the aim than it was below
it: a whole sentence too many is better than one too few."""
LEANING = 2.0
"""Against a sentence that refers back at its beginning, unless the one before is taken as well: more than place is
worth (nothing: .3 less in both sets, and readers meet "Laporan tersebut" without a report)."""
SAME = 0.6
"""Likeness from which a sentence repeats one already chosen and is not taken (.5: .4 less; .7: .1 more in IndoSum, .2
less in CNN/DailyMail)."""


def summary(article: Article, units: Sequence[Unit], words: int, weights: SummaryWeights) -> tuple[Sentence, ...]:
    """Return the sentences of a summary of about so many words, in reading order.

    Each is chosen for its signs and for saying something new; none that only makes sense with the one before is taken
    alone while there is another.
    """

    def alike(one: int, other: int) -> float:
        return likeness(units[one].vector, units[other].vector)

    chosen = choose(units, [weights.merit(unit) for unit in units], alike, words, weights.repetition)
    return _verbatim(article, tuple(units[place].sentence for place in chosen))


def choose(
    units: Sequence[Unit], merits: Sequence[float], alike: Callable[[int, int], float], words: int, repetition: float
) -> tuple[int, ...]:
    """Return the places of the sentences of a summary of about so many words, ascending; `alike` takes two places."""
    nearest = [0.0] * len(units)
    chosen: set[int] = set()
    left = _aim(units, words)
    while left > SHORTFALL * words or not chosen:
        longest = 2 * left + STRETCH * words
        best, most = None, -math.inf
        for place, unit in enumerate(units):
            if chosen and (place in chosen or unit.words > longest or nearest[place] >= SAME):
                continue
            worth = merits[place] + repetition * nearest[place] - LEANING * _is_alone(unit, chosen)
            if worth > most:
                best, most = place, worth
        if best is None or (chosen and _is_alone(units[best], chosen)):
            break
        chosen.add(best)
        nearest = [max(near, alike(best, place)) for place, near in enumerate(nearest)]
        left -= units[best].words
    return tuple(sorted(chosen))


def _aim(units: Sequence[Unit], words: int) -> float:
    """Return the words a summary of these sentences aims at."""
    mean = sum(unit.words for unit in units) / max(1, len(units))
    return min(MOST * words, max(LEAST * words, SENTENCES * words * mean))


def _is_alone(unit: Unit, chosen: Set[int]) -> bool:
    """Say whether a sentence refers back to one that is not taken."""
    return unit.sentence.leaning and unit.place - 1 not in chosen


def _verbatim(article: Article, chosen: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    texts = {paragraph.id: paragraph.text for paragraph in article.paragraphs}
    for sentence in chosen:
        if sentence.text not in texts[sentence.paragraph]:
            raise AssertionError(f"a summary sentence of {article.id} is not in its paragraph {sentence.paragraph}")
    return chosen

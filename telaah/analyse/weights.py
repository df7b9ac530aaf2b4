"""The weights of keywords, all in one table, each with what it is worth where a benchmark can tell."""

import math
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign counts for a phrase. Behind each: F1@10 (fr, pt, en) on the given halves without it.

    Set by hand after a coordinate search over the given halves of WikiNews, 110-PT-BN-KP and 500N-KPCrowd; as they
    stand: 41.8, 36.1, 18.2. Two points are noise in fr and pt, one in en; a sign that readers need stays even when it
    costs.
    """

    frequency: float = 1.0
    """Times the logarithm of how often the phrase stands outside longer candidates; the ruler for the others."""
    nested: float = 0.5
    """Share of the occurrences inside a longer candidate that do not count for the shorter one (41.0, 34.9, 17.9)."""
    position: float = 0.2
    """Against phrases that come late: times the logarithm of the sentence (40.3, 35.3, 18.4)."""
    spread: float = 0.0
    """For phrases that come again and again: times the logarithm of the sentences from the first to the last (.1 in the
    general column: 41.7, 35.6, 18.1)."""
    in_headline: float = 0.4
    """For phrases of the headline (40.7, 36.1, 18.6)."""
    name: float = 0.4
    """For phrases that are names from end to end: readers look for names (40.8, 34.6, 18.5)."""
    name_once: float = -0.3
    """Against such names where they stand only once (42.4, 36.5, 18.0, but English summaries, which ask keywords, have
    .5 of ROUGE-1 less)."""
    mixed: float = -2.0
    """Against phrases that join a name to other words, mostly a verb and its object: fragments are never shown (43.2,
    36.4, 18.2)."""
    name_again: float = 0.0
    """Against each further such name from the `NAMES`-th on, times how many there are, beside words that are not
    everyday: ten names say who, not what. In the general column, whose lists have three or four names, -.2 changes
    little (41.7, 36.0, 18.4)."""
    headline_only: float = -2.0
    """Against a phrase of several words where it stands in the headline alone: headlines are too terse to cut phrases
    from (41.6, 36.1, 18.3)."""
    rarity: float = 0.05
    """Times the powers of ten by which the rarest word is rare in its language (41.6, 35.7, 18.4)."""
    yake: float = 0.1
    """Times the negative logarithm of YAKE's score (41.5, 35.3, 18.5)."""
    common: float = -0.4
    """Against a single word, not a name, that is everyday in its language (41.2, 35.0, 18.0)."""
    common_from: float = 1e-4
    """Share of running words from which a word is everyday: one in ten thousand, the commonest 1,500 words or so (half
    of that: 40.7, 36.0, 18.1)."""
    phrase: float = -0.4
    """Against phrases of several words: one word says as much in most languages (43.3, 35.4, 17.2)."""
    never_alone: float = -0.6
    """Against a phrase that stands twice or more, and always inside a longer candidate (41.5, 35.7, 18.3)."""
    letters: float = 0.5
    """Times the logarithm of the letters of the longest word: long words say more than short ones (42.0, 35.6,
    17.5)."""
    title: float = 0.0
    """Against titles, which are words where verbs and names are told apart."""
    grown: float = math.inf
    """Share of a phrase's mentions that must stand in longer ones, of which one is then shown instead; endless: none is
    (.5 in the general column: 40.8, 36.1, 17.3)."""
    mostly_short: float = 1.0
    """How many times as often as the long form a short one must stand to be shown instead of it (99: 41.8, 36.2,
    17.6)."""


NAMES = 4
"""Names that a list may hold before the next ones count less."""

GENERAL = Weights()
"""For every language not named below."""
OPEN_COMPOUNDS = replace(
    GENERAL, frequency=0.9, nested=0.4, position=0.4, spread=0.1, yake=0.4, common=-1.0, common_from=2e-5, phrase=0.2,
    never_alone=-0.2, letters=0.2, name_again=-0.2, name_once=0.0, title=-1.0, mostly_short=9.0, grown=0.4,
)  # fmt: skip
"""For languages that write as two words what others write as one ("rudal balistik"): single words say less there.
Searched on IndoSum without its headlines (benchmarks/fit_keywords.py): F1@10 of the phrases that headline and human
summary have in common, F of the words of the summary, share of the headline's words: 15.9, 53.0, 64.6 (the general
column 15.3, 46.4, 59.6; columns searched on one half: 15.8, 53.5, 64.7 on the other). Without the malus for further
names 16.0, 51.7, 63.4, and 75 of 100 keywords are names, not 65. `common_from` 1e-5 is .1, .2, .0 better, but the words
in between ("debat", "aliansi", "parlemen") are telling ones."""
WRITTEN_APART = frozenset({"id", "ms"})
"""Languages with such compounds."""


def weights(language: str) -> Weights:
    """Return the weights for a language."""
    return OPEN_COMPOUNDS if language in WRITTEN_APART else GENERAL

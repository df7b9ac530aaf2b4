"""The weights of keywords, all in one table, each with what it is worth where a benchmark can tell."""

import math
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign counts for a phrase. Behind each: F1@10 (fr, pt, en) on the given halves without it.

    Set by hand after a coordinate search over the given halves of WikiNews, 110-PT-BN-KP and 500N-KPCrowd; as they
    stand: 41.4, 36.1, 18.4. Two points are noise in fr and pt, one in en; a sign that readers need stays even when it
    costs.
    """

    frequency: float = 1.0
    """Times the logarithm of how often the phrase stands outside longer candidates; the ruler for the others."""
    nested: float = 0.5
    """Share of the occurrences inside a longer candidate that do not count for the shorter one (40.6, 34.9, 18.0)."""
    position: float = 0.2
    """Against phrases that come late: times the logarithm of the sentence (39.3, 35.3, 18.6)."""
    spread: float = 0.0
    """For phrases that come again and again: times the logarithm of the sentences from the first to the last (.1 in the
    general column costs 1 point in pt)."""
    in_headline: float = 0.4
    """For phrases of the headline (39.4, 36.1, 18.7)."""
    name: float = 0.4
    """For phrases that are names from end to end: readers look for names (40.5, 34.6, 18.6)."""
    name_once: float = -0.3
    """Against such names where they stand only once (41.4, 36.6, 18.1)."""
    mixed: float = -2.0
    """Against phrases that join a name to other words, mostly a verb and its object: fragments are never shown (42.3,
    36.1, 18.4)."""
    name_again: float = 0.0
    """Against each further such name from the `NAMES`-th on, times how many there are, beside words that are not
    everyday: ten names say who, not what. In the general column, whose lists have three or four names, -.2 changes
    nothing."""
    headline_only: float = -2.0
    """Against a phrase of several words where it stands in the headline alone: headlines are too terse to cut phrases
    from (41.2, 36.1, 18.5)."""
    rarity: float = 0.05
    """Times the powers of ten by which the rarest word is rare in its language (41.2, 35.9, 18.5)."""
    yake: float = 0.1
    """Times the negative logarithm of YAKE's score (40.4, 35.3, 18.6)."""
    common: float = -0.4
    """Against a single word, not a name, that is everyday in its language (41.2, 35.0, 18.1)."""
    common_from: float = 1e-4
    """Share of running words from which a word is everyday: one in ten thousand, the commonest 1,500 words or so (half
    of that: 40.3, 36.2, 18.3)."""
    phrase: float = -0.4
    """Against phrases of several words: one word says as much in most languages (42.5, 35.5, 17.3)."""
    never_alone: float = -0.6
    """Against a phrase that stands twice or more, and always inside a longer candidate (41.4, 35.8, 18.4)."""
    letters: float = 0.5
    """Times the logarithm of the letters of the longest word: long words say more than short ones (41.8, 35.6,
    17.6)."""
    title: float = 0.0
    """Against titles, which are words where verbs and names are told apart."""
    grown: float = math.inf
    """Share of a phrase's mentions that must stand in longer ones, of which one is then shown instead; endless: none is
    (.5 in the general column: 38.6, 32.9, 17.4)."""
    mostly_short: float = 1.0
    """How many times as often as the long form a short one must stand to be shown instead of it (99: 41.4, 36.2,
    17.8)."""


NAMES = 4
"""Names that a list may hold before the next ones count less."""

GENERAL = Weights()
"""For every language not named below."""
OPEN_COMPOUNDS = replace(
    GENERAL, common=-1.0, common_from=5e-5, phrase=0.0, letters=0.2, name_again=-0.2, position=0.4, spread=0.1,
    yake=0.2, title=-1.0, mostly_short=9.0, grown=0.5,
)  # fmt: skip
"""For languages that write as two words what others write as one ("rudal balistik"): single words say less there.
Judged on 221 articles of IndoSum whose headline the program does not see (benchmarks/fit_keywords.py): F1@10 of the
phrases that headline and human summary have in common, F of the words of the summary, share of the headline's words:
15.4, 51.3, 61.3 (the general column: 14.2, 43.7, 54.2; without the malus for further names 15.2, 50.5, 61.1, and 63 of
100 keywords are names, not 54; position .2: 15.0, 49.2, 59.9). All around is a plateau of .2 and .5 points."""
WRITTEN_APART = frozenset({"id", "ms"})
"""Languages with such compounds."""


def weights(language: str) -> Weights:
    """Return the weights for a language."""
    return OPEN_COMPOUNDS if language in WRITTEN_APART else GENERAL

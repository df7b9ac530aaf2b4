"""Candidate phrases become the article's keywords: weighed, freed of doubles and fragments, best first."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from telaah.analyse.candidates import HEADLINE, Candidate
from telaah.languages.frequencies import frequency
from telaah.model import Keyword

MOST = 10
"""Keywords an article has at most: what readers scan and what benchmarks of keywords count."""

# The weight of each sign, set by hand on a coarse grid over half of WikiNews (fr) and 110-PT-BN-KP (pt); the figures
# are F1@10 there: 40.5 and 32.0 with the weights as they stood, and with the one changed.
FREQUENCY = 1.0
"""Times the logarithm of how often the phrase stands outside longer candidates; the ruler for the others."""
NESTED = 0.5
"""Share of the occurrences inside a longer candidate that do not count for the shorter one (0.8: 41.0, 27.4)."""
POSITION = 0.25
"""Against phrases that come late: times the logarithm of the sentence (0: 39.9, 31.9)."""
IN_HEADLINE = 0.7
"""For phrases of the headline (0.4: 39.8, 31.9)."""
NAME = 0.4
"""For phrases that are names from end to end (0: 41.4, 30.0; readers look for names)."""
MIXED = -0.6
"""Against phrases that join a name to other words, mostly a verb and its object (0: 41.7, 30.1, and fragments show)."""
ONCE = -0.6
"""Against phrases of several words, not names, that stand only once (-.3: 40.7, 30.2)."""
HEADLINE_ONLY = -2.0
"""Against such a phrase where it stands in the headline alone: headlines are too terse to cut phrases from."""
RARITY = 0.15
"""Times the powers of ten by which the rarest word is rare in its language (0: 39.7, 32.2)."""
YAKE = 0.1
"""Times the negative logarithm of YAKE's score (0: 40.6, 32.1; .3: 40.3, 30.8)."""
YAKE_UNSCORED = 2.0
"""That logarithm for a phrase YAKE leaves out, "Kim Jong Un" or "AS": what a middling candidate has."""
COMMON = -0.6
"""Against a single word, not a name, that is `COMMON_FROM` or more of its language: alone it says
little (0: 41.1, 31.7, and words such as "beli" and "penuh" show)."""
COMMON_FROM = 1e-4
"""Share of running words; one in ten thousand, the commonest 1,500 words or so."""
OVERLAP = 0.4
"""Share of the shorter phrase's words from which two phrases say the same and the weaker goes (.6: .3 points less)."""
CENTRE = 2.0
"""The weight shown as a score of one half: the tenth phrase of a news article of 300 words has about this one."""
SHORT_FORM_OF = 3
"""Words in the longest name whose first or last word may stand for it alone."""
ACRONYM = 5
"""Letters up to which a word in capitals is an acronym, not the short form of a name."""


def keywords(candidates: Sequence[Candidate], language: str) -> tuple[Keyword, ...]:
    """Return up to `MOST` keywords, best first; scores lie between 0 and 1, rounded to 4 digits.

    Ties go to the phrase that comes first, then to the alphabet.
    """
    merged = _with_short_forms(candidates)
    longer = _counts_inside(merged)
    weighed = sorted(
        ((_weight(phrase, longer.get(phrase.keys, 0), language), phrase) for phrase in merged),
        key=lambda pair: (-pair[0], _first(pair[1]), pair[1].keys),
    )
    chosen: list[tuple[float, Candidate]] = []
    for weight, phrase in weighed:
        if weight > -math.inf and not any(_overlap(phrase, other) for _, other in chosen):
            chosen.append((weight, phrase))
        if len(chosen) == MOST:
            break
    return tuple(Keyword(phrase.text, round(1 / (1 + math.exp(CENTRE - weight)), 4)) for weight, phrase in chosen)


def _with_short_forms(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Let "Putin" count for "Vladimir Putin" and "Kim" for "Kim Jong Un", where the long form comes first.

    News writes a name out before it shortens it. A name that another follows at once ("Presiden Rusia" before
    "Vladimir Putin") is a title, and names whose other words stand alone too are left as they are.
    """
    by_keys = {phrase.keys: phrase for phrase in candidates}
    longs = [
        phrase for phrase in candidates if 1 < len(phrase.keys) <= SHORT_FORM_OF == max(SHORT_FORM_OF, phrase.names)
    ]
    stands_for: dict[tuple[str, ...], list[Candidate]] = {}
    for short in candidates:
        if len(short.keys) > 1 or not short.names or (short.text.isupper() and len(short.text) <= ACRONYM):
            continue
        forms = [long for long in longs if _written_out(long, short, by_keys)]
        if forms:
            best = min(forms, key=lambda long: (-long.count, _first(long), long.keys))
            stands_for.setdefault(best.keys, []).append(short)
    gone = {short.keys for shorts in stands_for.values() for short in shorts}
    return tuple(_joined(phrase, stands_for.get(phrase.keys, [])) for phrase in candidates if phrase.keys not in gone)


def _written_out(long: Candidate, short: Candidate, by_keys: Mapping[tuple[str, ...], Candidate]) -> bool:
    if (
        long.names < len(long.keys)
        or long.before_name
        or long.first is None
        or (short.first or long.first) < long.first
    ):
        return False
    word = short.keys[0]
    others = long.keys[1:] if long.keys[0] == word else long.keys[:-1]
    fits = long.keys[0] == word or (long.keys[-1] == word and len(long.keys) == 2)
    return fits and not any((other,) in by_keys for other in others)


def _joined(phrase: Candidate, shorts: Sequence[Candidate]) -> Candidate:
    if not shorts:
        return phrase
    count = phrase.count + sum(short.count for short in shorts)
    return replace(phrase, count=count, in_headline=phrase.in_headline or any(short.in_headline for short in shorts))


def _counts_inside(candidates: Sequence[Candidate]) -> Mapping[tuple[str, ...], int]:
    """Return for each phrase the count of the most frequent longer one that holds it."""
    inside: dict[tuple[str, ...], int] = {}
    for phrase in candidates:
        size = len(phrase.keys)
        for start in range(size):
            for end in range(start + 1, size + 1):
                if end - start < size:
                    part = phrase.keys[start:end]
                    inside[part] = max(inside.get(part, 0), phrase.count)
    return inside


def _weight(phrase: Candidate, inside: int, language: str) -> float:
    free = phrase.count - NESTED * inside
    if free <= 0:
        return -math.inf
    size = len(phrase.keys)
    rarity = max(-math.log10(frequency(key, language)) for key in phrase.keys)
    yake = YAKE_UNSCORED if phrase.yake is None else -math.log(max(phrase.yake, 1e-9))
    weight = (
        FREQUENCY * math.log(free + 0.5) - POSITION * math.log(1 + _first(phrase)[0]) + RARITY * rarity + YAKE * yake
    )
    weight += IN_HEADLINE * phrase.in_headline + NAME * (phrase.names == size) + MIXED * (0 < phrase.names < size)
    if size == 1 and not phrase.names and frequency(phrase.keys[0], language) >= COMMON_FROM:
        weight += COMMON
    if size > 1 and phrase.names < size and phrase.count == 1:
        weight += HEADLINE_ONLY + ONCE if phrase.in_headline else ONCE
    return weight


def _first(phrase: Candidate) -> tuple[int, int]:
    return (HEADLINE, 0) if phrase.in_headline else phrase.first or (HEADLINE, 0)


def _overlap(phrase: Candidate, other: Candidate) -> bool:
    mine, theirs = set(phrase.keys), set(other.keys)
    return len(mine & theirs) > OVERLAP * min(len(mine), len(theirs))

"""Candidate phrases become the article's keywords: weighed, freed of doubles and fragments, best first."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence

from telaah.analyse.candidates import Candidate, first_place
from telaah.analyse.short_forms import with_short_forms
from telaah.analyse.weights import NAMES, Weights
from telaah.languages.frequencies import frequency
from telaah.languages.naming import Naming
from telaah.model import Keyword

MOST = 10
"""Keywords an article has at most: what readers scan and what benchmarks of keywords count."""
YAKE_UNSCORED = 2.0
"""The logarithm of YAKE's score for a phrase it leaves out, "Kim Jong Un" or "AS": what a middling candidate has."""
OVERLAP = 0.3
"""Share of the shorter phrase's words from which two phrases say the same and the weaker goes (.6: .3 points less)."""
LEAST = -1.0
"""The weight below which a phrase is not shown even where there are fewer than ten: fragments, slips of headlines."""
_ADDRESS = re.compile(r"[\w-]+\.(?:com?|net|org|info|news|tv|[a-z]{2})(?:\.[a-z]{2})?")
"""A site's address: a name, a full stop and a common ending or a country's."""
_Weighed = tuple[float, Candidate]

CENTRE = 2.0
"""The weight shown as a score of one half: the tenth phrase of a news article of 300 words has about this one."""


def keywords(
    candidates: Sequence[Candidate],
    naming: Naming,
    barred: frozenset[str],
    table: Weights,
) -> tuple[Keyword, ...]:
    """Return up to `MOST` keywords, best first; scores lie between 0 and 1, rounded to 4 digits.

    `barred` are phrases that are none, in lower case and without blanks: the outlet's own names. Addresses of sites
    ("kabar.id") are none unless the headline has them. Ties go to the phrase that comes first, then to the alphabet.
    """
    merged = with_short_forms(candidates, table.mostly_short)
    longer, holders = _counts_inside(merged), _by_word(merged)
    names: list[tuple[float, Candidate]] = []
    others: list[tuple[float, Candidate]] = []
    for phrase in merged:
        weight = _weight(phrase, longer.get(phrase.keys, 0), naming, table)
        everyday = weight > LEAST and _is_everyday(phrase, naming, table) and _grown(phrase, holders, table) is phrase
        weight += table.common * everyday
        if weight > LEAST and "".join(phrase.keys) not in barred and not _is_address(phrase):
            (names if everyday or _is_name(phrase) else others).append((weight, phrase))
    chosen: list[_Weighed] = []
    for weight, found in _in_turn(names, others, chosen, table):
        phrase = _grown(found, holders, table)
        if not any(_overlap(phrase, other) for _, other in chosen):
            chosen.append((weight, phrase))
        if len(chosen) == MOST:
            break
    return tuple(
        Keyword(phrase.text, round(1 / (1 + math.exp(CENTRE - weight)), 4))
        for weight, phrase in sorted(chosen, key=_order)
    )


def _in_turn(
    names: Sequence[_Weighed], others: Sequence[_Weighed], chosen: Sequence[_Weighed], table: Weights
) -> Iterator[_Weighed]:
    """Give the weighed phrases, best first; a name's turn comes the later, the more names are `chosen` by then.

    Its weight is its own: it says how much the article is about it, not how many others stand beside it. Everyday words
    stand among the names here: what a further name gives way to is a word that says more, and they do not.
    """
    names, others = sorted(names, key=_order, reverse=True), sorted(others, key=_order, reverse=True)
    while names or others:
        before = sum(_is_name(phrase) for _, phrase in chosen)
        malus = table.name_again * max(0, before + 1 - NAMES)
        late = bool(names and others) and _order(others[-1]) < _order((names[-1][0] + malus, names[-1][1]))
        yield (others if late or not names else names).pop()


def _is_address(phrase: Candidate) -> bool:
    """Say whether a name is a site's, from which the report comes: the headline has it not."""
    return bool(phrase.names) and not phrase.in_headline and _ADDRESS.fullmatch(phrase.keys[-1]) is not None


def _order(weighed: _Weighed) -> tuple[float, tuple[int, int], tuple[str, ...]]:
    weight, phrase = weighed
    return -weight, first_place(phrase), phrase.keys


def _is_name(phrase: Candidate) -> bool:
    return phrase.names == len(phrase.keys)


def _counts_inside(candidates: Sequence[Candidate]) -> Mapping[tuple[str, ...], int]:
    """Return for each phrase the count of the most frequent longer one that holds it."""
    inside: dict[tuple[str, ...], int] = {}
    for phrase in candidates:
        size = len(phrase.keys)
        if size == 1:
            continue
        for start in range(size):
            for end in range(start + 1, size + 1):
                part = phrase.keys[start:end]
                if end - start < size and inside.get(part, 0) < phrase.count:
                    inside[part] = phrase.count
    return inside


def _by_word(candidates: Sequence[Candidate]) -> Mapping[str, Sequence[Candidate]]:
    """Return the candidates that hold a word, by the word, in their order."""
    found: dict[str, list[Candidate]] = {}
    for phrase in candidates:
        for key in dict.fromkeys(phrase.keys):
            found.setdefault(key, []).append(phrase)
    return found


def _weight(phrase: Candidate, inside: int, naming: Naming, table: Weights) -> float:
    free = phrase.count - table.nested * inside
    if free <= 0 or _is_passing(phrase, naming) or _is_title(phrase, naming):
        return -math.inf
    rarest = min([frequency(key, naming.code) for key in phrase.keys])
    yake = YAKE_UNSCORED if phrase.yake is None else -math.log(max(phrase.yake, 1e-9))
    weight = (
        table.frequency * math.log(free + 0.5)
        - table.position * math.log(1 + first_place(phrase)[0])
        - table.rarity * math.log10(rarest)
        + table.yake * yake
        + table.letters * math.log(max(map(len, phrase.keys)))
        + table.in_headline * phrase.in_headline
        + table.spread * math.log(1 + phrase.last - (phrase.first or (phrase.last, 0))[0])
        + table.never_alone * (2 <= phrase.count <= inside)
    )
    if _is_name(phrase):
        many = len(phrase.keys) > 1
        return weight + table.name + table.name_once * (phrase.count == 1) + table.phrase * many
    if table.title and " ".join(phrase.keys) in naming.titles:
        weight += table.title + table.headline_only * (phrase.first is None)
    return weight + _of_words(phrase, table)


def _is_passing(phrase: Candidate, naming: Naming) -> bool:
    """Say whether words joined by "dan" or the like stand together once, in the text: no term but a passing remark."""
    once = phrase.count == 1 and not phrase.in_headline and not _is_name(phrase)
    return once and not naming.joiners.isdisjoint(phrase.keys[1:-1])


def _is_title(phrase: Candidate, naming: Naming) -> bool:
    """Say whether a phrase is a title with what it is of, or a piece of one, that stands before a name."""
    return phrase.before_name and len(phrase.keys) > 1 and phrase.keys[0] in naming.titles


def _of_words(phrase: Candidate, table: Weights) -> float:
    if len(phrase.keys) == 1:
        return 0.0
    headline_only = phrase.count == 1 and phrase.in_headline
    return table.phrase + table.mixed * (phrase.names > 0) + table.headline_only * headline_only


def _is_everyday(phrase: Candidate, naming: Naming, table: Weights) -> bool:
    """Say whether a phrase is a single word that everybody uses all the time."""
    return len(phrase.keys) == 1 and not phrase.names and frequency(phrase.keys[0], naming.code) >= table.common_from


def _grown(phrase: Candidate, holders: Mapping[str, Sequence[Candidate]], table: Weights) -> Candidate:
    """Return the longer phrase that this one is short for: "kekurangan pasokan" for "pasokan".

    Its mentions stand mostly in longer ones that come twice or more; or a terse headline cut it off, and the text goes
    on after it wherever it has it; or most of them stand in one with a name ("intelijen AS" for "intelijen").
    """
    if phrase.names or phrase.count < 2 or table.grown == math.inf:
        return phrase
    size = len(phrase.keys)
    longer = [other for other in holders.get(phrase.keys[0], ()) if _holds(other.keys, phrase.keys)]
    words = [other for other in longer if not other.names]
    forms = [other for other in words if other.count >= 2]
    if sum(other.count for other in forms if len(other.keys) == size + 1) < table.grown * phrase.count:
        whole = phrase.below if phrase.in_headline else 0
        forms = [other for other in words if other.below == whole and other.keys[:size] == phrase.keys] if whole else []
    if not forms:
        named = [other for other in longer if other.names and 2 <= other.count >= table.grown * phrase.count]
        return min(named, key=lambda other: (-other.count, -len(other.keys), first_place(other)), default=phrase)
    return min(forms, key=lambda other: (-len(other.keys), -other.count, first_place(other)))


def _holds(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    size = len(shorter)
    return len(longer) > size and any(longer[at : at + size] == shorter for at in range(len(longer) - size + 1))


def _overlap(phrase: Candidate, other: Candidate) -> bool:
    """Say whether two phrases say the same. A name of one word and a longer phrase do not ("AS", "intelijen AS")."""
    shorter, longer = sorted((phrase, other), key=lambda each: len(each.keys))
    if shorter.names and longer.names and len(shorter.keys) == 1 < len(longer.keys):
        return False
    return len({*shorter.keys} & {*longer.keys}) > OVERLAP * len({*shorter.keys})

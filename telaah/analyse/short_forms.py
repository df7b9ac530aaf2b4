"""Short forms of names become mentions of the name written out: "Putin" counts for "Vladimir Putin"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from telaah.analyse.candidates import Candidate, first_place
from telaah.analyse.name_words import PIECE, is_clipped

LONGEST = 3
"""Words in the longest name whose first or last word may stand for it alone."""
ACRONYM = 5
"""Letters up to which a word in capitals is an acronym, not the short form of a name."""


def with_short_forms(candidates: Sequence[Candidate], mostly_short: float) -> tuple[Candidate, ...]:
    """Return the candidates without short forms of names that are written out, which count for the long ones.

    News writes a name out before it shortens it. A name that another follows at once ("Presiden Rusia" before
    "Vladimir Putin") is a title, and names whose other words stand alone too are left as they are, as are short forms
    that stand more than `mostly_short` times as often. An acronym and the one name with its initials are one
    ("Amerika Serikat", "AS"), in the form that stands more often; so are a clipped name and the whole ("Korut").
    """
    candidates = _with_acronyms(candidates)
    by_keys = {phrase.keys: phrase for phrase in candidates}
    longs: dict[str, list[Candidate]] = {}
    for phrase in candidates:
        if 1 < len(phrase.keys) <= LONGEST and _spells_out(phrase):
            for word in dict.fromkeys((phrase.keys[0], phrase.keys[-1])):
                longs.setdefault(word, []).append(phrase)
    stands_for: dict[tuple[str, ...], list[Candidate]] = {}
    for short in candidates:
        if len(short.keys) > 1 or not short.names or _acronym(short):
            continue
        near = longs.get(short.keys[0], ())
        forms = [long for long in near if _is_form(long, short, by_keys) and short.count <= mostly_short * long.count]
        if forms:
            best = min(forms, key=lambda long: (-long.count, first_place(long), long.keys))
            stands_for.setdefault(best.keys, []).append(short)
    gone = {short.keys for shorts in stands_for.values() for short in shorts}
    return tuple(_joined(phrase, stands_for.get(phrase.keys, [])) for phrase in candidates if phrase.keys not in gone)


def _with_acronyms(candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Return the candidates with each acronym and the name it stands for as one, in the form that stands more often."""
    pairs: dict[str, list[Candidate]] = {}
    written: dict[str, list[Candidate]] = {}
    for phrase in candidates:
        if phrase.names == len(phrase.keys) == 2:
            pairs.setdefault(phrase.keys[0][:PIECE], []).append(phrase)
        if phrase.names == len(phrase.keys) > 1:
            initials = "".join(part[:1] for key in phrase.keys for part in key.split("-"))
            written.setdefault(initials, []).append(phrase)
    joined: dict[tuple[str, ...], Candidate | None] = {}
    for short in candidates:
        longs = written.get(short.keys[0], []) if _acronym(short) else _clipped(short, pairs)
        if len(longs) == 1:
            kept, gone = sorted((longs[0], short), key=lambda phrase: -phrase.count)
            joined[kept.keys], joined[gone.keys] = _joined(kept, [gone]), None
    return [each for phrase in candidates if (each := joined.get(phrase.keys, phrase))]


def _acronym(phrase: Candidate) -> bool:
    return len(phrase.keys) == 1 and bool(phrase.names) and phrase.text.isupper() and len(phrase.text) <= ACRONYM


def _clipped(short: Candidate, pairs: Mapping[str, Sequence[Candidate]]) -> list[Candidate]:
    """Return the names of two words whose beginnings a name of one word joins: "Korea Utara" for "Korut".

    `pairs` are names of two words by the beginning of the first.
    """
    key = short.keys[0]
    if len(short.keys) > 1 or not short.names:
        return []
    return [pair for pair in pairs.get(key[:PIECE], ()) if is_clipped(key, pair.keys)]


def _spells_out(phrase: Candidate) -> bool:
    return phrase.names == len(phrase.keys) and not phrase.before_name and phrase.first is not None


def _is_form(long: Candidate, short: Candidate, by_keys: Mapping[tuple[str, ...], Candidate]) -> bool:
    if short.first is not None and long.first is not None and short.first < long.first:
        return False
    word = short.keys[0]
    others = long.keys[1:] if long.keys[0] == word else long.keys[:-1]
    fits = long.keys[0] == word or (long.keys[-1] == word and len(long.keys) == 2)
    return fits and not any((other,) in by_keys for other in others)


def _joined(phrase: Candidate, shorts: Sequence[Candidate]) -> Candidate:
    if not shorts:
        return phrase
    places = [each.first for each in (phrase, *shorts) if each.first is not None]
    return replace(
        phrase,
        count=phrase.count + sum(short.count for short in shorts),
        below=phrase.below + sum(short.below for short in shorts),
        first=min(places, default=None),
        last=max(each.last for each in (phrase, *shorts)),
    )

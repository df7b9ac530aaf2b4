"""The names in an article become persons, organisations, places and others, short forms with the long one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from telaah.analyse.name_parts import Part, name_parts
from telaah.analyse.name_words import (
    LONGEST_KNOWN,
    PIECE,
    is_acronym,
    is_clipped,
    is_common,
    is_known,
    known_length,
    phrase,
)
from telaah.analyse.names import Span
from telaah.analyse.own_names import is_own, own_signs
from telaah.analyse.words import Line, Text, Word
from telaah.languages.naming import Naming
from telaah.languages.scripts import printed_together
from telaah.model import Name, NameKind

SIGNS: Mapping[str, tuple[NameKind, float]] = {
    "known person": ("person", 4.0),
    "known organisation": ("organisation", 4.0),
    "known place": ("place", 4.0),
    "organisation word": ("organisation", 3.0),  # "Partai ...", "Universitas ..."
    "organisation end": ("organisation", 2.0),  # "... Tbk", "... University"
    "place word": ("place", 3.0),  # "Gunung ...", "Jalan ..."
    "direction": ("place", 2.0),  # "... Selatan"
    "title": ("person", 2.5),  # "Presiden ..." before it
    "particle": ("person", 2.0),  # "... bin ..."
    "speech": ("person", 1.5),  # "kata ..." beside it
    "before place": ("place", 1.2),  # "di ..."
    "in a place": ("place", 0.7),  # "..., Jakarta Barat"
    "before organisation": ("organisation", 1.5),  # "maskapai ..."
    "acronym": ("organisation", 2.0),
    "acronym inside": ("organisation", 1.5),
    "address": ("organisation", 3.0),  # "detik.com"
    "two words": ("person", 0.5),
    "other word": ("other", 3.0),  # "Piala ..."
    "figures": ("other", 4.0),
    "common word": ("other", 1.0),
    "nothing": ("person", 0.3),
    "alone": ("other", 0.4),
}
"""Sign -> the kind it speaks for and how loudly; set by hand on the given half of idner-news-2k. F1 with kind there is
71.7; .3 less without "in a place" and "before organisation". Before these, of 70.5: 33 when every name is a person, 65
without "known place", 69 without "before place", 70.7 without "speech", which decides in articles what a single
sentence cannot."""
OTHERS = 2
"""Mentions from which a name that is of no person, organisation or place is kept: below are headings and slips."""


@dataclass(slots=True)
class _Found:
    """What is known of one printed name: its lower-case words, how often it stands there, votes for its kind, signs."""

    keys: tuple[str, ...]
    count: int = 0
    votes: dict[NameKind, float] = field(default_factory=dict)
    signs: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Index:
    """Names in their order: the first of certain initials, those that begin or end with a word, pairs by a beginning.

    An article of a million words has as many names as words that may be short for one.
    """

    found: Mapping[str, _Found]
    spelt: Mapping[str, str]
    at_edge: Mapping[str, Sequence[str]]
    pairs: Mapping[str, Sequence[str]]


NOTHING = _Index({}, {}, {}, {})


def kinds(text: Text, spans: Sequence[Sequence[Span]], naming: Naming) -> tuple[Name, ...]:
    """Return the article's names in the order of their first mention, each with its short forms."""
    found: dict[str, _Found] = {}
    for line, runs in zip(text.lines, spans, strict=True):
        bare, cut = _without_clitics(line, runs, naming)
        for start, end in cut:
            for part in name_parts(bare, start, end, naming):
                _count(bare, part, naming, found)
    if naming.capital_nouns:
        own = _index({name: entry for name, entry in found.items() if is_own(entry.signs)})
        found = {name: entry for name, entry in found.items() if is_own(entry.signs) or _is_part(entry, own)}
    every = _index(found)
    told = {name: _kind(entry, every) for name, entry in found.items()}
    kept = {name: kind for name, kind in told.items() if kind != "other" or found[name].count >= OTHERS}
    index = _index({name: found[name] for name in kept})
    forms: dict[str | None, list[str]] = {}
    for name in kept:
        forms.setdefault(_long_form(name, kept, index), []).append(name)
    return tuple(Name(name, kept[name], tuple(forms.get(name, ()))) for name in forms.get(None, ()))


def _index(found: Mapping[str, _Found]) -> _Index:
    first: dict[str, str] = {}
    at_edge: dict[str, list[str]] = {}
    pairs: dict[str, list[str]] = {}
    for name, entry in found.items():
        first.setdefault(_initials(name), name)
        if len(entry.keys) == 2:
            pairs.setdefault(entry.keys[0][:PIECE], []).append(name)
        for word in dict.fromkeys((entry.keys[0], entry.keys[-1])) if len(entry.keys) > 1 else ():
            at_edge.setdefault(word, []).append(name)
    return _Index(found, first, at_edge, pairs)


def _without_clitics(line: Line, runs: Sequence[Span], naming: Naming) -> tuple[Line, Sequence[Span]]:
    """Return a line whose names end before what hangs on them: "Putin" of "Putin's", "Jakarta" of "Jakarta-lah"."""
    hang = {at for start, end in runs for at in range(start, end) if line[at].key.endswith(naming.clitics)}
    if not hang:
        return line, runs
    bare = tuple(_bare(word, naming) if at in hang else word for at, word in enumerate(line))
    cuts = ((start, *sorted(at + 1 for at in hang if start <= at < end - 1), end) for start, end in runs)
    return bare, tuple(span for ends in cuts for span in pairwise(ends))


def _bare(word: Word, naming: Naming) -> Word:
    size = next(len(clitic) for clitic in naming.clitics if word.key.endswith(clitic))
    return replace(word, text=word.text[:-size], key=word.key[:-size]) if len(word.text) > size else word


def _count(line: Line, part: Part, naming: Naming, found: dict[str, _Found]) -> None:
    words = line[part.start : part.end]
    entry = found.setdefault(
        printed_together([word.text for word in words]), _Found(tuple([word.key for word in words]))
    )
    entry.count += 1
    if naming.capital_nouns:
        entry.signs.update(own_signs(words, line[part.start - 1] if part.start else None, naming))
    for signs in (_inside(words, naming), _form(words, part.titled, naming), _around(line, part, naming)):
        for sign in signs:
            kind, weight = SIGNS[sign]
            entry.votes[kind] = entry.votes.get(kind, 0.0) + weight
            entry.signs.add(sign)


def _is_part(entry: _Found, own: _Index) -> bool:
    """Say whether a single word is part of a name of several."""
    return len(entry.keys) == 1 and entry.keys[0] in own.at_edge


def _inside(words: Sequence[Word], naming: Naming) -> Iterator[str]:
    """Give the signs of words that the language knows."""
    if is_known(words, naming.persons):
        yield "known person"
    if is_known(words, naming.organisations):
        yield "known organisation"
    if is_known(words, naming.places):
        yield "known place"
    if words[-1].key in naming.directions:
        yield "direction"
    if words[0].key in naming.other_words:
        yield "other word"
    if len(words) > 1:
        yield from _edges(words, naming)


def _edges(words: Sequence[Word], naming: Naming) -> Iterator[str]:
    agency = phrase(words[:2]) in naming.organisation_words  # "Kantor Berita": its first word alone is of places
    if agency or words[0].key in naming.organisation_words:
        yield "organisation word"
    elif words[0].key in naming.place_words:
        yield "place word"
    if words[-1].key in naming.organisation_ends:
        yield "organisation end"
    if any(word.key in naming.particles for word in words[1:-1]):
        yield "particle"


def _form(words: Sequence[Word], titled: bool, naming: Naming) -> Iterator[str]:
    """Give the signs of capitals, figures and frequency."""
    yield "nothing"
    if len(words) == 1 and not titled and not naming.lone:
        yield "alone"
    if any(letter.isdigit() for word in words for letter in word.text):
        yield "figures"
    if any(is_acronym(word) for word in words):
        yield "acronym inside" if len(words) > 1 else "acronym"
    elif not titled and all(is_common(word, naming) for word in words):
        yield "common word"
    if len(words) > 1:
        if not any(word.text.isupper() for word in words):
            yield "two words"
    elif "." in words[0].text.strip("."):
        yield "address"
    elif _is_pair(words[0].text) and not is_acronym(words[0]):
        yield "other word"


def _is_pair(text: str) -> bool:
    """Say whether a word joins two names, "Prabowo-Hatta": it is the name of neither."""
    one, dash, other = text.partition("-")
    return bool(dash) and len(one) > len("Al") and one[:1].isupper() and other[:1].isupper()


def _around(line: Line, part: Part, naming: Naming) -> Iterator[str]:
    """Give the signs of what stands beside a name; beside an acronym it says nothing: "kata DPR", "di DPR"."""
    first = line[part.start]
    if is_acronym(first) and part.end == part.start + 1:
        return
    if part.titled and first.key not in naming.organisation_words and first.key not in naming.organisations:
        yield "title"
    before = line[part.start - 1].key if part.start else ""
    after = line[part.end].key if part.end < len(line) else ""
    beyond = line[part.end : part.end + LONGEST_KNOWN]
    if before in naming.speech or after in naming.speech:
        yield "speech"
    if before in naming.before_places:
        yield "before place"
    elif before in naming.before_organisations:
        yield "before organisation"
    elif part.end < len(line) and not line[part.end].joined and known_length(beyond, naming.places):
        yield "in a place"


def _kind(entry: _Found, index: _Index) -> NameKind:
    """Return the kind with most votes; a short form counts its long form's too: "Kim" is what "Kim Jong Un" is."""
    votes = dict(entry.votes)
    if len(entry.keys) == 1:
        word = entry.keys[0]
        if word in index.spelt:
            return _kind(index.found[index.spelt[word]], NOTHING)
        for name in index.at_edge.get(word, ()):
            votes["person"] = votes.get("person", 0.0) + index.found[name].votes.get("person", 0.0)
    return max(sorted(votes), key=lambda kind: votes[kind])


def _initials(name: str) -> str:
    """Return the first letters of a name of several words, in lower case: "as" for Amerika Serikat."""
    return "".join(word[0] for word in name.split() if word[0].isupper()).lower() if " " in name else ""


def _whole(word: str, kept: Mapping[str, NameKind], index: _Index) -> str | None:
    """Return the one name of two words, nobody's, whose beginnings a word joins: "Korea Utara" for "korut"."""
    near = (name for name in index.pairs.get(word[:PIECE], ()) if kept[name] != "person")
    fitting = [name for name in near if is_clipped(word, index.found[name].keys)]
    return fitting[0] if len(fitting) == 1 else None


def _long_form(short: str, kept: Mapping[str, NameKind], index: _Index) -> str | None:
    """Return the name that a single word stands for: its initials, its clipping, or the person mentioned most."""
    word, *more = index.found[short].keys
    if more:
        return None
    spelt_out = index.spelt.get(word) if short.isupper() else _whole(word, kept, index)
    if spelt_out or kept[short] != "person":
        return spelt_out
    fitting = [name for name in index.at_edge.get(word, ()) if kept[name] == "person"]
    return max(fitting, key=lambda name: index.found[name].count, default=None)

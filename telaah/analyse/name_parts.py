"""A capitalised run becomes the names in it: titles cut off, an organisation parted from its person."""

from collections.abc import Iterator
from dataclasses import dataclass

from telaah.analyse.name_words import LONGEST_KNOWN, is_acronym, is_known, is_personal, known_length, phrase
from telaah.analyse.openings import inflected
from telaah.analyse.words import Line
from telaah.languages.frequencies import frequency
from telaah.languages.naming import Naming

OPENS = 3e-6
"""Share of running words from which a first word before a known name is none of it: "Opsi" in "Opsi Golkar"."""


@dataclass(frozen=True, slots=True)
class Part:
    """A name in a line: its first word, the word after its last, and whether a title stands before it."""

    start: int
    end: int
    titled: bool


def name_parts(line: Line, start: int, end: int, naming: Naming) -> Iterator[Part]:
    """Give the names in the run from `start` to `end`, in order; titles and common words alone are none."""
    titled = _title_before(line, start, naming)
    while end > start and line[end - 1].key in naming.numbering:
        end -= 1
    while start < end:
        title = _title(line, start, end, naming)
        skipped = title or _idle(line, start, end, titled, naming)
        if skipped:
            start, titled = start + skipped, titled or title > 0
            continue
        person = _person(line, start, end, titled, naming)
        cut = person or _core(line, start, end, naming) or _place(line, start, end, titled, naming) or end
        part = Part(start, cut, titled and not person)
        if _is_name(line, part, naming):
            yield part
        start, titled = cut, titled or person > 0


def _title_before(line: Line, start: int, naming: Naming) -> bool:
    return line[start].joined and any(
        start >= size and phrase(line[start - size : start]) in naming.titles for size in range(1, LONGEST_KNOWN + 1)
    )


def _title(line: Line, start: int, end: int, naming: Naming) -> int:
    """Return how many words from `start` are a title, with what an office is for: "Menteri Luar Negeri"."""
    if known_length(line[start:end], naming.places) > 1:  # "Raja Ampat"
        return 0
    for size in range(min(LONGEST_KNOWN, end - start), 0, -1):
        words = phrase(line[start : start + size])
        if words in naming.titles or (size == 1 and words.endswith(naming.title_ends or ("\0",))):
            field = start + size
            while words in naming.offices and field < end and line[field].key in naming.fields:
                field += 1
            return field - start
    return 0


def _idle(line: Line, start: int, end: int, titled: bool, naming: Naming) -> int:
    """Return how many words from `start` are no part of the name after them: "Serangan" in "Serangan Israel"."""
    word, rest = line[start], line[start + 1 : end]
    if word.text in naming.particles or word.text in naming.joiners:  # what a title left behind
        return 1
    if not rest or word.text.isupper() or word.key in naming.common_nouns:
        return 0
    core = _core(line, start, end, naming)
    if core:
        return core - start
    if known_length(line[start:end], naming.known):
        return 0
    if start == 0 and not titled and frequency(word.key, naming.code) >= OPENS and word.key not in naming.known:
        return int(is_acronym(rest[0]) or known_length(rest, naming.known) > 0)
    if not inflected(word.key, naming):
        return 0
    return int(is_acronym(rest[0]) or is_personal(rest[0], naming) or known_length(rest, naming.known) > 0)


def _core(line: Line, start: int, end: int, naming: Naming) -> int:
    """Return where the core of an organisation's name begins, "Partai" in "Fraksi Partai Golkar", or 0."""
    return next((place for place in range(start + 1, end - 1) if line[place].key in naming.cores), 0)


def _person(line: Line, start: int, end: int, titled: bool, naming: Naming) -> int:
    """Return where the person begins in "Partai Golkar Aburizal Bakrie" or "DPR Fadli Zon", or 0."""
    first = line[start]
    known = known_length(line[start:end], naming.organisations)
    if first.key in naming.cores:
        known = 1 + after if (after := known_length(line[start + 1 : end], naming.organisations)) else 0
    if not (is_acronym(first) or known or (titled and first.key in naming.organisation_words)):
        return 0
    least = start + max(known, 1)
    personal = [is_personal(word, naming) for word in line[start:end]]
    for place in range(least, end):
        if (titled or end - place > 1) and all(personal[place - start :]):
            return 0 if any(personal[least - start : place - start]) else place
    return 0


def _place(line: Line, start: int, end: int, titled: bool, naming: Naming) -> int:
    """Return where a place before a title or a titled person ends: "Rusia" in "Presiden Rusia Vladimir Putin", or 0."""
    place = start + known_length(line[start:end], naming.places)
    return place if start < place < end and (titled or line[place].key in naming.titles) else 0


def _is_name(line: Line, part: Part, naming: Naming) -> bool:
    words = line[part.start : part.end]
    if is_known(words, naming.not_names):
        return False
    word = words[0]
    if len(words) > 1 or is_acronym(word) or is_known(words, naming.organisations):
        return True
    parts = (naming.common_nouns, naming.fields, naming.directions, naming.titles)
    return not any(word.key in each for each in parts)

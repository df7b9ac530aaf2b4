"""Sentences become on whose word they are: that of somebody who is called by what it is and not by name."""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from telaah.languages import Language, language
from telaah.languages.reporting import any_of, reporting
from telaah.languages.segments import BREAK, divided
from telaah.model import Analysis, Quote, Said

MODIFIERS = 5
"""Words that may say more about an unnamed source ("pejabat intelijen Amerika Serikat")."""
PLACE = 7
"""Words that may say where such a source belongs ("a source with knowledge of the talks")."""
REACH = 6
"""Sentences before a denial among which the accusation stands that it speaks of: about two paragraphs."""
BESIDE = 60
"""Letters behind an unnamed source in which a name must begin and end to be its: longer than any person's name."""

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, in lower case too, its place in the text, and whether only white space lies between it and the last."""

    text: str
    lower: str
    start: int
    end: int
    joined: bool


def refers_back(text: str, code: str) -> str:
    """Return the words of a sentence that stand for a claim made before it ("tuduhan itu"); nothing where none do."""
    lower = " ".join(text.lower().split())
    found = (each for each in reporting(code).refers if re.search(rf"(?<!\w){re.escape(each)}(?!\w)", lower))
    return next(found, "")


def denied_place(said: Sequence[Said], place: int, code: str) -> int:
    """Return the place of the sentence that the one at `place` denies: itself, or the one that it refers back to.

    An accusation is the nearest sentence that is worded as one; between it and its denial much may be said.
    """
    phrase = refers_back(said[place].sentence.text, code)
    if not phrase or not place:
        return place
    alleged = reporting(code).status["alleged"]
    if alleged.isdisjoint(phrase.split()):
        return place - 1
    before = range(place - 1, max(-1, place - 1 - REACH), -1)
    named = (n for n in before if "alleged" in said[n].status and "denied" not in said[n].status)
    return next(named, place - 1)


def unnamed(analysis: Analysis, said: Said) -> Quote | None:
    """Return the first source of a sentence that is called by what it is and not by name, as printed."""
    return _by_place(analysis, said.place).get(said.place) if said.sourced else None


def unnamed_sources(analysis: Analysis) -> tuple[Quote, ...]:
    """Return each unnamed source of an article once, where it is first told of."""
    told: dict[str, Quote] = {}
    for quote in _by_place(analysis, len(analysis.reading.said)).values():
        told.setdefault(quote.text.lower(), quote)
    return tuple(told.values())


def _by_place(analysis: Analysis, last: int) -> Mapping[int, Quote]:
    """Return the unnamed sources of the sentences up to the last one, in reading order: a later may mean an earlier."""
    found: dict[int, Quote] = {}
    for said in analysis.reading.said[: last + 1]:
        quote = _unnamed(analysis, said, found.values()) if said.sourced else None
        if quote:
            found[said.place] = quote
    return found


def _unnamed(analysis: Analysis, said: Said, told: Iterable[Quote]) -> Quote | None:
    """Return the first of a sentence; `told` are those of the sentences before, any of which it may stand for."""
    code = analysis.article.language
    words, sentence, text = reporting(code), said.sentence, said.sentence.text
    spoken = _spoken(text, language(code))
    for place, word in enumerate(spoken):
        first_last = _witness(spoken, place, text, code) if word.lower in words.sources else None
        if not first_last:
            continue
        first, last = first_last
        start, end = spoken[first].start, spoken[last].end
        hidden = _hidden(code).match(text, end)
        if not hidden and _refers(spoken, first, last, code):
            before = next((quote for quote in told if word.lower in quote.text.lower().split()), None)
            if before:
                return before
        elif hidden or not _named(analysis, text, spoken, last, text[start:end]):
            return Quote(analysis.article.id, sentence.paragraph, text, text[start : hidden.end() if hidden else end])
    return None


def _witness(spoken: list[_Word], place: int, text: str, code: str) -> tuple[int, int] | None:
    """Return the first and last word of a source, with where it belongs if need be; None where nothing rests on it."""
    first, last = _phrase(spoken, place, code)
    for end in dict.fromkeys((last, _with_place(spoken, last, code))):
        if _hidden(code).match(text, spoken[end].end) or _attributed(spoken, first, end, code):
            return first, end
    return None


@functools.cache
def _hidden(code: str) -> re.Pattern[str]:
    """Return the pattern of what says, behind a source, that it will not be named."""
    return re.compile(rf",?\s+(?:{any_of(reporting(code).hidden)})(?!\w)", re.IGNORECASE)


def _spoken(text: str, known: Language) -> list[_Word]:
    found: list[_Word] = []
    end = breaks = 0
    words = divided(text, known)
    for match in _WORD.finditer(words):
        gap = words[end : match.start()]
        breaks += gap.count(BREAK)  # which the text itself does not have
        joined = (
            gap == BREAK
            or gap.isspace()
            or (gap.lstrip(".").isspace() and bool(found) and _INITIALS.fullmatch(found[-1].text))
        )
        start, stop = match.start() - breaks, match.end() - breaks
        found.append(_Word(match[0], match[0].lower(), start, stop, bool(joined)))
        end = match.end()
    return found


def _phrase(spoken: list[_Word], place: int, code: str) -> tuple[int, int]:
    """Return the first and last word of a source with what is said of it ("seorang pejabat intelijen AS")."""
    words = reporting(code)
    first = last = place
    if words.modifiers_before:
        while first and place - first < MODIFIERS and spoken[first].joined and _modifies(spoken[first - 1], code):
            first -= 1
    else:
        while last + 1 < len(spoken) and last - place < MODIFIERS and spoken[last + 1].joined:
            after = spoken[last + 1]
            if not _modifies(after, code) and not _links(spoken, last + 1, code):
                break
            last += 1
    if first and spoken[first].joined and spoken[first - 1].lower in words.how_many:
        first -= 1
    return first, last


def _with_place(spoken: list[_Word], last: int, code: str) -> int:
    """Return the last word of what says where a source belongs, behind it ("an official at the ministry")."""
    words = reporting(code)
    ends, end = words.says | words.between, last + 1
    if end >= len(spoken) or not spoken[end].joined or spoken[end].lower not in words.attached:
        return last
    while end < len(spoken) and end <= last + PLACE and spoken[end].joined and spoken[end].lower not in ends:
        if spoken[end].lower in language(code).pronouns:
            return last
        end += 1
    return end - 1


def _modifies(word: _Word, code: str) -> bool:
    words = reporting(code)
    return not (
        word.lower in words.says
        or word.lower in words.between
        or word.lower in words.before
        or word.lower in words.how_many
        or (word.lower in language(code).function_words and not word.text.isupper())
    )


def _links(spoken: list[_Word], place: int, code: str) -> bool:
    """Say whether a small word joins two names of one source ("pejabat Rusia dan Korea Utara")."""
    if place + 1 >= len(spoken) or spoken[place].lower in reporting(code).says:
        return False
    before, after = spoken[place - 1], spoken[place + 1]
    return len(spoken[place].text) <= len("and") and before.text[0].isupper() and after.text[0].isupper()


def _refers(spoken: list[_Word], first: int, last: int, code: str) -> bool:
    """Say whether somebody told of before is meant ("kata pejabat itu", "the official said"), who may have a name."""
    after = spoken[last + 1].lower if last + 1 < len(spoken) else ""
    only = spoken[first].lower in reporting(code).told_of and last == first + 1
    return only or (after in language(code).demonstratives and spoken[last + 1].joined)


def _attributed(spoken: list[_Word], first: int, last: int, code: str) -> bool:
    """Say whether something is reported on the source's word: a word of saying stands before or behind it."""
    words = reporting(code)
    after = last + 1
    if first and spoken[first].joined:
        lead = spoken[first - 1].lower, f"{spoken[max(0, first - 2)].lower} {spoken[first - 1].lower}"
        # Of "said officials had left" nobody is the source yet; of "..., said officials." the officials are.
        ends = after == len(spoken) or not spoken[after].joined or lead[0] not in words.says
        if ends and not words.before.isdisjoint(lead):
            return True
    while after < len(spoken) and spoken[after].joined and spoken[after].lower in words.between:
        after += 1
    # Behind a comma the word of saying belongs to who comes after it ("... other people, said prosecutor Carter").
    return after < len(spoken) and spoken[after].joined and spoken[after].lower in words.says


def _named(analysis: Analysis, text: str, spoken: list[_Word], last: int, printed: str) -> bool:
    """Say whether a person's name stands in the phrase or next to it ("pejabat AS, John Kirby")."""
    beside = text[spoken[last].end :][:BESIDE].lstrip(" ,(")
    sources = reporting(analysis.article.language).sources
    people = [n.text for n in analysis.names if n.kind == "person" and n.text.split()[0].lower() not in sources]
    return any(name in printed or beside.startswith(name) for name in people)

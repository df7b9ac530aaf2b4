"""A figure or a date in its sentence becomes its frame: what stands right around it and says of what it is told."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from telaah.group.aligned import Passage
from telaah.group.roots import root
from telaah.group.speaking import SPOKEN, WORD, Speaking, says, without_money
from telaah.languages import language
from telaah.languages.reporting import Reporting, any_of, reporting
from telaah.languages.terms import STEM
from telaah.model import Act, Analysis, Figure, Quote

BEFORE = 6
"""Telling words before a figure that say what is told of it: the action stands nearest ("menimbun 12 rumah")."""
BEHIND = 3
"""Telling words behind it, within its clause ("12 people were killed")."""
LIMITS = 6
"""Words on either side, within the clause, among which stands what limits a figure ("each of 12 boats")."""
WHOLE = 4
"""Words before a figure among which a part of it may be told ("28 of his 68 punches")."""

REMEMBERED = 4096
"""Names of what is counted whose stems are remembered: figures are asked for them again and again."""
PEOPLE = "=people"
"""What stands for whoever is counted ("orang", "jiwa", "warga"); an act stands as its name behind the same sign."""

_NUMBER = re.compile(r"(?<![\w.,:])(?<![A-Z][ -])\d+(?:[.,:]\d+)*")
"""A number that is no part of a name ("AK 47")."""
_ASIDE = re.compile(r"\([^()]*\)")
_STOP = re.compile(r"[;:()\"“”]|\s[-–—]+\s|—")
_CLAUSE = re.compile(rf",|{_STOP.pattern}")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a figure, or a date, which counts nothing.

    `before` and `behind` are the roots of telling words, nearest first; `counted` the stems of what is counted,
    `things` their roots; `who` and `where` the stems of the nearest name before and behind it, the rarest first,
    `names` those of all in its clause.
    `limits` say of which part or occasion it is told, or that it is not so; `days` which weekdays or months its
    sentence names, `others` which other numbers. It is `whole` where a part of it is told ("28 of 41 passes"), and
    `vague` of whom it is told where the sentence begins with a pronoun. `act` is what became of whom it counts
    ("dead"), `share_of` the root of what it is a share of; it has `grown` where its sentence says so ("rose to 27").
    """

    before: tuple[str, ...]
    behind: tuple[str, ...]
    counted: frozenset[str]
    things: frozenset[str]
    who: tuple[str, ...]
    where: tuple[str, ...]
    names: frozenset[str]
    limits: frozenset[str]
    days: frozenset[str]
    others: frozenset[str]
    whole: bool
    vague: bool
    act: Act | None
    share_of: str
    grown: bool

    @property
    def nearest(self) -> frozenset[str]:
        """What is counted, and the telling word on either side of it."""
        return self.things.union(self.before[:1], self.behind[:1])

    @property
    def beside(self) -> frozenset[str]:
        """The telling words before and behind it."""
        return frozenset((*self.before, *self.behind))

    @property
    def around(self) -> frozenset[str]:
        """All that is told of it."""
        return self.things | self.beside


def counted(figure: Figure, code: str) -> frozenset[str]:
    """Return what a figure may share with another: a code, or the stems of what is counted, in this language."""
    return _things(figure.unit, code) if figure.kind == "count" else frozenset((figure.unit,))


@functools.lru_cache(maxsize=REMEMBERED)
def _things(unit: str, code: str) -> frozenset[str]:
    words, said = reporting(code), unit.lower().split()
    # Of "12 warga tewas" people are counted, of "12 rumah warga" houses.
    heads = words.persons.intersection((*said[:1], *said[-1:]) if words.modifiers_before else said[:1])
    stems = {f"={act}" if (act := words.acts.get(word)) else word[:STEM] for word in said if word not in heads}
    return frozenset(stems | {PEOPLE} if heads else stems)


def unit_stems(things: str) -> frozenset[str]:
    """Return the stems of what is counted, as printed."""
    return frozenset(word[:STEM] for word in things.lower().split())


def frame(quote: Quote, things: str, passage: Passage, analysis: Analysis) -> Frame:
    """Return what stands around the words that are meant in a sentence; `things` is what they count, if they do."""
    text, code = quote.sentence, analysis.article.language
    words = reporting(code)
    start = text.find(quote.text)
    left, right = text[:start], text[start + len(quote.text) :]
    before = WORD.findall(left)[::-1]
    clause = WORD.findall(_CLAUSE.split(left)[-1])[::-1], WORD.findall(_CLAUSE.split(right)[0])
    own = [word.lower() for word in things.split()]
    near = [list(takewhile(lambda word: _goes_on(word, words), side[:LIMITS])) for side in clause]
    said = WORD.findall(_STOP.split(_source(code).sub(" ", left))[-1])[::-1]
    told_before = list(takewhile(lambda word: word.lower() not in words.says, said))
    unpriced = without_money(left, code), without_money(right, code)
    named = WORD.findall(_CLAUSE.split(unpriced[0])[-1])[::-1], WORD.findall(_CLAUSE.split(unpriced[1])[0])
    tongue, speaking = language(code), Speaking(passage, analysis)
    calendar = frozenset((*tongue.weekdays, *tongue.months))
    stems = unit_stems(things)
    told_behind = speaking.telling(clause[1], stems)
    act = _act(own, told_before, clause[1], words) if own else None
    limiting = words.limits | words.negations | (words.grades if act else frozenset())
    return Frame(
        before=speaking.telling(told_before, stems)[:BEFORE],
        behind=told_behind[:BEHIND],
        counted=_things(things, code),
        things=frozenset(root(word, words) for word in own),
        who=speaking.nearest_name(WORD.findall(unpriced[0])[::-1], calendar, backwards=True),
        where=speaking.nearest_name(named[1], calendar),
        names=speaking.names(named[0], calendar) | speaking.names(named[1], calendar),
        limits=limiting.intersection(map(str.lower, (*near[0], *own, *near[1]))),
        days=frozenset(_days(WORD.findall(text), calendar, words)),
        others=frozenset(_NUMBER.findall(_ASIDE.sub(" ", f"{left} ; {right}"))),
        whole=_has_part(before[:WHOLE], words),
        vague=speaking.first.lower() in tongue.pronouns and not says(WORD.findall(text)[1:SPOKEN], words),
        act=act,
        grown=not words.grown.isdisjoint(map(str.lower, WORD.findall(text))),
        share_of=next(iter(told_behind), "") if _is_share_of(clause[1][:1], speaking, words) else "",
    )


@functools.cache
def _source(code: str) -> re.Pattern[str]:
    """Return the pattern of a clause that says on whose word a sentence is told ("Menurut camat, ...")."""
    return re.compile(rf"(?:^|[,;])\s*(?:{any_of(reporting(code).before)})\s[^,;]*,", re.IGNORECASE)


def _act(own: Sequence[str], before: Sequence[str], behind: Sequence[str], words: Reporting) -> Act | None:
    """Return what became of whom a figure counts: by the words it counts, right before it, behind it, before it."""
    near = (reversed(own), before[:1], takewhile(lambda word: _goes_on(word, words), behind))
    last = takewhile(lambda word: _goes_on(word, words), before)
    return next((act for said in (*near, last) for word in said if (act := words.acts.get(word.lower()))), None)


def _goes_on(word: str, words: Reporting) -> bool:
    """Say whether a word is still of the same figure: no other number, and nothing that joins another telling."""
    return not _is_number(word, words) and word.lower() not in words.joins


def _days(said: Sequence[str], calendar: frozenset[str], words: Reporting) -> Iterator[str]:
    """Give the weekdays and months of a sentence, but not the day on which somebody says so ("said Friday")."""
    for place, word in enumerate(said):
        if word[0].isupper() and word.lower() in calendar and not says(said[max(0, place - SPOKEN) : place], words):
            yield word.lower()


def _is_share_of(behind: Sequence[str], speaking: Speaking, words: Reporting) -> bool:
    """Say whether right behind a share stands what it is of ("60 percent of its revenue", "54 persen suara")."""
    return any(word.lower() in words.part_of or speaking.tells(word) for word in behind)


def _has_part(nearest: Sequence[str], words: Reporting) -> bool:
    """Say whether the words before a figure, nearest first, are a number and "of"."""
    return any(
        word.lower() in words.part_of and place + 1 < len(nearest) and _is_number(nearest[place + 1], words)
        for place, word in enumerate(nearest)
    )


def _is_number(word: str, words: Reporting) -> bool:
    return word[0].isdigit() or word.lower() in words.words

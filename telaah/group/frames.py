"""A figure or a date in its sentence becomes its frame: what stands right around it and says of what it is told."""

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

from telaah.group.aligned import Passage
from telaah.languages import language
from telaah.languages.reporting import Reporting, reporting
from telaah.languages.terms import STEM
from telaah.model import Analysis, Figure, Quote

BEFORE = 6
"""Telling words before a figure that say what is told of it: the action stands nearest ("menimbun 12 rumah")."""
BEHIND = 3
"""Telling words behind it, within its clause ("12 people were killed")."""
SHARED = 2
"""Telling words around both from which it is enough that the nearest of one stands around the other."""
LIMITS = 6
"""Words on either side, within the clause, among which stands what limits a figure ("each of 12 boats")."""
WHOLE = 4
"""Words before a figure among which a part of it may be told ("28 of his 68 punches")."""

ROOT = 4
"""Letters by which words around figures are compared in a language with prefixes."""
REMEMBERED = 4096
"""Names of what is counted whose stems are remembered: figures are asked for them again and again."""
BARE = 3
"""Letters that are left of a word at least without its prefix ("menyita", "disita")."""

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_NUMBER = re.compile(r"(?<![\w.,:])(?<![A-Z][ -])\d[\d.,:]*")
"""A number that is no part of a name ("AK 47")."""
_ASIDE = re.compile(r"\([^()]*\)")
_STOP = re.compile(r"[;:()\"“”]")
_CLAUSE = re.compile(r"[,;:()\"“”]")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a figure, or a date, which counts nothing.

    `before` and `behind` are the roots of telling words, nearest first; `counted` the stems of what is counted,
    `things` their roots; `who` and `where` the stems of the nearest name before and behind it, the rarest first.
    `limits` say of which part or occasion it is told, or that it is not so; `days` which weekdays or months its
    sentence names, `others` which other numbers. It is `whole` where a part of it is told ("28 of 41 passes"), and
    `vague` of whom it is told where the sentence begins with a pronoun.
    """

    before: tuple[str, ...]
    behind: tuple[str, ...]
    counted: frozenset[str]
    things: frozenset[str]
    who: tuple[str, ...]
    where: tuple[str, ...]
    limits: frozenset[str]
    days: frozenset[str]
    others: frozenset[str]
    whole: bool
    vague: bool

    @property
    def nearest(self) -> frozenset[str]:
        """What is counted, and the telling word on either side of it."""
        return self.things.union(self.before[:1], self.behind[:1])

    @property
    def around(self) -> frozenset[str]:
        """All that is told of it."""
        return self.things.union(self.before, self.behind)


def counted(figure: Figure) -> frozenset[str]:
    """Return what a figure may share with another: a code, or the stems of what is counted."""
    return _things(figure.unit) if figure.kind == "count" else frozenset((figure.unit,))


@functools.lru_cache(maxsize=REMEMBERED)
def _things(unit: str) -> frozenset[str]:
    return frozenset(_stems(unit.split()))


def frame(quote: Quote, things: str, passage: Passage, analysis: Analysis) -> Frame:
    """Return what stands around the words that are meant in a sentence; `things` is what they count, if they do."""
    text, code = quote.sentence, analysis.article.language
    words = reporting(code)
    start = text.find(quote.text)
    left, right = text[:start], text[start + len(quote.text) :]
    before, behind = _WORD.findall(left)[::-1], _WORD.findall(right)
    clause = _WORD.findall(_CLAUSE.split(left)[-1])[::-1], _WORD.findall(_CLAUSE.split(right)[0])
    limiting = (*clause[0][:LIMITS], *things.split(), *clause[1][:LIMITS])
    own = frozenset(_stems(things.split()))
    tongue, speaking = language(code), _Speaking(passage, analysis)
    days = frozenset((*tongue.weekdays, *tongue.months))
    return Frame(
        before=speaking.telling(_WORD.findall(_STOP.split(left)[-1])[::-1], own)[:BEFORE],
        behind=speaking.telling(clause[1], own)[:BEHIND],
        counted=own,
        things=frozenset(root(word.lower(), words) for word in things.split()),
        who=speaking.nearest_name(before, days),
        where=speaking.nearest_name(clause[1], days),
        limits=(words.limits | words.negations).intersection(map(str.lower, limiting)),
        days=days.intersection(word.lower() for word in (*before, *behind) if word[0].isupper()),
        others=frozenset(_NUMBER.findall(_ASIDE.sub(" ", f"{left} ; {right}"))),
        whole=_has_part(before[:WHOLE], words.words, words.part_of),
        vague=speaking.first.lower() in tongue.pronouns,
    )


class _Speaking:
    """Knows of the words of a sentence which tell something and which are names."""

    def __init__(self, passage: Passage, analysis: Analysis) -> None:
        self.first = next(iter(_WORD.findall(passage.said.sentence.text)), "")
        self._passage = passage
        self._words = reporting(analysis.article.language)
        # A sentence's first word has a capital for another reason; it is a name where the article knows it as one.
        named = any(self.first in form.split() for name in analysis.names for form in name.printed)
        self._no_name = "" if named else self.first

    def telling(self, said: Sequence[str], own: frozenset[str]) -> tuple[str, ...]:
        """Return the stems of telling words that are no names and not what is counted."""
        plain, stems = self._passage.plain, self._passage.stems
        found = ((word.lower(), word.lower()[:STEM], word == self._no_name) for word in said)
        return tuple(
            root(word, self._words)
            for word, stem, first in found
            if stem not in own and (stem in plain or (first and stem in stems))
        )

    def nearest_name(self, said: Sequence[str], days: frozenset[str]) -> tuple[str, ...]:
        """Return the stems of the first name among these words, the rarest first."""
        stems = self._passage.stems
        capital = [word[0].isupper() and word != self._no_name and word.lower() not in days for word in said]
        start = next((place for place, upper in enumerate(capital) if upper), len(said))
        run = takewhile(lambda place: capital[place], range(start, len(said)))
        found = {stem for place in run if (stem := said[place].lower()[:STEM]) in stems}
        return tuple(sorted(found, key=lambda stem: (-stems[stem], stem)))


def root(word: str, words: Reporting) -> str:
    """Return by what a lower-case word is known in all its forms: "tewas" is that of "menewaskan" too."""
    if not words.prefixes:
        return word[:STEM]
    bare = next(
        (rest for each in words.prefixes if (rest := word.removeprefix(each)) != word and len(rest) >= BARE), word
    )
    return (bare[1:] if bare[0] in words.swallowed else bare)[:ROOT]


def of_one_thing(one: Frame, other: Frame, first: Passage, second: Passage) -> bool:
    """Say whether two figures of one unit, or two dates, are told of one thing by all that stands around them."""
    return (
        one.whole == other.whole
        and one.limits == other.limits
        and _meet(one.days, other.days)
        and _meet(one.others, other.others)
        and _one_action(one, other)
        and _counts_alike(one, other, first, second)
        and _no_other_name(one.who, other.who, first, second)
        and _no_other_name(one.where, other.where, first, second)
        and second.stems.keys() >= {*one.where[:1]}
        and first.stems.keys() >= {*other.where[:1]}
        and (not (one.vague or other.vague) or bool(_names(first) & _names(second)))
    )


def of_one_whole(one: Frame, other: Frame) -> bool:
    """Say whether two shares are of one whole, which stands right behind them ("60 percent of its revenue")."""
    return not (one.behind and other.behind) or one.behind[0] == other.behind[0]


def no_other_word(one: Frame, other: Frame) -> bool:
    """Say whether no word stands where the other has another, between words of both ("berangkat", "bersandar")."""
    said, also = ((*each.before[::-1], "", *each.behind) for each in (one, other))
    found = SequenceMatcher(None, said, also, autojunk=False).get_opcodes()
    return all(tag != "replace" for tag, *_ in found[1:-1])


def _one_action(one: Frame, other: Frame) -> bool:
    """Say whether what stands nearest to one stands around the other; before both, one of the two words does."""
    both = one.things & other.things
    near = [bool((near & around) - both) for near, around in ((one.nearest, other.around), (other.nearest, one.around))]
    if not all(near) and not (any(near) and len((one.around & other.around) - both) >= SHARED):
        return False
    if not (one.before and other.before):
        return True
    return one.before[0] in other.around or other.before[0] in one.around


def _counts_alike(one: Frame, other: Frame, first: Passage, second: Passage) -> bool:
    """Say whether what is counted is one: words that one has more stand in the other's sentence, or it has none."""
    more, less = one.counted - other.counted, other.counted - one.counted
    return not more or not less or more <= second.stems.keys() or less <= first.stems.keys()


def _no_other_name(one: tuple[str, ...], other: tuple[str, ...], first: Passage, second: Passage) -> bool:
    """Say whether not each of two names holds a word that the other's sentence lacks."""
    return second.stems.keys() >= {*one} or first.stems.keys() >= {*other}


def _names(passage: Passage) -> frozenset[str]:
    return frozenset(passage.stems) - passage.plain


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or not one.isdisjoint(other)


def _stems(words: Iterable[str]) -> list[str]:
    return [word.lower()[:STEM] for word in words]


def _has_part(nearest: Sequence[str], numbers: Iterable[str], part_of: frozenset[str]) -> bool:
    """Say whether the words before a figure, nearest first, are a number and "of"."""
    values = frozenset(numbers)
    return any(
        word.lower() in part_of and place + 1 < len(nearest) and _is_number(nearest[place + 1], values)
        for place, word in enumerate(nearest)
    )


def _is_number(word: str, numbers: frozenset[str]) -> bool:
    return word[0].isdigit() or word.lower() in numbers

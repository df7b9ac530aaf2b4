"""Articles that print the same words become pages that show them side by side, with what each changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeAlias

from telaah.model import Copies
from telaah.render.directory import Directory
from telaah.render.text import Shown
from telaah.render.view import ArticleLine, Link

MOST_WORDS = 4000
"""Words of a text up to which it is compared: the comparison takes 0.2 s there, and grows with the square."""
PAIRS = 4096
"""Comparisons that are kept for the trees of the other languages: some 10 KB each."""
BREAK = "\n"
"""Stands for the end of a paragraph among the words that are compared."""


Pair: TypeAlias = tuple[str, str, Copies]
"""The ids of two articles, the original or earlier first, and what they share."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row, `changed` where the other text does not have them."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts: its article, and its paragraphs in pieces."""

    line: ArticleLine
    paragraphs: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class ComparedPage:
    """Two articles side by side, the original or earlier first; `shared` in per cent, as printed."""

    path: str
    copy: bool
    shared: str
    sides: tuple[Side, Side]


@dataclass(frozen=True, slots=True)
class SameWords:
    """An article that prints the same words as another, how much of them, and where the two are compared."""

    line: ArticleLine
    copy: bool
    shared: str
    compared: Link | None


def compared_pairs(copies: Iterable[Copies], look: Directory) -> tuple[Pair, ...]:
    """Return the pairs that may be shown in full."""
    return tuple(pair for pair in _pairs(copies) if _may_compare(pair[0], pair[1], look))


def compared_page(pair: Pair, look: Directory) -> ComparedPage:
    """Return the page of a pair."""
    first, second, found = pair
    left, right = _sides(_words(look.shown[first]), _words(look.shown[second]))
    sides = Side(look.lines[first], left), Side(look.lines[second], right)
    return ComparedPage(_path(first, second), found.how == "copy", look.words.percent(found.shared), sides)


def same_words(copies: Iterable[Copies], look: Directory) -> Mapping[str, tuple[SameWords, ...]]:
    """Return, by article, the articles that print the same words."""
    made: dict[str, list[SameWords]] = {}
    for first, second, found in _pairs(copies):
        shared, copy = look.words.percent(found.shared), found.how == "copy"
        label = look.words.gettext("Compare the two texts")
        page = Link(label, _path(first, second)) if _may_compare(first, second, look) else None
        for own, other in ((first, second), (second, first)):
            made.setdefault(own, []).append(SameWords(look.lines[other], copy, shared, page))
    return {id_: tuple(found) for id_, found in made.items()}


def collapsed(lines: Sequence[ArticleLine], copied: Mapping[str, tuple[str, ...]]) -> tuple[ArticleLine, ...]:
    """Return a list in which a copy stands below its original, where both are in the list."""
    here = {line.id: line for line in lines}
    under = {first: tuple(here[id_] for id_ in copied[first] if id_ in here) for first in here if first in copied}
    hidden = {line.id for group in under.values() for line in group}
    kept = (line for line in lines if line.id not in hidden)
    return tuple(replace(line, copies=under[line.id]) if under.get(line.id) else line for line in kept)


def _pairs(copies: Iterable[Copies]) -> Iterator[Pair]:
    for found in copies:
        first, *others = found.articles
        for other in others:
            yield first, other, found


def _path(first: str, second: str) -> str:
    """Return the address of a pair; no id holds a full stop, so no two pairs share one."""
    return f"copies/{first}.{second}.html"


def _may_compare(first: str, second: str, look: Directory) -> bool:
    shown = [look.shown[first], look.shown[second]]
    return all(one.rights == "full" and len(_words(one)) <= MOST_WORDS for one in shown)


def _words(text: Shown) -> tuple[str, ...]:
    return tuple(word for block in text.blocks for word in (*block.text.split(), BREAK))


@lru_cache(PAIRS)
def _sides(
    one: tuple[str, ...], two: tuple[str, ...]
) -> tuple[tuple[tuple[Piece, ...], ...], tuple[tuple[Piece, ...], ...]]:
    left: list[tuple[str, bool]] = []
    right: list[tuple[str, bool]] = []
    for how, begin, end, start, stop in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        left += [(word, how != "equal") for word in one[begin:end]]
        right += [(word, how != "equal") for word in two[start:stop]]
    return _paragraphs(left), _paragraphs(right)


def _paragraphs(words: Iterable[tuple[str, bool]]) -> tuple[tuple[Piece, ...], ...]:
    """Join words into pieces and pieces into paragraphs."""
    paragraphs: list[tuple[Piece, ...]] = []
    pieces: list[Piece] = []
    for word, changed in words:
        if word == BREAK:
            paragraphs.append(tuple(pieces))
            pieces = []
        elif pieces and pieces[-1].changed == changed:
            pieces[-1] = Piece(f"{pieces[-1].text} {word}", changed)
        else:
            pieces.append(Piece(word, changed))
    return tuple(paragraphs)

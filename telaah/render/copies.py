"""Articles that print the same words become pages that show them side by side, with what each changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from telaah.model import Copies
from telaah.render.directory import Directory
from telaah.render.text import Shown
from telaah.render.view import ArticleLine, Link

MOST_WORDS = 4000
"""Words of a text up to which it is compared: the comparison takes 0.2 s there, and grows with the square."""
BREAK = "\n"
"""Stands for the end of a paragraph among the words that are compared."""


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


def compared_pages(copies: Iterable[Copies], look: Directory) -> Iterator[ComparedPage]:
    """Give a page for each pair that may be shown in full."""
    for first, second, found in _pairs(copies):
        if _may_compare(first, second, look):
            one, two = (_words(look.shown[id_]) for id_ in (first, second))
            left, right = _sides(one, two)
            sides = Side(look.lines[first], left), Side(look.lines[second], right)
            shared = look.words.percent(found.shared)
            yield ComparedPage(_path(first, second), found.how == "copy", shared, sides)


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


def collapsed(lines: Sequence[ArticleLine], copies: Iterable[Copies]) -> tuple[ArticleLine, ...]:
    """Return a list in which a copy stands below its original, where both are in the list."""
    here = {line.id: line for line in lines}
    under: dict[str, list[ArticleLine]] = {}
    for found in copies:
        if found.how == "copy" and found.articles[0] in here:
            first, *others = found.articles
            under.setdefault(first, []).extend(here[id_] for id_ in others if id_ in here)
    hidden = {line.id for group in under.values() for line in group}
    kept = (line for line in lines if line.id not in hidden)
    return tuple(replace(line, copies=tuple(under.get(line.id, ()))) for line in kept)


def _pairs(copies: Iterable[Copies]) -> Iterator[tuple[str, str, Copies]]:
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


def _words(text: Shown) -> list[str]:
    return [word for block in text.blocks for word in (*block.text.split(), BREAK)]


def _sides(
    one: Sequence[str], two: Sequence[str]
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

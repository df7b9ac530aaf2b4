"""What the pages of names print, one value for each."""

from dataclasses import dataclass

from telaah.model import NameKind
from telaah.render.firsts import Firsts
from telaah.render.split import Part
from telaah.render.view import ArticleLine, Count, KeyPoint, Link


@dataclass(frozen=True, slots=True)
class NamedFigures:
    """A sentence that holds a name and figures, to look up, and the figures as printed."""

    figures: tuple[str, ...]
    point: KeyPoint


@dataclass(frozen=True, slots=True)
class NamePage:
    """A name: what it is, how it is printed, who had it first, its articles by topic, figures and names beside it."""

    text: str
    lang: str | None
    kind: str
    count: int
    outlets: int
    forms: tuple[str, ...]
    by_desk: bool
    first: Firsts
    groups: tuple[tuple[Link, tuple[ArticleLine, ...]], ...]
    parts: tuple[Part[ArticleLine], ...]
    figures: tuple[NamedFigures, ...]
    more_figures: bool
    beside: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class NameGroup:
    """Names of one kind, with the number of their articles."""

    kind: NameKind
    title: str
    names: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class NamesPage:
    """The list of names, or those of one first letter; `letters` lead to the others."""

    path: str
    letter: str | None
    letters: tuple[Link, ...]
    groups: tuple[NameGroup, ...]

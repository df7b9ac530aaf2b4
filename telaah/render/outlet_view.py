"""What the page of an outlet prints."""

from dataclasses import dataclass
from typing import Literal

from telaah.render.split import Part
from telaah.render.view import ArticleLine, Count, Link, Row

Place = Literal["first", "open", "later"]
"""An outlet's place in a topic: surely first, perhaps one of the first, or after another."""


@dataclass(frozen=True, slots=True)
class Credit:
    """An article that gives a credit, linked to where it stands, with the words of it, or on the word of the desk."""

    article: Link
    words: str | None
    lang: str | None
    by_desk: bool


@dataclass(frozen=True, slots=True)
class Credits:
    """An outlet that is credited, or that credits, in how many articles, and the newest of them."""

    name: Link
    number: int
    proof: tuple[Credit, ...]


@dataclass(frozen=True, slots=True)
class FirstRow:
    """An outlet's earliest article in a topic, and the first of the others, or the one next to it."""

    place: Place
    topic: Link
    own: ArticleLine
    other: ArticleLine


@dataclass(frozen=True, slots=True)
class FirstRows:
    """In how many topics an outlet was first, of how many where two outlets or more have a dated article."""

    first: int
    of: int
    rows: tuple[FirstRow, ...]


@dataclass(frozen=True, slots=True)
class OutletPage:
    """All of an outlet's page: what is known of it, its articles, whom it credits and who credits it, its firsts."""

    name: str
    rows: tuple[Row, ...]
    parts: tuple[Part[ArticleLine], ...]
    relays: tuple[Credits, ...]
    relayed_by: tuple[Credits, ...]
    more_credits: bool
    topics: tuple[Count, ...]
    more_topics: int
    firsts: FirstRows

"""What was found by comparing the articles of a topic, as templates print it: claims, origins, figures, events."""

from dataclasses import dataclass
from typing import Literal

from telaah.render.charts import Chart
from telaah.render.view import Axis, Citation, KeyPoint, Link

Sign = Literal["dot", "cross"]


@dataclass(frozen=True, slots=True)
class Column:
    """An outlet in the head of a table, with the letters that stand for it on a narrow screen."""

    name: Link
    short: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A link to the paragraph in which an outlet says so; a cross where it is denied there; `status` in words."""

    href: str
    label: str
    sign: Sign
    status: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in the words of one of the articles, who carries it, and from how many origins; `proof` leads to why.

    `single` marks a claim that has one origin at most.
    """

    text: str
    lang: str | None
    cells: tuple[Cell | None, ...]
    outlets: str
    origins: str
    single: bool
    proof: str


@dataclass(frozen=True, slots=True)
class ClaimTable:
    """Who carries what; `others` counts the outlets that found no column."""

    columns: tuple[Column, ...]
    rows: tuple[ClaimRow, ...]
    others: int
    denied: bool


@dataclass(frozen=True, slots=True)
class Proof:
    """What a row is counted from: the sentences of its articles, the origins that are known, and those that are not."""

    id: str
    points: tuple[KeyPoint, ...]
    known: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SilencedLine:
    """A row that the desk has taken out: what it was, why, and the paragraphs that it told of."""

    id: str
    what: str
    reason: str
    paragraphs: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """The words by which a page names its source, None where only the desk does, and where they stand."""

    text: str | None
    lang: str | None
    place: Link


@dataclass(frozen=True, slots=True)
class OriginLine:
    """Where some articles of a topic come from, as far as their pages say, and why they are counted as one."""

    name: Link
    known: bool
    articles: tuple[Link, ...]
    reasons: tuple[str, ...]
    evidence: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class OriginList:
    """The origins of a topic, how many there are in words, and the unnamed people its articles rest on."""

    count: str
    chart: Chart | None
    groups: tuple[OriginLine, ...]
    rests_on: tuple[KeyPoint, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """A figure or a date as articles print it, with their sentences to look up; `more` articles are not named."""

    text: str
    lang: str | None
    citations: tuple[Citation, ...]
    more: int


@dataclass(frozen=True, slots=True)
class DisagreementLine:
    """Figures or dates of one thing that cannot all be right, or of which a later one replaces the first."""

    about: str
    how: str
    values: tuple[Differing, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: its date in words (`iso` where it is one date), who says so, what is to be known of it.

    `background` marks events of which only the year is known; `topics` are named where events of several stand.
    """

    date: str
    iso: str | None
    points: tuple[KeyPoint, ...]
    notes: tuple[str, ...]
    background: bool
    topics: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Events:
    """What happened, newest first; the axis shows what is known to the month or the day."""

    axis: Axis | None
    events: tuple[Event, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Findings:
    """All that comparing a topic's articles found; None or empty where there was nothing to compare."""

    claims: ClaimTable | None
    origins: OriginList | None
    disagreements: tuple[DisagreementLine, ...]
    proofs: tuple[Proof, ...]
    silenced: tuple[SilencedLine, ...]
    silenced_lang: str | None
    events: Events | None

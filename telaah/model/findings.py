"""What comparing articles finds, with the sentences it rests on: provenance, origins, claims, differences."""

import hashlib
from dataclasses import dataclass
from typing import Literal

from telaah.model.kinds import Act, FigureKind, Status
from telaah.model.reading import Figure, Moment, Quote

HopKind = Literal["outlet", "credit", "first-report", "unnamed", "not-stated"]
HopHow = Literal["printed", "desk", "dateline", "footer", "republished", "cue", "first-report", "metadata", "lexicon"]


@dataclass(frozen=True, slots=True)
class Hop:
    """A step of a provenance chain, from the outlet upstream.

    `name` is whom the step leads to, None where the page does not say; of `unnamed`, the kind of source as printed.
    `line` is 1-based in the raw file, `paragraph` and `sentence` say where it stands in the text, None where it does
    not; `evidence` are the words that say so.
    """

    kind: HopKind
    name: str | None
    how: HopHow | None
    line: int | None
    paragraph: str | None
    sentence: str | None
    evidence: str | None


JoinCode = Literal["copies", "outlet", "family", "upstream", "first-report", "credits", "own-report", "not-stated"]


@dataclass(frozen=True, slots=True)
class Join:
    """Why articles are one origin: which rule, whom it is about, and the articles it speaks of."""

    code: JoinCode
    name: str | None
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that go back to one origin. `name` is as far upstream as the pages say; `known` whether they say it all.

    An origin that is not known may be one of the others.
    """

    name: str | None
    known: bool
    articles: tuple[str, ...]
    why: tuple[Join, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """How many origins a topic's articles have, and on whose unnamed word they rest, which is not counted."""

    at_least: int
    at_most: int
    groups: tuple[Origin, ...]
    rests_on: tuple[Quote, ...]


NO_ORIGINS = Origins(0, 0, (), ())


@dataclass(frozen=True, slots=True)
class ClaimCell:
    """What one article says: its sentence, how sure it words it, and the sentence that denies it, if one does.

    `beyond` says that the sentence states a figure or a date which not every other of its row does.
    """

    article: str
    paragraph: str
    sentence: str
    status: tuple[Status, ...]
    denial: Quote | None
    beyond: bool

    @property
    def row(self) -> str:
        """The id of a row that this cell stands in, made of its own words: it stays whatever joins the row."""
        return row_id("c", self.article, self.sentence)


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact as the articles of a topic state it, one cell an article, and from how many origins they have it."""

    cells: tuple[ClaimCell, ...]
    at_least: int
    at_most: int
    denied: bool

    @property
    def id(self) -> str:
        """The id of the row, that of its first cell; each other cell's id means the same row."""
        return self.cells[0].row

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id by which the row is known."""
        return tuple(cell.row for cell in self.cells)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The sentences of the row."""
        return tuple(Quote(cell.article, cell.paragraph, cell.sentence, cell.sentence) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What cannot all be right of one thing, told by different origins; or an update, a later one of the same origin.

    Two figures, or two `dates` of one action; the unit of dates is the less exact precision of the two. `act` is what
    became of the people who are counted, None where nothing did.
    """

    how: Literal["disagreement", "update"]
    kind: FigureKind | Literal["date"]
    unit: str
    figures: tuple[Figure, ...]
    dates: tuple[Moment, ...] = ()
    act: Act | None = None

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The words that differ, the earlier article's first."""
        return (*(figure.quote for figure in self.figures), *(moment.quote for moment in self.dates))

    @property
    def id(self) -> str:
        """The id of the row, made of the words that differ."""
        told = sorted((quote.article, quote.sentence, quote.text) for quote in self.quotes)
        return row_id("d", *(part for quote in told for part in quote))

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id by which the row is known."""
        return (self.id,)


def row_id(kind: str, *parts: str) -> str:
    """Return an id of a row of a topic's tables: its kind and 8 hex digits of what it says."""
    return f"{kind}-{hashlib.sha256(chr(10).join(parts).encode()).hexdigest()[:8]}"


@dataclass(frozen=True, slots=True)
class SilencedRow:
    """A row that the desk has taken out: the id it named, why, and the words that stood there."""

    id: str
    kind: Literal["claim", "disagreement"]
    reason: str
    quotes: tuple[Quote, ...]

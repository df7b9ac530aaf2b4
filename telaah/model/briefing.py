"""What group makes: analyses become a briefing."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from telaah.model.analysis import Analysis, Keyword
from telaah.model.article import Article
from telaah.model.kinds import FigureKind, Html, NameKind, Status
from telaah.model.reading import Figure, Moment, Quote
from telaah.model.source import Correction


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence of a topic's summary: its words, the article and the paragraph they stand in."""

    text: str
    article: str
    paragraph: str


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
    """What one article says: its sentence, how sure it words it, and the sentence that denies it, if one does."""

    article: str
    paragraph: str
    sentence: str
    status: tuple[Status, ...]
    denial: Quote | None

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

    Two figures, or two `dates` of one action; the unit of dates is the less exact precision of the two.
    """

    how: Literal["disagreement", "update"]
    kind: FigureKind | Literal["date"]
    unit: str
    figures: tuple[Figure, ...]
    dates: tuple[Moment, ...] = ()

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


@dataclass(frozen=True, slots=True)
class Met:
    """What an article has of a desk topic's rule: the rule's key and its value; of dates, the day of publication."""

    key: Literal["names", "keywords", "outlets", "languages", "published"]
    value: str


@dataclass(frozen=True, slots=True)
class Membership:
    """Why an article is in a topic: pinned to it, stated by the article, matched by a rule, or found to be alike.

    `met` is what a rule found. `near` is the article of the topic that is most like it, `likeness` how much, 0 to 1;
    None where no other is.
    """

    article: str
    how: Literal["pinned", "stated", "matched", "found"]
    met: tuple[Met, ...] = ()
    near: str | None = None
    likeness: float | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of articles. `titles` maps language codes to titles; `articles` are ids, best fitting first.

    `members` says why each of them is here, in the same order; `aliases` are ids that it had before.
    """

    id: str
    titles: Mapping[str, str]
    basis: Literal["desk", "automatic"]
    articles: tuple[str, ...]
    keywords: tuple[Keyword, ...]
    summary: tuple[CitedSentence, ...]
    outlets: tuple[str, ...]
    introduction: Html | None
    members: tuple[Membership, ...] = ()
    origins: Origins = NO_ORIGINS
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    timeline: tuple[Moment, ...] = ()
    silenced: tuple[SilencedRow, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """An analysed article in its place: topics and related articles, ids, best first; and its provenance chain."""

    analysis: Analysis
    topics: tuple[str, ...]
    related: tuple[str, ...]
    chain: tuple[Hop, ...] = ()

    @property
    def article(self) -> Article:
        """The article that was analysed."""
        return self.analysis.article


@dataclass(frozen=True, slots=True)
class Copies:
    """Articles that print the same words, the original or earliest first: a cluster of copies, or a pair.

    `shared` is the containment, 0 to 1: which share of the shorter text's three-word runs stands in the longer; of a
    cluster, that of its loosest member.
    """

    articles: tuple[str, ...]
    shared: float
    how: Literal["copy", "shared passages"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A name of several articles, as most of them print it; `forms` are the other ways in which they do.

    `basis` is desk where names.toml speaks of it. `articles` are ids, sorted.
    """

    id: str
    text: str
    kind: NameKind
    basis: Literal["desk", "automatic"]
    forms: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole briefing: topics, articles and names sorted by id, copies by articles, corrections newest first."""

    topics: tuple[Topic, ...]
    articles: tuple[Placed, ...]
    copies: tuple[Copies, ...] = ()
    names: tuple[Entity, ...] = ()
    corrections: tuple[Correction, ...] = ()

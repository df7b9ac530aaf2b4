"""The values that travel between stages: frozen, and complete when they are made.

A later stage wraps the value of the earlier one; nobody fills in blanks in somebody else's object.
Text carries its origin: a paragraph knows its line in the raw file, a sentence its paragraph, a value its evidence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NewType

from telaah.problems import Problem

Html = NewType("Html", str)
"""Markup that the sanitiser made (telaah.clean.markdown); nothing else may make one."""

Kind = Literal["article", "digest"]
Form = Literal["markdown", "text", "html"]
Rights = Literal["full", "excerpt", "link"]
Basis = Literal["desk", "stated", "metadata", "inferred"]
Role = Literal["reporter", "editor", "photographer", "author"]
NameKind = Literal["person", "organisation", "place", "other"]
How = Literal["dateline", "footer", "republished", "cue", "first-report", "metadata"]
ParagraphKind = Literal["standfirst", "body", "subhead", "quote", "list", "table"]
LineClass = Literal[
    "headline", "standfirst", "kicker", "byline", "date", "caption", "image_credit", "source_credit",
    "republish_credit", "outlet_label", "pagination", "body", "subhead", "read_also", "promo", "duplicate",
    "furniture", "quote", "list", "table",
]  # fmt: skip


# ---------------------------------------------------------------- 1. read: a file becomes a source


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the desk names in a byline."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class RawCopy:
    """Which raw page the desk worked from: hash of its bytes, and when it was fetched (ISO 8601), if stated."""

    sha256: str
    retrieved: str | None


@dataclass(frozen=True, slots=True)
class Stated:
    """What the desk says about an article in front matter; None or empty where it says nothing."""

    kind: Kind = "article"
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: tuple[Person, ...] = ()
    published: str | None = None
    retrieved: str | None = None
    place: str | None = None
    language: str | None = None
    upstream: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    rights: Rights | None = None
    archived: str | None = None
    source: RawCopy | None = None
    aliases: tuple[str, ...] = ()
    draft: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the content folder, decoded.

    `file` is its path below the content folder with forward slashes, `sha256` the hash of its raw bytes, `text` all of
    it with every line end as LF, `body_line` the 1-based line on which the text after front matter begins.
    `stated_at` gives the line of each front matter key.
    """

    file: str
    id: str
    sha256: str
    form: Form
    text: str
    body_line: int
    stated: Stated
    stated_at: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DeskTopic:
    """A topic the desk has named: topics/<id>.md."""

    file: str
    id: str
    titles: Mapping[str, str]
    articles: tuple[str, ...]
    introduction: str


@dataclass(frozen=True, slots=True)
class Folder:
    """Everything read from a content folder, sorted by file.

    `left_out` are ids of articles that exist, drafts and such as could not be read; `skipped` counts files left out by
    name.
    """

    sources: tuple[Source, ...]
    topics: tuple[DeskTopic, ...]
    drafts: tuple[str, ...]
    left_out: tuple[str, ...]
    skipped: int
    problems: tuple[Problem, ...]


# ---------------------------------------------------------------- 2. clean: a source becomes an article


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value was read: its basis, the 1-based line of the raw file, and the words as printed."""

    basis: Basis
    line: int | None
    text: str | None


@dataclass(frozen=True, slots=True)
class OutletRead:
    """The outlet of a page; all three None when the page does not say."""

    name: str | None
    domain: str | None
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Byline:
    """A person the page or the desk names, and in which role."""

    name: str
    role: Role
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Published:
    """Publication date: ISO 8601 at the precision stated, offset only where a zone is known; None when not stated."""

    value: str | None
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Address:
    """The address of the original as the page or the desk states it; both None when neither does."""

    value: str | None
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Upstream:
    """Whom the page credits for its report, by canonical name, and how it says so."""

    name: str
    how: How
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Caption:
    """A picture's caption and its credit, as printed."""

    text: str
    credit: str | None
    line: int | None


@dataclass(frozen=True, slots=True)
class Pages:
    """The page says that it is page `page` of `of`."""

    page: int
    of: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A kept block of text. `id` is p- and 8 hex digits of the text's SHA-256, `line` the raw file's, 1-based."""

    id: str
    kind: ParagraphKind
    line: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A line, or a piece cut out of one, that is not in the article, and the rule that took it out.

    `line` is the raw file's, 1-based; None in a saved page, whose lines no reader has seen.
    """

    line: int | None
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class LineRead:
    """What a non-blank line of the raw file was taken for, and by which rule."""

    line: int
    cls: LineClass
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """A clean article with its metadata, each value with evidence. `language` is ISO 639-1 or und."""

    source: Source
    title: str | None
    language: str
    outlet: OutletRead
    bylines: tuple[Byline, ...]
    published: Published
    place: str | None
    upstream: tuple[Upstream, ...]
    captions: tuple[Caption, ...]
    pages: Pages | None
    starts_mid_story: bool
    paragraphs: tuple[Paragraph, ...]
    removed: tuple[Removed, ...]
    lines: tuple[LineRead, ...]
    problems: tuple[Problem, ...]
    url: Address = Address(None, None)

    @property
    def id(self) -> str:
        """The permanent id, from `id:` or from the file's name."""
        return self.source.id


# ---------------------------------------------------------------- 3. analyse: an article becomes an analysis


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a substring of the text of the paragraph it names."""

    text: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed in the article, without titles; `forms` are its short forms and acronyms there."""

    text: str
    kind: NameKind
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Keyword:
    """A phrase as printed in the article; a higher score is better, 0 to 1."""

    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was computed from one article; `summary` holds sentences of `sentences`, in reading order."""

    article: Article
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    keywords: tuple[Keyword, ...]
    summary: tuple[Sentence, ...]


# ---------------------------------------------------------------- 4. group: analyses become a briefing


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
class Quote:
    """Words of an article: a sentence as it stands, and the piece of it that is meant."""

    article: str
    paragraph: str
    sentence: str
    text: str


@dataclass(frozen=True, slots=True)
class Origins:
    """How many origins a topic's articles have, and on whose unnamed word they rest, which is not counted."""

    at_least: int
    at_most: int
    groups: tuple[Origin, ...]
    rests_on: tuple[Quote, ...]


NO_ORIGINS = Origins(0, 0, (), ())


Status = Literal["denied", "alleged", "planned", "confirmed", "unnamed"]


@dataclass(frozen=True, slots=True)
class ClaimCell:
    """What one article says: its sentence, how sure it words it, and the sentence that denies it, if one does."""

    article: str
    paragraph: str
    sentence: str
    status: tuple[Status, ...]
    denial: Quote | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact as the articles of a topic state it, one cell an article, and from how many origins they have it."""

    cells: tuple[ClaimCell, ...]
    at_least: int
    at_most: int
    denied: bool


FigureKind = Literal["count", "money", "measure", "share"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the text: from `low` to `high` inclusive, None where it is open, with its unit.

    The unit of money is an ISO 4217 code, of a measure a short code (km, hour), of a count what is counted, as printed.
    """

    quote: Quote
    kind: FigureKind
    unit: str
    low: float
    high: float | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Figures of one thing that cannot all be right, of different origins; or an update, a later one of the same."""

    how: Literal["disagreement", "update"]
    kind: FigureKind
    unit: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened, or is planned: first and last day in ISO 8601 at the precision stated, and who says so.

    `start` and `end` are 2022-09-06, 2022-09 or 2022; equal but for an interval.
    """

    start: str
    end: str
    precision: Literal["day", "month", "year", "interval"]
    basis: Literal["stated", "resolved"]
    planned: bool
    quote: Quote
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of articles. `titles` maps language codes to titles; `articles` are ids, best fitting first."""

    id: str
    titles: Mapping[str, str]
    basis: Literal["desk", "automatic"]
    articles: tuple[str, ...]
    keywords: tuple[Keyword, ...]
    summary: tuple[CitedSentence, ...]
    outlets: tuple[str, ...]
    introduction: Html | None
    origins: Origins = NO_ORIGINS
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    timeline: tuple[Moment, ...] = ()


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
class Briefing:
    """The whole briefing: topics and articles sorted by id, copies by their articles."""

    topics: tuple[Topic, ...]
    articles: tuple[Placed, ...]
    copies: tuple[Copies, ...] = ()


# ---------------------------------------------------------------- 5 to 7. render, index, publish


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the site: its path below the site folder and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: counts for the closing line."""

    articles: int
    topics: int
    drafts: tuple[str, ...]
    skipped: int
    files: int

"""All that a page prints, one value for each kind of page: nothing is left for its template to compute."""

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from telaah.render.charts import Chart
from telaah.render.copies import SameWords
from telaah.render.corrections import Note
from telaah.render.dates import Printed
from telaah.render.findings_view import Findings
from telaah.render.firsts import Order
from telaah.render.membership import Here
from telaah.render.on_paper import PaperSource
from telaah.render.split import Part
from telaah.render.view import (
    ArticleLine,
    Block,
    ChainNode,
    Count,
    Fact,
    FileLink,
    KeyPoint,
    Link,
    Row,
    Timeline,
    TopicLine,
)


@dataclass(frozen=True, slots=True)
class SearchMarks:
    """What an article page carries for the search index; a hyphen stands for unknown.

    `dates` are the printed date by the key of each interface language.
    """

    outlet: str
    dates: tuple[tuple[str, str], ...]
    year: str
    language: str
    topics: tuple[str, ...]
    keywords: tuple[str, ...]
    newest: str
    oldest: str
    roots: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """All of an article's page. `withheld` is excerpt or link where the rights do not let us show the text."""

    line: ArticleLine
    authors: str
    original: Link | None
    original_unlinked: str | None
    outlet_home: Link | None
    archived: Link | None
    withheld: Literal["excerpt", "link"] | None
    retracted: bool
    standing_note: str | None
    corrections: tuple[Note, ...]
    updated: Printed | None
    warnings: tuple[str, ...]
    summary: tuple[KeyPoint, ...]
    blocks: tuple[Block, ...]
    all_by_desk: bool
    note: str | None
    note_lang: str | None
    rows: tuple[Row, ...]
    chain: tuple[ChainNode, ...]
    keywords: tuple[Count, ...]
    names: tuple[Row, ...]
    names_by_desk: tuple[str, ...]
    related: tuple[ArticleLine, ...]
    same_words: tuple[SameWords, ...]
    removed: tuple[tuple[str, int], ...]
    removed_count: int
    search: SearchMarks | None
    description: str
    citation_tags: tuple[tuple[str, str], ...]
    citations: tuple[FileLink, ...]
    files: tuple[FileLink, ...]
    jsonld: Markup


@dataclass(frozen=True, slots=True)
class TopicPage:
    """All of a topic's page.

    `points_from` says what the key points were copied from, `order` who published first, `why` why articles are here.
    `silent` are articles of origins that are not quoted in the key points, since these say it all already.
    """

    line: TopicLine
    introduction: Markup | None
    introduction_lang: str | None
    corrections: tuple[Note, ...]
    points: tuple[KeyPoint, ...]
    points_from: str
    silent: tuple[Link, ...]
    sources: tuple[PaperSource, ...]
    facts: tuple[Fact, ...]
    order: Order
    findings: Findings
    coverage: Chart | None
    why: tuple[Here, ...]
    parts: tuple[Part[ArticleLine], ...]
    timeline: Timeline
    keywords: tuple[Count, ...]
    names: tuple[Count, ...]
    citations: tuple[FileLink, ...]
    feed: FileLink | None


@dataclass(frozen=True, slots=True)
class HomePage:
    """The front page; `lead` is None where there is no topic at all."""

    lead: TopicPage | None
    latest: tuple[ArticleLine, ...]
    more: bool
    timeline: Timeline
    topics: tuple[TopicLine, ...]
    keywords: tuple[Count, ...]
    jsonld: Markup


@dataclass(frozen=True, slots=True)
class OlderPage:
    """A numbered page of the articles of a topic, an outlet, a keyword or a name; `up` is the list of such pages."""

    title: Link
    up: Link
    part: Part[ArticleLine]


@dataclass(frozen=True, slots=True)
class KeywordPage:
    """A keyword, the articles that carry it, grouped by topic, and the keywords that go with it."""

    text: str
    lang: str | None
    count: int
    groups: tuple[tuple[Link, tuple[ArticleLine, ...]], ...]
    parts: tuple[Part[ArticleLine], ...]
    related: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """An outlet in the table of sources; `credit` of its `articles` name where their report comes from."""

    name: Link
    owner: str | None
    kind: str | None
    articles: int
    credit: int


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """Every outlet that publishes here, the articles without one, and whom they all credit."""

    parts: tuple[Part[SourceRow], ...]
    unnamed: tuple[ArticleLine, ...]
    more_unnamed: bool
    credited: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A box to tick on the search page: its value, its words, and how many articles carry it."""

    value: str
    label: str
    lang: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A group of boxes on the search page; `key` is topic, outlet, keyword, year or language."""

    key: str
    legend: str
    options: tuple[Option, ...]

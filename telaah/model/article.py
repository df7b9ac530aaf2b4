"""What clean makes: a source becomes an article."""

from dataclasses import dataclass

from telaah.model.kinds import Basis, How, LineClass, ParagraphKind, Role
from telaah.model.source import Source
from telaah.problems import Problem


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

    @property
    def retracted(self) -> bool:
        """Whether the desk has withdrawn the article: its page stays and says so, its text is not shown."""
        return any(entry.kind == "retraction" for entry in self.source.corrections)

    @property
    def updated(self) -> str | None:
        """When our page was last changed by the desk's own word, ISO 8601: `updated:` or the newest correction."""
        dates = (self.source.stated.updated, *(entry.date for entry in self.source.corrections))
        return max((date for date in dates if date), default=None)

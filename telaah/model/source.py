"""What read makes: a file becomes a source."""

from collections.abc import Mapping
from dataclasses import dataclass

from telaah.model.kinds import CorrectionKind, Form, Kind, Rights, Role
from telaah.problems import Problem


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
    updated: str | None = None
    expires: str | None = None
    aliases: tuple[str, ...] = ()
    draft: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """An entry of corrections.toml, about an article or a topic, by id: what stood there, what stands there now, why.

    `date` is ISO 8601; `by` is who replies; `title` names an article that is no longer here; `line` is the entry's own.
    """

    kind: CorrectionKind
    date: str
    article: str | None
    topic: str | None
    was: str | None
    now: str | None
    why: str | None
    by: str | None
    title: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the content folder, decoded.

    `file` is its path below the content folder with forward slashes, `sha256` the hash of its raw bytes, `text` all of
    it with every line end as LF, `body_line` the 1-based line on which the text after front matter begins.
    `stated_at` gives the line of each front matter key; `corrections` are the desk's entries about this article,
    newest first.
    """

    file: str
    id: str
    sha256: str
    form: Form
    text: str
    body_line: int
    stated: Stated
    stated_at: Mapping[str, int]
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Silenced:
    """A row of a topic's tables that the desk takes out, by its id, with the reason that readers see."""

    id: str
    reason: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Rule:
    """What an article must have to join a desk topic by itself: something of every list that is not empty.

    With `at_least` so many of `names` and `keywords` together. `start` and `end` are the first and the last day of
    publication, ISO 8601 at the precision written.
    """

    names: tuple[str, ...]
    keywords: tuple[str, ...]
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    start: str | None
    end: str | None
    at_least: int | None


@dataclass(frozen=True, slots=True)
class DeskTopic:
    """A topic the desk has named: topics/<id>.md. `articles` are pinned to it, `exclude` never join it by a rule."""

    file: str
    id: str
    titles: Mapping[str, str]
    articles: tuple[str, ...]
    introduction: str
    aliases: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Folder:
    """Everything read from a content folder, sorted by file.

    `left_out` are ids of articles that exist, drafts and such as could not be read; `skipped` counts files left out by
    name; `corrections` are all entries of corrections.toml, newest first; `silenced` those of silenced.toml.
    """

    sources: tuple[Source, ...]
    topics: tuple[DeskTopic, ...]
    drafts: tuple[str, ...]
    left_out: tuple[str, ...]
    skipped: int
    problems: tuple[Problem, ...]
    corrections: tuple[Correction, ...] = ()
    silenced: tuple[Silenced, ...] = ()

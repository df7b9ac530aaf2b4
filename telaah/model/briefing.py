"""What group makes: analyses become a briefing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from telaah.model.analysis import Analysis, Keyword
from telaah.model.article import Article
from telaah.model.findings import NO_ORIGINS, Claim, Disagreement, Hop, Origins, SilencedRow
from telaah.model.kinds import Html, NameKind
from telaah.model.reading import Figure, Moment
from telaah.model.source import Correction


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence of a topic's summary: its words, the article and the paragraph they stand in."""

    text: str
    article: str
    paragraph: str


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

    `members` says why each of them is here, in the same order; `aliases` are ids that it had before; `silent` are the
    articles of origins that say nothing which the summary does not say already.
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
    silent: tuple[str, ...] = ()


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

"""The pieces that pages are made of, as templates print them: words chosen, addresses relative to the site's root."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from telaah.model import Standing
from telaah.render.dates import Printed, When

Node = Literal["origin", "relay", "unknown", "here"]


@dataclass(frozen=True, slots=True)
class Link:
    """Words and where they lead: below the root of their tree, an address on the web, or None for words alone.

    `lang` is set where the words are not in the language of the interface.
    """

    text: str
    href: str | None
    external: bool = False
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file for programs: what it is called, where it is below the root of the site, and its media type."""

    text: str
    href: str
    type: str


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list. `lang` is set where its text is not in the language of the interface, und if unknown.

    `title_lang` is the same for the title, which is ours where the source has none. `copies` of it stand below it.
    `standing` is set where the article is not of this edition and shown all the same; the title then says so, as it
    does of a retracted one.
    """

    id: str
    href: str
    title: str
    lang: str | None
    title_lang: str | None
    outlet: Link | None
    when: When | None
    digest: bool
    topics: tuple[Link, ...]
    copies: tuple["ArticleLine", ...] = ()
    standing: Standing | None = None
    retracted: bool = False

    @property
    def link(self) -> Link:
        """The title with a link to the article's page."""
        return Link(self.title, self.href, lang=self.title_lang)


@dataclass(frozen=True, slots=True)
class Citation:
    """A link to the paragraph that says so. `lead` is read aloud before the label, `preview` shown on hover."""

    href: str
    lead: str
    label: str
    far: bool
    heading: str
    preview: str


@dataclass(frozen=True, slots=True)
class Badge:
    """How many outlets of a topic carry a sentence, and from how many origins; dots for `carried` of `of` outlets.

    `href` leads to the proof.
    """

    outlets: str
    origins: str
    carried: int
    of: int
    href: str


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A sentence copied verbatim, with its citation, and the place in the original page where its address is known.

    `source` is the number of its article among those that the page lists on paper.
    """

    text: str
    lang: str | None
    citation: Citation
    original: Link | None = None
    badge: Badge | None = None
    source: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the text as shown.

    `number` is None for a subhead; `cited_by` is the number of the first key point that is copied from here; `cut` is
    set where only cited sentences are shown.
    """

    id: str
    kind: str
    number: int | None
    text: str
    cited_by: int | None
    cut: bool


@dataclass(frozen=True, slots=True)
class Value:
    """A value of an attribution card; `mark` says on whose word it stands, where not on the page's own."""

    link: Link
    when: Printed | None = None
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of an attribution card; no values means that the source does not say."""

    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class ChainNode:
    """A node of a provenance chain; `where` links to the paragraph in which the credit stands.

    `beside` are others at the same step: none of them passed anything on to another.
    """

    node: Node
    name: Link
    note: str | None
    where: Link | None = None
    beside: tuple["ChainNode", ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """A linked name and how many articles carry it."""

    link: Link
    number: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A large figure and what it counts; `href` leads to what it was counted from."""

    value: str
    label: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic in a list, with its first key point; `dates` are those of its earliest and its latest article."""

    id: str
    href: str
    title: str
    lang: str | None
    point: KeyPoint | None
    articles: int
    outlets: int
    dates: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """What was published at one date, at the precision that is known, or without date; `more` are not listed."""

    when: Printed | None
    articles: tuple[ArticleLine, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A division of the drawn axis, x in units of its view box."""

    x: float
    label: str | None
    strong: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A date on the drawn axis; `to` is set where the date is a period, `top` None where no label fits."""

    x: float
    to: float | None
    top: float | None
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """A drawn time axis; its facts also stand in the list below it."""

    width: int
    height: float
    base: float
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dates newest first, then what has no date; `more` says that there is more than is listed."""

    axis: Axis | None
    days: tuple[Day, ...]
    undated: Day | None
    more: bool


def shared_lang(lines: Iterable[ArticleLine]) -> str | None:
    """Return the language of some articles where it is one, and not the interface's."""
    found = {line.lang for line in lines}
    return found.pop() if len(found) == 1 else None

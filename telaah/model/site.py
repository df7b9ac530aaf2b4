"""What render, index and publish make: a briefing becomes files, and a report of what was done."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the site: its path below the site folder and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: counts for the closing line, and the files of articles that are not published now.

    `shown` says that such articles are in the site all the same, marked.
    """

    articles: int
    topics: int
    drafts: tuple[str, ...]
    skipped: int
    files: int
    future: tuple[str, ...] = ()
    expired: tuple[str, ...] = ()
    shown: bool = False

"""What render, index and publish make: a briefing becomes files, and a report of what was done."""

from dataclasses import dataclass


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

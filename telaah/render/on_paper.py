"""The articles that a topic's key points cite become the numbered sources of its printed page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from telaah.model import CitedSentence
from telaah.render.addresses import web_address
from telaah.render.directory import Directory
from telaah.render.view import ArticleLine


@dataclass(frozen=True, slots=True)
class PaperSource:
    """A source as a reader of paper needs it: the article, and an address to type.

    `address` is the original's, else our own page's where the site has an address; None where neither is known.
    """

    line: ArticleLine
    address: str | None


def numbers(cited: Sequence[CitedSentence]) -> Mapping[str, int]:
    """Return a number from 1 for each article cited, by its id, in the order of the first citation."""
    return {id_: number for number, id_ in enumerate(dict.fromkeys(each.article for each in cited), 1)}


def paper_sources(known: Mapping[str, int], look: Directory) -> tuple[PaperSource, ...]:
    """Return the numbered sources in their order."""
    base = look.settings.base_url
    found = []
    for id_ in known:
        line = look.lines[id_]
        original = web_address(look.placed[id_].article.source.stated.url)
        found.append(PaperSource(line, original or (base + look.tree + line.href if base else None)))
    return tuple(found)

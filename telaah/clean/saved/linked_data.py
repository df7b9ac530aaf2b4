"""The JSON-LD of a page becomes its nodes: dictionaries with their types, broken scripts left out or mended."""

import json
import re
from collections.abc import Iterator, Mapping

from lxml import html

from telaah.clean.plain import plain

Json = Mapping[str, "Json"] | list["Json"] | str | int | float | bool | None

MAX_DEPTH = 12
"""Deepest nesting searched; real pages need six."""
ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$")
"""Types of schema.org that are a text with a headline, authors and a date: NewsArticle, BlogPosting, Report ..."""
PAGES = frozenset({"WebPage", "ItemPage", "AboutPage", "CollectionPage", "FAQPage"})
ORGANISATIONS = re.compile(r"Organization$|^(?:NewsMediaOrganization|Corporation|WebSite|Brand)$")

# What CMS plugins leave around and inside: comment marks, CDATA, commas before a bracket.
_AROUND = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$", re.DOTALL
)
_COMMA = re.compile(r",\s*(?=[}\]])")


def nodes(root: html.HtmlElement) -> tuple[Mapping[str, Json], ...]:
    """Return every node of every JSON-LD script of a page, outer ones before inner ones, in document order."""
    found: list[Mapping[str, Json]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            found += _below(_parsed(script.text), 0)
    return tuple(found)


def types(node: Mapping[str, Json]) -> tuple[str, ...]:
    """Return the types of a node without their vocabulary's address."""
    kind = node.get("@type")
    listed = kind if isinstance(kind, list) else [kind]
    return tuple(each.rsplit("/", 1)[-1] for each in listed if isinstance(each, str))


def is_article(node: Mapping[str, Json]) -> bool:
    """Say whether a node describes a text."""
    return any(ARTICLE.search(kind) for kind in types(node))


def text(value: Json) -> str | None:
    """Return a value that is one text, cleaned; None for anything else."""
    one = value[0] if isinstance(value, list) and value else value
    if isinstance(one, Mapping):
        one = one.get("@value") or one.get("name")
    if not isinstance(one, str):
        return None
    # JSON can spell half a surrogate pair, which no file can hold.
    return plain(one.encode("utf-8", "replace").decode("utf-8")) or None


def _parsed(script: str) -> Json:
    """Return what a script says; the part before its first error where that is whole, else nothing."""
    bare = _AROUND.sub("", _AROUND.sub("", script)).strip().rstrip(";")
    for attempt in (bare, _COMMA.sub("", bare)):
        try:
            value: Json = json.JSONDecoder(strict=False).raw_decode(attempt)[0]
        except (ValueError, RecursionError):
            continue
        return value
    return None


def _below(value: Json, depth: int) -> Iterator[Mapping[str, Json]]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for each in value:
            yield from _below(each, depth + 1)
    elif isinstance(value, Mapping):
        yield value
        for each in value.values():
            if isinstance(each, list | Mapping):
                yield from _below(each, depth + 1)

"""A saved page becomes text blocks, metadata with evidence, and a receipt of what was removed; nothing is fetched."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lxml import html

from telaah.clean.credits import agencies_alone
from telaah.clean.cues import Cues, cues
from telaah.clean.cuts import Cut, cut
from telaah.clean.lines import Mark, RawLine
from telaah.clean.page import PageRead
from telaah.clean.people import byline
from telaah.clean.saved.authors import authors
from telaah.clean.saved.body import Block, body
from telaah.clean.saved.captions import captions
from telaah.clean.saved.claims import claims, folded
from telaah.clean.saved.headline import headline
from telaah.clean.saved.moments import published
from telaah.clean.saved.sift import HARVESTED, TITLE_WORDS, Sorted, sift
from telaah.clean.saved.site import site
from telaah.clean.saved.tail import tail
from telaah.clean.saved.tree import seen, tree, without_code
from telaah.clean.saved.window import window
from telaah.clean.upstream import upstreams
from telaah.languages import UNKNOWN, carried, detect
from telaah.languages.calendar import is_language
from telaah.model import (
    Address,
    Byline,
    Evidence,
    LineClass,
    OutletRead,
    Pages,
    Removed,
    Source,
    Upstream,
)
from telaah.settings import Outlets

_CREDITS: dict[str, LineClass] = {
    "source-label": "source_credit", "agency-alone": "source_credit", "republished-phrase": "republish_credit",
}  # fmt: skip
"""Rules of lines that name whom the page credits, and the class by which that reader knows them."""


def saved(source: Source, outlets: Outlets) -> PageRead:
    """Read a saved page; one without any element is an empty page."""
    root = tree(source.text)
    if root is None:
        return PageRead(language=UNKNOWN, blocks=(), lines=())
    claimed = claims(root, source.text)
    title, heading = headline(root, claimed)
    without_code(root)
    blocks = body(root)
    code = source.stated.language or _language(blocks, root)
    known = cues(code)
    found = captions(root, heading, known, outlets)
    shown = seen(root, heading)
    sorted_ = sift(blocks, title, found, _links(root), known)
    sorted_ += tuple(tail(shown, sorted_, known))
    head = window(shown, heading, title)
    people = _with_signed(authors(claimed, shown, head, known, site(claimed, None, outlets).name), sorted_, known)
    sorted_ = tuple(_without_credits(sorted_, people, known, outlets))
    cuts = _cut(sorted_, outlets, known)
    dateline = next((each.dateline for each in cuts.values() if each.dateline), None)
    outlet = site(claimed, dateline, outlets)
    return PageRead(
        language=code,
        blocks=tuple((sorted_[n - 1].block.kind, None, each.text) for n, each in cuts.items() if each.text),
        lines=(),
        title=title,
        outlet=outlet,
        bylines=people,
        published=published(claimed, shown, head, known, _zone(source, outlet, outlets)),
        place=dateline.place if dateline else None,
        upstream=tuple(_upstream(sorted_, cuts, outlet, known, outlets)),
        captions=found,
        pages=_pages(sorted_, known),
        removed=tuple(_removed(sorted_, cuts)),
        url=Address(claimed.url, Evidence("metadata", None, claimed.url)) if claimed.url else Address(None, None),
    )


def _language(blocks: Iterable[Block], root: html.HtmlElement) -> str:
    """Return the language of the text; what the page says of itself only where the text is too short to tell."""
    heard = detect(block.text for block in blocks)
    said = (root.get("lang") or "").lower().partition("-")[0]
    return said if heard == UNKNOWN and (said in carried() or is_language(said)) else heard


def _links(root: html.HtmlElement) -> frozenset[str]:
    """Return the texts of links that can be titles of other stories, folded."""
    texts = ("".join(each.itertext()) for each in root.iter("a"))
    return frozenset(folded(text) for text in texts if len(text.split()) >= TITLE_WORDS)


def _zone(source: Source, outlet: OutletRead, outlets: Outlets) -> str | None:
    name = source.stated.outlet or outlet.name
    known = outlets.find(name) if name else None
    return known.time_zone if known else None


def _cut(sorted_: Sequence[Sorted], outlets: Outlets, known: Cues) -> dict[int, Cut]:
    """Return each block of the text freed of what is glued to it, by its place among all blocks."""
    kept = {number: each.block for number, each in enumerate(sorted_, 1) if each.rule is None}
    bodies = [number for number, block in kept.items() if block.kind == "body"]
    return {
        number: cut(block.text, outlets, known, first=number in bodies[:1], last=number in bodies[-1:])
        for number, block in kept.items()
    }


def _without_credits(
    sorted_: Iterable[Sorted], people: tuple[Byline, ...], known: Cues, outlets: Outlets
) -> Iterator[Sorted]:
    """Take out paragraphs that are nothing but the name of an author, or of an agency that is credited."""
    names = {folded(each.name) for each in people}
    for each in sorted_:
        if each.rule is None and folded(each.block.text) in names:
            yield Sorted(each.block, "role-label")
        elif each.rule is None and agencies_alone(each.block.text, known, outlets):
            yield Sorted(each.block, "agency-alone")
        else:
            yield each


def _with_signed(found: tuple[Byline, ...], sorted_: Iterable[Sorted], known: Cues) -> tuple[Byline, ...]:
    """Return the authors and whoever signs the text in a line of their own: "Editor: ..." below the last paragraph."""
    merged = {folded(each.name): each for each in found}
    for each in sorted_:
        for name, role in byline(each.block.text, known) if each.rule == "role-label" else ():
            merged.setdefault(folded(name), Byline(name, role, Evidence("stated", None, each.block.text)))
    return tuple(merged.values())


def _upstream(
    sorted_: Sequence[Sorted], cuts: dict[int, Cut], outlet: OutletRead, known: Cues, outlets: Outlets
) -> Iterator[Upstream]:
    """Give whom the page credits, read as from a raw page whose lines are the blocks."""
    lines = tuple(RawLine(n, each.block.text, each.block.text, n) for n, each in enumerate(sorted_, 1))
    marks = {line.number: _mark(each) for line, each in zip(lines, sorted_, strict=True)}
    for one in upstreams(lines, marks, cuts, outlet.name, known, outlets):
        yield replace(one, evidence=replace(one.evidence, line=None))


def _mark(each: Sorted) -> Mark:
    if each.rule is None:
        return Mark("body" if each.block.kind == "body" else "subhead", "kept")
    return Mark(_CREDITS.get(each.rule, "furniture"), each.rule)


def _pages(sorted_: Iterable[Sorted], known: Cues) -> Pages | None:
    for each in sorted_:
        for match in known.found("pagination", each.block.text) if each.rule == "page-of-pages" else ():
            return Pages(int(match["page"]), int(match["of"]))
    return None


def _removed(sorted_: Iterable[Sorted], cuts: dict[int, Cut]) -> Iterator[Removed]:
    for number, each in enumerate(sorted_, 1):
        if number in cuts:
            yield from (Removed(None, text, rule) for text, rule in cuts[number].pieces)
        elif each.rule is not None and each.rule not in HARVESTED:
            yield Removed(None, each.block.text, each.rule)

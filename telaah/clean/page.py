"""A raw page becomes text blocks, metadata with evidence, and a receipt of what was removed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from telaah.clean.classes import classify
from telaah.clean.credits import caption_credit
from telaah.clean.cues import Cues, cues
from telaah.clean.cuts import Cut, cut
from telaah.clean.lines import Mark, RawLine, is_prose, raw_lines
from telaah.clean.outlet import NO_OUTLET, outlet
from telaah.clean.people import byline
from telaah.clean.published import published
from telaah.clean.upstream import upstreams
from telaah.clean.wrapped import unwrapped
from telaah.languages import detect, language
from telaah.model import (
    Address,
    Byline,
    Caption,
    Evidence,
    LineRead,
    OutletRead,
    Pages,
    ParagraphKind,
    Published,
    Removed,
    Source,
    Upstream,
)
from telaah.settings import Outlets

KINDS: Mapping[str, ParagraphKind] = {
    "standfirst": "standfirst", "body": "body", "subhead": "subhead", "quote": "quote", "list": "list",
    "table": "table",
}  # fmt: skip
HARVESTED = frozenset(
    {
        "headline",
        "kicker",
        "byline",
        "date",
        "caption",
        "image_credit",
        "source_credit",
        "republish_credit",
        "outlet_label",
        "pagination",
    }
)
"""Lines that are not in the text because what they say stands among the metadata."""


@dataclass(frozen=True, slots=True)
class PageRead:
    """What a page says; `blocks` are (kind, line, text) in reading order."""

    language: str
    blocks: tuple[tuple[ParagraphKind, int | None, str], ...]
    lines: tuple[LineRead, ...]
    title: str | None = None
    outlet: OutletRead = NO_OUTLET
    bylines: tuple[Byline, ...] = ()
    published: Published = Published(None, None)  # noqa: RUF009 - frozen, shared safely
    place: str | None = None
    upstream: tuple[Upstream, ...] = ()
    captions: tuple[Caption, ...] = ()
    pages: Pages | None = None
    removed: tuple[Removed, ...] = ()
    url: Address = Address(None, None)  # noqa: RUF009 - frozen, shared safely


def page(source: Source, outlets: Outlets) -> PageRead:
    """Read a raw page line by line."""
    lines = unwrapped(raw_lines(source.text))
    prose = [line.text for line in lines if is_prose(line.text)]
    code = source.stated.language or detect(prose or [line.text for line in lines])
    known = cues(code)
    marks = dict(classify(lines, known, outlets, language(code).function_words))
    cuts = dict(_cuts(lines, marks, outlets, known))
    dateline = next(((each.dateline, number) for number, each in cuts.items() if each.dateline), None)
    named = outlet(lines, marks, dateline, known, outlets)
    blocks = tuple(_blocks(lines, marks, cuts))
    return PageRead(
        language=code,
        blocks=blocks,
        lines=tuple(_classes(lines, marks)),
        title=next((line.text for line in lines if marks[line.number].cls == "headline"), None),
        outlet=named,
        bylines=_bylines(lines, marks, known),
        published=published(lines, marks, known),
        place=dateline[0].place if dateline else None,
        upstream=upstreams(lines, marks, cuts, named.name, known, outlets),
        captions=tuple(_captions(lines, marks, known, outlets)),
        pages=_pages(lines, marks, known),
        removed=tuple(_removed(lines, marks, cuts, {line for _, line, _ in blocks})),
    )


def _classes(lines: Iterable[RawLine], marks: Mapping[int, Mark]) -> Iterator[LineRead]:
    for line in lines:
        yield LineRead(line.number, marks[line.number].cls, marks[line.number].rule)
        for number in line.more:
            yield LineRead(number, marks[line.number].cls, "goes-on")


def _cuts(
    lines: Iterable[RawLine], marks: Mapping[int, Mark], outlets: Outlets, known: Cues
) -> Iterator[tuple[int, Cut]]:
    bodies = [line.number for line in lines if marks[line.number].cls == "body"]
    for line in lines:
        if marks[line.number].cls in KINDS:
            first, last = line.number in bodies[:1], line.number in bodies[-1:]
            yield line.number, cut(line.text, outlets, known, first=first, last=last)


def _blocks(
    lines: Iterable[RawLine], marks: Mapping[int, Mark], cuts: Mapping[int, Cut]
) -> Iterator[tuple[ParagraphKind, int, str]]:
    """Give the text; a standfirst that a paragraph repeats is left to the paragraph."""
    bodies = {each.text for number, each in cuts.items() if marks[number].cls == "body"}
    for line in lines:
        if line.number in cuts:
            kind, text = KINDS[marks[line.number].cls], cuts[line.number].text
            if text and not (kind == "standfirst" and text in bodies):
                yield kind, line.number, text


def _bylines(lines: Iterable[RawLine], marks: Mapping[int, Mark], known: Cues) -> tuple[Byline, ...]:
    """Return each person once in each role; a line without markup is better evidence than one with it."""
    found: dict[tuple[str, str], Byline] = {}
    for line in sorted(lines, key=lambda line: "<" in line.raw):
        if marks[line.number].cls == "byline":
            for name, role in byline(line.text, known):
                found.setdefault((name, role), Byline(name, role, Evidence("stated", line.number, line.text)))
    return tuple(found.values())


def _captions(
    lines: tuple[RawLine, ...], marks: Mapping[int, Mark], known: Cues, outlets: Outlets
) -> Iterator[Caption]:
    above: RawLine | None = None
    for line in lines:
        if marks[line.number].cls == "caption":
            split = caption_credit(line.text, known, outlets)
            if marks[line.number].rule == "below-image-credit" and above:
                yield Caption(line.text, above.text, line.number)
            elif split:
                yield Caption(split[0], split[1], line.number)
        above = line


def _pages(lines: Iterable[RawLine], marks: Mapping[int, Mark], known: Cues) -> Pages | None:
    for line in lines:
        if marks[line.number].cls == "pagination":
            for match in known.found("pagination", line.text):
                return Pages(int(match["page"]), int(match["of"]))
    return None


def _removed(
    lines: Iterable[RawLine], marks: Mapping[int, Mark], cuts: Mapping[int, Cut], kept: set[int]
) -> Iterator[Removed]:
    for line in lines:
        mark = marks[line.number]
        if line.number in kept:
            yield from (Removed(line.number, text, rule) for text, rule in cuts[line.number].pieces)
        elif mark.cls == "standfirst":
            yield Removed(line.number, line.text, "repeated")
        elif mark.cls not in HARVESTED:
            yield Removed(line.number, line.text, mark.rule)

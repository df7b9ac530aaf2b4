"""A source becomes an article: clutter out, metadata and provenance read before anything is dropped."""

from collections.abc import Iterator

from telaah.clean import desk
from telaah.clean.cues import cues
from telaah.clean.damage import damage
from telaah.clean.doubts import doubts as doubts
from telaah.clean.furniture import without_furniture as without_furniture
from telaah.clean.markdown import blocks
from telaah.clean.markdown import introduction as introduction
from telaah.clean.page import PageRead, page
from telaah.clean.plain import paragraph_id
from telaah.clean.saved import saved
from telaah.clean.story import starts_mid_story
from telaah.clean.upstream import credited, ends
from telaah.languages import UNKNOWN, detect, language
from telaah.model import (
    Address,
    Article,
    LineClass,
    LineRead,
    OutletRead,
    Paragraph,
    ParagraphKind,
    Published,
    Removed,
    Source,
)
from telaah.problems import Problem
from telaah.settings import Outlets


def clean(source: Source, outlets: Outlets, shown: str) -> Article:
    """Read an article out of a source; `shown` is the path that problems name."""
    read = _read(source, outlets)
    title = source.stated.title or read.title
    named = desk.outlet(source, read.outlet, outlets)
    known = outlets.find(named.name) if named.name else None
    address = desk.url(source, read.url)
    published = desk.published(source, read.published, known.time_zone if known else None)
    paragraphs = tuple(_paragraphs(read.blocks))
    return Article(
        source=source,
        title=title,
        language=read.language,
        outlet=named,
        bylines=desk.bylines(source, read.bylines),
        published=published,
        place=source.stated.place or read.place,
        upstream=desk.upstream(source, read.upstream, named.name, outlets),
        captions=read.captions,
        pages=read.pages,
        starts_mid_story=starts_mid_story(title, read.pages, paragraphs, language(read.language)),
        paragraphs=paragraphs,
        removed=read.removed,
        lines=read.lines,
        problems=tuple(_problems(source, shown, title, paragraphs, named, published, address)),
        url=address,
    )


def _read(source: Source, outlets: Outlets) -> PageRead:
    """Read a source as its form asks."""
    if source.form == "text":
        return page(source, outlets)
    return saved(source, outlets) if source.form == "html" else _markdown(source, outlets)


def _markdown(source: Source, outlets: Outlets) -> PageRead:
    """Return a Markdown article's blocks and whom it credits; other metadata is what the desk states.

    Its dateline and the credit behind its last sentence are cut out as of any page; of the desk's own words nothing is.
    """
    body = "\n".join(source.text.split("\n")[source.body_line - 1 :])
    found = tuple(blocks(body, source.body_line))
    code = source.stated.language or detect(text for _, _, text in found)
    known = cues(code)
    paragraphs = [(line, text) for kind, line, text in found if kind == "body"]
    cuts = ends(paragraphs, known, outlets)
    freed = {} if source.stated.kind == "digest" else {line: each for line, each in cuts.items() if each.text}
    return PageRead(
        language=code,
        blocks=tuple(
            (kind, line, freed[line].text if kind == "body" and line in freed else text) for kind, line, text in found
        ),
        lines=tuple(_markdown_lines(source, found)),
        place=next((each.dateline.place for each in freed.values() if each.dateline), None),
        upstream=credited(paragraphs, cuts, known, outlets),
        removed=tuple(Removed(line, text, rule) for line, each in freed.items() for text, rule in each.pieces),
    )


def _markdown_lines(source: Source, found: tuple[tuple[ParagraphKind, int, str], ...]) -> Iterator[LineRead]:
    """Give every non-blank line the kind of the block it stands in; the front matter stands in none."""
    marks: dict[ParagraphKind, LineClass] = {
        "standfirst": "standfirst", "body": "body", "subhead": "subhead", "quote": "quote", "list": "list",
        "table": "table",
    }  # fmt: skip
    begins = {line: marks[kind] for kind, line, _ in found}
    cls: LineClass = "furniture"
    for number, line in enumerate(source.text.split("\n"), 1):
        cls = begins.get(number, cls)
        if line.strip():
            yield LineRead(number, cls, "front-matter" if number < source.body_line else "markdown")


def _paragraphs(found: tuple[tuple[ParagraphKind, int | None, str], ...]) -> Iterator[Paragraph]:
    """Give each block its id; a second equal text in one article gets -2."""
    seen: dict[str, int] = {}
    for kind, line, text in found:
        id_ = paragraph_id(text)
        seen[id_] = seen.get(id_, 0) + 1
        yield Paragraph(id_ if seen[id_] == 1 else f"{id_}-{seen[id_]}", kind, line, text)


def _problems(
    source: Source,
    shown: str,
    title: str | None,
    paragraphs: tuple[Paragraph, ...],
    outlet: OutletRead,
    published: Published,
    url: Address,
) -> Iterator[Problem]:
    """Give what a reader will miss; a missing headline or text leaves nothing to publish.

    What the desk wrote and reading refused is a problem already, and so is a Markdown file without a title.
    """
    if not any(paragraph.kind != "subhead" for paragraph in paragraphs):
        hint = "paste the article's text into the file; explain shows what each line was taken for"
        yield Problem("error", "text-missing", "no text of an article was found", hint, shown, source.body_line)
    yield from damage(paragraphs, shown)
    if title is None and source.form != "markdown":
        hint = "put the headline on a line of its own above the text"
        yield Problem("warning", "title-missing", "no headline was found", hint, shown, 1)
    if outlet.name is None:
        yield _missing("outlet", "the outlet is not known", source, shown)
    if published.value is None and "published" not in source.stated_at:
        yield _missing("published", "no publication date is stated", source, shown)
    if url.value is None and "url" not in source.stated_at:
        yield _missing("url", "the address of the original is not known", source, shown)


def _missing(key: str, message: str, source: Source, shown: str) -> Problem:
    beside = "front matter" if source.form == "markdown" else "a sidecar; explain --write drafts one"
    hint = f"readers are told so; where you know it, state '{key}' in {beside}"
    return Problem("warning", f"{key}-missing", message, hint, shown, 1)


__all__ = ["UNKNOWN", "clean", "doubts", "introduction"]

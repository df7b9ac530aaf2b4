"""Markdown becomes paragraphs of plain text with their lines, or markup that the sanitiser made."""

import functools
from collections.abc import Iterator

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from telaah.clean.plain import plain, tidy
from telaah.model import Html, ParagraphKind

TAGS = {"p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "h3", "br"}
"""What an introduction may hold: words, links, lists; no pictures, tables, styles or scripts."""


def blocks(text: str, first_line: int) -> Iterator[tuple[ParagraphKind, int, str]]:
    """Give kind, 1-based line and plain text of every block of a Markdown text that begins on `first_line`."""
    kinds: list[ParagraphKind] = []
    row: list[str] | None = None
    row_line = first_line
    for token in _reader().parse(text):
        kind = _kind(token)
        if kind and token.nesting == 1:
            kinds.append(kind)
        elif kind and token.nesting == -1:
            kinds.pop()
        elif token.type == "tr_open":
            row, row_line = [], _line(token, first_line)
        elif token.type == "inline" and row is not None:
            row.append(_words(token))
        elif token.type in ("inline", "fence", "code_block", "html_block"):
            words = _words(token)
            if words:
                yield (kinds[-1] if kinds else "body"), _line(token, first_line), words
        if token.type == "tr_close" and row:
            yield "table", row_line, " | ".join(row)
            row = None


def introduction(text: str) -> Html:
    """Return the desk's Markdown as sanitised markup; raw HTML in it is shown as text."""
    markup = _writer().render(text)
    return Html(
        nh3.clean(markup, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https"}, link_rel="noopener")
    )


@functools.cache
def _writer() -> MarkdownIt:
    """Return the parser of introductions, which become markup: raw HTML is text to it."""
    return MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")


@functools.cache
def _reader() -> MarkdownIt:
    """Return the parser of articles: it knows raw HTML, so that tags can be told from words; nothing renders it."""
    return MarkdownIt("commonmark", {"html": True, "typographer": False}).enable("table")


def _kind(token: Token) -> ParagraphKind | None:
    name = token.type.removesuffix("_open").removesuffix("_close")
    kinds: dict[str, ParagraphKind] = {
        "heading": "subhead", "blockquote": "quote", "list_item": "list", "table": "table",
    }  # fmt: skip
    return kinds.get(name) if token.nesting else None


def _words(token: Token) -> str:
    if token.type == "html_block":
        return plain(token.content)
    return tidy("".join(map(_inline, token.children)) if token.children is not None else token.content)


def _inline(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak") or (token.type == "html_inline" and token.content.startswith("<br")):
        return " "
    return token.content if token.type in ("text", "code_inline") else ""


def _line(token: Token, first_line: int) -> int:
    return first_line + (token.map[0] if token.map else 0)

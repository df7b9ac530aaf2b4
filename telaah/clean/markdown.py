"""Markdown becomes paragraphs of plain text with their lines, or markup that the sanitiser made."""

import functools
from collections.abc import Iterator

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from telaah.clean.plain import plain
from telaah.model import Html, ParagraphKind

TAGS = {"p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "h3", "br"}
"""What an introduction may hold: words, links, lists; no pictures, tables, styles or scripts."""


def blocks(text: str, first_line: int) -> Iterator[tuple[ParagraphKind, int, str]]:
    """Give kind, 1-based line and plain text of every block of a Markdown text that begins on `first_line`."""
    kinds: list[ParagraphKind] = []
    row: list[str] | None = None
    row_line = first_line
    for token in _parser().parse(text):
        kind = _kind(token)
        if kind and token.nesting == 1:
            kinds.append(kind)
        elif kind and token.nesting == -1:
            kinds.pop()
        elif token.type == "tr_open":
            row, row_line = [], _line(token, first_line)
        elif token.type == "inline" and row is not None:
            row.append(_words(token))
        elif token.type == "inline" or token.type in ("fence", "code_block"):
            words = _words(token)
            if words:
                yield (kinds[-1] if kinds else "body"), _line(token, first_line), words
        if token.type == "tr_close" and row:
            yield "table", row_line, " | ".join(row)
            row = None


def introduction(text: str) -> Html:
    """Return the desk's Markdown as sanitised markup; raw HTML in it is shown as text."""
    markup = _parser().render(text)
    return Html(
        nh3.clean(markup, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https"}, link_rel="noopener")
    )


@functools.cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")


def _kind(token: Token) -> ParagraphKind | None:
    name = token.type.removesuffix("_open").removesuffix("_close")
    kinds: dict[str, ParagraphKind] = {
        "heading": "subhead", "blockquote": "quote", "list_item": "list", "table": "table",
    }  # fmt: skip
    return kinds.get(name) if token.nesting else None


def _words(token: Token) -> str:
    if token.children is None:
        return plain(token.content)
    parts = [_inline(child) for child in token.children]
    return plain("".join(parts))


def _inline(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content if token.type in ("text", "code_inline") else ""


def _line(token: Token, first_line: int) -> int:
    return first_line + (token.map[0] if token.map else 0)

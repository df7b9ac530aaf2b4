"""The head of a Markdown file, between two lines of ---, becomes keys and values with their places."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

import yaml

MARK = "---"
MAX_DEPTH = 5
"""Deepest nesting read; front matter needs three, and a deeper one is a mistake or an attack."""


# Control characters but the blanks among them, and halves of characters: no page may carry them.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class _Mark(Protocol):
    """A place as PyYAML gives it, 0-based, whichever of its two parsers read the text."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A value as written and its place, 1-based: a text, a list of entries, or entries by key.

    Every scalar stays the text that was written: no guessing of dates, numbers or yes and no.
    """

    value: "str | list[Entry] | dict[str, Entry]"
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Head:
    """The entries of a front matter by key, and the 1-based line on which the text below it begins."""

    entries: Mapping[str, Entry]
    body_line: int


class HeadError(ValueError):
    """A front matter that cannot be read; `line` and `column` are 1-based."""

    def __init__(self, message: str, hint: str, line: int, column: int | None = None) -> None:
        self.message, self.hint, self.line, self.column = message, hint, line, column
        super().__init__(message)


def head(text: str) -> Head:
    """Read the front matter of a text; a text without one has no entries and begins on line 1."""
    lines = text.split("\n")
    if lines[0].rstrip() != MARK:
        return Head({}, 1)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == MARK), None)
    if end is None:
        raise HeadError("the front matter is not closed", "end it with a line that holds only ---", 1)
    root = _composed("\n".join(lines[1:end]))
    if root is None:
        return Head({}, end + 2)
    entry = _entry(root, 0)
    if not isinstance(entry.value, dict):
        raise HeadError("the front matter is not a list of 'key: value' lines", "write title: ... and so on", 2)
    return Head(entry.value, end + 2)


def _composed(text: str) -> yaml.Node | None:
    try:
        depth = 0
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            # Asked here already, because a thousand open brackets cost the parser seconds.
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH + 1:
                raise _too_deep(event.start_mark)
            if isinstance(event, yaml.AliasEvent):
                hint = "write the value out in both places"
                line, column = _place(event.start_mark)
                raise HeadError("'*' refers to another value", hint, line, column)
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line, column = _place(error.problem_mark)
        hint = 'put a text with a colon or a quotation mark in it between quotes: title: "..."'
        raise HeadError(f"this line cannot be read: {error.problem}", hint, line, column) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise HeadError("the front matter cannot be read", "write it as 'key: value' lines", 2) from error


def _place(mark: _Mark | None) -> tuple[int, int]:
    """Return line and column in the file; the front matter itself begins on its second line."""
    return (mark.line + 2, mark.column + 1) if mark else (2, 1)


def _too_deep(mark: _Mark | None) -> HeadError:
    return HeadError("the front matter is nested too deeply", "see the reference for each key's form", *_place(mark))


def _entry(node: yaml.Node, depth: int) -> Entry:
    line, column = _place(node.start_mark)
    if depth > MAX_DEPTH:
        raise _too_deep(node.start_mark)
    if isinstance(node, yaml.ScalarNode):
        if _UNPRINTABLE.search(node.value):
            raise HeadError("this text holds a character that cannot be printed", "write it out anew", line, column)
        return Entry(node.value, line, column)
    if isinstance(node, yaml.SequenceNode):
        return Entry([_entry(child, depth + 1) for child in node.value], line, column)
    return Entry(dict(_pairs(node, depth)), line, column)


def _pairs(node: yaml.Node, depth: int) -> Iterator[tuple[str, Entry]]:
    seen: set[str] = set()
    for key, value in node.value:
        line, column = _place(key.start_mark)
        if not isinstance(key, yaml.ScalarNode):
            raise HeadError("a key is not a word", "write key: value", line, column)
        if key.value in seen:
            raise HeadError(f"'{key.value}' is written twice", "keep one of the two", line, column)
        seen.add(key.value)
        # The place of a key is where its value stands: that is what must be changed.
        yield key.value, _entry(value, depth + 1)

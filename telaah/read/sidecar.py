"""NAME.toml beside a raw page becomes entries with their places, the same that front matter would give."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

from telaah.read.front_matter import Entry
from telaah.read.walk import SIDECAR

Toml = Mapping[str, "Toml"] | list["Toml"] | str | int | float | bool | date | datetime


def sidecar_of(page: Path) -> Path:
    """Return where the sidecar of a page stands, whether it is there or not."""
    return page.with_suffix(SIDECAR)


def sidecar(text: str) -> Mapping[str, Entry]:
    """Read the entries of a sidecar; every scalar becomes the text that front matter would hold.

    Raises what tomllib does for a text that is no TOML: TOMLDecodeError, or RecursionError.
    """
    table: Mapping[str, Toml] = tomllib.loads(text)
    lines = text.split("\n")
    return {key: entry(value, *_place(key, lines, 0), lines) for key, value in table.items()}


def entry(value: Toml, line: int, column: int, lines: list[str]) -> Entry:
    """Return a value with its place; the keys of a table are looked for from its own line on."""
    if isinstance(value, Mapping):
        return Entry(
            {key: entry(each, *_place(key, lines, line - 1), lines) for key, each in value.items()}, line, column
        )
    if isinstance(value, list):
        return Entry([entry(each, line, column, lines) for each in value], line, column)
    return Entry(_written(value), line, column)


def _written(value: str | float | bool | date | datetime) -> str:
    """Return a scalar as front matter writes it: true, 2022-11-30, 2022-11-30T07:15:00+07:00."""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _place(key: str, lines: list[str], start: int) -> tuple[int, int]:
    """Return the 1-based line and column of a key's value, or of its table's header; tomllib tells neither."""
    return next(_places(key, lines, start), (start + 1, 1))


def _places(key: str, lines: list[str], start: int) -> Iterator[tuple[int, int]]:
    written = re.compile(rf"""(?:^|[{{,])\s*["']?{re.escape(key)}["']?\s*=\s*()|^\s*\[\[?\s*()["']?{re.escape(key)}""")
    for number, line in enumerate(lines[start:], start + 1):
        found = written.search(line)
        if found:
            yield number, found.end(1 if found.start(1) >= 0 else 2) + 1

"""The names of the months in all languages of CLDR become those of one language, or those that any language shares."""

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType


def months(code: str) -> Mapping[str, int]:
    """Return the months of a language by their names, lower case, 1 to 12; nothing for one that CLDR does not name."""
    return MappingProxyType(dict(_numbered(_tables().get(code, []))))


@functools.cache
def months_anywhere() -> Mapping[str, int]:
    """Return every name of a month that means the same month in all languages that have it.

    "Listopad" is October in Croatian and November in Polish: where a page does not tell its language, it is neither.
    """
    meant: dict[str, set[int]] = {}
    for table in _tables().values():
        for name, number in _numbered(table):
            meant.setdefault(name, set()).add(number)
    return MappingProxyType({name: min(numbers) for name, numbers in sorted(meant.items()) if len(numbers) == 1})


def is_language(code: str) -> bool:
    """Say whether this is the code of a language that CLDR knows the months of."""
    return code in _tables()


@functools.cache
def _tables() -> Mapping[str, list[list[str]]]:
    return MappingProxyType(tomllib.loads(Path(__file__).with_name("months.toml").read_text("utf-8")))


def _numbered(table: list[list[str]]) -> list[tuple[str, int]]:
    return [(name, number) for number, names in enumerate(table, 1) for name in names]

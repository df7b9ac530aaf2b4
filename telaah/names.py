"""names.toml becomes what the desk says of names: which are one, which are not, what they are, and which are none."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import get_args

from telaah.ids import id_of
from telaah.model import NameKind
from telaah.problems import Problem, did_you_mean
from telaah.tables import Table, check_keys, line_of, parsed

NAME_KEYS: Mapping[str, type] = {
    "name": str, "aliases": list, "apart": list, "kind": str, "articles": list, "ignore": bool,
}  # fmt: skip
KINDS: tuple[NameKind, ...] = get_args(NameKind)
SHORT_ACRONYM = 2
"""Letters up to which capitals tell an acronym from a word: AS (Amerika Serikat) is not As; NATO and Nato are one."""
KNOWN_KEYS = 100_000
"""Keys of names remembered: a briefing of 10,000 articles has some 60,000 different names."""

_MARKS = re.compile("[̀-ͯ]")
"""Accents of the Latin, Greek and Cyrillic scripts; in others such signs are letters."""
_JOINS = re.compile(r"[\s_‐-―-]+")
_DROPPED = re.compile(r"['’‘ʻʼ`´.]+")


@dataclass(frozen=True, slots=True)
class DeskName:
    """What the desk says of one name.

    `aliases` are other names of it, `apart` names that are somebody else's although they look like short forms of it.
    `articles`, where there are any, are the only ones that it holds in. An `ignored` name is none.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    kind: NameKind | None = None
    articles: tuple[str, ...] = ()
    ignored: bool = False
    line: int | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return self.name, *self.aliases


@dataclass(frozen=True, slots=True)
class DeskNames:
    """All that the desk says of names, found by any of them."""

    all: tuple[DeskName, ...] = ()
    _by_key: Mapping[str, tuple[DeskName, ...]] = field(default_factory=dict, repr=False)
    _apart: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, entries: Iterable[DeskName]) -> "DeskNames":
        """Return the entries with their look-up table."""
        every = tuple(entries)
        by_key: dict[str, tuple[DeskName, ...]] = {}
        for entry in every:
            for key in dict.fromkeys(map(key_of, entry.names)):
                by_key[key] = (*by_key.get(key, ()), entry)
        return cls(every, by_key, {entry.id: frozenset(map(key_of, entry.apart)) for entry in every})

    def find(self, name: str, article: str) -> DeskName | None:
        """Return what is said of a name in this article; what is said of this article alone goes before the rest."""
        found = self._by_key.get(key_of(name), ())
        fitting = [entry for entry in found if not entry.articles or article in entry.articles]
        return max(fitting, key=lambda entry: bool(entry.articles), default=None)

    def apart(self, id_: str | None) -> frozenset[str]:
        """Return the keys of the names that are not this one."""
        return self._apart.get(id_ or "", frozenset())


@lru_cache(maxsize=KNOWN_KEYS)
def key_of(name: str) -> str:
    """Return what all spellings of a name share: case, accents, hyphens, apostrophes and full stops are ignored."""
    if len(name) <= SHORT_ACRONYM and name.isupper() and name.isalpha():
        return name
    if name.isascii() and name.replace(" ", "").isalpha():  # most are, and the rest costs ten times as much
        return " ".join(name.lower().split())
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", name))
    words = _JOINS.sub(" ", _DROPPED.sub("", plain)).strip()
    if words.isupper() and len(words) <= SHORT_ACRONYM:
        return words
    return unicodedata.normalize("NFC", words.casefold())


def names(path: Path) -> tuple[DeskNames, list[Problem]]:
    """Read names.toml: one table a name, its id in the brackets; return all problems with it."""
    tables, lines, problems = parsed(path)
    found: list[DeskName] = []
    for id_, values in tables.items():
        start = line_of(id_, lines, 0) or 1
        wrong = list(_wrong(id_, values, path, lines, start))
        problems += wrong
        if not wrong and isinstance(values, dict):
            found.append(_entry(id_, values, start))
    return DeskNames.of(found), [*problems, *_twice(found, path)]


def _wrong(id_: str, values: object, path: Path, lines: list[str], start: int) -> Iterator[Problem]:
    if not isinstance(values, dict):
        hint = 'begin each name with its id in brackets: [putin], then name = "Vladimir Putin"'
        yield Problem("error", "name-table", f"'{id_}' is not inside a name's table", hint, str(path), start)
        return
    yield from check_keys(values, NAME_KEYS, path, lines, start)
    if id_ != id_of(id_):
        yield Problem(
            "error", "id-invalid", f"'{id_}' cannot be a name's id", f"write it as [{id_of(id_)}]", str(path), start
        )
    kind = values.get("kind")
    if isinstance(kind, str) and kind not in KINDS:
        message = f"'kind' is \"{kind}\"{did_you_mean(kind, KINDS)}"
        hint = f"write one of {', '.join(KINDS)}"
        yield Problem("error", "value-unknown", message, hint, str(path), line_of("kind", lines, start))
    if not isinstance(values.get("name"), str) or not key_of(str(values["name"])):
        hint = 'write name = "Kim Jong Un", as you want it printed'
        yield Problem("error", "name-missing", f"the name '{id_}' has no 'name'", hint, str(path), start)


def _twice(found: list[DeskName], path: Path) -> Iterator[Problem]:
    """Give a problem for every name that two entries claim in the same articles."""
    owners: dict[tuple[str, str], DeskName] = {}
    for entry in found:
        for name in entry.names:
            for article in entry.articles or ("",):
                owner = owners.setdefault((key_of(name), article), entry)
                if owner is not entry:
                    message = f"'{name}' is a name of two entries, '{owner.id}' and '{entry.id}'"
                    hint = "leave it with one, or say with 'articles' where it is which"
                    yield Problem("error", "name-duplicate", message, hint, str(path), entry.line)


def _entry(id_: str, values: Table, line: int) -> DeskName:
    def texts(key: str) -> tuple[str, ...]:
        value = values.get(key)
        return tuple(value) if isinstance(value, list) else ()

    return DeskName(
        id=id_,
        name=str(values["name"]),
        aliases=texts("aliases"),
        apart=texts("apart"),
        kind=next((kind for kind in KINDS if kind == values.get("kind")), None),
        articles=texts("articles"),
        ignored=values.get("ignore") is True,
        line=line,
    )

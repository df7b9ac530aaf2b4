"""The languages of the interface become trees of pages: the first at the site's root, each other below its code."""

from collections.abc import Iterable
from dataclasses import dataclass

from babel import Locale


@dataclass(frozen=True, slots=True)
class Tree:
    """All pages in one language: its code, its own name for itself, and the folder they stand in ("" or "en/")."""

    language: str
    name: str
    prefix: str


def trees(languages: Iterable[str]) -> tuple[Tree, ...]:
    """Return a tree for each language, once; their catalogues have been read, so every code is a known one."""
    codes = tuple(dict.fromkeys(languages))
    return tuple(Tree(code, _own_name(code), f"{code}/" if n else "") for n, code in enumerate(codes))


def _own_name(code: str) -> str:
    return str(Locale.parse(code).display_name or code)

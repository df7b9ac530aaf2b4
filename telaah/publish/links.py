"""An address on a page becomes the file of the site and the id it leads to, or what is wrong with it."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

NOT_FOUND = "404.html"
"""Served at any depth, so the one page whose links may begin with the site's path on its host."""

_OUTSIDE = re.compile(r"[a-z][a-z0-9+.\-]*:|//", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """A file of the site by its path, and the id in it, empty for the top."""

    file: str
    fragment: str


class WrongAddressError(Exception):
    """An address that can lead to no file of the site; its text says why, as the end of a sentence."""


def addresses(attribute: str, value: str) -> Iterator[str]:
    """Yield the addresses in an attribute: one, or in `srcset` one for each size."""
    if attribute == "srcset":
        yield from (part.split()[0] for part in value.split(",") if part.strip())
    else:
        yield value.strip()


def target(address: str, page: str, base_path: str) -> Target | None:
    """Return where an address on this page leads within the site, or None when it leads out of it.

    `base_path` begins and ends with a slash. Raises WrongAddressError.
    """
    if _OUTSIDE.match(address):
        return None
    path, _, fragment = address.partition("#")
    path = unquote(path.partition("?")[0])
    # What follows :~: is for the browser alone (text fragments) and names no id; `top` is the top of any page.
    fragment = unquote(fragment.partition(":~:")[0])
    fragment = "" if fragment.lower() == "top" else fragment
    if not path:
        return Target(page, fragment)
    if path.startswith("/"):
        if posixpath.basename(page) != NOT_FOUND:
            raise WrongAddressError("begins with a slash, so it works neither from disk nor below a path")
        if not path.startswith(base_path):
            raise WrongAddressError(f"lies outside the site's own path '{base_path}'")
        path = path.removeprefix(base_path)
        return Target(_file("", path), fragment)
    return Target(_file(page.rpartition("/")[0], path), fragment)


@lru_cache(maxsize=1 << 16)
def _file(folder: str, path: str) -> str:
    """Return the file at a path from a folder; every page of a site has many links in common."""
    return posixpath.normpath(posixpath.join(folder, path)) + ("/" if path.endswith("/") else "")

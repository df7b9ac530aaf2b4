"""The files in templates/assets become small files under names that hold their hash, to be cached for ever.

Stylesheets and scripts lose the comments and blanks that only their writers need.
"""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from telaah.model import Page

MINIFIERS = {".css": cssmin, ".js": jsmin}
HASH_LENGTH = 10
"""Hex digits of SHA-256 in a name: 40 bits, ample for telling a handful of versions apart."""


def assets(folders: Iterable[Path]) -> tuple[Page, ...]:
    """Return every file of the folders as assets/<stem>.<hash>.<ending>, sorted; of one name, the first folder's."""
    found: dict[str, Path] = {}
    for folder in folders:
        files = folder.iterdir() if folder.is_dir() else ()
        for path in files:
            if path.is_file() and not path.name.startswith("."):
                found.setdefault(path.name, path)
    return tuple(_asset(found[name]) for name in sorted(found))


def asset_addresses(pages: tuple[Page, ...]) -> Mapping[str, str]:
    """Return the address of each asset by the name it has in the templates folder."""
    found = {}
    for page in pages:
        stem, _, ending = page.path.removeprefix("assets/").rsplit(".", 2)
        found[f"{stem}.{ending}"] = page.path
    return found


def _asset(path: Path) -> Page:
    content = _small(path.read_bytes(), path.suffix)
    digest = hashlib.sha256(content).hexdigest()[:HASH_LENGTH]
    return Page(f"assets/{path.stem}.{digest}{path.suffix}", content)


def _small(content: bytes, suffix: str) -> bytes:
    """Return a stylesheet or script without what only its writers need, anything else as it is.

    It works on bytes, so any encoding passes; what is taken out is ASCII in every encoding that the web uses.
    """
    minify = MINIFIERS.get(suffix)
    return minify(content) if minify else content

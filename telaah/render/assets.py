"""The files in templates/assets become files under names that hold their hash, so that they can be cached for ever."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from telaah.model import Page

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
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()[:HASH_LENGTH]
    return Page(f"assets/{path.stem}.{digest}{path.suffix}", content)

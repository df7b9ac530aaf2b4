"""A name becomes a permanent id: lower-case ASCII that is safe as a file name and an address everywhere."""

import hashlib
from collections.abc import Iterable, Mapping

from slugify import slugify

MAX_BYTES = 80
"""Longest id in bytes, so that file names stay short of every file system's limit (contract, section 3)."""
HASH_LENGTH = 8
"""Hex digits that tell two names apart whose ids would be alike."""


def id_of(name: str) -> str:
    """Return the name as an id; where nothing is left of it, 8 hex digits of its SHA-256."""
    slug: str = slugify(name, max_length=MAX_BYTES, word_boundary=True)
    return slug or hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def identifiers(names: Iterable[str], fixed: Mapping[str, str]) -> Mapping[str, str]:
    """Return an id for each name, no two alike; the ids in `fixed` are kept as they are."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(set(names), key=lambda name: (name not in fixed, name)):
        wanted = fixed.get(name) or id_of(name)
        ids[name] = distinct(wanted, name) if wanted in taken else wanted
        taken.add(ids[name])
    return ids


def distinct(wanted: str, name: str) -> str:
    """Return an id that is wanted for several names, or too long, as that of this name alone."""
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:HASH_LENGTH]
    return f"{wanted[: MAX_BYTES - HASH_LENGTH - 1]}-{digest}"

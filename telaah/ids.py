"""A name becomes a permanent id: lower-case ASCII that is safe as a file name and an address everywhere."""

import hashlib

from slugify import slugify

MAX_BYTES = 80
"""Longest id in bytes, so that file names stay short of every file system's limit (contract, section 3)."""


def id_of(name: str) -> str:
    """Return the name as an id; where nothing is left of it, 8 hex digits of its SHA-256."""
    slug: str = slugify(name, max_length=MAX_BYTES, word_boundary=True)
    return slug or hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]

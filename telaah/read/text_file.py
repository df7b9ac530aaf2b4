"""A file becomes its text and what its front matter states, or the problem that keeps it from being read."""

import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path

from telaah.problems import Problem
from telaah.read.decode import NotText, decode
from telaah.read.front_matter import Head, HeadError, head
from telaah.read.walk import problem, unreadable_kind

MAX_BYTES = 5_000_000
"""Largest saved page read; the median news page weighs 2.5 MB with its pictures, its text some 10 kB."""
MAX_TEXT_BYTES = 1_200_000
"""Largest file of words alone: 180,000 words. A busy machine takes 7 s a megabyte to understand it."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """What a file holds, and the SHA-256 of its bytes in hexadecimal."""

    text: str
    sha256: str


def text_file(path: Path, *, markup: bool = False) -> TextFile | Problem:
    """Return the text of a file and the hash of its bytes, or the problem that keeps it shut."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return unreadable_kind(path)
        size = found.st_size
        most = MAX_BYTES if markup else MAX_TEXT_BYTES
        if size > most:
            message = f"the file has {size:,} bytes; more than {most:,} are not read"
            hint = "keep the article and leave the rest out; several articles need a file each"
            return problem(path, "file-too-large", message, hint)
        raw = path.read_bytes()
        text = decode(raw, markup=markup)
    except OSError as error:
        return problem(path, "file-unreadable", f"the file cannot be opened: {error.strerror}", "check its permissions")
    except NotText as error:
        return problem(path, "file-not-text", f"the file is not text: {error}", "save the page as UTF-8 text")
    if not text.strip():
        return problem(path, "file-empty", "the file is empty", "paste the article into it, or delete it")
    return TextFile(text, hashlib.sha256(raw).hexdigest())


def head_of(path: Path, text: str) -> Head | Problem:
    """Return the front matter of a file's text, or the problem that keeps it from being read."""
    try:
        return head(text)
    except HeadError as error:
        return Problem("error", "front-matter", error.message, error.hint, str(path), error.line, error.column)

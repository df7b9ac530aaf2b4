"""A published site, on disk or at an address, becomes what differs from its manifest."""

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from telaah.fetch import FetchFailed, TooLarge, fetch
from telaah.pipeline import MANIFEST, Entry, entries
from telaah.problems import Problem, in_order

SECONDS = 60.0
"""Longest wait for one file of a site, in seconds."""
MANIFEST_BYTES = 100_000_000
"""Largest manifest read, in bytes: 160 bytes a file, so 600,000 files."""

HOSTS_OWN = frozenset({"_headers", "_redirects"})
"""Files that hosts obey and do not serve (Netlify, Cloudflare Pages); over HTTP nobody can ask for them."""

Reader = Callable[[str, int], bytes | None]
"""Returns the bytes at a path of the site, at most this many, or None when there is nothing."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was compared and what differs; `sha256` is the manifest's own hash, for whoever was told it elsewhere."""

    files: int
    sha256: str | None
    problems: tuple[Problem, ...]


def verify(site: str) -> Verdict:
    """Compare every file of a site with its manifest; `site` is a folder or an http(s) address.

    Over HTTP nobody can list a folder, so only changed and missing files are found there; on disk foreign ones too.
    Raises FetchFailed when the server cannot be reached at all.
    """
    remote = site.startswith(("http://", "https://"))
    read = _served(site) if remote else _on_disk(Path(site))
    try:
        raw = read(MANIFEST, MANIFEST_BYTES)
    except OSError as error:
        return Verdict(0, None, (_unreadable(MANIFEST, error),))
    listed = entries(raw) if raw is not None else None
    if raw is None or listed is None:
        return Verdict(0, None, (_no_manifest(site, found=raw is not None),))
    served = [entry for entry in listed if not (remote and entry.path in HOSTS_OWN)]
    problems = [problem for entry in served if (problem := _differs(entry, read))]
    if not remote:
        problems += _foreign(Path(site), {entry.path for entry in listed})
    return Verdict(len(served), hashlib.sha256(raw).hexdigest(), in_order(problems))


def _served(site: str) -> Reader:
    base = site.rstrip("/").removesuffix(f"/{MANIFEST}") + "/"

    def read(path: str, most: int) -> bytes | None:
        try:
            return fetch(base + quote(path), most, SECONDS).body
        except FetchFailed as failed:
            if failed.status in (404, 410):
                return None
            raise

    return read


def _on_disk(site: Path) -> Reader:
    def read(path: str, most: int) -> bytes | None:
        try:
            with (site / path).open("rb") as file:
                return file.read(most)
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return None

    return read


def _no_manifest(site: str, *, found: bool) -> Problem:
    what = "holds no manifest of this program" if found else "has no manifest"
    hint = "name the folder or the address of a site that this program published"
    return Problem("error", "manifest-missing", f"'{site}' {what}", hint, MANIFEST)


def _differs(entry: Entry, read: Reader) -> Problem | None:
    try:
        # One byte more than listed is enough to know that a file has grown.
        found = read(entry.path, max(entry.size, 0) + 1)
    except TooLarge:
        found = b""
    except OSError as error:
        return _unreadable(entry.path, error)
    if found is None:
        return _problem("site-file-missing", entry.path, "the file is in the manifest, but not in the site")
    if len(found) != entry.size or hashlib.sha256(found).hexdigest() != entry.sha256:
        return _problem("site-file-changed", entry.path, "the file is not the one that was published")
    return None


def _unreadable(path: str, error: OSError) -> Problem:
    message = f"the file cannot be opened: {error.strerror}"
    return Problem("error", "file-unreadable", message, "check its permissions, and those of its folders", path)


def _foreign(site: Path, listed: set[str]) -> Iterator[Problem]:
    for folder, _, names in os.walk(site):
        for name in names:
            path = (Path(folder) / name).relative_to(site).as_posix()
            if path != MANIFEST and path not in listed:
                yield _problem("site-file-foreign", path, "the file is in the site, but not in the manifest")


def _problem(code: str, path: str, message: str) -> Problem:
    return Problem("error", code, message, "publish the site again, or find out who changed it", path)

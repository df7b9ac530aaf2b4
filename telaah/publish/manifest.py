"""The pages and their inputs become manifest.json: what the site is made of, and how we know a folder as ours."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import telaah
from telaah.model import Page
from telaah.publish.inputs import Inputs
from telaah.publish.versions import recorded
from telaah.settings import Settings

MANIFEST = "manifest.json"
GENERATOR = "telaah"
SCHEMA = 1
NOT_RECORDED = frozenset({"content", "site", "templates", "outlets", "names", "strict", "rights_stated", "remarks"})
"""Settings that change no byte, or that are recorded as the hash of their file; folders differ between machines."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the site: its path, the SHA-256 of its bytes in hexadecimal, and how many they are."""

    path: str
    sha256: str
    size: int


def manifest(pages: Sequence[Page], inputs: Inputs) -> Page:
    """Return the manifest of these pages, itself a page; it lists everything but itself and holds no clock."""
    files = sorted((page.path, hashlib.sha256(page.content).hexdigest(), len(page.content)) for page in pages)
    value = {
        "schema": SCHEMA,
        "generator": {"name": GENERATOR, "version": telaah.__version__, "libraries": dict(inputs.libraries)},
        "settings": _recorded(inputs.settings),
        "inputs": [{"file": file, "sha256": sha256} for file, sha256 in sorted(inputs.content)],
        "templates": [{"file": file, "sha256": sha256} for file, sha256 in sorted(inputs.templates)],
        **recorded(inputs.versions),
        "files": [{"path": path, "sha256": sha256, "bytes": size} for path, sha256, size in files],
    }
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    # A file name that is no UTF-8 reaches us with lone surrogates; written as \udcXX they are still JSON.
    return Page(MANIFEST, text.encode("utf-8", "backslashreplace"))


def entries(raw: bytes) -> tuple[Entry, ...] | None:
    """Return the files that the bytes of a manifest list, or None when it is not one of ours."""
    value = ours(raw)
    return None if value is None else files_of(value)


def ours(raw: bytes) -> Mapping[str, object] | None:
    """Return what the bytes of a manifest say, or None when it is not one of ours."""
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    match value:
        case {"generator": {"name": str(name)}, "files": list()} if name == GENERATOR:
            return dict(value)
    return None


def files_of(value: Mapping[str, object]) -> tuple[Entry, ...]:
    """Return the files that a manifest of ours lists."""
    files = value["files"]
    return (
        tuple(_entry(file) for file in files if isinstance(file, dict) and "path" in file)
        if isinstance(files, list)
        else ()
    )


def listed(path: Path) -> frozenset[str] | None:
    """Return the paths that a manifest file of ours lists, or None when there is none or it is not ours."""
    try:
        found = entries(path.read_bytes())
    except (FileNotFoundError, IsADirectoryError):
        return None
    return None if found is None else frozenset(entry.path for entry in found)


def _recorded(settings: Settings) -> Mapping[str, object]:
    return {f.name: getattr(settings, f.name) for f in fields(settings) if f.name not in NOT_RECORDED}


def _entry(file: Mapping[str, object]) -> Entry:
    size = file.get("bytes")
    return Entry(str(file["path"]), str(file.get("sha256")), size if isinstance(size, int) else -1)

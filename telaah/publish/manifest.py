"""The pages and their inputs become manifest.json: what the site is made of, and how we know a folder as ours."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import telaah
from telaah.model import Page

MANIFEST = "manifest.json"
GENERATOR = "telaah"
SCHEMA = 1


def manifest(pages: Sequence[Page], inputs: Iterable[tuple[str, str]]) -> Page:
    """Return the manifest of these pages, itself a page; it lists everything but itself and holds no clock."""
    files = sorted((page.path, hashlib.sha256(page.content).hexdigest(), len(page.content)) for page in pages)
    value = {
        "schema": SCHEMA,
        "generator": {"name": GENERATOR, "version": telaah.__version__},
        "inputs": [{"file": file, "sha256": sha256} for file, sha256 in sorted(inputs)],
        "files": [{"path": path, "sha256": sha256, "bytes": size} for path, sha256, size in files],
    }
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    # A file name that is no UTF-8 reaches us with lone surrogates; written as \udcXX they are still JSON.
    return Page(MANIFEST, text.encode("utf-8", "backslashreplace"))


def listed(path: Path) -> frozenset[str] | None:
    """Return the files that a manifest of ours lists, or None when there is none or it is not ours."""
    try:
        value = json.loads(path.read_bytes())
    except (FileNotFoundError, IsADirectoryError, ValueError):
        return None
    match value:
        case {"generator": {"name": str(name)}, "files": list(files)} if name == GENERATOR:
            return frozenset(file["path"] for file in files if isinstance(file, dict) and "path" in file)
    return None

"""An empty folder becomes a briefing: settings, examples of each kind of article, and recipes to publish it."""

import os
from collections.abc import Iterator
from pathlib import Path

from telaah import __version__
from telaah.scaffold.refused import Refused
from telaah.scaffold.site_toml import annotated
from telaah.scaffold.write import write_new

EXAMPLE = Path(__file__).parent / "example"
SETTINGS = Path("content", "site.toml")
HIDDEN = "dot-"
"""Begins the names of files that begin with a dot in the briefing; as they are, tools would take them for our own."""
VERSION = "@VERSION@"


def init(folder: Path) -> tuple[Path, ...]:
    """Write a briefing into a new or empty folder and return its files, sorted; raise Refused for any other folder."""
    # "new/.." is no new folder but the one it stands in.
    place = Path(os.path.realpath(folder))
    if place.exists() and not (place.is_dir() and not any(place.iterdir())):
        what = "is not empty" if place.is_dir() else "is a file"
        hint = "name a folder that does not exist yet"
        raise Refused.because("folder-taken", f"'{folder}' {what}; nothing was written", hint, folder)
    files = dict(_files())
    for path, text in files.items():
        write_new(place / path, text)
    return tuple(sorted(folder / path for path in files))


def _files() -> Iterator[tuple[Path, str]]:
    yield SETTINGS, annotated()
    for path in sorted(EXAMPLE.rglob("*")):
        if path.is_file():
            parts = (part.replace(HIDDEN, ".", 1) for part in path.relative_to(EXAMPLE).parts)
            yield Path(*parts), path.read_text("utf-8").replace(VERSION, __version__)

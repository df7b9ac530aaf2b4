"""What a build read becomes names and hashes, so that a stranger can gather the same files and build again."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from telaah.publish.versions import Versions
from telaah.settings import Settings

DESK_FILES = ("site.toml", "outlets.toml", "names.toml", "corrections.toml", "silenced.toml")
LIBRARIES = (
    "babel", "bibtexparser", "cbor2", "font-source-serif-pro", "jinja2", "lxml", "markdown-it-py", "nh3",
    "pagefind-bin", "pillow", "python-slugify", "pyyaml", "rcssmin", "rispy", "rjsmin", "trafilatura", "wordfreq",
    "yake",
)  # fmt: skip
"""Libraries that have a say in the bytes of a site; another version of one may give other bytes."""

Hashed = tuple[str, str]
"""A file and the SHA-256 of its bytes in hexadecimal."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that steered a build: files below the content and the templates folder, settings, libraries."""

    content: tuple[Hashed, ...]
    templates: tuple[Hashed, ...]
    settings: Settings
    libraries: tuple[tuple[str, str], ...] = ()
    """Names and versions."""
    versions: Versions = field(default_factory=lambda: Versions({}, {}))
    """The articles and topics as they are published."""


def inputs(articles: Iterable[Hashed], topics: Iterable[str], settings: Settings, found: Versions) -> Inputs:
    """Return the articles as they were hashed when read, and the hashes of whatever else the build went by."""
    read = dict(articles)
    beside = (str(Path(file).with_suffix(".toml").as_posix()) for file in read)
    named = (name for name in (*DESK_FILES, *topics, *beside) if name not in read)
    content = {**read, **dict(_hashed(settings.content, named))}
    below = (path.relative_to(settings.templates).as_posix() for path in settings.templates.rglob("*"))
    templates = tuple(sorted(_hashed(settings.templates, below)))
    return Inputs(tuple(sorted(content.items())), templates, settings, tuple(_libraries()), found)


def _hashed(folder: Path, files: Iterable[str]) -> Iterator[Hashed]:
    for file in files:
        path = folder / file
        if path.is_file():
            yield file, hashlib.sha256(path.read_bytes()).hexdigest()


def _libraries() -> Iterator[tuple[str, str]]:
    for name in LIBRARIES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            continue  # what is not installed had no say

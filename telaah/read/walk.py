"""The folder a desk edits becomes the list of its article files and of the sidecars beside them."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from telaah.model import Form
from telaah.problems import Problem

FORMS: Mapping[str, Form] = {".md": "markdown", ".txt": "text", ".html": "html", ".htm": "html"}
SIDECAR = ".toml"
SETTINGS_FILES = frozenset({"site.toml", "outlets.toml", "corrections.toml"})


class Walk:
    """Finds the article files below a folder, sorted by name; links that lead out of it are refused."""

    def __init__(self, content: Path, root: Path) -> None:
        self.files: list[Path] = []
        self.skipped = 0
        self.problems: list[Problem] = []
        self._sidecars: list[Path] = []
        inside = content.resolve()
        for path in self._below(root, inside):
            self._sort_out(path, inside, at_top=path.parent == content)
        self.problems += self._alone()

    def _below(self, folder: Path, inside: Path) -> Iterator[Path]:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries)
        for name in names:
            path = folder / name
            if name.startswith((".", "_")):
                self.skipped += 1
            elif path.is_dir() and not path.is_symlink():
                yield from self._below(path, inside)
            else:
                yield path

    def _sort_out(self, path: Path, inside: Path, *, at_top: bool) -> None:
        if path.is_symlink() and not path.resolve().is_relative_to(inside):
            message = f"'{path.name}' is a link that leaves the content folder"
            self.problems.append(problem(path, "symlink-outside", message, "copy the file itself into the folder"))
        elif path.is_dir():
            message = f"'{path.name}' is a link to a folder"
            self.problems.append(problem(path, "symlink-folder", message, "copy the folder itself here"))
        elif path.name.upper().startswith(("README", "LICENSE")) or (at_top and path.name in SETTINGS_FILES):
            self.skipped += 1
        elif path.suffix.lower() in FORMS:
            self.files.append(path)
        elif path.suffix.lower() == SIDECAR:
            self._sidecars.append(path)
        else:
            self.problems.append(unreadable_kind(path))

    def _alone(self) -> Iterator[Problem]:
        """Give a problem for each sidecar that stands beside no page."""
        pages = {path.with_suffix("") for path in self.files if FORMS[path.suffix.lower()] != "markdown"}
        written = {path.with_suffix("") for path in self.files} - pages
        for path in self._sidecars:
            if path.with_suffix("") in written:
                message = f"'{path.name}' stands beside a Markdown file, which states such things itself"
                yield problem(path, "sidecar-alone", message, "move its lines into the front matter, and delete it")
            elif path.with_suffix("") not in pages:
                message = f"'{path.name}' stands beside no page"
                hint = f"name it after its page, which is {path.stem}.txt or {path.stem}.html, or delete it"
                yield problem(path, "sidecar-alone", message, hint)


def unreadable_kind(path: Path) -> Problem:
    """Return the problem of a file that is no article of any form."""
    message = f"'{path.name}' is not a kind of file that can be read"
    hint = (
        "save the page as it is (.html) or as text (.txt), or write it as Markdown (.md); "
        "a name that begins with _ is passed over"
    )
    return problem(path, "file-kind", message, hint)


def problem(path: Path, code: str, message: str, hint: str, line: int | None = None) -> Problem:
    """Return an error at a file."""
    return Problem("error", code, message, hint, str(path), line)

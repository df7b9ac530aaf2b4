"""The folder a desk edits becomes the list of its article files and of the sidecars beside them."""

import os
from collections.abc import Iterator, Mapping
from errno import EACCES
from pathlib import Path

from telaah.model import Form
from telaah.problems import Problem

FORMS: Mapping[str, Form] = {".md": "markdown", ".txt": "text", ".html": "html", ".htm": "html"}
SIDECAR = ".toml"
SETTINGS_FILES = frozenset({"site.toml", "outlets.toml", "names.toml", "corrections.toml", "silenced.toml"})


class Walk:
    """Finds the article files below a folder, sorted by name; links that lead out of it are refused."""

    def __init__(self, content: Path, root: Path) -> None:
        self.files: list[Path] = []
        self.skipped = 0
        self.problems: list[Problem] = []
        self._sidecars: list[Path] = []
        for path in self._below(root, content):
            self._sort_out(path, at_top=path.parent == content)
        self.problems += self._alone()

    def _below(self, folder: Path, content: Path) -> Iterator[Path]:
        wrong = refused(folder, content)
        if wrong:
            self.problems.append(wrong)
            return
        names = listing(folder)
        if isinstance(names, Problem):
            self.problems.append(names)
            return
        for name in names:
            path = folder / name
            if passed_over(name):
                self.skipped += 1
            elif path.is_dir() and not path.is_symlink():
                yield from self._below(path, content)
            elif wrong := refused(path, content):
                self.problems.append(wrong)
            else:
                yield path

    def _sort_out(self, path: Path, *, at_top: bool) -> None:
        if at_top and path.name in SETTINGS_FILES:
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


def listing(folder: Path) -> tuple[str, ...] | Problem:
    """Return the names in a folder, sorted, or why they cannot be read."""
    try:
        with os.scandir(folder) as entries:
            names = tuple(sorted(entry.name for entry in entries))
        # A folder may let its names be read, and nothing of what they name.
        if not os.access(folder, os.X_OK):
            raise PermissionError(EACCES, os.strerror(EACCES))
    except OSError as error:
        message = f"the folder cannot be opened: {error.strerror}"
        return problem(folder, "file-unreadable", message, "check its permissions")
    return names


def passed_over(name: str) -> bool:
    """Say whether a file or folder of this name is skipped and counted, not read."""
    return name.startswith((".", "_")) or name.upper().startswith(("README", "LICENSE"))


def refused(path: Path, content: Path) -> Problem | None:
    """Return why a path below the content folder is not read: a link that leads out or nowhere, a bad name."""
    shown = path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if shown != path.name:
        message = f"the name '{shown}' is not UTF-8"
        return problem(path.with_name(shown), "file-name", message, "rename the file")
    if not path.is_symlink():
        return None
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return problem(path, "symlink-broken", f"'{shown}' is a link that leads nowhere", "copy the file itself here")
    if not target.is_relative_to(content.resolve()):
        message = f"'{shown}' is a link that leaves the content folder"
        return problem(path, "symlink-outside", message, "copy the file itself into the folder")
    if target.is_dir():
        return problem(path, "symlink-folder", f"'{shown}' is a link to a folder", "copy the folder itself here")
    return None


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

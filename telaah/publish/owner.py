"""A folder becomes the files in it that we did not make, so that nobody's work is ever replaced."""

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from telaah.problems import Problem
from telaah.publish.manifest import MANIFEST, listed

NAMED = 5
"""How many files a refusal names: enough to recognise a folder, and still one line."""


def foreign(site: Path) -> Iterator[Problem]:
    """Yield one problem when the site folder is a file or holds files that our manifest there does not list.

    A folder that is missing, or holds nothing but empty folders, is taken.
    """
    if not site.exists():
        return
    if not site.is_dir():
        hint = "name an empty or a new folder: --site DIR"
        yield Problem("error", "site-folder", f"'{site}' is a file; the site needs a folder", hint)
        return
    ours = listed(site / MANIFEST)
    known = {MANIFEST, *ours} if ours is not None else set()
    # Files are named in order and only as far as needed: somebody may have pointed us at a home folder.
    strange = tuple(islice((file for file in _files(site) if file not in known), NAMED + 1))
    if strange:
        more = " and more" if len(strange) > NAMED else ""
        message = f"'{site}' holds files that this program did not make: {', '.join(strange[:NAMED])}{more}"
        hint = "name an empty or a new folder with --site DIR, or move these files away"
        yield Problem("error", "site-foreign", message, hint)


def _files(folder: Path, above: str = "") -> Iterator[str]:
    """Yield everything but folders, sorted, as paths with forward slashes; links are not followed."""
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(folder / entry.name, f"{above}{entry.name}/")
        else:
            yield above + entry.name

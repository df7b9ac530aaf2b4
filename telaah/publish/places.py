"""The site folder as given becomes the four places that publishing works with."""

from dataclasses import dataclass
from pathlib import Path

from telaah.problems import Problem
from telaah.publish.errors import PublishError


@dataclass(frozen=True, slots=True)
class Places:
    """The site and its hidden neighbours, all in one folder and so on one file system.

    `staging` holds the next site while it is made, and the last one while it is deleted; `aside` holds the last one,
    always whole, between the two renames of the fallback; `lock` is the lock file. These names are ours: what a
    killed build left there is removed unasked.
    """

    site: Path
    staging: Path
    aside: Path
    lock: Path


def places_of(site: Path) -> Places:
    """Return the places of this site; a symlink is followed, and it is the folder behind it that is replaced.

    So the link stays a link, and two names of one folder share one lock. Raises PublishError for the root folder
    and for a link that leads to itself.
    """
    try:
        real = site.resolve()
    except (OSError, RuntimeError) as error:  # RuntimeError is how Python 3.11 and 3.12 report a loop
        raise PublishError([_problem(f"'{site}' is a link that leads nowhere")]) from error
    if not real.name:
        raise PublishError([_problem(f"'{site}' is the root folder, which cannot be a site")])
    hidden = real.parent / f".{real.name}"
    return Places(real, *(hidden.with_name(hidden.name + end) for end in (".new", ".old", ".lock")))


def _problem(message: str) -> Problem:
    return Problem("error", "site-folder", message, "name an empty or a new folder: --site DIR")

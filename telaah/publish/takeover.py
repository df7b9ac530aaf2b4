"""Pages become a staged folder, a checked one, and then the site.

Under a lock the pages are written to a hidden folder beside the site, checked there, and exchanged with the old site.
At every moment the site folder is whole, old or new; whatever a killed build leaves behind, the next one removes.
docs/decisions/0010 and 0011 say why.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from telaah.model import Page
from telaah.problems import Problem
from telaah.publish.check import check
from telaah.publish.errors import PublishError, told
from telaah.publish.exchange import exchange, heal
from telaah.publish.inputs import Inputs
from telaah.publish.locking import lock
from telaah.publish.manifest import manifest
from telaah.publish.markup import Markup
from telaah.publish.owner import foreign
from telaah.publish.paths import check_paths
from telaah.publish.places import places_of
from telaah.publish.staging import write


def _no_step(_name: str) -> None:
    """Do nothing at the fixed points of a build that nobody watches."""


def publish(
    pages: Iterable[Page],
    inputs: Inputs,
    site: Path,
    step: Callable[[str], None] = _no_step,
    base_path: str = "/",
    read: Mapping[str, Markup] | None = None,
) -> int:
    """Make the site folder hold exactly these pages and their manifest; return the number of its files.

    `inputs` are what the pages were made from. `base_path` is the path of the site on its host,
    which the links of 404.html may begin with. `read` are the pages' `markups`, where a caller has them. `step` is told
    each fixed point: staging, staged, checked, exchanged, cleaned. Takes the lock itself, unless the caller's `lock`
    holds it already. Raises Busy when another build holds it, and PublishError with every problem found; in both cases
    the site stays as it was.
    """
    with lock(site), told(f"the site '{site}' could not be published"):
        places = places_of(site)
        files = tuple(sorted(pages, key=lambda page: page.path))
        files = (*files, manifest(files, inputs))
        _refuse((*foreign(places.site), *check_paths(page.path for page in files)))
        try:
            places.staging.mkdir(mode=0o755)
            step("staging")
            write(files, places.staging)
            step("staged")
            _refuse(check(files, base_path, read))
            step("checked")
            # Asked again: whatever somebody put there meanwhile would go with the old site.
            _refuse(foreign(places.site))
            exchange(places)
            step("exchanged")
        except BaseException:
            # What cannot be removed now (a full or failing disk) is removed by the next build.
            with suppress(OSError):
                heal(places)
            raise
        with told(f"'{site}' is the new site, but the old one beside it cannot be removed"):
            heal(places)
        step("cleaned")
    return len(files)


def _refuse(problems: Iterable[Problem]) -> None:
    found = tuple(problems)
    if found:
        raise PublishError(found)

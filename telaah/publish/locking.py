"""A site folder becomes ours alone for the time of a build, and what a killed build left beside it is healed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from telaah.publish.errors import Busy, told
from telaah.publish.exchange import heal
from telaah.publish.places import places_of


@contextmanager
def lock(site: Path) -> Iterator[None]:
    """Hold the lock of this site, without waiting; raise Busy when another build holds it.

    The lock is the kernel's and dies with the process; the file .NAME.lock beside the site stays, empty. Within one
    thread the lock may be taken again, so a build can hold it from its first line and publish under it.
    """
    with told(f"the site '{site}' cannot be locked"):
        places = places_of(site)
        places.site.parent.mkdir(parents=True, exist_ok=True)
        # No soft lock: where the file system knows no locks, a lock file would outlive a killed build.
        held = FileLock(places.lock, is_singleton=True, fallback_to_soft=False)
        try:
            held.acquire(blocking=False)
        except Timeout:
            message = f"another build is writing '{site}' (it holds '{places.lock}'); wait until it is done"
            raise Busy(message) from None
    try:
        with told(f"what an earlier build left beside '{site}' cannot be removed"):
            heal(places)
        yield
    finally:
        held.release()

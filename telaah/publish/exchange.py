"""The staged folder takes the site's place in one atomic exchange, and whatever a killed build left is healed."""

import ctypes
import os
import shutil
import sys
from contextlib import suppress
from errno import EINVAL, ENOSYS, ENOTSUP
from pathlib import Path

from telaah.publish.places import Places
from telaah.publish.staging import sync_folder

AT_FDCWD = -100
"""From Linux's fcntl.h: relative paths start at the working folder."""
RENAME_EXCHANGE = 2
"""From Linux's fs.h; see renameat2(2)."""
NO_EXCHANGE = frozenset({EINVAL, ENOSYS, ENOTSUP})
"""How a system or a file system says that it cannot exchange two names."""


def exchange(places: Places) -> None:
    """Make the staged folder the site; the old site, if there was one, is then in the staging or the aside place.

    Where no exchange is possible the old site steps aside first, and for the moment between two renames there is no
    site; `heal` then brings the old one back.
    """
    if not places.site.exists():
        places.staging.rename(places.site)
    else:
        try:
            swap(places.staging, places.site)
        except OSError as error:
            if error.errno not in NO_EXCHANGE:
                raise
            places.site.rename(places.aside)
            places.staging.rename(places.site)
    sync_folder(places.site.parent)


def heal(places: Places) -> None:
    """Leave the site alone beside its lock file, from whatever state; needs the lock.

    No site and one aside: the fallback was cut short, and the old site returns. Everything else in our places is a
    half-made site or a replaced one, and goes.
    """
    if places.aside.is_dir() and not places.site.exists():
        places.aside.rename(places.site)
    _remove(places.staging)
    # Renamed before it is deleted, so that what is aside is always whole and may return.
    with suppress(FileNotFoundError):
        places.aside.rename(places.staging)
    _remove(places.staging)


def swap(one: Path, other: Path) -> None:
    """Exchange two names atomically with renameat2(2); raise OSError with ENOSYS where there is no such call."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if call is None:
        raise OSError(ENOSYS, os.strerror(ENOSYS))
    call.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    if call(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(one), None, str(other))


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)

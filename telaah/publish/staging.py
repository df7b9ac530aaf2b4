"""Pages become files in a folder that is safe on the disk before anything points to it."""

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from telaah.model import Page


def write(pages: Iterable[Page], folder: Path) -> None:
    """Write each page below the folder, mode 0644 in folders of 0755 less the umask, and force all of it to the disk.

    Without this a power cut after the exchange may leave empty files behind the new name. Measured for 2,000 files of
    12 KB on ext4: 0.06 s unsynced, 0.6 to 0.75 s with fsync of each; one syncfs (0.65 to 0.9 s) and sixteen threads
    (0.8 s) gain nothing, and syncfs also waits for everybody else's writing.
    """
    made = {PurePosixPath()}
    for page in pages:
        path = PurePosixPath(page.path)
        for parent in reversed(path.parents):
            if parent not in made:
                (folder / parent).mkdir(mode=0o755)
                made.add(parent)
        _write_file(folder / path, page.content)
    for parent in made:
        sync_folder(folder / parent)


def sync_folder(folder: Path) -> None:
    """Force the names in a folder to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_file(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)

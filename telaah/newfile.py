"""Bytes become a file that was not there before, whole or not at all."""

from pathlib import Path

HINT = "check the permissions of its folder, and that the disk has room"
"""What to do where a file cannot be written."""


def write_new(path: Path, content: bytes) -> None:
    """Write a new file; raise FileExistsError where one is, another OSError where none can be, and then leave none."""
    with path.open("xb") as file:
        try:
            file.write(content)
            file.flush()
        except BaseException:
            # A full disk, or Ctrl-C: half a page would pass for a whole one in the next build.
            path.unlink(missing_ok=True)
            raise

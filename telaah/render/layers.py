"""The desk's templates and those that came with the program become layers: the first that has a file gives it."""

from os.path import realpath
from pathlib import Path

from telaah.settings import SHIPPED_TEMPLATES


def layers(own: Path) -> tuple[Path, ...]:
    """Return the folders in which templates, assets and catalogues are looked for, the desk's own first."""
    ours = SHIPPED_TEMPLATES
    return (own,) if ours is None or Path(realpath(own)) == ours else (own, ours)


def layered(folders: tuple[Path, ...], name: str) -> Path:
    """Return the file of this name from the first folder that has it; where none has, where it should be."""
    return next((folder / name for folder in folders if (folder / name).is_file()), folders[0] / name)

"""A text becomes a file that was not there before, in a folder that is made for it where it is missing."""

from pathlib import Path

from telaah import newfile
from telaah.scaffold.refused import Refused


def write_new(path: Path, text: str) -> None:
    """Write a file in UTF-8; raise Refused where one is there already or none can be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        newfile.write_new(path, text.encode())
    except FileExistsError:
        hint = "choose another name, or edit the file that is there"
        raise Refused.because("file-taken", "the file exists; it was left as it is", hint, path) from None
    except OSError as error:
        message = f"'{path.name}' cannot be written: {error.strerror}"
        raise Refused.because("file-unwritable", message, newfile.HINT, path) from error

"""A wish that would overwrite somebody's work becomes an exception that says so."""

from pathlib import Path

from telaah.problems import InputError, Problem


class Refused(InputError):
    """A folder or a file that is in the way; nothing was written."""

    @classmethod
    def because(cls, code: str, message: str, hint: str, path: Path) -> "Refused":
        """Return the refusal with its one problem."""
        return cls([Problem("error", code, message, hint, str(path))])

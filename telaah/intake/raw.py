"""What is taken in travels as raw bytes with what is known of where they came from."""

from dataclasses import dataclass
from pathlib import Path

from telaah.problems import InputError, Problem


@dataclass(frozen=True, slots=True)
class Raw:
    """A page before it is stored: bytes as they came, a wish for its name, and the file's ending (.html, .txt, .md).

    `wrapping` is the whole mail or archive that the page was unpacked from, as its ending and its bytes.
    """

    wish: str
    suffix: str
    content: bytes
    url: str | None = None
    retrieved: str | None = None
    wrapping: tuple[str, bytes] | None = None


class NotTaken(InputError):
    """A file or an address that is not taken in; nothing was written."""

    @classmethod
    def because(cls, code: str, message: str, hint: str, place: Path | str) -> "NotTaken":
        """Return the refusal with its one problem; `place` is the file or the address."""
        return cls([Problem("error", code, message, hint, str(place))])

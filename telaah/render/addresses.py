"""Names become addresses below the site, and strings from the content become links or stay plain text."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping

from telaah.ids import MAX_BYTES, id_of

HASH_LENGTH = 8
"""Hex digits that tell two names apart whose ids would be alike."""
WEB = re.compile(r"https?://[\w.\-]+(:\d{1,5})?([/?#][^\s<>\"'`\\^{}|]*)?", re.IGNORECASE)
"""No user name before the host: it lets an address look like another site's."""
DOMAIN = re.compile(r"[\w\-]+(\.[\w\-]+)+")


def identifiers(names: Iterable[str], fixed: Mapping[str, str]) -> Mapping[str, str]:
    """Return an id for each name, no two alike; the ids in `fixed` are kept as they are."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(set(names), key=lambda name: (name not in fixed, name)):
        wanted = fixed.get(name) or id_of(name)
        ids[name] = _distinct(wanted, name) if wanted in taken else wanted
        taken.add(ids[name])
    return ids


def web_address(text: str | None) -> str | None:
    """Return the text if it is an http or https address that may become a link, otherwise None."""
    return text if text and WEB.fullmatch(text) else None


def home_page(domain: str | None) -> str | None:
    """Return the address of a domain's home page."""
    return f"https://{domain}/" if domain and DOMAIN.fullmatch(domain) else None


def fold(text: str) -> str:
    """Return what two spellings of one phrase have in common: case and Unicode form are ignored."""
    return unicodedata.normalize("NFKC", text).casefold()


def _distinct(wanted: str, name: str) -> str:
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:HASH_LENGTH]
    return f"{wanted[: MAX_BYTES - HASH_LENGTH - 1]}-{digest}"

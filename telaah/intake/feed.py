"""A feed, RSS or Atom, becomes the addresses of its entries."""

import io
import ipaddress
from urllib.parse import urljoin, urlsplit

from telaah.intake.raw import NotTaken


def addresses(content: bytes, place: str) -> tuple[str, ...]:
    """Return each entry's address, in the feed's order and once; raise NotTaken for what is no feed."""
    import feedparser

    # A stream, because the library would take text for an address or a file name and open it.
    found = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    if not found.version:
        hint = "name the address of a feed (RSS or Atom); without --feed, add takes pages"
        raise NotTaken.because("not-a-feed", "there is no feed here", hint, place)
    links = (urljoin(place, str(entry.get("link") or "")) for entry in found.entries)
    inner = _is_inner(place)
    return tuple(
        dict.fromkeys(
            link for link in links if link.startswith(("http://", "https://")) and (inner or not _is_inner(link))
        )
    )


def _is_inner(url: str) -> bool:
    """Say whether an address leads into this machine or its own network; a stranger's feed must not send us there."""
    host = urlsplit(url).hostname or ""
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False

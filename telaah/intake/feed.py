"""A feed, RSS or Atom, becomes the addresses of its entries."""

import io
from urllib.parse import urljoin

from telaah.fetch import is_inner
from telaah.intake.raw import NotTaken


def addresses(content: bytes, place: str) -> tuple[str, ...]:
    """Return each entry's address, in the feed's order and once; raise NotTaken for what is no feed."""
    import feedparser

    # A stream, because the library would take text for an address or a file name and open it.
    found = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    if not found.version:
        hint = "name the address of a feed (RSS or Atom); without --feed, add takes pages"
        raise NotTaken.because("not-a-feed", "there is no feed here", hint, place)
    links = (_whole(place, str(entry.get("link") or "")) for entry in found.entries)
    inner = is_inner(place)
    return tuple(
        dict.fromkeys(
            link for link in links if link.startswith(("http://", "https://")) and (inner or not is_inner(link))
        )
    )


def _whole(place: str, link: str) -> str:
    """Return the whole address of a link, empty for what is none."""
    try:
        return urljoin(place, link)
    except ValueError:
        return ""

"""The articles of a content folder become what is known already: hashes, addresses, ids."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from telaah.model import Article

TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|ref_src")
"""Parameters that say where a reader came from; the page is the same without them."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is in the folder: file names by hash, by canonical address and by id."""

    hashes: Mapping[str, str]
    addresses: Mapping[str, str]
    ids: frozenset[str]


NOTHING = Known({}, {}, frozenset())


def known(articles: Iterable[Article], before: Known = NOTHING) -> Known:
    """Add hashes of files and of the raw copies they name, addresses as stated or read, and ids to what was known."""
    hashes, addresses, ids = dict(before.hashes), dict(before.addresses), set(before.ids)
    for article in articles:
        source = article.source
        hashes[source.sha256] = source.file
        if source.stated.source:
            hashes[source.stated.source.sha256] = source.file
        if article.url.value:
            addresses[canonical(article.url.value)] = source.file
        ids.add(source.id)
    return Known(hashes, addresses, frozenset(ids))


def canonical(url: str) -> str:
    """Return what two addresses of one page have in common: no scheme, www., fragment, tracking or last slash."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.") + (f":{parts.port}" if parts.port else "")
    except ValueError:  # a port or a host that none can be; one page's mistake stops no other page
        return url.strip()
    query = urlencode(sorted(pair for pair in parse_qsl(parts.query, True) if not TRACKING.fullmatch(pair[0])))
    return f"{host}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")

"""What the desk states about an article takes the place of what its page says, and is marked as stated by the desk."""

from telaah.clean.dates import in_zone
from telaah.model import Address, Byline, Evidence, OutletRead, Published, Source, Upstream
from telaah.settings import Outlets


def outlet(source: Source, read: OutletRead, outlets: Outlets) -> OutletRead:
    """Return the outlet the desk names, its domain from the list of outlets or the article's address."""
    named = source.stated.outlet
    if named is None:
        return read
    known = outlets.find(named)
    host = source.stated.url.split("/")[2].removeprefix("www.") if source.stated.url else None
    domain = known.domains[0] if known and known.domains else host
    return OutletRead(known.name if known else named, domain, _evidence(source, "outlet", named))


def bylines(source: Source, read: tuple[Byline, ...]) -> tuple[Byline, ...]:
    """Return the people the desk names."""
    stated = source.stated.byline
    return tuple(Byline(p.name, p.role, _evidence(source, "byline", p.name)) for p in stated) or read


def published(source: Source, read: Published, zone: str | None) -> Published:
    """Return the date the desk states; a time without a zone is taken in the outlet's, where that is known."""
    value, evidence = read.value, read.evidence
    if source.stated.published:
        value = source.stated.published
        evidence = _evidence(source, "published", value)
    return Published(in_zone(value, zone) if value and zone else value, evidence)


def upstream(source: Source, read: tuple[Upstream, ...], own: str | None, outlets: Outlets) -> tuple[Upstream, ...]:
    """Return whom the desk says the page credits, else whom it credits beside its own outlet.

    An agency prints its own name in the dateline of its own reports.
    """
    stated = source.stated.upstream
    named = tuple(Upstream(outlets.canonical(n), "metadata", _evidence(source, "upstream", n)) for n in stated)
    return named or tuple(each for each in read if each.name != own)


def url(source: Source, read: Address) -> Address:
    """Return the address the desk states."""
    stated = source.stated.url
    return Address(stated, _evidence(source, "url", stated)) if stated else read


def _evidence(source: Source, key: str, text: str) -> Evidence:
    return Evidence("desk", source.stated_at.get(key), text)

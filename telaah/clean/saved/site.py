"""The head of a saved page says which outlet published it, and at which address."""

import re

from telaah.clean.cuts import Dateline
from telaah.clean.saved.claims import Claims
from telaah.model import Evidence, OutletRead
from telaah.settings import Outlets

ABOVE = 2
"""Fewest labels of a host name that is looked up: news.example.com, example.com, but not com."""

_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")


def site(claims: Claims, dateline: Dateline | None, outlets: Outlets) -> OutletRead:
    """Return the outlet: the known one of the page's host, else of a name it gives itself, else that name and host.

    A page whose head says nothing may name its outlet in the dateline of its text.
    """
    host, names = claims.host, claims.sites()
    for domain in _domains(host):
        known = outlets.find(domain)
        if known:
            return OutletRead(known.name, known.domains[0] if known.domains else host, _evidence(claims.url))
    for name in names:
        known = outlets.find(name)
        if known:
            return OutletRead(known.name, known.domains[0] if known.domains else host, _evidence(name))
    if names:
        return OutletRead(names[0], host, _evidence(names[0]))
    if host:
        return OutletRead(host, host, _evidence(claims.url))
    if dateline and dateline.outlet:
        found = outlets.find(dateline.outlet)
        home = found.domains[0] if found and found.domains else None
        return OutletRead(outlets.canonical(dateline.outlet), home, Evidence("stated", None, dateline.text.strip()))
    return OutletRead(None, None, None)


def _domains(host: str | None) -> tuple[str, ...]:
    """Return a host and the domains above it, nearest first."""
    if host is None or not _HOST.fullmatch(host):
        return ()
    labels = host.split(".")
    return tuple(".".join(labels[start:]) for start in range(len(labels) - ABOVE + 1))


def _evidence(words: str | None) -> Evidence:
    return Evidence("metadata", None, words)

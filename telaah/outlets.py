"""outlets.toml becomes the outlets we know: who publishes, under which names and addresses, in which family."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from telaah.codes import is_code, meant
from telaah.ids import id_of
from telaah.problems import Problem, did_you_mean
from telaah.tables import Table, check_keys, line_of, parsed

OUTLET_KEYS: Mapping[str, type] = {
    "name": str, "aliases": list, "domains": list, "owner": str, "group": str, "country": str, "kind": str,
    "language": str, "rights": str, "time_zone": str,
}  # fmt: skip
RIGHTS = ("full", "excerpt", "link")
KINDS = ("agency", "newspaper", "broadcaster", "magazine", "site", "network")
"""Kinds of publisher; group/origins.py asks which of them have newsrooms of their own."""
HINTS: Mapping[str, str] = {
    "rights": f"write one of {', '.join(RIGHTS)}",
    "kind": f"write one of {', '.join(KINDS)}, or leave it out",
    "country": "write it as ID, GB ... (ISO 3166)",
    "language": "write it as id, en ...",
    "time_zone": "write it as Asia/Jakarta",
}

_HOST = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}")


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher as outlets.toml describes it; `kind` is one of KINDS."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    owner: str | None = None
    group: str | None = None
    country: str | None = None
    kind: str | None = None
    language: str | None = None
    rights: str | None = None
    time_zone: str | None = None


@dataclass(frozen=True, slots=True)
class Outlets:
    """The outlets we know, found by any name, alias or domain, whatever its case, spaces or hyphens."""

    all: tuple[Outlet, ...]
    _by_key: Mapping[str, Outlet] = field(repr=False)

    @classmethod
    def of(cls, outlets: tuple[Outlet, ...]) -> "Outlets":
        """Return the outlets with their look-up table; a later outlet wins over an earlier one of the same id."""
        kept = {outlet.id: outlet for outlet in outlets}
        keys = {
            _key(word): outlet for outlet in kept.values() for word in (*outlet.domains, *outlet.aliases, outlet.name)
        }
        return cls(tuple(sorted(kept.values(), key=lambda o: o.id)), keys)

    def find(self, name: str) -> Outlet | None:
        """Return the outlet that goes by this name, alias or domain, or None."""
        key = _key(name)
        return self._by_key.get(key) or self._by_key.get(key.removeprefix("the")) or self._by_key.get("the" + key)

    def canonical(self, name: str) -> str:
        """Return the canonical name of a known outlet, and any other name unchanged."""
        found = self.find(name)
        return found.name if found else name


def outlets(path: Path) -> tuple[tuple[Outlet, ...], list[Problem]]:
    """Read outlets.toml: one table an outlet, its name in the brackets or under `name`; return all problems with it."""
    tables, lines, problems = parsed(path)
    found: list[Outlet] = []
    for id_, values in tables.items():
        wrong = list(_wrong(id_, values, path, lines))
        problems += wrong
        if not wrong and isinstance(values, dict):
            found.append(_outlet(id_, values))
    return tuple(found), [*problems, *_twice(found, path, lines)]


def _wrong(id_: str, values: object, path: Path, lines: list[str]) -> Iterator[Problem]:
    start = line_of(id_, lines, 0) or 1

    def problem(code: str, message: str, hint: str) -> Problem:
        return Problem("error", code, message, hint, str(path), start)

    if not isinstance(values, dict):
        hint = 'begin each outlet with its id in brackets: [kompas], then name = "Kompas.com"'
        yield problem("outlet-table", f"'{id_}' is not inside an outlet's table", hint)
        return
    yield from check_keys(values, OUTLET_KEYS, path, lines, start)
    if id_.lower() != id_of(id_):
        yield problem("id-invalid", f"'{id_}' cannot be an outlet's id", f"write it as [{id_of(id_)}]")
    yield from _misstated(values, path, lines, start)
    for domain, hint in _no_hosts(values.get("domains")):
        yield problem("domain-invalid", f"'domains' holds \"{domain}\", which is not the name of a host", hint)


def _misstated(values: Table, path: Path, lines: list[str], start: int) -> Iterator[Problem]:
    """Give a problem for each key whose text is none of those it takes."""
    stated = {key: value for key, value in values.items() if isinstance(value, str)}
    kind, country, language, zone = (stated.get(key) for key in ("kind", "country", "language", "time_zone"))

    def wrong(key: str, code: str, what: str) -> Problem:
        message = f"'{key}' is \"{stated[key]}\", {what}"
        return Problem("error", code, message, HINTS[key], str(path), line_of(key, lines, start))

    if stated.get("rights", "full") not in RIGHTS:
        yield wrong("rights", "rights-invalid", f"which it cannot be{did_you_mean(stated['rights'], RIGHTS)}")
    if kind is not None and kind not in KINDS:
        yield wrong("kind", "value-unknown", f"which it cannot be{did_you_mean(kind, KINDS)}")
    if country is not None and not is_code("countries", country):
        yield wrong("country", "country-invalid", f"which is not a country's code{meant('countries', country)}")
    if language is not None and not is_code("languages", language):
        yield wrong("language", "language-invalid", f"which is not a language code{meant('languages', language)}")
    if zone is not None and zone not in available_timezones():
        near = did_you_mean(zone, available_timezones())
        yield wrong("time_zone", "time-zone-invalid", f"which is not a time zone{near}")


def _no_hosts(domains: object) -> Iterator[tuple[str, str]]:
    """Give each domain that is no host's name, and so would never be met, with what to write."""
    for domain in domains if isinstance(domains, list) else ():
        if isinstance(domain, str) and not _HOST.fullmatch(domain):
            host = urlsplit(domain if "://" in domain else f"//{domain}").netloc.rpartition("@")[2].partition(":")[0]
            yield domain, f"write it as {host if _HOST.fullmatch(host) else 'kompas.com'}"


def _twice(found: list[Outlet], path: Path, lines: list[str]) -> Iterator[Problem]:
    """Give a problem for every name, alias or domain that two outlets of one file claim."""
    owners: dict[str, Outlet] = {}
    for outlet in found:
        for word in dict.fromkeys((outlet.name, *outlet.aliases, *outlet.domains)):
            owner = owners.setdefault(_key(word), outlet)
            if owner is not outlet:
                message = f"'{word}' is a name of two outlets, '{owner.id}' and '{outlet.id}'"
                hint = "leave it with the one whose name it is"
                yield Problem("error", "outlet-duplicate", message, hint, str(path), line_of(outlet.id, lines, 0))


def _outlet(id_: str, values: Table) -> Outlet:
    def text(key: str) -> str | None:
        value = values.get(key)
        return value if isinstance(value, str) else None

    def texts(key: str) -> tuple[str, ...]:
        value = values.get(key)
        return tuple(value) if isinstance(value, list) else ()

    return Outlet(
        id=id_.lower(),
        name=text("name") or id_,
        aliases=texts("aliases"),
        domains=texts("domains"),
        owner=text("owner"),
        group=text("group"),
        country=text("country"),
        kind=text("kind"),
        language=text("language"),
        rights=text("rights"),
        time_zone=text("time_zone"),
    )


def _key(name: str) -> str:
    """Fold what people write differently: case, spaces, hyphens, a leading www."""
    return re.sub(r"[\s\-_'’]+", "", name.casefold().removeprefix("www."))

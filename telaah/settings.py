"""content/site.toml, the outlets and the command line become one frozen Settings."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from telaah.problems import InputError, Problem, did_you_mean
from telaah.site_keys import KEYS

SITE_KEYS: Mapping[str, type] = {key.name: key.kind for key in KEYS}
OUTLET_KEYS: Mapping[str, type] = {
    "name": str, "aliases": list, "domains": list, "owner": str, "group": str, "country": str, "kind": str,
    "language": str, "rights": str, "time_zone": str,
}  # fmt: skip
RIGHTS = ("full", "excerpt", "link")
BASE_URL = re.compile(r"https?://[^\s/?#]+(/[^\s?#]*)?")


class SettingsError(InputError):
    """Settings that no build can start from."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher as outlets.toml describes it; `kind` is newspaper, agency, broadcaster, site, network ..."""

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


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that steers a build. `languages` are interface languages, the site's own first."""

    content: Path
    site: Path
    templates: Path
    name: str
    languages: tuple[str, ...]
    base_url: str | None
    time_zone: str | None
    edition: str | None
    lead: str | None
    default_rights: str
    rights_stated: bool
    contact: str | None
    about: str | None
    outlets: Outlets
    search: bool
    strict: bool


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says: folders as given, and switches."""

    content: Path
    site: Path
    templates: Path
    base_url: str | None = None
    search: bool = True
    strict: bool = False


def settings(options: Options) -> Settings:
    """Read site.toml and outlets.toml below the content folder; raise InputError with every problem in them."""
    if not options.content.is_dir():
        raise SettingsError([_missing_folder(options.content)])
    site, problems = _table(options.content / "site.toml", SITE_KEYS)
    problems += _check_site(site, options.content / "site.toml")
    shipped, _ = _outlets(Path(__file__).parent / "outlets.toml")
    own, outlet_problems = _outlets(options.content / "outlets.toml")
    problems += outlet_problems
    if problems:
        raise SettingsError(problems)
    base_url = options.base_url or site.get("base_url")
    return Settings(
        content=options.content,
        site=options.site,
        templates=options.templates,
        name=site.get("name", "Telaah"),
        languages=tuple(site.get("languages", ["id"])),
        base_url=base_url.rstrip("/") + "/" if base_url else None,
        time_zone=site.get("time_zone"),
        edition=site.get("edition"),
        lead=site.get("lead"),
        default_rights=site.get("default_rights", "full"),
        rights_stated="default_rights" in site,
        contact=site.get("contact"),
        about=site.get("about"),
        outlets=Outlets.of((*shipped, *own)),
        search=options.search,
        strict=options.strict,
    )


# ---------------------------------------------------------------- reading the two files


def _missing_folder(folder: Path) -> Problem:
    return Problem(
        "error",
        "content-missing",
        f"there is no folder '{folder}'",
        "name the folder that holds your articles: --content DIR",
    )


def _table(path: Path, keys: Mapping[str, type]) -> tuple[dict[str, Any], list[Problem]]:
    """Read a TOML file and check its keys and types; a file that is not there is an empty table."""
    if not path.is_file():
        return {}, []
    text = path.read_bytes().decode("utf-8", errors="replace")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return {}, [_syntax_problem(path, error)]
    return table, list(_check_keys(table, keys, path, text.splitlines(), 0))


def _syntax_problem(path: Path, error: tomllib.TOMLDecodeError) -> Problem:
    place = re.search(r"line (\d+), column (\d+)", str(error))
    line, column = (int(place[1]), int(place[2])) if place else (None, None)
    message = re.sub(r" \(at .*\)$", "", str(error))
    hint = 'this file is TOML: key = "value", one a line'
    return Problem("error", "toml-syntax", f"this line cannot be read: {message}", hint, str(path), line, column)


def _check_keys(
    table: Mapping[str, Any], keys: Mapping[str, type], path: Path, lines: list[str], start: int
) -> Iterator[Problem]:
    for key, value in table.items():
        line = _line_of(key, lines, start)
        if key not in keys:
            hint = f"known keys: {', '.join(sorted(keys))}"
            message = f"'{key}' is not a key of {path.name}{did_you_mean(key, keys)}"
            yield Problem("error", "key-unknown", message, hint, str(path), line)
        elif not _fits(value, keys[key]):
            wanted = {list: 'a list of texts, ["..."]', str: 'a text, "..."', int: "a number"}[keys[key]]
            message = f"'{key}' should be {wanted}"
            yield Problem("error", "value-type", message, f"write {key} = ...", str(path), line)


def _fits(value: object, kind: type) -> bool:
    if isinstance(value, list):
        return kind is list and all(isinstance(item, str) for item in value)
    return isinstance(value, kind)


def _line_of(key: str, lines: list[str], start: int) -> int | None:
    """Return the 1-based line on which a TOML key is set, looking from line index `start` on."""
    pattern = re.compile(rf"""^\s*\[?\[?["']?{re.escape(key)}["']?\s*[\]=]""")
    return next((n for n, line in enumerate(lines[start:], start + 1) if pattern.match(line)), None)


def _check_site(site: Mapping[str, Any], path: Path) -> list[Problem]:
    lines = path.read_text("utf-8", errors="replace").splitlines() if path.is_file() else []

    def problem(key: str, code: str, message: str, hint: str) -> Problem:
        return Problem("error", code, message, hint, str(path), _line_of(key, lines, 0))

    found = []
    rights = site.get("default_rights")
    if isinstance(rights, str) and rights not in RIGHTS:
        message = f"'default_rights' is \"{rights}\"{did_you_mean(rights, RIGHTS)}"
        found.append(problem("default_rights", "rights-invalid", message, f"write one of {', '.join(RIGHTS)}"))
    base_url = site.get("base_url")
    if isinstance(base_url, str) and not BASE_URL.fullmatch(base_url):
        message = f"'base_url' is \"{base_url}\", which is not a web address"
        found.append(problem("base_url", "url-invalid", message, "write it as https://example.org/briefing/"))
    zone = site.get("time_zone")
    if isinstance(zone, str) and zone not in available_timezones():
        message = f"'time_zone' is \"{zone}\", which is not a time zone{did_you_mean(zone, available_timezones())}"
        found.append(problem("time_zone", "time-zone-invalid", message, "write it as Asia/Jakarta"))
    edition = site.get("edition")
    if isinstance(edition, str) and not _is_day(edition):
        message = f"'edition' is \"{edition}\", which is not a date"
        found.append(problem("edition", "date-invalid", message, "write it as 2022-11-30"))
    return found


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2022-11-30")


def _outlets(path: Path) -> tuple[tuple[Outlet, ...], list[Problem]]:
    """Read outlets.toml: one table an outlet, its name in the brackets or under `name`."""
    if not path.is_file():
        return (), []
    text = path.read_bytes().decode("utf-8", errors="replace")
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return (), [_syntax_problem(path, error)]
    lines, outlets, problems = text.splitlines(), [], []
    for id_, table in tables.items():
        start = _line_of(id_, lines, 0) or 1
        if not isinstance(table, dict):
            message = f"'{id_}' is not inside an outlet's table"
            hint = 'begin each outlet with its id in brackets: [kompas], then name = "Kompas.com"'
            problems.append(Problem("error", "outlet-table", message, hint, str(path), start))
            continue
        wrong = list(_check_keys(table, OUTLET_KEYS, path, lines, start))
        if table.get("rights", "full") not in RIGHTS:
            hint = f"write one of {', '.join(RIGHTS)}"
            wrong.append(Problem("error", "rights-invalid", "'rights' is not known", hint, str(path), start))
        problems += wrong
        if not wrong:
            outlets.append(_outlet(id_, table))
    return tuple(outlets), problems


def _outlet(id_: str, table: Mapping[str, Any]) -> Outlet:
    return Outlet(
        id=id_.lower(),
        name=table.get("name", id_),
        aliases=tuple(table.get("aliases", ())),
        domains=tuple(table.get("domains", ())),
        owner=table.get("owner"),
        group=table.get("group"),
        country=table.get("country"),
        kind=table.get("kind"),
        language=table.get("language"),
        rights=table.get("rights"),
        time_zone=table.get("time_zone"),
    )


def _key(name: str) -> str:
    """Fold what people write differently: case, spaces, hyphens, a leading www."""
    return re.sub(r"[\s\-_'’]+", "", name.casefold().removeprefix("www."))

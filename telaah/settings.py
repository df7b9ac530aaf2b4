"""content/site.toml, the outlets and the command line become one frozen Settings."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from telaah.names import DeskNames, names
from telaah.outlets import RIGHTS, outlets
from telaah.outlets import Outlet as Outlet
from telaah.outlets import Outlets as Outlets
from telaah.problems import InputError, Problem, did_you_mean
from telaah.site_keys import KEYS, LEAST_SUMMARY, MOST_SUMMARY, SCHEMA, SUMMARY_WORDS
from telaah.tables import Table, line_of, table

SITE_KEYS: Mapping[str, type] = {key.name: key.kind for key in KEYS}
FORMER_KEYS: Mapping[str, str] = {former: key.name for key in KEYS for former in key.former}
BASE_URL = re.compile(r"https?://[\w.-]+(:\d+)?(/([\w.~!$&'()*+,;=:@/-]|%[\da-f]{2})*)?", re.ASCII | re.I)
PACKAGE = Path(__file__).resolve().parent
SHIPPED_TEMPLATES = next(
    (folder for folder in (PACKAGE / "templates", PACKAGE.parent / "templates") if folder.is_dir()), None
)
"""Where our own templates are: in the installed package, or beside it in a checkout."""
SOURCE_LANGUAGE = "en"
"""The language in which templates are written; it needs no catalogue."""


class SettingsError(InputError):
    """Settings that no build can start from."""


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
    summary_words: int
    contact: str | None
    about: str | None
    outlets: Outlets
    names: DeskNames
    search: bool
    strict: bool
    drafts: bool = False
    remarks: tuple[Problem, ...] = ()
    """Warnings about site.toml itself."""

    @property
    def base_path(self) -> str:
        """The path of the site on its host; / where its address is not known."""
        return (urlsplit(self.base_url).path if self.base_url else "") or "/"


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says: folders as given, and switches; `cache` and `jobs` change no byte of the site."""

    content: Path
    site: Path
    templates: Path
    base_url: str | None = None
    search: bool = True
    strict: bool = False
    drafts: bool = False
    cache: Path | None = None
    jobs: int = 1


def settings(options: Options) -> Settings:
    """Read site.toml, outlets.toml and names.toml of the content folder; raise SettingsError with every problem."""
    if not options.content.is_dir():
        raise SettingsError([_missing_folder(options.content)])
    if not os.access(options.content, os.R_OK | os.X_OK):
        message, hint = f"the folder '{options.content}' cannot be opened", "check its permissions"
        raise SettingsError([Problem("error", "file-unreadable", message, hint)])
    path = options.content / "site.toml"
    site, problems = table(path, SITE_KEYS, FORMER_KEYS)
    problems += _check_site(site, path)
    problems += _check_languages(site, path, options.templates)
    problems += _check_options(options)
    shipped, _ = outlets(Path(__file__).parent / "outlets.toml")
    own, outlet_problems = outlets(options.content / "outlets.toml")
    problems += outlet_problems
    own_names, name_problems = names(options.content / "names.toml")
    problems += name_problems
    if any(problem.severity == "error" for problem in problems):
        raise SettingsError(problems)
    base_url = options.base_url or _text(site, "base_url")
    languages = site.get("languages")
    return Settings(
        content=options.content,
        site=options.site,
        templates=options.templates,
        name=_text(site, "name") or "Telaah",
        languages=tuple(languages) if isinstance(languages, list) else ("id",),
        base_url=base_url.rstrip("/") + "/" if base_url else None,
        time_zone=_text(site, "time_zone"),
        edition=_text(site, "edition"),
        lead=_text(site, "lead"),
        default_rights=_text(site, "default_rights") or "full",
        rights_stated="default_rights" in site,
        summary_words=_number(site, "summary_words", SUMMARY_WORDS),
        contact=_text(site, "contact"),
        about=_text(site, "about"),
        outlets=Outlets.of((*shipped, *own)),
        names=own_names,
        search=options.search,
        strict=options.strict,
        drafts=options.drafts,
        remarks=tuple(problems),
    )


def check_places(options: Options) -> None:
    """Raise SettingsError when the site would lie inside the content folder."""
    # Unlike Path.resolve, realpath takes a link that leads to itself; what is wrong with it is said where it is read.
    if Path(os.path.realpath(options.site)).is_relative_to(os.path.realpath(options.content)):
        message = f"the site '{options.site}' would lie inside the content folder, which is never written to"
        raise SettingsError([Problem("error", "site-in-content", message, "name another folder: --site DIR")])


def _text(site: Table, key: str) -> str | None:
    value = site.get(key)
    return value if isinstance(value, str) else None


def _number(site: Table, key: str, default: int) -> int:
    value = site.get(key)
    return value if isinstance(value, int) else default


def _missing_folder(folder: Path) -> Problem:
    hint = "name the folder that holds your articles: --content DIR"
    message = f"'{folder}' is a file, not a folder" if folder.is_file() else f"there is no folder '{folder}'"
    return Problem("error", "content-missing", message, hint)


def _check_options(options: Options) -> Iterator[Problem]:
    if options.base_url is not None and not BASE_URL.fullmatch(options.base_url):
        message = f'--base-url is "{options.base_url}", which is not a web address'
        yield Problem("error", "url-invalid", message, "write it as https://example.org/briefing/")


def _check_site(site: Table, path: Path) -> Iterator[Problem]:
    lines = path.read_text("utf-8", errors="replace").splitlines() if path.is_file() else []

    def problem(key: str, code: str, what: str, hint: str) -> Problem:
        message = f"'{key}' is \"{site[key]}\"{what}"
        return Problem("error", code, message, hint, str(path), line_of(key, lines, 0))

    rights = _text(site, "default_rights")
    if rights is not None and rights not in RIGHTS:
        hint = f"write one of {', '.join(RIGHTS)}"
        yield problem("default_rights", "rights-invalid", did_you_mean(rights, RIGHTS), hint)
    base_url = _text(site, "base_url")
    if base_url is not None and not BASE_URL.fullmatch(base_url):
        hint = "write it as https://example.org/briefing/"
        yield problem("base_url", "url-invalid", ", which is not a web address", hint)
    zone = _text(site, "time_zone")
    if zone is not None and zone not in available_timezones():
        what = f", which is not a time zone{did_you_mean(zone, available_timezones())}"
        yield problem("time_zone", "time-zone-invalid", what, "write it as Asia/Jakarta")
    schema = site.get("schema", SCHEMA)
    if schema != SCHEMA and isinstance(schema, int):
        what = f", and this program reads {SCHEMA}"
        yield problem("schema", "schema-unknown", what, f"write schema = {SCHEMA}, or build with a later program")
    asked = _number(site, "summary_words", SUMMARY_WORDS)
    if not LEAST_SUMMARY <= asked <= MOST_SUMMARY:
        what = ", which is not the length of a summary"
        hint = f"write a number of words from {LEAST_SUMMARY} to {MOST_SUMMARY}; left out: {SUMMARY_WORDS}"
        yield problem("summary_words", "summary-length", what, hint)
    edition = _text(site, "edition")
    if edition is not None and not _is_day(edition):
        yield problem("edition", "date-invalid", ", which is not a date", "write it as 2022-11-30")


def _check_languages(site: Table, path: Path, templates: Path) -> Iterator[Problem]:
    """Give a problem where the interface languages are not ones that the desk's templates or ours speak."""
    languages = site.get("languages")
    locales = [folder / "locales" for folder in (templates, SHIPPED_TEMPLATES) if folder]
    known = {SOURCE_LANGUAGE, *(each.name for folder in locales for each in folder.glob("*") if each.is_dir())}
    if isinstance(languages, list) and (not languages or set(languages) - known):
        message = f"'languages' is {languages}, but the templates speak {', '.join(sorted(known))}"
        lines = path.read_text("utf-8", errors="replace").splitlines()
        hint = (
            'write the site\'s own language first: languages = ["id", "en"]; articles may be in any language. '
            "docs/guide/interface-languages.md says how the site learns another"
        )
        yield Problem("error", "language-invalid", message, hint, str(path), line_of("languages", lines, 0))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2022-11-30")

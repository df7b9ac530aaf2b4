"""Front matter entries become what the desk states, or problems that say what to write instead."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import TypeVar, get_args

from telaah.model import Kind, Person, RawCopy, Rights, Role, Stated
from telaah.problems import Problem, did_you_mean
from telaah.read.front_matter import Entry

KINDS: tuple[Kind, ...] = get_args(Kind)
RIGHTS: tuple[Rights, ...] = get_args(Rights)
ROLES: tuple[Role, ...] = get_args(Role)
KEYS = (
    "title", "outlet", "url", "byline", "published", "retrieved", "place", "language", "upstream", "topics", "rights",
    "archived", "source", "id", "aliases", "draft", "note", "kind", "updated", "expires",
)  # fmt: skip
ELSEWHERE = {
    "author": "byline", "authors": "byline", "by": "byline", "date": "published", "pubdate": "published",
    "publisher": "outlet", "site": "outlet", "site_name": "outlet", "media": "outlet", "link": "url",
    "permalink": "url", "headline": "title", "lang": "language", "tags": "topics", "categories": "topics",
    "category": "topics", "location": "place", "dateline": "place", "agency": "upstream", "accessed": "retrieved",
    "license": "rights", "lastmod": "updated", "modified": "updated", "slug": "id", "redirect_from": "aliases",
}  # fmt: skip
"""What other generators of sites and other desks call our keys."""
ABSENT = ("", "~", "null")
LANGUAGE = re.compile(r"[a-z]{2,3}")

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?")
# No user name or password before the host, and no character that an address must escape.
_URL = re.compile(r"https?://[\w.-]+(:\d+)?([/?#][^\s\"<>\\^`{|}]*)?")

_Word = TypeVar("_Word", bound=str)


@dataclass(slots=True)
class Reader:
    """Reads one file's entries and collects what is wrong with them; `file` is the path to show."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, entry: Entry, code: str, message: str, hint: str) -> None:
        """Note an error at the place of an entry."""
        self.problems.append(Problem("error", code, message, hint, self.file, entry.line, entry.column))

    def unknown_keys(
        self, entries: Mapping[str, Entry], known: Iterable[str], elsewhere: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """Note every key that nobody reads; `elsewhere` gives the known key by what others call it."""
        names = tuple(known)
        for key in entries.keys() - set(names):
            hint = f"known keys: {', '.join(names)}"
            meant = did_you_mean(elsewhere.get(key.lower(), key), names)
            self.wrong(entries[key], "key-unknown", f"'{key}' is not a key here{meant}", hint)

    def text(self, entries: Mapping[str, Entry], key: str) -> str | None:
        """Return a text without its outer blanks, None where it is absent."""
        entry = entries.get(key)
        if entry is None:
            return None
        if not isinstance(entry.value, str):
            self.wrong(entry, "value-type", f"'{key}' should be one text", f'write {key}: "..."')
            return None
        value = " ".join(entry.value.split())
        return None if value in ABSENT else value

    def texts(self, entries: Mapping[str, Entry], key: str) -> tuple[str, ...]:
        """Return a list of texts; one text stands for a list of one."""
        entry = entries.get(key)
        if entry is None:
            return ()
        items = entry.value if isinstance(entry.value, list) else [entry]
        texts = [" ".join(item.value.split()) for item in items if isinstance(item.value, str)]
        if len(texts) < len(items):
            self.wrong(entry, "value-type", f"'{key}' should be a list of texts", f"write {key}: [one, two]")
        return tuple(text for text in texts if text not in ABSENT)

    def choice(self, entries: Mapping[str, Entry], key: str, words: tuple[_Word, ...]) -> _Word | None:
        """Return one of a few words."""
        value = self.text(entries, key)
        found = next((word for word in words if word == value), None)
        if value is not None and found is None:
            message = f"'{key}' is \"{value}\", which it cannot be{did_you_mean(value, words)}"
            self.wrong(entries[key], "value-unknown", message, f"write one of {', '.join(words)}")
        return found

    def checked(
        self, entries: Mapping[str, Entry], key: str, code: str, what: str, hint: str, good: Callable[[str], bool]
    ) -> str | None:
        """Return a text that passes a test."""
        value = self.text(entries, key)
        if value is None or good(value):
            return value
        self.wrong(entries[key], code, f"'{key}' is \"{value}\", which is not {what}", hint)
        return None

    def day(self, entries: Mapping[str, Entry], key: str) -> str | None:
        """Return an ISO 8601 date or moment at the precision written."""
        entry = entries.get(key)
        written = entry.value if entry and isinstance(entry.value, str) else ""
        hint = f"write it as {_suggestion(written)}"
        value = self.checked(entries, key, "date-invalid", "a date", hint, is_moment)
        return value.replace(" ", "T") if value else None

    def url(self, entries: Mapping[str, Entry], key: str) -> str | None:
        """Return a web address."""
        hint = "write the whole address, https:// included"
        return self.checked(entries, key, "url-invalid", "a web address", hint, lambda v: bool(_URL.fullmatch(v)))


def statements(entries: Mapping[str, Entry], reader: Reader, *, title_needed: bool) -> Stated:
    """Read what the desk states about an article; what is wrong is left in the reader."""
    reader.unknown_keys(entries, KEYS, ELSEWHERE)
    title = reader.text(entries, "title")
    if title_needed and title is None:
        hint = "write the headline as printed: title: ..."
        reader.problems.append(Problem("error", "title-missing", "'title' is missing", hint, reader.file, 1))
    language = reader.checked(
        entries, "language", "language-invalid", "a language code", "write it as id, en ...",
        lambda value: bool(LANGUAGE.fullmatch(value)),
    )  # fmt: skip
    draft = reader.choice(entries, "draft", ("true", "false"))
    return Stated(
        kind=reader.choice(entries, "kind", KINDS) or "article",
        title=title,
        outlet=reader.text(entries, "outlet"),
        url=reader.url(entries, "url"),
        byline=_byline(entries.get("byline"), reader),
        published=reader.day(entries, "published"),
        retrieved=reader.day(entries, "retrieved"),
        place=reader.text(entries, "place"),
        language=language,
        upstream=reader.texts(entries, "upstream"),
        topics=reader.texts(entries, "topics"),
        rights=reader.choice(entries, "rights", RIGHTS),
        archived=reader.url(entries, "archived"),
        source=_source(entries.get("source"), reader),
        updated=reader.day(entries, "updated"),
        expires=reader.day(entries, "expires"),
        aliases=reader.texts(entries, "aliases"),
        draft=draft == "true",
        note=reader.text(entries, "note"),
    )


def is_moment(text: str) -> bool:
    """Say whether a text is an ISO 8601 year, month, day or minute that exists."""
    day = _DATE.fullmatch(text)
    try:
        if day:
            year, month, of_month = day.groups()
            return bool(date(int(year), int(month or 1), int(of_month or 1)))
        return bool(_MOMENT.fullmatch(text) and datetime.fromisoformat(text))
    except ValueError:
        return False


def _suggestion(written: str) -> str:
    """Return the written date turned round where it is day, month, year; else an example."""
    turned = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", written.strip())
    if turned:
        day, month, year = turned.groups()
        candidate = f"{year}-{int(month):02}-{int(day):02}"
        if is_moment(candidate):
            return f"{candidate} or {candidate}T07:15+07:00"
    return "2022-11-30 or 2022-11-30T07:15+07:00"


def _byline(entry: Entry | None, reader: Reader) -> tuple[Person, ...]:
    if entry is None or entry.value in ABSENT:
        return ()
    hint = "write byline: [{name: Sri Rahayu, role: reporter}]"
    if not isinstance(entry.value, list):
        reader.wrong(entry, "byline-form", "'byline' should be a list of people", hint)
        return ()
    people = []
    for item in entry.value:
        if not isinstance(item.value, dict):
            reader.wrong(item, "byline-form", "a byline should have a name and a role", hint)
            continue
        reader.unknown_keys(item.value, ("name", "role"))
        name, role = reader.text(item.value, "name"), reader.choice(item.value, "role", ROLES)
        if name is None:
            reader.wrong(item, "byline-form", "a byline has no name", hint)
        else:
            people.append(Person(name, role or "author"))
    return tuple(people)


def _source(entry: Entry | None, reader: Reader) -> RawCopy | None:
    if entry is None or entry.value in ABSENT:
        return None
    hint = "write source: {sha256: 64 hex digits of the raw page}"
    if not isinstance(entry.value, dict):
        reader.wrong(entry, "source-form", "'source' should hold sha256 and, if known, retrieved", hint)
        return None
    reader.unknown_keys(entry.value, ("sha256", "retrieved"))
    digest = reader.text(entry.value, "sha256")
    retrieved = reader.day(entry.value, "retrieved")
    if digest is None or not re.fullmatch(r"[0-9a-f]{64}", digest):
        reader.wrong(entry, "source-form", "'source' has no sha256 of 64 hex digits", hint)
        return None
    return RawCopy(digest, retrieved)

"""corrections.toml becomes the entries of the public log, newest first, about articles and topics that exist."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from telaah.model import Correction, CorrectionKind, DeskTopic, Source
from telaah.problems import Problem, did_you_mean
from telaah.read.front_matter import Entry
from telaah.read.sidecar import entry
from telaah.read.statements import Reader
from telaah.tables import line_of, parsed

FILE = "corrections.toml"
TABLE = "correction"
KEYS = ("article", "topic", "title", "date", "kind", "was", "now", "why", "by")
KINDS: tuple[CorrectionKind, ...] = get_args(CorrectionKind)
NEEDED: Mapping[CorrectionKind, tuple[str, ...]] = {
    "correction": ("was", "now", "why"),
    "clarification": ("now", "why"),
    "update": ("why",),
    "retraction": ("why",),
    "reply": ("by", "now"),
}
"""What an entry must say: a reader asks what was wrong, what is right, and how the desk came to know."""
SHAPE = f'[[{TABLE}]], then article = "..." and date = 2024-05-31, was = "...", now = "...", why = "..."'

_HEADER = re.compile(rf"^\s*\[\[\s*{TABLE}\s*\]\]")


@dataclass(frozen=True, slots=True)
class Log:
    """All entries, newest first, and what is wrong with the file."""

    entries: tuple[Correction, ...]
    problems: tuple[Problem, ...]


def corrections(content: Path) -> Log:
    """Read the log of a content folder; a folder without one has no entries."""
    path = content / FILE
    values, lines, problems = parsed(path)
    if problems:
        return Log((), tuple(problems))
    reader = Reader(str(path))
    reader.unknown_keys({key: entry("", line_of(key, lines, 0) or 1, 1, lines) for key in values}, (TABLE,))
    tables, first = values.get(TABLE, []), line_of(TABLE, lines, 0) or 1
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        message = "an entry of the log is a table of its own"
        return Log((), (*reader.problems, Problem("error", "correction-form", message, SHAPE, str(path), first)))
    headers = [number for number, line in enumerate(lines, 1) if _HEADER.match(line)]
    places = headers if len(headers) == len(tables) else [first] * len(tables)
    read = [_correction(entry(each, line, 1, lines), reader) for each, line in zip(tables, places, strict=True)]
    return Log(newest_first(each for each in read if each), tuple(reader.problems))


def placed(log: Log, sources: Iterable[Source], unread: Iterable[str], topics: Iterable[DeskTopic], file: str) -> Log:
    """Return the log with former ids as the present ones, and a problem for each entry about nothing that exists."""
    articles = {alias: source.id for source in sources for alias in (*source.stated.aliases, source.id)}
    articles.update((id_, id_) for id_ in unread)
    known = {alias: topic.id for topic in topics for alias in (*topic.aliases, topic.id)}
    found, problems = [], list(log.problems)
    for each in log.entries:
        # An entry that gives the article's title may outlive the article.
        missing = each.article if each.article and each.article not in articles and not each.title else None
        if missing:
            problems.append(_unknown("article", missing, articles, file, each.line))
        elif each.topic and each.topic not in known:
            problems.append(_unknown("topic", each.topic, known, file, each.line))
        article = articles.get(each.article, each.article) if each.article else None
        found.append(replace(each, article=article, topic=known.get(each.topic) if each.topic else None))
    return Log(tuple(found), tuple(problems))


def with_corrections(sources: Iterable[Source], log: Log) -> tuple[Source, ...]:
    """Return the sources, each with the entries about it."""
    own: dict[str | None, list[Correction]] = {}
    for each in log.entries:
        own.setdefault(each.article, []).append(each)
    return tuple(replace(each, corrections=tuple(own[each.id])) if each.id in own else each for each in sources)


def newest_first(entries: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return entries by date, the newest first; of one day the one that stands lower in the file."""
    return tuple(sorted(entries, key=lambda each: (each.date, each.line), reverse=True))


def _correction(table: Entry, reader: Reader) -> Correction | None:
    assert isinstance(table.value, dict)  # noqa: S101 - the caller has looked
    entries = table.value
    before = len(reader.problems)
    reader.unknown_keys(entries, KEYS)
    kind = reader.choice(entries, "kind", KINDS) or "correction"
    texts = {key: reader.text(entries, key) for key in KEYS if key not in ("date", "kind")}
    date = reader.day(entries, "date")
    wanted = [key for key in NEEDED[kind] if not texts[key]]
    if not texts["article"] and not texts["topic"]:
        wanted.insert(0, "article")
    if date is None and "date" not in entries:
        wanted.insert(0, "date")
    if wanted:
        article = "an" if kind == "update" else "a"
        message = f"{article} {kind} needs {', '.join(repr(key) for key in wanted)}"
        reader.wrong(table, "correction-form", message, SHAPE if kind != "reply" else 'write by = "who", now = "words"')
    if texts["article"] and texts["topic"]:
        message = "an entry is about an article or about a topic, not about both"
        reader.wrong(table, "correction-form", message, "write two entries")
    if len(reader.problems) > before or date is None:
        return None
    return Correction(kind=kind, date=date, line=table.line, **texts)


def _unknown(what: str, name: str, known: Iterable[str], file: str, line: int) -> Problem:
    message = f"the log names the {what} '{name}', which does not exist{did_you_mean(name, known)}"
    hint = "write its id; for an article that is no longer here, say also what it was called: title = ..."
    if what == "topic":
        hint = "write the name of a file in topics/ without the ending"
    return Problem("error", f"{what}-unknown", message, hint, file, line)

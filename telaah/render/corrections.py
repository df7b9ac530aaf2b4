"""The desk's corrections become notes on the pages they are about, and the public log of all of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from telaah.model import Correction, CorrectionKind
from telaah.render.catalogue import Words
from telaah.render.dates import Printed, when
from telaah.render.directory import Directory
from telaah.render.split import Part, split
from telaah.render.view import Link

PER_PAGE = 40
"""Entries on a page of the log: about 20 KB of HTML."""


@dataclass(frozen=True, slots=True)
class Note:
    """An entry of the log as printed: what it is, what it is about, and its words in the language `lang`."""

    kind: CorrectionKind
    label: str
    when: Printed | None
    about: Link
    was: str | None
    now: str | None
    why: str | None
    lang: str | None


@dataclass(frozen=True, slots=True)
class LogPage:
    """The public log, newest first, in pages."""

    parts: tuple[Part[Note], ...]


def notes(entries: Iterable[Correction], look: Directory) -> tuple[Note, ...]:
    """Return entries as they are printed, in the order given."""
    return tuple(_note(entry, look) for entry in entries)


def topic_notes(topic: str, look: Directory) -> tuple[Note, ...]:
    """Return the entries about a topic."""
    return notes((entry for entry in look.corrections if entry.topic == topic), look)


def log_page(look: Directory) -> LogPage:
    """Return the log of all entries."""
    return LogPage(split(notes(look.corrections, look), "corrections.html", PER_PAGE))


def in_words(entry: Correction, words: Words) -> str:
    """Return an entry as one text, for programs that know no more of it than its words."""
    parts = [
        entry.why,
        f"{words.gettext('It said:')} {entry.was}" if entry.was else None,
        f"{words.gettext('It now says:')} {entry.now}" if entry.now and entry.kind != "reply" else entry.now,
    ]
    return f"{_label(entry, words)}. {' '.join(part for part in parts if part)}"


def _note(entry: Correction, look: Directory) -> Note:
    known = when(entry.date, look.words)
    return Note(
        kind=entry.kind,
        label=_label(entry, look.words),
        when=known.day if known else None,
        about=_about(entry, look),
        was=entry.was,
        now=entry.now,
        why=entry.why,
        lang=look.desk_lang,
    )


def _about(entry: Correction, look: Directory) -> Link:
    """Return the article or topic, linked where it has a page; one that is not here by the desk's own title."""
    line = look.lines.get(entry.article or "")
    if line:
        return line.link
    topic = next((topic for topic in look.topics if topic.id == entry.topic), None)
    if topic:
        return look.topic_link(topic)
    if entry.title:
        return Link(entry.title, None, lang=look.desk_lang)
    return Link(look.words.gettext("A page that is not here now"), None)


def _label(entry: Correction, words: Words) -> str:
    names: dict[CorrectionKind, str] = {
        "correction": words.pgettext("kind of note", "Correction"),
        "clarification": words.pgettext("kind of note", "Clarification"),
        "update": words.pgettext("kind of note", "Update"),
        "retraction": words.pgettext("kind of note", "Retraction"),
        "reply": words.pgettext("kind of note", "Reply"),
    }
    if entry.by and entry.kind == "reply":
        return words.gettext("Reply by %(name)s") % {"name": entry.by}
    if entry.by:
        return words.gettext("%(note)s by %(name)s") % {"note": names[entry.kind], "name": entry.by}
    return names[entry.kind]

"""The files of a content folder become sources and desk topics; whatever cannot be read becomes a problem."""

import hashlib
import stat
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from telaah.ids import id_of
from telaah.model import DeskTopic, Folder, Source
from telaah.problems import Problem
from telaah.read.aliases import article_aliases, topic_aliases
from telaah.read.corrections import FILE as CORRECTIONS
from telaah.read.corrections import corrections, placed, with_corrections
from telaah.read.decode import NotText, decode
from telaah.read.front_matter import Head, HeadError, head
from telaah.read.rules import rules
from telaah.read.sidecar import sidecar, sidecar_of
from telaah.read.silenced import silenced
from telaah.read.statements import Reader, statements
from telaah.read.walk import FORMS, SETTINGS_FILES, Walk, passed_over, problem, refused, unreadable_kind
from telaah.tables import syntax_problem

MAX_BYTES = 5_000_000
"""Largest article file read; the median news page weighs 2.5 MB with its pictures, its text some 10 kB."""
TOPIC_KEYS = ("title", "articles", "match", "exclude", "aliases")


def read(content: Path, *, drafts: bool = False) -> Folder:
    """Read every article and topic file below a content folder; a folder without articles/ is itself the articles.

    `drafts` keeps drafts among the sources.
    """
    articles = content / "articles"
    root = articles if articles.is_dir() else content
    walk = Walk(content, root)
    sources = _Articles(content)
    for path in walk.files:
        sources.add(path)
    topics = _Topics(content)
    for path in _topic_files(content) if root is articles else ():
        topics.add(path)
    silence = silenced(content)
    log = placed(corrections(content), sources.found, sources.unread, topics.found, str(content / CORRECTIONS))
    kept = [source for source in sources.found if drafts or not source.stated.draft]
    return Folder(
        sources=with_corrections(kept, log),
        topics=tuple(topics.found),
        drafts=tuple(source.file for source in sources.found if source.stated.draft),
        left_out=(*sources.unread, *(source.id for source in sources.found if source.stated.draft)),
        skipped=walk.skipped + topics.skipped,
        problems=(
            *(_stray(content) if root is articles else ()),
            *walk.problems,
            *sources.problems,
            *_same_ids(sources.found, content),
            *article_aliases(sources.found, str(content)),
            *topics.problems,
            *topic_aliases(topics.found, topics.alias_lines, str(content)),
            *silence.problems,
            *log.problems,
        ),
        corrections=log.entries,
        silenced=silence.rows,
    )


def _topic_files(content: Path) -> Iterator[Path]:
    folder = content / "topics"
    if folder.is_dir():
        yield from sorted(folder.iterdir())


def _stray(content: Path) -> Iterator[Problem]:
    """Give a warning for each thing beside articles/ that nothing reads; where there is no articles/, all is read."""
    known = {"articles", "topics", *SETTINGS_FILES}
    for path in sorted(content.iterdir()):
        if path.name not in known and not passed_over(path.name):
            name = path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            message = f"'{name}' is not read: articles are read from articles/, topics from topics/"
            hint = "move it there; a name that begins with _ is passed over in silence"
            yield Problem("warning", "file-stray", message, hint, str(path.with_name(name)))


def read_files(content: Path, files: Iterable[Path]) -> Folder:
    """Read only these article files, all below the content folder; drafts too."""
    sources = _Articles(content)
    for path in sorted(files):
        sources.add(path)
    log = placed(corrections(content), sources.found, (), (), str(content / CORRECTIONS))
    marked = with_corrections(sources.found, log)
    return Folder(marked, (), (), (), 0, tuple(sources.problems))


class _Articles:
    """Reads article files into sources."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.found: list[Source] = []
        self.unread: list[str] = []
        self.problems: list[Problem] = []

    def add(self, path: Path) -> None:
        """Read one file, or say what is wrong with it."""
        form = FORMS.get(path.suffix.lower())
        refusal = refused(path, self.content) or (unreadable_kind(path) if form is None else None)
        opened = refusal or _open(path, markup=form == "html")
        if form is None or isinstance(opened, Problem):
            self._pass_over(path, opened if isinstance(opened, Problem) else unreadable_kind(path))
            return
        beside = sidecar_of(path) if form != "markdown" and sidecar_of(path).is_file() else None
        found = _head(path, opened.text) if form == "markdown" else _beside(beside)
        if isinstance(found, Problem):
            self._pass_over(path, found)
            return
        reader = Reader(str(beside or path))
        stated = statements(found.entries, reader, title_needed=form == "markdown")
        wanted = reader.text({k: v for k, v in found.entries.items() if k == "id"}, "id")
        if wanted is not None and wanted != id_of(wanted):
            hint = f"write it as {id_of(wanted)}"
            reader.wrong(found.entries["id"], "id-invalid", f"'id' is \"{wanted}\", which no address can hold", hint)
        self.problems += reader.problems
        self.found.append(
            Source(
                file=PurePosixPath(path.relative_to(self.content)).as_posix(),
                id=id_of(wanted or path.stem),
                sha256=opened.sha256,
                form=form,
                text=opened.text,
                body_line=found.body_line,
                stated=stated,
                # The lines of a sidecar are no lines of the page.
                stated_at={} if beside else {key: entry.line for key, entry in found.entries.items()},
            )
        )

    def _pass_over(self, path: Path, problem: Problem) -> None:
        self.problems.append(problem)
        self.unread.append(id_of(path.stem))


class _Topics:
    """Reads topics/<id>.md files."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.found: list[DeskTopic] = []
        self.alias_lines: dict[str, int] = {}
        self.skipped = 0
        self.problems: list[Problem] = []

    def add(self, path: Path) -> None:
        """Read one topic, or say what is wrong with it."""
        if passed_over(path.name):
            self.skipped += 1
            return
        opened = refused(path.parent, self.content) or refused(path, self.content) or _no_topic(path) or _open(path)
        if isinstance(opened, Problem):
            self.problems.append(opened)
            return
        found = _head(path, opened.text)
        if isinstance(found, Problem):
            self.problems.append(found)
            return
        reader = Reader(str(path))
        reader.unknown_keys(found.entries, TOPIC_KEYS)
        titles = found.entries.get("title")
        if titles is None or not isinstance(titles.value, dict) or not titles.value:
            hint = "write title: {id: ..., en: ...}"
            self.problems.append(problem(path, "topic-title", "'title' should give a title per language", hint, 1))
            named = {}
        else:
            named = {code: reader.text(titles.value, code) or "" for code in sorted(titles.value)}
        if path.stem != id_of(path.stem):
            message = f"'{path.stem}' cannot be a topic's id"
            self.problems.append(problem(path, "id-invalid", message, f"name the file {id_of(path.stem)}.md"))
        pins = reader.texts(found.entries, "articles")
        exclude, matched_by = reader.texts(found.entries, "exclude"), rules(found.entries.get("match"), reader)
        aliases = reader.texts(found.entries, "aliases")
        introduction = "\n".join(opened.text.split("\n")[found.body_line - 1 :]).strip()
        self.problems += reader.problems
        file = PurePosixPath(path.relative_to(self.content)).as_posix()
        if aliases:
            self.alias_lines[file] = found.entries["aliases"].line
        self.found.append(DeskTopic(file, path.stem, named, pins, introduction, aliases, matched_by, exclude))


def _no_topic(path: Path) -> Problem | None:
    """Return the problem of what lies among the topics and is none."""
    if path.suffix.lower() == ".md" and not path.is_dir():
        return None
    message = f"'{path.name}' is not a topic"
    return problem(path, "file-kind", message, "a topic is a file NAME.md; a name that begins with _ is passed over")


@dataclass(frozen=True, slots=True)
class _Opened:
    text: str
    sha256: str


def _open(path: Path, *, markup: bool = False) -> _Opened | Problem:
    """Return the text of a file and the hash of its bytes, or the problem that keeps it shut."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return unreadable_kind(path)
        size = found.st_size
        if size > MAX_BYTES:
            message = f"the file has {size:,} bytes; more than {MAX_BYTES:,} are not read"
            return problem(path, "file-too-large", message, "keep the article and leave the rest of the page out")
        raw = path.read_bytes()
        text = decode(raw, markup=markup)
    except OSError as error:
        return problem(path, "file-unreadable", f"the file cannot be opened: {error.strerror}", "check its permissions")
    except NotText as error:
        return problem(path, "file-not-text", f"the file is not text: {error}", "save the page as UTF-8 text")
    if not text.strip():
        return problem(path, "file-empty", "the file is empty", "paste the article into it, or delete it")
    return _Opened(text, hashlib.sha256(raw).hexdigest())


def _same_ids(sources: Iterable[Source], content: Path) -> Iterator[Problem]:
    files = defaultdict(list)
    for source in sources:
        files[source.id].append(source.file)
    for id_, names in files.items():
        for name in names[1:]:
            message = f"this article and {content / names[0]} have the same id '{id_}'"
            yield problem(
                content / name, "id-duplicate", message, "give one of them another file name, or an id of its own"
            )


def _head(path: Path, text: str) -> Head | Problem:
    try:
        return head(text)
    except HeadError as error:
        return Problem("error", "front-matter", error.message, error.hint, str(path), error.line, error.column)


def _beside(path: Path | None) -> Head | Problem:
    """Return what a sidecar states as front matter does; nothing where there is none."""
    if path is None:
        return Head({}, 1)
    opened = _open(path)
    if isinstance(opened, Problem):
        return opened
    try:
        return Head(sidecar(opened.text), 1)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return replace(syntax_problem(path, error), hint='a sidecar is TOML: key = "value", one a line')

"""The files of a content folder become sources and desk topics; whatever cannot be read becomes a problem."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from telaah.ids import id_of
from telaah.model import Folder, Source
from telaah.problems import Problem
from telaah.read.aliases import article_aliases, topic_aliases
from telaah.read.corrections import FILE as CORRECTIONS
from telaah.read.corrections import corrections, placed, with_corrections
from telaah.read.front_matter import Head
from telaah.read.sidecar import sidecar, sidecar_of
from telaah.read.silenced import silenced
from telaah.read.statements import Reader, statements
from telaah.read.text_file import head_of, text_file
from telaah.read.topics import Topics
from telaah.read.walk import FORMS, SETTINGS_FILES, Walk, listing, passed_over, problem, refused, unreadable_kind
from telaah.tables import syntax_problem


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
    topics = Topics(content)
    if root is articles:
        _add_topics(topics, content / "topics")
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


def _add_topics(topics: Topics, folder: Path) -> None:
    """Read every topic of a folder, where there is one."""
    names = listing(folder) if folder.is_dir() else ()
    if isinstance(names, Problem):
        topics.problems.append(names)
        return
    for name in names:
        topics.add(folder / name)


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
        opened = refusal or text_file(path, markup=form == "html")
        if form is None or isinstance(opened, Problem):
            self._pass_over(path, opened if isinstance(opened, Problem) else unreadable_kind(path))
            return
        beside = sidecar_of(path) if form != "markdown" and sidecar_of(path).is_file() else None
        found = head_of(path, opened.text) if form == "markdown" else _beside(beside)
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


def _beside(path: Path | None) -> Head | Problem:
    """Return what a sidecar states as front matter does; nothing where there is none."""
    if path is None:
        return Head({}, 1)
    opened = text_file(path)
    if isinstance(opened, Problem):
        return opened
    try:
        return Head(sidecar(opened.text), 1)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return replace(syntax_problem(path, error), hint='a sidecar is TOML: key = "value", one a line')

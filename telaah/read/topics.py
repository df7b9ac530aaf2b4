"""The files of topics/ become what the desk says of its topics."""

from pathlib import Path, PurePosixPath

from telaah.ids import id_of
from telaah.model import DeskTopic
from telaah.problems import Problem
from telaah.read.rules import rules
from telaah.read.statements import Reader
from telaah.read.text_file import head_of, text_file
from telaah.read.walk import passed_over, problem, refused

KEYS = ("title", "articles", "match", "exclude", "aliases")


class Topics:
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
        opened = refused(path.parent, self.content) or refused(path, self.content) or _no_topic(path) or text_file(path)
        if isinstance(opened, Problem):
            self.problems.append(opened)
            return
        found = head_of(path, opened.text)
        if isinstance(found, Problem):
            self.problems.append(found)
            return
        reader = Reader(str(path))
        reader.unknown_keys(found.entries, KEYS)
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

"""What is wrong with the input, where, and what to write instead."""

import difflib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning", "notice"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with the content: a stable code, a full sentence, and what to write instead.

    `file` is the path as the maintainer would open it (the content folder included), or None for settings given on
    the command line; `line` and `column` are 1-based.
    """

    severity: Severity
    code: str
    message: str
    hint: str | None = None
    file: str | None = None
    line: int | None = None
    column: int | None = None


class InputError(Exception):
    """Input that a stage cannot go on with; carries every problem found so far."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.message for problem in self.problems))


def library_missing(missing: ModuleNotFoundError) -> Problem:
    """Return how to get a library that is not installed; a module of our own that is missing is raised again."""
    name = (missing.name or "").split(".")[0]
    if name == "telaah":
        raise missing
    hint = "run 'make site', which installs all into .venv, and start the program as .venv/bin/python build.py"
    return Problem("error", "dependency-missing", f"the library '{name}' is not installed for this Python", hint)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems, each once, sorted by place and then by code."""
    return tuple(sorted(set(problems), key=lambda p: (p.file or "", p.line or 0, p.column or 0, p.code, p.message)))


def as_text(problem: Problem) -> str:
    """Return the problem as one line that editors can jump to, and its hint, indented, below it."""
    place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part is not None)
    head = f"{place}: " if place else ""
    text = f"{head}{problem.severity}: {problem.message} [{problem.code}]"
    return f"{text}\n    {problem.hint}" if problem.hint else text


def as_json(problem: Problem) -> str:
    """Return the problem as one line of JSON."""
    return json.dumps(asdict(problem), ensure_ascii=False)


def as_annotation(problem: Problem) -> str:
    """Return the problem as a workflow command of GitHub Actions, which shows it beside the line of the file."""
    place = {"file": problem.file, "line": problem.line, "col": problem.column, "title": problem.code}
    given = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in place.items() if value is not None)
    text = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return f"::{problem.severity} {given}::{_escaped(text)}"


def _escaped(text: str, more: str = "") -> str:
    """Escape what ends a workflow command or a property of it (`more`), as GitHub's own toolkit does."""
    for sign in f"%\r\n{more}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ', did you mean X?' for the nearest known word, or an empty string."""
    near = nearest(word, known)
    return f", did you mean '{near}'?" if near else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is nearest to a word, None where none is near."""
    return next(iter(difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)), None)

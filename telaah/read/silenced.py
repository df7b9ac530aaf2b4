"""silenced.toml becomes the rows that the desk takes out of a topic's tables, each with its reason."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from telaah.model import Silenced
from telaah.problems import Problem
from telaah.tables import check_keys, line_of, parsed

FILE = "silenced.toml"
KEYS: Mapping[str, type] = {"reason": str}
SHAPE = '[c-1a2b3c4d], then reason = "..."'
_ID = re.compile(r"[cd]-[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class Silence:
    """The rows to take out, and what is wrong with the file."""

    rows: tuple[Silenced, ...]
    problems: tuple[Problem, ...]


def silenced(content: Path) -> Silence:
    """Read the silenced rows of a content folder; a folder without the file silences nothing."""
    path = content / FILE
    tables, lines, problems = parsed(path)
    problems += [each for id_, values in tables.items() for each in _wrong(id_, values, path, lines)]
    rows = tuple(
        Silenced(id_, " ".join(reason.split()), line_of(id_, lines, 0))
        for id_, values in tables.items()
        if isinstance(values, dict) and isinstance(reason := values.get("reason"), str)
    )
    return Silence(rows, tuple(problems))


def _wrong(id_: str, values: object, path: Path, lines: list[str]) -> Iterator[Problem]:
    line = line_of(id_, lines, 0)
    if not isinstance(values, dict) or not _ID.fullmatch(id_):
        message = f"'{id_}' is not the id of a row"
        hint = f"write {SHAPE}; ids stand in the unfolded proof of a topic's tables"
        yield Problem("error", "silenced-form", message, hint, str(path), line)
        return
    yield from check_keys(values, KEYS, path, lines, line or 0)
    reason = values.get("reason")
    if reason is None or (isinstance(reason, str) and not reason.strip()):
        message = f"no reason is given for taking out '{id_}'"
        hint = 'write reason = "..."; readers see it on the topic\'s page'
        yield Problem("error", "silenced-reason", message, hint, str(path), line)

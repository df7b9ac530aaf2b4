"""A TOML file becomes a table whose keys and types are checked, each problem with its line."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from telaah.problems import Problem, Severity, did_you_mean

Table = dict[str, object]


NO_KEYS: Mapping[str, str] = MappingProxyType({})


def parsed(path: Path) -> tuple[Table, list[str], list[Problem]]:
    """Return what a TOML file holds, its lines, and why it cannot be read; a file that is not there holds nothing."""
    if not path.exists() and not path.is_symlink():
        return {}, [], []
    try:
        # Editors of Windows begin a file with a mark that TOML does not know.
        text = path.read_bytes().decode("utf-8-sig")
        return tomllib.loads(text), text.splitlines(), []
    except OSError as error:
        message, hint = f"the file cannot be opened: {error.strerror}", "check its permissions, or delete it"
        return {}, [], [Problem("error", "file-unreadable", message, hint, str(path))]
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        message = "the file is not text: it is not UTF-8"
        return {}, [], [Problem("error", "file-not-text", message, "save the file as UTF-8 text", str(path), line)]
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return {}, [], [syntax_problem(path, error)]


def table(path: Path, keys: Mapping[str, type], former: Mapping[str, str] = NO_KEYS) -> tuple[Table, list[Problem]]:
    """Read a TOML file and check its keys and types; a file that is not there is an empty table.

    `former` gives the present name of keys that went by another; such a key is read, with a warning.
    """
    values, lines, problems = parsed(path)
    # TOML has dates of its own; a desk that leaves the quotation marks out means the same day.
    values = {key: value.isoformat() if type(value) is date else value for key, value in values.items()}
    renamed = list(_renamed(values, former, path, lines))
    # A key written under both names keeps the value of its present one.
    present = {former.get(key, key): value for key, value in values.items() if former.get(key) not in values}
    # Problems of a value look for the name under which it was written.
    written = {key: value for key, value in values.items() if key not in former}
    wrong = [*problems, *renamed, *check_keys(written, keys, path, lines, 0)]
    for old in (key for key in values if key in former):
        kinds = {old: keys[former[old]]}
        wrong += check_keys({old: values[old]}, kinds, path, lines, 0)
    return present, wrong


def syntax_problem(path: Path, error: tomllib.TOMLDecodeError | RecursionError) -> Problem:
    """Return the problem of a file that is no TOML, at its line and column."""
    place = re.search(r"line (\d+), column (\d+)", str(error))
    line, column = (int(place[1]), int(place[2])) if place else (None, None)
    message = "it is nested too deeply" if isinstance(error, RecursionError) else re.sub(r" \(at .*\)$", "", str(error))
    hint = 'this file is TOML: key = "value", one a line'
    return Problem("error", "toml-syntax", f"this line cannot be read: {message}", hint, str(path), line, column)


def _renamed(values: Table, former: Mapping[str, str], path: Path, lines: list[str]) -> Iterator[Problem]:
    for key in values:
        if key in former:
            message = f"'{key}' is now called '{former[key]}'"
            hint = f"write {former[key]} = ... instead"
            severity: Severity = "warning"
            if former[key] in values:
                message, hint, severity = f"{message}, which is written too", f"delete {key} = ...", "error"
            yield Problem(severity, "key-renamed", message, hint, str(path), line_of(key, lines, 0))


def check_keys(
    values: Mapping[str, object], keys: Mapping[str, type], path: Path, lines: list[str], start: int
) -> Iterator[Problem]:
    """Give a problem for every key that is not known, and for every value of another type.

    `lines` are the file's, `start` is the index of the line on which the table begins.
    """
    for key, value in values.items():
        line = line_of(key, lines, start)
        if key not in keys:
            hint = f"known keys: {', '.join(sorted(keys))}"
            message = f"'{key}' is not a key of {path.name}{did_you_mean(key, keys)}"
            yield Problem("error", "key-unknown", message, hint, str(path), line)
        elif not _fits(value, keys[key]):
            wanted = {list: 'a list of texts, ["..."]', str: 'a text, "..."', int: "a number", bool: "true or false"}[
                keys[key]
            ]
            message = f"'{key}' should be {wanted}"
            yield Problem("error", "value-type", message, f"write {key} = ...", str(path), line)


def _fits(value: object, kind: type) -> bool:
    if isinstance(value, list):
        return kind is list and all(isinstance(item, str) for item in value)
    if isinstance(value, bool):
        return kind is bool
    return isinstance(value, kind)


def line_of(key: str, lines: list[str], start: int) -> int | None:
    """Return the 1-based line on which a TOML key is set, looking from line index `start` on."""
    pattern = re.compile(rf"""^\s*\[?\[?\s*["']?{re.escape(key)}["']?\s*[\]=]""")
    return next((n for n, line in enumerate(lines[start:], start + 1) if pattern.match(line)), None)

"""Arguments in, messages and an exit code out."""

import argparse
import json
import os
import sys
import time
import traceback
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from telaah import __version__
from telaah.model import Report
from telaah.problems import InputError, Problem, as_text, in_order
from telaah.settings import Options, SettingsError

DONE, CONTENT, USAGE, SEARCH, PUBLISHING, BUG, BUSY, INTERRUPTED = 0, 1, 2, 4, 5, 70, 75, 130
COMMANDS = {
    "build": "build the site (the default)",
    "check": "do everything but publishing; say every problem at once",
    "explain": "say what was understood, line by line and why",
}


def entry() -> None:
    """Run as the installed command `telaah`."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code (contract, section 2)."""
    given = list(arguments)
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help", "--version")):
        given.insert(0, "build")
    try:
        wanted = _parser().parse_args(given)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        return _run(wanted)
    except ModuleNotFoundError as missing:
        return _missing(missing)
    except KeyboardInterrupt:
        print("interrupted; the site is as it was", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough; give the interpreter nothing to flush into a closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="Turn a folder of other people's articles into a briefing that a stranger can check.",
    )
    parser.add_argument("--version", action="version", version=f"telaah {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command", required=True)
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=purpose)
        if name == "explain":
            command.add_argument(
                "paths", nargs="+", type=Path, metavar="FILE|DIR", help="an article, or a folder of them"
            )
        _add_options(command, ("text", "jsonl") if name == "explain" else ("text", "json"))
    return parser


def _add_options(command: argparse.ArgumentParser, formats: tuple[str, str]) -> None:
    templates = next(
        (folder for folder in (_here() / "templates", _here().parent / "templates") if folder.is_dir()),
        Path("templates"),
    )
    command.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="what the desk edits")
    command.add_argument("--site", type=Path, default=Path("site"), metavar="DIR", help="where the site goes")
    command.add_argument("--templates", type=Path, default=templates, metavar="DIR", help="what the reader sees")
    command.add_argument("--base-url", metavar="URL", help="where the site will be published")
    command.add_argument("--strict", action="store_true", help="warnings are errors")
    command.add_argument("--quiet", action="store_true", help="no progress and no closing count")
    command.add_argument("--no-search", action="store_true", help="leave the search index out")
    command.add_argument("--format", choices=formats, default=formats[0], help="how to print")


def _here() -> Path:
    return Path(__file__).parent


def _run(wanted: argparse.Namespace) -> int:
    from telaah import pipeline

    options = Options(
        content=wanted.content,
        site=wanted.site,
        templates=wanted.templates,
        base_url=wanted.base_url,
        search=not wanted.no_search,
        strict=wanted.strict,
    )
    as_json = wanted.format == "json"
    try:
        if wanted.command == "explain":
            return _explain(wanted.paths, options, wanted.format)
        began = time.monotonic()
        outcome = pipeline.build(options) if wanted.command == "build" else pipeline.check(options)
        _tell(outcome.problems, as_json=as_json)
        if not wanted.quiet:
            print(_closing(outcome.report, time.monotonic() - began), file=sys.stderr)
        return DONE
    except SettingsError as error:
        _tell(error.problems, as_json=as_json)
        return USAGE
    except InputError as error:
        _tell(error.problems, as_json=as_json)
        return CONTENT
    except pipeline.PublishError as error:
        _tell(error.problems, as_json=as_json)
        return PUBLISHING
    except pipeline.IndexFailed as error:
        print(f"error: {error} [search-failed]", file=sys.stderr)
        return SEARCH
    except pipeline.Busy as error:
        print(f"error: {error} [busy]", file=sys.stderr)
        return BUSY
    except (ModuleNotFoundError, BrokenPipeError):
        raise
    except Exception:
        traceback.print_exc()
        print(
            "this is a bug of ours, not of your content; the site is as it was. Please report the lines above.",
            file=sys.stderr,
        )
        return BUG


def _explain(paths: Iterable[Path], options: Options, form: str) -> int:
    """Print what could be understood; exit 1 when some file could not be read."""
    from telaah import pipeline

    colour = form == "text" and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    problems: list[Problem] = []
    for path in paths:
        if not path.exists():
            hint = "name a file, or a folder of articles"
            problems.append(Problem("error", "file-missing", f"there is no '{path}'", hint))
            continue
        analyses, found = pipeline.explain(path, options)
        problems += found
        for analysis in analyses:
            print(pipeline.explanation(analysis, form, colour=colour))
            problems += analysis.article.problems
    _tell(in_order(problems), as_json=False)
    return CONTENT if any(problem.severity == "error" for problem in problems) else DONE


def _tell(problems: Iterable[Problem], *, as_json: bool) -> None:
    for problem in problems:
        print(json.dumps(asdict(problem), ensure_ascii=False) if as_json else as_text(problem), file=sys.stderr)


def _closing(report: Report, seconds: float) -> str:
    """Return the line that counts what was done and names what was left out."""
    parts = [
        f"{_count(report.articles, 'article')} in {_count(report.topics, 'topic')}",
        f"{_count(len(report.drafts), 'draft')} left out" + "".join(f" {file}" for file in report.drafts),
        _count(report.files, "file"),
        f"{seconds:.1f} s",
    ]
    if report.skipped:
        parts.insert(2, f"{_count(report.skipped, 'file')} skipped by name")
    return ", ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _missing(missing: ModuleNotFoundError) -> int:
    """Say in one line how to get a library that is not installed; a module of our own is a bug."""
    name = (missing.name or "").split(".")[0]
    if name == "telaah":
        raise missing
    print(
        f"error: the library '{name}' is not installed; run 'make site', which installs all [dependency-missing]",
        file=sys.stderr,
    )
    return USAGE

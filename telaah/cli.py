"""Arguments in, messages and an exit code out."""

import argparse
import io
import os
import sys
import threading
import time
import traceback
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import TextIO

from telaah.arguments import parser, with_command
from telaah.closing import closing, counted
from telaah.interrupt import INTERRUPTED, LINE, Ear
from telaah.problems import InputError, Problem, as_annotation, as_json, as_text, in_order, library_missing
from telaah.settings import Options, SettingsError

DONE, CONTENT, USAGE, SEARCH, PUBLISHING, BUG, BUSY = 0, 1, 2, 4, 5, 70, 75


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code (contract, section 2)."""
    _utf8(sys.stdout)
    given = with_command(arguments)
    try:
        wanted = parser().parse_args(given)
    except SystemExit as stop:
        return int(stop.code or 0)
    ear = Ear()
    try:
        return _run(wanted, ear)
    except ModuleNotFoundError as missing:
        _tell([library_missing(missing)], getattr(wanted, "format", "text"))
        return USAGE
    except KeyboardInterrupt:
        print(LINE, file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough; give the interpreter nothing to flush into a closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _utf8(stream: TextIO) -> None:
    """Have data leave as UTF-8 whatever the locale says, so that no letter of a page can stop a command."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _run(wanted: argparse.Namespace, ear: Ear) -> int:
    from telaah import pipeline

    ear.listen()
    form = getattr(wanted, "format", "text")
    try:
        return _WORK[wanted.command](wanted)
    except SettingsError as error:
        _tell(error.problems, form)
        return USAGE
    except InputError as error:
        _tell(error.problems, form)
        return CONTENT
    except pipeline.PublishError as error:
        _tell(error.problems, form)
        return PUBLISHING
    except pipeline.IndexFailed as error:
        _tell([Problem("error", "search-failed", str(error))], form)
        return SEARCH
    except pipeline.Busy as error:
        _tell([Problem("error", "busy", str(error))], form)
        return BUSY
    except (ModuleNotFoundError, BrokenPipeError):
        raise
    except Exception:
        if ear.heard:
            raise KeyboardInterrupt from None
        traceback.print_exc()
        print(
            "this is a bug of ours, not of your content; the site is as it was. Please report the lines above.",
            file=sys.stderr,
        )
        return BUG


def _options(wanted: argparse.Namespace) -> Options:
    return Options(
        content=wanted.content,
        site=wanted.site,
        templates=wanted.templates,
        base_url=wanted.base_url,
        search=not wanted.no_search,
        strict=wanted.strict,
        drafts=wanted.drafts,
        cache=wanted.cache,
        jobs=1 if wanted.engine == "serial" else wanted.jobs or os.cpu_count() or 1,
    )


def _build(wanted: argparse.Namespace) -> int:
    from telaah import pipeline

    began = time.monotonic()
    work = pipeline.build if wanted.command == "build" else pipeline.check
    outcome = work(_options(wanted))
    dead = _dead_links(wanted) if wanted.command == "check" and wanted.external else ()
    _tell(in_order((*outcome.problems, *dead)), wanted.format)
    if not wanted.quiet:
        print(closing(outcome.report, time.monotonic() - began), file=sys.stderr)
    return CONTENT if wanted.strict and any(problem.severity == "warning" for problem in dead) else DONE


def _dead_links(wanted: argparse.Namespace) -> tuple[Problem, ...]:
    from telaah import external

    found = external.addresses(_options(wanted))
    if not wanted.quiet:
        print(f"asking for {len(found)} addresses of other sites ...", file=sys.stderr)
    return external.dead_links(found)


def _explain(wanted: argparse.Namespace) -> int:
    """Print what could be understood; exit 1 when some file could not be read."""
    from telaah import pipeline

    options, form = _options(wanted), "jsonl" if wanted.format == "jsonl" else "text"
    colour = form == "text" and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    problems: list[Problem] = []
    for path in wanted.paths:
        if not path.exists():
            hint = "name a file, or a folder of articles"
            problems.append(Problem("error", "file-missing", f"there is no '{path}'", hint))
            continue
        analyses, found = pipeline.explain(path, options)
        problems += found
        for analysis in analyses:
            print(pipeline.explanation(analysis, form, colour=colour))
            problems += analysis.article.problems
        problems += _draft(path, options) if wanted.write else ()
    _tell(in_order(problems), wanted.format)
    return CONTENT if any(problem.severity == "error" for problem in problems) else DONE


def _draft(path: Path, options: Options) -> tuple[Problem, ...]:
    """Draft the sidecar of a page and say where it is; return what kept it from being written."""
    from telaah import pipeline

    if path.is_dir():
        hint = "name one page: explain --write content/articles/NAME.html"
        return (Problem("error", "sidecar-folder", f"'{path}' is a folder", hint),)
    written, problems = pipeline.draft(path, options)
    if written:
        print(f"wrote {written}", file=sys.stderr)
    return problems


def _scaffold(wanted: argparse.Namespace) -> int:
    """Write a new briefing or a file to fill in, and print what was written."""
    from telaah import scaffold

    try:
        if wanted.command == "init":
            written: tuple[Path, ...] = scaffold.init(wanted.folder)
        elif wanted.kind == "article":
            written = (scaffold.new_article(wanted.name, wanted.content),)
        else:
            written = (scaffold.new_topic(wanted.name, wanted.content),)
    except scaffold.Refused as refused:
        _tell(refused.problems, wanted.format)
        return USAGE
    for path in written:
        print(path)
    return DONE


def _add(wanted: argparse.Namespace) -> int:
    """Take pages in one by one, and print what was understood of each; exit 1 when one was refused."""
    from telaah import intake

    options = Options(wanted.content, Path("site"), Path("templates"))
    now = datetime.now().astimezone().isoformat(timespec="minutes")
    problems: list[Problem] = []
    work = (intake.add_feed(feed, options, now) for feed in wanted.wishes)
    for taken in chain.from_iterable(work) if wanted.feed else intake.add(wanted.wishes, options, now):
        if isinstance(taken, Problem):
            _tell([taken], wanted.format)
            problems.append(taken)
        else:
            print(intake.understood(taken), flush=True)
            _tell((each for each in taken.problems if each.severity == "error"), wanted.format)
            problems += taken.problems
    return CONTENT if any(problem.severity == "error" for problem in problems) else DONE


def _serve(wanted: argparse.Namespace) -> int:
    """Serve a preview until Ctrl-C, which is how it ends and so no failure."""
    from telaah.serve import PortTaken, serve

    def say(line: str) -> None:
        print(line, file=sys.stderr, flush=True)

    try:
        serve(_options(wanted), wanted.host, wanted.port, say, threading.Event())
    except PortTaken as taken:
        print(f"error: {taken}; choose another with --port [port-taken]", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        pass
    print("preview ended", file=sys.stderr)
    return DONE


def _verify(wanted: argparse.Namespace) -> int:
    """Print what differs between a site and its manifest; exit 1 when something does."""
    from telaah.fetch import FetchFailed
    from telaah.verify import verify

    try:
        verdict = verify(wanted.site)
    except FetchFailed as failed:
        message = f"'{wanted.site}' cannot be compared: {failed}"
        _tell([Problem("error", "fetch-failed", message, "try again later")], wanted.format)
        return CONTENT
    _tell(verdict.problems, wanted.format)
    if not wanted.quiet and verdict.sha256:
        differ = f"{len(verdict.problems)} differ" if verdict.problems else "all as published"
        print(f"{counted(verdict.files, 'file')}, {differ}, manifest {verdict.sha256}", file=sys.stderr)
    return CONTENT if verdict.problems else DONE


def _tell(problems: Iterable[Problem], form: str) -> None:
    """Print problems for people, as JSON lines, or as GitHub's annotations; other forms are for data alone."""
    printed = {"json": as_json, "github": as_annotation}.get(form, as_text)
    for problem in problems:
        print(printed(problem), file=sys.stderr)


_WORK = {
    "build": _build,
    "check": _build,
    "explain": _explain,
    "init": _scaffold,
    "new": _scaffold,
    "serve": _serve,
    "add": _add,
    "verify": _verify,
}

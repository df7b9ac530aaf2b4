"""A content folder becomes a preview on loopback that follows every change, while somebody writes."""

import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from telaah import pipeline
from telaah.pipeline import Preview
from telaah.problems import InputError, Problem, as_text
from telaah.serve.finisher import Finisher
from telaah.serve.server import PortTaken as PortTaken
from telaah.serve.server import Server
from telaah.serve.stage import Stage
from telaah.settings import Options

QUIET = 100
"""Milliseconds without a change after which a burst of them counts as over; editors write a file in two or three."""
LONGEST = 1000
"""Milliseconds after which a burst that does not end is acted upon all the same."""
PATIENCE = 1.0
"""Seconds of building from which on a changed article is shown before the rest is built."""
BEAT = 300
"""Milliseconds between two looks at whether to stop; the first marks that the watch is on."""


def serve(options: Options, host: str, port: int, say: Callable[[str], None], stop: threading.Event) -> None:
    """Serve a preview until `stop` is set or Ctrl-C; `say` is told the address, each build and each problem.

    Nothing is written: the pages are held in memory. Raises PortTaken.
    """
    from watchfiles import watch

    stage = Stage()
    finisher = Finisher(stage, say)
    server = Server(host, port, stage)
    folders = [folder for folder in (options.content, options.templates) if folder.is_dir()]
    last: Preview | None = None
    say(f"preview: {server.address}  (Ctrl-C ends it)")
    with server.running(), finisher.running():
        # The first look comes after a beat without changes, when the watch is on: no change can fall between.
        changes = watch(
            *folders or [Path()], step=QUIET, debounce=LONGEST, rust_timeout=BEAT, yield_on_timeout=True,
            stop_event=stop, raise_interrupt=False,
        )  # fmt: skip
        slow = False
        for number, changed in enumerate(changes):
            if not changed and number > 0:
                continue
            began = time.monotonic()
            if slow and last is not None:
                _glimpse(last, [Path(name) for _, name in changed], stage, say)
            last = _rebuild(options, last, stage, finisher, say)
            slow = time.monotonic() - began > PATIENCE


def _glimpse(last: Preview, changed: list[Path], stage: Stage, say: Callable[[str], None]) -> None:
    """Show articles that changed while the rest is still being built; the build says whatever there is to say."""
    began = time.monotonic()
    try:
        pages = pipeline.glimpse(last, changed)
    except Exception:  # the build that follows meets the same and shows it
        return
    if pages:
        stage.patch(pages)
        say(f"changed page shown in {time.monotonic() - began:.1f} s; the rest follows")


def _rebuild(
    options: Options, last: Preview | None, stage: Stage, finisher: Finisher, say: Callable[[str], None]
) -> Preview | None:
    """Build and show the pages, or the problems over the last good ones; return what the next build may go on from."""
    began = time.monotonic()
    try:
        preview = pipeline.preview(options, last)
    except InputError as error:
        _failed(stage, error.problems, say)
        return last
    except Exception:  # the preview outlives a bug, and shows it
        message = "the program failed on this content; that is a bug of ours"
        _failed(stage, (Problem("error", "bug", message, traceback.format_exc()),), say)
        return last
    for problem in preview.outcome.problems:
        say(as_text(problem))
    stage.show(preview.pages, preview.outcome.problems)
    finisher.take(preview)
    say(f"built in {time.monotonic() - began:.1f} s")
    return preview


def _failed(stage: Stage, problems: tuple[Problem, ...], say: Callable[[str], None]) -> None:
    for problem in problems:
        say(as_text(problem))
    say("not built; the preview shows the last good pages")
    stage.fail(problems)

"""A content folder becomes a preview on loopback that follows every change, while somebody writes."""

import threading
from collections.abc import Callable
from pathlib import Path

from telaah.serve.builder import Builder
from telaah.serve.finisher import Finisher
from telaah.serve.server import PortTaken as PortTaken
from telaah.serve.server import Server
from telaah.serve.stage import Stage
from telaah.settings import Options

QUIET = 100
"""Milliseconds without a change after which a burst of them counts as over; editors write a file in two or three."""
LONGEST = 1000
"""Milliseconds after which a burst that does not end is acted upon all the same."""
BEAT = 300
"""Milliseconds between two looks at whether to stop; the first marks that the watch is on."""


def serve(options: Options, host: str, port: int, say: Callable[[str], None], stop: threading.Event) -> None:
    """Serve a preview until `stop` is set; `say` is told the address, each build and each problem.

    Nothing is written: the pages are held in memory. Raises PortTaken, and KeyboardInterrupt on Ctrl-C.
    """
    from watchfiles import watch

    stage = Stage()
    finisher = Finisher(stage, say)
    builder = Builder(options, stage, finisher, say)
    server = Server(host, port, stage)
    folders = [folder for folder in (options.content, options.templates) if folder.is_dir()]
    say(f"preview: {server.address}  (Ctrl-C ends it)")
    with server.running(), finisher.running(), builder.running():
        # The first look comes after a beat without changes, when the watch is on: no change can fall between.
        changes = watch(
            *folders or [Path()], step=QUIET, debounce=LONGEST, rust_timeout=BEAT, yield_on_timeout=True,
            stop_event=stop,
        )  # fmt: skip
        for number, changed in enumerate(changes):
            if changed or number == 0:
                builder.take(Path(name) for _, name in changed)

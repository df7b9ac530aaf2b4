"""The way in and out of a command: it hears Ctrl-C before anything else is imported, and to the end."""

import sys

from telaah.interrupt import INTERRUPTED, LINE, ignore, leave_at_once
from telaah.problems import as_text, library_missing

USAGE = 2


def entry() -> None:
    """Run as the command `telaah`, or as build.py."""
    leave_at_once()
    try:
        from telaah.cli import main
    except ModuleNotFoundError as missing:
        print(as_text(library_missing(missing)), file=sys.stderr)
        sys.exit(USAGE)
    try:
        code = main(sys.argv[1:])
        ignore()
    except KeyboardInterrupt:
        ignore()
        print(LINE, file=sys.stderr)
        code = INTERRUPTED
    sys.exit(code)

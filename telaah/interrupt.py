"""Ctrl-C becomes one line and exit code 130, whatever Python was doing when it came."""

import os
import signal
from types import FrameType

INTERRUPTED = 130
LINE = "interrupted; no half of a site was published"


def leave_at_once() -> None:
    """Have Ctrl-C end the process: before work begins nothing is to be put away, and a cut import may say anything."""
    signal.signal(signal.SIGINT, _leave)


def ignore() -> None:
    """Have Ctrl-C do nothing more: all is done and said, and the interpreter packs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class Ear:
    """Hears Ctrl-C while work goes on: the first raises KeyboardInterrupt, so that all is put away; the second leaves.

    `heard` says that it came: the exception may have been lost on its way up, or come out as another.
    """

    def __init__(self) -> None:
        self.heard = False

    def listen(self) -> None:
        """Begin to listen; only the process itself does, no test that calls a command as a function."""
        if signal.getsignal(signal.SIGINT) is _leave:
            signal.signal(signal.SIGINT, self._raise)

    def _raise(self, _number: int, _frame: FrameType | None) -> None:
        self.heard = True
        leave_at_once()
        raise KeyboardInterrupt


def _leave(_number: int, _frame: FrameType | None) -> None:
    """Say so and end at once; a site is whole at every moment, and the next build removes what this one leaves."""
    os.write(2, f"{LINE}\n".encode())
    os._exit(INTERRUPTED)

"""What the tests of publishing do to a build: its process dies, or a call of the file system fails, at any moment."""

import errno
import os
import signal
import sys

import pytest
from publish_pages import in_child

from telaah.publish import exchange

WATCHED = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir"}


@pytest.fixture
def no_exchange(monkeypatch):
    """Have a file system that cannot exchange two folders."""

    def refuse(_one, _other):
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(exchange, "swap", refuse)


@pytest.fixture
def unsynced(monkeypatch):
    """Leave the disk in peace where only processes die, not the power."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


def at_call(number, act, work):
    """Run `work`, call `act` before its file-system call of this number, from 1, and return how many there were."""
    count = 0

    def called(name, unfinished=lambda: None):
        nonlocal count
        if name in WATCHED:
            count += 1
            if count == number:
                unfinished()
                act()

    write, swap = os.write, exchange.swap

    def half_written(handle, data):
        called("open", lambda: write(handle, data[: len(data) // 2]))
        return write(handle, data)

    def swapped(one, other):
        called("os.rename")
        swap(one, other)
        called("os.rename")

    os.write, exchange.swap = half_written, swapped
    sys.addaudithook(lambda name, _: called(name))
    work()
    return count


def kill():
    os.kill(os.getpid(), signal.SIGKILL)


def fail():
    raise OSError(errno.EIO, "Input/output error")


def calls_of(work, tmp_path):
    def counted():
        (tmp_path / "count").write_text(str(at_call(0, kill, work)))

    assert in_child(counted) == 0
    count = int((tmp_path / "count").read_text())
    (tmp_path / "count").unlink()
    return count

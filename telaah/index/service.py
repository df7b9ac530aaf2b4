"""A list of requests becomes the indexer's list of answers, spoken over its standard input and output.

A message is base64 of a JSON object, closed with a comma. Pagefind's own Python client waits for every answer and
sleeps 0.1 s before it looks for one; here one thread writes and another reads, so that neither side ever waits for a
full pipe, however large an answer is.
"""

import base64
import json
import queue
import subprocess
import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

from telaah.index.failed import IndexFailed

END = b","
CHUNK = 1 << 18
"""Bytes read at once: four times the usual size of a pipe, so that one read empties it."""
FAREWELL = 2.0
"""Seconds a finished or killed indexer gets to go before it is left behind; it takes below 0.1 s."""
ENVIRONMENT = {"LC_ALL": "C", "TZ": "UTC"}
"""All the indexer learns of its surroundings: PAGEFIND_* variables would change what it makes."""

Message = Mapping[str, object]


def converse(executable: Path, requests: Sequence[Message], timeout: float) -> tuple[Message, ...]:
    """Send every request and return the answers, in order; raise IndexFailed when one is missing or an error.

    `timeout` is the longest wait for one answer, in seconds; an answer that only trickles in does not extend it.
    """
    # In an empty folder, because the indexer would obey a pagefind.toml in the one we were started from.
    with tempfile.TemporaryDirectory(prefix="telaah-index-") as nowhere, tempfile.TemporaryFile() as complaints:
        process = _start(executable, Path(nowhere), complaints)
        answers: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        threads = (
            threading.Thread(target=_write, args=(process.stdin, requests), daemon=True),
            threading.Thread(target=_read, args=(process.stdout, answers), daemon=True),
        )
        for thread in threads:
            thread.start()
        try:
            return tuple(
                _answer(number, _next(answers, number, timeout, process, complaints)) for number in range(len(requests))
            )
        finally:
            _end(process, threads)


def _start(executable: Path, folder: Path, complaints: IO[bytes]) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(  # noqa: S603  the indexer we ship, or the one the caller names; no shell
            [executable.absolute(), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            cwd=folder,
            env=ENVIRONMENT,
            start_new_session=True,  # Ctrl-C is for us, who then end it
        )
    except OSError as error:
        reason = error.strerror or error
        raise IndexFailed(f"the search indexer '{executable}' cannot be started: {reason}") from error


def _write(pipe: IO[bytes], requests: Sequence[Message]) -> None:
    """Write every request; the pipe stays open, because the indexer stops work when its input ends."""
    try:
        for number, request in enumerate(requests):
            message = json.dumps({"message_id": number, "payload": request})
            pipe.write(base64.b64encode(message.encode()) + END)
        pipe.flush()
    except (OSError, ValueError):
        return  # the indexer has gone, or we closed the pipe; the missing answer tells


def _read(pipe: IO[bytes], answers: "queue.SimpleQueue[bytes | None]") -> None:
    """Cut what comes into messages; None says that no more will come."""
    pieces: list[bytes] = []
    while chunk := _some(pipe):
        *whole, rest = chunk.split(END)
        for piece in whole:
            answers.put(b"".join((*pieces, piece)))
            pieces.clear()
        pieces.append(rest)
    answers.put(None)


def _some(pipe: IO[bytes]) -> bytes:
    try:
        return pipe.read1(CHUNK)  # type: ignore[attr-defined, no-any-return]  # IO does not promise read1; pipes have it
    except (OSError, ValueError):
        return b""


def _next(
    answers: "queue.SimpleQueue[bytes | None]",
    number: int,
    timeout: float,
    process: "subprocess.Popen[bytes]",
    complaints: IO[bytes],
) -> bytes:
    """Wait for the next message; say why when it does not come."""
    try:
        message = answers.get(timeout=timeout)
    except queue.Empty:
        raise IndexFailed(f"the search indexer gave no answer {number + 1} within {timeout:g} s") from None
    if message is not None:
        return message
    try:
        code = process.wait(FAREWELL)
    except subprocess.TimeoutExpired:
        raise IndexFailed("the search indexer closed its output before it was done") from None
    complaints.seek(0)
    lines = complaints.read().decode("utf-8", errors="replace").split("\n")
    said = next((f": {line.strip()}" for line in reversed(lines) if line.strip()), "")
    raise IndexFailed(f"the search indexer stopped with exit code {code}{said}")


def _answer(number: int, message: bytes) -> Message:
    """Unpack a message and see that it answers the request of this number."""
    try:
        answer = json.loads(base64.b64decode(message, validate=True))
        payload = answer["payload"]
        kind, answered = payload["type"], answer["message_id"]
    except (ValueError, KeyError, TypeError) as error:
        raise IndexFailed(f"the search indexer's answer {number + 1} cannot be read: {error!r}") from error
    if kind == "Error":
        raise IndexFailed(f"the search indexer refused request {number + 1}: {payload.get('message')}")
    if answered != number:
        raise IndexFailed(f"the search indexer answered request {answered!r} when asked request {number}")
    return payload  # type: ignore[no-any-return]  # a JSON object, since it has a type


def _end(process: "subprocess.Popen[bytes]", threads: Sequence[threading.Thread]) -> None:
    """Stop the indexer, whatever it is doing; nothing it still says is wanted."""
    process.kill()
    process.wait(FAREWELL)
    for thread in threads:
        thread.join(FAREWELL)
    for pipe, thread in zip((process.stdin, process.stdout), threads, strict=True):
        if pipe is not None and not thread.is_alive():
            _close(pipe)


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        return  # unsent requests of an indexer that has gone

"""A WARC file becomes the pages it holds, one by one, and a count of whatever in it is none."""

import contextlib
import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from telaah.fetch import host_of
from telaah.intake.gather import MEDIA_TYPES, MOST, name_of, refuse_device
from telaah.intake.raw import NotTaken, Raw
from telaah.problems import Problem

ENDINGS = (".warc", ".warc.gz")
GZIP = b"\x1f\x8b"
GZIP_WINDOW = 31
"""What zlib is told so that it reads gzip's own head and tail."""
PACKED = ("identity", "gzip", "x-gzip", "deflate")
"""Content encodings that we can take off a page; what else a server may send (br, zstd) needs libraries of its own."""
BLOCK = 65_536
"""Bytes read at a time, so that a page that unpacks to more than MOST is left early."""
SHOWN = 5
"""Most kinds of passed-over records that are named; a crawl of the web holds dozens."""

_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z")


class _Headers(Protocol):
    def get_header(self, name: str) -> str | None: ...

    def get_statuscode(self) -> str: ...


class _Stream(Protocol):
    limit: int

    def read(self, length: int) -> bytes: ...


class _Record(Protocol):
    """A record as warcio gives it."""

    rec_type: str
    rec_headers: _Headers
    http_headers: _Headers | None
    raw_stream: _Stream

    def content_stream(self) -> _Stream: ...


def is_archive(wish: str) -> bool:
    """Say whether a file's name is that of a WARC file."""
    return wish.lower().endswith(ENDINGS)


def from_archive(path: Path) -> Iterator[Raw | Problem]:
    """Yield each page of an archive, its bytes as they were sent; problems of single records; last, what was no page.

    Raises NotTaken where the file cannot be read, or not to its end.
    """
    refuse_device(path)
    passed: Counter[str] = Counter()
    pages = 0
    try:
        with path.open("rb") as file:
            for record in _records(_Unpacked(file)):
                kind = _passed_over(record)
                if kind is not None:
                    passed[kind] += 1
                    continue
                pages += 1
                found = _page(record, path)
                if found is None:
                    raise EOFError
                yield found
    except OSError as error:
        why = error.strerror or str(error)
        raise NotTaken.because(
            "file-unreadable", f"the file cannot be opened: {why}", "name a WARC file", path
        ) from error
    except EOFError as error:
        if not pages and not passed:
            raise _no_archive(path) from error
        message = f"the archive is damaged or cut off after {pages} pages"
        hint = "what came before was taken; fetch the archive again, and add it again for the rest"
        raise NotTaken.because("archive-cut", message, hint, path) from error
    if not pages and not passed:
        raise _no_archive(path)
    if passed:
        yield _rest(path, passed)


class _Unpacked:
    """Reads a file, packed with gzip or not, as one stream of bytes; `cut` says that its gzip does not end.

    The library would unpack by itself, but does not notice when a packed archive is cut off, and takes no archive that
    was packed as a whole.
    """

    def __init__(self, file: io.BufferedReader) -> None:
        self._file = file
        self._plain = file.peek(len(GZIP))[: len(GZIP)] != GZIP
        self._inner = zlib.decompressobj(GZIP_WINDOW)
        self._held = bytearray()
        self._at = 0
        self.cut = False

    def tell(self) -> int:
        return self._at

    def read(self, size: int) -> bytes:
        while len(self._held) < size and (more := self._file.read(BLOCK) if self._plain else self._more()):
            self._held += more
        taken = bytes(self._held[:size])
        del self._held[:size]
        self._at += len(taken)
        return taken

    def _more(self) -> bytes:
        """Return the next unpacked bytes, none at the end."""
        while not self.cut:
            packed = self._inner.unconsumed_tail or self._inner.unused_data or self._file.read(BLOCK)
            if not packed:
                self.cut = not self._inner.eof
                break
            if self._inner.eof:
                self._inner = zlib.decompressobj(GZIP_WINDOW)
            try:
                if found := self._inner.decompress(packed, BLOCK):
                    return found
            except zlib.error:
                self.cut = True
        return b""


def _records(stream: _Unpacked) -> Iterator[_Record]:
    """Yield the records; raise EOFError where what follows is none."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    found = iter(ArchiveIterator(stream))
    try:
        while (record := _next(found)) is not None:
            yield record
    except (ArchiveLoadFailed, AttributeError, ValueError) as error:
        # The library takes it for granted that a record names what it should, such as the address of an answer.
        raise EOFError from error
    if stream.cut:
        raise EOFError


def _next(found: Iterator[_Record]) -> _Record | None:
    # The library warns on standard error; a record that is too short is found by its length.
    with contextlib.redirect_stderr(io.StringIO()):
        return next(found, None)


def _passed_over(record: _Record) -> str | None:
    """Return what kind of thing a record holds that is no page; None for a page."""
    if record.rec_type in ("warcinfo", "request", "metadata"):
        return "notes about the fetching"
    if record.rec_type == "revisit":
        return "pages that had not changed"
    if record.rec_type not in ("response", "resource"):
        return record.rec_type
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    if not (address.startswith(("http://", "https://")) and host_of(address)):
        return "things without a web address"
    if record.rec_type == "response" and record.http_headers is None:
        return "answers that are not HTTP"
    if record.http_headers and record.rec_type == "response" and record.http_headers.get_statuscode() != "200":
        return f"answers {record.http_headers.get_statuscode()}"
    kind = _media_type(record)
    return None if MEDIA_TYPES.get(kind) == ".html" else kind


def _media_type(record: _Record) -> str:
    headers = record.http_headers or record.rec_headers
    return (headers.get_header("Content-Type") or "of no stated type").partition(";")[0].strip().lower()


def _page(record: _Record, path: Path) -> Raw | Problem | None:
    """Return a page, or why it is not taken; None when the archive ends before it."""
    url = str(record.rec_headers.get_header("WARC-Target-URI"))
    packed = (record.http_headers.get_header("Content-Encoding") if record.http_headers else None) or "identity"
    if packed.strip().lower() not in PACKED:
        message = f"the page came packed with {packed}, which is not read"
        return Problem("error", "archive-page", message, "save the page in your browser and add the file", url)
    body = b""
    stream = record.content_stream()
    while len(body) <= MOST and (block := stream.read(BLOCK)):
        body += block
    if len(body) > MOST:
        hint = "keep the article and leave the rest of the page out"
        return Problem("error", "file-too-large", f"more than {MOST:,} bytes are not read", hint, url)
    while record.raw_stream.read(BLOCK):
        pass
    if record.raw_stream.limit > 0:
        return None
    if not body.strip():
        return Problem("error", "file-empty", "the page is empty", f"look into {path.name}, or leave it out", url)
    date = _MOMENT.fullmatch(record.rec_headers.get_header("WARC-Date") or "")
    return Raw(name_of(url), ".html", body, url.partition("#")[0], f"{date[1]}Z" if date else None)


def _no_archive(path: Path) -> NotTaken:
    hint = "name a WARC file, as wget --warc-file, Heritrix or Browsertrix write"
    return NotTaken.because("archive-form", "there is no WARC record in the file", hint, path)


def _rest(path: Path, passed: Counter[str]) -> Problem:
    kinds = sorted(passed, key=lambda kind: (-passed[kind], kind))
    named = ", ".join(f"{passed[kind]} {kind}" for kind in kinds[:SHOWN])
    more = f", {sum(passed[kind] for kind in kinds[SHOWN:])} of other kinds" if len(kinds) > SHOWN else ""
    message = f"{passed.total()} records are no pages: {named}{more}"
    return Problem("notice", "archive-rest", message, None, str(path))

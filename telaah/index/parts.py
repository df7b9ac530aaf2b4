"""The packed files of a Pagefind index become typed values, and the values files again.

A packed file is Pagefind's mark followed by JSON, CBOR or WebAssembly, all of it compressed with gzip or not: the
browser's side takes both. All of them are compressed anew by libdeflate, whose output is smaller than that of zlib and,
unlike it, the same on every machine.
"""

import gzip
import io
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import cbor2
import deflate

from telaah.index.failed import IndexFailed

MARK = b"pagefind_dcd"
GZIP = b"\x1f\x8b"
WASM = b"\0asm"
LEVEL = 12
"""Of libdeflate, the most: the engine takes 70 ms and is 67.7 KB instead of 70.1; 1,000 fragments take 0.4 s."""

Files = Mapping[str, bytes]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Language:
    """One language of an index: its table of contents, its engine (None where it has none of its own), its pages."""

    code: str
    meta: str
    engine: str | None
    pages: int


@dataclass(frozen=True, slots=True)
class Entry:
    """Where the browser begins; `joiners` are the characters that are searched for although they are no letters."""

    version: str
    languages: tuple[Language, ...]
    joiners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meta:
    """The table of contents of an index.

    `pages` are (fragment, words), `chunks` (first word, last word, part), `filters` (key, part), `sorts`
    (key, page numbers in order); parts and fragments are named without folder and ending.
    """

    version: str
    pages: tuple[tuple[str, int], ...]
    chunks: tuple[tuple[str, str, str], ...]
    filters: tuple[tuple[str, str], ...]
    sorts: tuple[tuple[str, tuple[int, ...]], ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter's key and, for each of its values, the numbers of the pages that have it."""

    key: str
    values: tuple[tuple[str, tuple[int, ...]], ...]


def read_entry(files: Files, path: str) -> Entry:
    """Read the entry; raise IndexFailed, like all readers here, when the file is missing or makes no sense."""
    return _read(files, path, b"", _entry)


def read_fragment(files: Files, path: str) -> str:
    """Read the part that holds one page's text and return the page's address."""
    return _read(files, path, MARK, lambda data: _text(_object(json.loads(data)).get("url")))


def read_meta(files: Files, path: str) -> Meta:
    """Read an index's table of contents."""
    return _read(files, path, MARK, _meta)


def read_filter(files: Files, path: str) -> Filter:
    """Read one filter."""
    return _read(files, path, MARK, _filter)


def check_chunk(files: Files, path: str) -> None:
    """See that a part of the word index is whole; its inside is the business of Pagefind."""
    _read(files, path, MARK, lambda data: _items(_cbor(data), 1))


def check_wasm(files: Files, path: str) -> None:
    """See that the search engine is whole."""
    _read(files, path, MARK + WASM, len)


def entry_bytes(entry: Entry) -> bytes:
    """Return the file of an entry."""
    languages = {one.code: {"hash": one.meta, "wasm": one.engine, "page_count": one.pages} for one in entry.languages}
    value = {"version": entry.version, "languages": languages, "include_characters": entry.joiners}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def meta_bytes(meta: Meta) -> bytes:
    """Return the packed file of a table of contents."""
    fields = (meta.version, meta.pages, meta.chunks, meta.filters, meta.sorts, meta.fields)
    return _packed(MARK + cbor2.dumps(fields))


def filter_bytes(part: Filter) -> bytes:
    """Return the packed file of a filter."""
    return _packed(MARK + cbor2.dumps((part.key, part.values)))


def repacked(packed: bytes) -> bytes:
    """Return a file that has been read, packed as small as we can."""
    return _packed(_unpacked(packed))


def _packed(data: bytes) -> bytes:
    # A few dozen bytes grow when they are packed.
    return min(data, bytes(deflate.gzip_compress(data, LEVEL)), key=len)


def _unpacked(data: bytes) -> bytes:
    return gzip.decompress(data) if data.startswith(GZIP) else data


def _read(files: Files, path: str, mark: bytes, sense: Callable[[bytes], T]) -> T:
    """Unpack a file, see that it begins with the mark, and make sense of the rest."""
    if path not in files:
        raise IndexFailed(f"the search indexer's answer lacks '{path}', which another part of it names")
    try:
        data = _unpacked(files[path])
        if not data.startswith(mark):
            raise ValueError(f"it does not begin with {mark!r}")
        return sense(data.removeprefix(mark))
    except (ValueError, OSError, EOFError, zlib.error, cbor2.CBORDecodeError) as error:
        raise IndexFailed(f"the search indexer's answer holds '{path}', which cannot be read: {error}") from error


def _cbor(data: bytes) -> object:
    stream = io.BytesIO(data)
    value: object = cbor2.load(stream)
    if stream.tell() != len(data):
        raise ValueError("something follows its end")
    return value


def _entry(data: bytes) -> Entry:
    entry = _object(json.loads(data))
    languages = {code: _object(one) for code, one in _object(entry.get("languages")).items()}
    return Entry(
        _text(entry.get("version")),
        tuple(
            Language(
                code,
                _text(one.get("hash")),
                None if one.get("wasm") is None else _text(one["wasm"]),
                _number(one.get("page_count")),
            )
            for code, one in languages.items()
        ),
        tuple(_text(joiner) for joiner in _items(entry.get("include_characters"))),
    )


def _meta(data: bytes) -> Meta:
    version, pages, chunks, filters, sorts, fields = _items(_cbor(data), 6)
    return Meta(
        _text(version),
        tuple((_text(name), _number(words)) for name, words in _rows(pages, 2)),
        tuple((_text(first), _text(last), _text(name)) for first, last, name in _rows(chunks, 3)),
        tuple((_text(key), _text(name)) for key, name in _rows(filters, 2)),
        tuple((_text(key), _numbers(numbers)) for key, numbers in _rows(sorts, 2)),
        tuple(_text(field) for field in _items(fields)),
    )


def _filter(data: bytes) -> Filter:
    key, values = _items(_cbor(data), 2)
    return Filter(_text(key), tuple((_text(value), _numbers(numbers)) for value, numbers in _rows(values, 2)))


def _rows(value: object, width: int) -> list[list[object]]:
    return [_items(row, width) for row in _items(value)]


def _items(value: object, count: int | None = None) -> list[object]:
    if not isinstance(value, list) or count not in (None, len(value)):
        raise ValueError(f"a list of {'some' if count is None else count} was expected")
    return value


def _numbers(value: object) -> tuple[int, ...]:
    return tuple(_number(item) for item in _items(value))


def _number(value: object) -> int:
    if not isinstance(value, int) or value < 0:
        raise ValueError(f"a number was expected, not {value!r:.40}")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"a text was expected, not {value!r:.40}")
    return value


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError("an object was expected")
    return value

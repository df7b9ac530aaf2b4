"""The files the indexer answered with become the files we publish: complete, consistent, the same at every run.

Pagefind writes filters and the table of contents in the order of a hash map and names each part after its bytes. We
follow the references from the entry down, so that every part is read and nothing is published that no part names,
sort what has no order of its own, name the rewritten parts after their new bytes, and pack everything anew.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from telaah.index.failed import IndexFailed
from telaah.index.parts import (
    Entry,
    Files,
    Filter,
    Language,
    Meta,
    check_chunk,
    check_wasm,
    entry_bytes,
    filter_bytes,
    meta_bytes,
    read_entry,
    read_filter,
    read_fragment,
    read_meta,
    repacked,
)
from telaah.index.script import used_part

ENTRY = "pagefind-entry.json"
SCRIPT = "pagefind.js"
WHOLE_SCRIPT = re.compile(rb"export\s*\{[^{}]*\bsearch\b[^{}]*\};?\s*$")
"""How the script ends when nothing is cut off."""
NO_ENGINE = "unknown"
"""The engine the browser takes for a language that Pagefind does not stem."""
NAME_DIGITS = 10
"""Hex digits of SHA-256 in the name of a rewritten part: 40 bits, as many as Pagefind gives its table of contents."""


def canonical(files: Files, language: str, addresses: Sequence[str]) -> dict[str, bytes]:
    """Return the files to publish by path below pagefind/; raise IndexFailed unless they index these addresses.

    Every part is read to its end and every reference followed; page n of the index is address n.
    """
    entry = read_entry(files, ENTRY)
    own = _only_language(entry, language)
    meta = read_meta(files, f"pagefind.{own.meta}.pf_meta")
    fragments = tuple(f"fragment/{name}.pf_fragment" for name, _ in meta.pages)
    _check_pages([read_fragment(files, path) for path in fragments], own, addresses)
    _check_meta(meta, entry)
    engine = f"wasm.{own.engine or NO_ENGINE}.pagefind"
    check_wasm(files, engine)
    chunks = tuple(f"index/{name}.pf_index" for _, _, name in meta.chunks)
    for path in chunks:
        check_chunk(files, path)
    if not WHOLE_SCRIPT.search(files.get(SCRIPT, b"")):
        raise IndexFailed(f"the search indexer's answer lacks '{SCRIPT}', or its end")
    made = _in_order(files, entry, own, meta)
    packed = {path: repacked(files[path]) for path in (engine, *chunks, *fragments)}
    return made | packed | {SCRIPT: used_part(files[SCRIPT])}


def _only_language(entry: Entry, language: str) -> Language:
    codes = ", ".join(one.code for one in entry.languages) or "none"
    if codes != language:
        raise IndexFailed(f"the search indexer was asked for one index, '{language}', and made: {codes}")
    return entry.languages[0]


def _check_pages(found: Sequence[str], own: Language, addresses: Sequence[str]) -> None:
    """See that the index holds these addresses, all of them, in this order, and says so."""
    held = frozenset(found)
    missing = [address for address in addresses if address not in held]
    if missing:
        raise IndexFailed(f"the search indexer left out '{missing[0]}' ({len(missing)} of {len(addresses)} pages)")
    if list(found) != list(addresses):
        raise IndexFailed("the search indexer changed the order of the pages, or added some")
    if own.pages != len(addresses):
        raise IndexFailed(f"the search indexer was given {len(addresses)} pages and counts {own.pages}")


def _check_meta(meta: Meta, entry: Entry) -> None:
    if meta.version != entry.version:
        raise IndexFailed(f"the search index is of two versions, {entry.version} and {meta.version}")
    count = len(meta.pages)
    for key, numbers in meta.sorts:
        # A page without the key would be missing from every list sorted by it.
        if sorted(numbers) != list(range(count)):
            raise IndexFailed(f"the search index sorts {len(set(numbers))} of {count} pages by '{key}'")


def _in_order(files: Files, entry: Entry, own: Language, meta: Meta) -> dict[str, bytes]:
    """Return filters, table of contents and entry, sorted, each naming the others by their new names."""
    made: dict[str, bytes] = {}
    filters = []
    for key, old in sorted(meta.filters):
        part = read_filter(files, f"filter/{old}.pf_filter")
        _check_filter(part, key, len(meta.pages))
        content = filter_bytes(Filter(key, tuple(sorted((value, tuple(sorted(on))) for value, on in part.values))))
        name = _name(own.code, content)
        filters.append((key, name))
        made[f"filter/{name}.pf_filter"] = content
    content = meta_bytes(replace(meta, filters=tuple(filters), sorts=tuple(sorted(meta.sorts))))
    name = _name(own.code, content)
    made[f"pagefind.{name}.pf_meta"] = content
    made[ENTRY] = entry_bytes(replace(entry, languages=(replace(own, meta=name),)))
    return made


def _check_filter(part: Filter, key: str, count: int) -> None:
    numbers = {number for _, on in part.values for number in on}
    if part.key != key or any(number >= count for number in numbers):
        raise IndexFailed(f"the search index's filter '{key}' is about '{part.key}', or about pages that are not there")


def _name(language: str, content: bytes) -> str:
    return f"{language}_{hashlib.sha256(content).hexdigest()[:NAME_DIGITS]}"

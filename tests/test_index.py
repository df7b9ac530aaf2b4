import base64
import gzip
import hashlib
import json
import os
import sys
import time

import pytest
from pagefind_bin import get_executable

from telaah.index import IndexFailed, index
from telaah.index.canonical import canonical
from telaah.index.parts import MARK, read_entry, read_filter, read_fragment, read_meta
from telaah.index.script import used_part
from telaah.index.service import converse
from telaah.model import Page

SECONDS_TO_NOTICE = 10
"""Longest an unresponsive indexer may hold us up in these tests, timeout included."""

FAKE = f"""#!{sys.executable}
import base64, json, sys, time

def said():
    text = b""
    while (char := sys.stdin.buffer.read(1)) not in (b"", b","):
        text += char
    return json.loads(base64.b64decode(text)) if text else None

def say(number, payload):
    message = json.dumps({{"message_id": number, "payload": payload}})
    sys.stdout.buffer.write(base64.b64encode(message.encode()) + b",")
    sys.stdout.buffer.flush()

"""
POLITE = """
FILES = []
while request := said():
    payload = request["payload"]
    if payload["type"] == "NewIndex":
        say(request["message_id"], {"type": "NewIndex", "index_id": 0})
    elif payload["type"] == "AddFile":
        say(request["message_id"], {"type": "IndexedFile", "page_url": payload["url"]})
    else:
        say(request["message_id"], {"type": "GetFiles", "files": FILES})
"""


def page(
    name: str, text: str = "Kota membuka pasar baru.", marks: tuple[str, ...] = (), date: str = "2022-09-06"
) -> Page:
    spans = "".join(f'<span hidden data-pagefind-filter="{mark}"></span>' for mark in marks)
    sorts = f'<span data-pagefind-sort="newest:{date}"></span>' if date else ""
    body = f"<main data-pagefind-body><h1 data-pagefind-meta='title'>{name}</h1>{spans}{sorts}<p>{text}</p></main>"
    return Page(f"articles/{name}.html", f"<!DOCTYPE html><html><body>{body}</body></html>".encode())


PAGES = (
    page("satu", marks=("outlet:Kabar Pagi", "topic:kota", "topic:pangan", "year:2022")),
    page("dua", "Hujan turun semalaman.", ("outlet:Suara Sore", "topic:kota", "year:2023")),
    page("tiga", "Petani menanam padi.", ("outlet:-", "topic:desa", "year:-"), "0000-00-00"),
)


@pytest.fixture
def fake(tmp_path):
    """Return a function that writes an executable whose Python source is given and indexes PAGES with it."""

    def run(source: str, timeout: float = 5.0):
        path = tmp_path / "pagefind"
        path.write_text(FAKE + source, "utf-8")
        path.chmod(0o755)
        return index(PAGES, "id", path, timeout)

    return run


def real_files() -> dict[str, bytes]:
    """Return what the real indexer makes of PAGES, before anything is put in order."""
    ordered = sorted(PAGES, key=lambda one: one.path)
    requests = (
        {"type": "NewIndex", "config": {"force_language": "id", "keep_index_url": True}},
        *({"type": "AddFile", "index_id": 0, "url": p.path, "file_contents": p.content.decode()} for p in ordered),
        {"type": "GetFiles", "index_id": 0},
    )
    files = converse(get_executable(), requests, 20.0)[-1]["files"]
    return {file["path"]: base64.b64decode(file["content"]) for file in files}


def accept(files: dict[str, bytes]) -> dict[str, bytes]:
    return canonical(files, "id", sorted(one.path for one in PAGES))


def digest(pages: tuple[Page, ...]) -> str:
    return hashlib.sha256(b"".join(one.path.encode() + b"\\0" + one.content for one in pages)).hexdigest()


# ---------------------------------------------------------------- what is made


def test_article_pages_and_no_others_are_indexed():
    other = Page("topics/kota.html", PAGES[0].content)
    data = Page("articles/satu.json", b"{}")
    files = {one.path.removeprefix("pagefind/"): one.content for one in index((*PAGES, other, data), "id")}
    entry = read_entry(files, "pagefind-entry.json")
    meta = read_meta(files, f"pagefind.{entry.languages[0].meta}.pf_meta")
    addresses = [read_fragment(files, f"fragment/{name}.pf_fragment") for name, _ in meta.pages]
    assert addresses == ["articles/dua.html", "articles/satu.html", "articles/tiga.html"]


def test_only_what_the_browser_needs_is_published():
    paths = [one.path for one in index(PAGES, "id")]
    assert {path for path in paths if path.count("/") == 1 and not path.endswith(".pf_meta")} == {
        "pagefind/pagefind.js",
        "pagefind/pagefind-entry.json",
        "pagefind/wasm.id.pagefind",
    }
    assert {path.split("/")[1] for path in paths if path.count("/") == 2} == {"filter", "fragment", "index"}
    assert paths == sorted(paths)


def test_a_result_leads_to_headings_and_carries_no_words_twice():
    body = (
        '<h1 id="top">Pasar</h1><p id="p-1" class="p">Kota membuka pasar baru.</p><h3 id="p-2">Harga</h3><p>Turun.</p>'
    )
    marked = f"<html><body><main id='isi' data-pagefind-body>{body}</main></body></html>".encode()
    (fragment,) = (one for one in index((Page("articles/satu.html", marked),), "id") if "fragment" in one.path)
    told = json.loads(unpacked(fragment.content).removeprefix(MARK))
    assert [anchor["id"] for anchor in told["anchors"]] == ["top", "p-2"]
    assert "Kota membuka pasar baru." in told["content"]


def test_every_part_is_packed_and_none_is_larger_than_the_indexer_made_it():
    made = real_files()
    for part in index(PAGES, "id"):
        path = part.path.removeprefix("pagefind/")
        if path in made and path.endswith(("pagefind", "_index", "_fragment")):
            assert len(part.content) <= len(made[path])
            assert unpacked(part.content) == unpacked(made[path])
    engine = next(part for part in index(PAGES, "id") if "wasm" in part.path)
    assert len(engine.content) < len(made[engine.path.removeprefix("pagefind/")])


def test_the_script_is_published_without_what_the_page_never_runs():
    whole = real_files()["pagefind.js"]
    lean = next(part.content for part in index(PAGES, "id") if part.path.endswith("pagefind.js"))
    assert b"new Worker(" in whole, "the check can fail"
    assert b"Worker" not in lean
    assert len(lean) < len(whole) - 6000
    assert lean.endswith(b"export{filters,options,preload,search};")
    for name in (b"filters", b"options", b"preload", b"search"):
        assert b"var " + name + b"=async(" in lean


@pytest.mark.parametrize("lost", [b"var hasWorkerSupport=", b"var createInstance=", b"var destroy=", b"export{"])
def test_a_script_of_another_build_is_left_whole(lost):
    other = real_files()["pagefind.js"].replace(lost, b"let other=")
    assert used_part(other) == other


def unpacked(content: bytes) -> bytes:
    return gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content


def test_filters_hold_every_value_with_its_pages_in_order():
    files = {one.path: one.content for one in index(PAGES, "id")}
    filters = [read_filter(files, path) for path in files if path.endswith(".pf_filter")]
    assert {one.key: one.values for one in filters} == {
        "outlet": (("-", (2,)), ("Kabar Pagi", (1,)), ("Suara Sore", (0,))),
        "topic": (("desa", (2,)), ("kota", (0, 1)), ("pangan", (1,))),
        "year": (("-", (2,)), ("2022", (1,)), ("2023", (0,))),
    }


def test_the_same_pages_give_the_same_bytes_at_every_run_and_in_any_order():
    made = {digest(index(pages, "id")) for _ in range(5) for pages in (PAGES, tuple(reversed(PAGES)))}
    assert len(made) == 1


def test_the_indexer_itself_does_not_give_the_same_bytes():
    """The reason for putting its files in order; when this fails, a new release has made that needless."""
    assert len({frozenset(real_files()) for _ in range(8)}) > 1


def test_the_surroundings_do_not_change_the_index(monkeypatch, tmp_path):
    before = digest(index(PAGES, "id"))
    (tmp_path / "pagefind.toml").write_text('exclude_selectors = ["p"]\nforce_language = "en"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    monkeypatch.setenv("TZ", "Asia/Jakarta")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    assert digest(index(PAGES, "id")) == before


def test_a_site_without_articles_has_no_index(tmp_path):
    assert index((Page("index.html", b""),), "id", tmp_path / "never-asked") == ()


def test_a_language_that_pagefind_cannot_stem_is_indexed_all_the_same():
    paths = {one.path for one in index(PAGES, "ja")}
    assert "pagefind/wasm.unknown.pagefind" in paths
    assert "pagefind/wasm.id.pagefind" not in paths


def test_a_big_answer_does_not_block_the_conversation():
    """Requests and answer are each many times what a pipe holds (64 KiB)."""
    many = [page(f"n{number:03}", f"Kata{number} " + "panjang " * 2000) for number in range(60)]
    assert sum(len(one.content) for one in many) > 10 * 65536
    assert len([one for one in index(many, "id") if one.path.endswith("fragment")]) == 60


# ---------------------------------------------------------------- what can go wrong


def test_a_missing_indexer_is_named(tmp_path):
    with pytest.raises(IndexFailed, match=r"no-such-thing.*cannot be started: No such file"):
        index(PAGES, "id", tmp_path / "no-such-thing")


def test_an_indexer_that_may_not_run_is_named(tmp_path):
    path = tmp_path / "pagefind"
    path.write_text("", "utf-8")
    with pytest.raises(IndexFailed, match="cannot be started"):
        index(PAGES, "id", path)


def test_an_indexer_that_is_not_installed_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    with pytest.raises(IndexFailed, match=r"make site.*--no-search"):
        index(PAGES, "id")


def test_an_indexer_that_fails_is_quoted(fake):
    with pytest.raises(IndexFailed, match=r"exit code 1: the disk is full"):
        fake("print('the disk is full', file=sys.stderr); sys.exit(1)")


def test_an_indexer_that_stops_in_the_middle_is_noticed(fake):
    with pytest.raises(IndexFailed, match="exit code 0"):
        fake("say(0, {'type': 'NewIndex', 'index_id': 0})")


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("time.sleep(60)", id="silent from the start"),
        pytest.param("say(0, {'type': 'NewIndex', 'index_id': 0}); time.sleep(60)", id="silent after one answer"),
        pytest.param("while True: print('A', end='', flush=True); time.sleep(0.05)", id="an answer that never ends"),
        pytest.param("__import__('os').close(1); time.sleep(60)", id="output closed"),
    ],
)
def test_an_indexer_that_hangs_is_given_up_and_ended(fake, source, tmp_path):
    begun = time.monotonic()
    with pytest.raises(IndexFailed, match=r"no answer|closed its output"):
        fake(f"open({str(tmp_path / 'pid')!r}, 'w').write(str(__import__('os').getpid()))\n{source}", 1.0)
    assert time.monotonic() - begun < SECONDS_TO_NOTICE
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_an_indexer_that_never_reads_is_given_up(tmp_path):
    path = tmp_path / "pagefind"
    path.write_text("#!/bin/sh\nexec sleep 60\n", "utf-8")
    path.chmod(0o755)
    many = [page(f"n{number}", "panjang " * 20000) for number in range(10)]
    begun = time.monotonic()
    with pytest.raises(IndexFailed, match="no answer 1 within 1 s"):
        index(many, "id", path, 1.0)
    assert time.monotonic() - begun < 2 * SECONDS_TO_NOTICE


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("print('hello,', flush=True); time.sleep(9)", "cannot be read"),
        ("say(0, {'index_id': 0}); time.sleep(9)", "cannot be read"),
        ("say(0, {'type': 'Error', 'message': 'no memory'}); time.sleep(9)", "refused request 1: no memory"),
        ("say(7, {'type': 'NewIndex', 'index_id': 0}); time.sleep(9)", "answered request 7"),
        (POLITE.replace('"index_id": 0', '"index_id": 4'), "numbers its first index 4"),
        (
            POLITE.replace('payload["url"]', '"elsewhere.html"'),
            "answered about 'elsewhere.html' when given 'articles/dua.html'",
        ),
        (POLITE, "lacks 'pagefind-entry.json'"),
        (POLITE.replace("= []", "= None"), "files cannot be read"),
        (POLITE.replace("= []", '= [{"path": "a", "content": "?"}]'), "files cannot be read"),
    ],
)
def test_an_indexer_that_talks_nonsense_is_not_believed(fake, source, message):
    with pytest.raises(IndexFailed, match=message):
        fake(source)


PARTS = ("pagefind.js", "pagefind-entry.json", "pf_meta", "pf_fragment", "pf_index", "pf_filter", "wasm.id.pagefind")


@pytest.fixture
def files():
    return real_files()


def first(files: dict[str, bytes], ending: str) -> str:
    return next(path for path in sorted(files) if path.endswith(ending))


def test_an_untouched_answer_is_accepted(files):
    """The positive control of the tests below."""
    assert len(accept(files)) == 11


@pytest.mark.parametrize("ending", PARTS)
def test_a_missing_part_is_noticed(files, ending):
    del files[first(files, ending)]
    with pytest.raises(IndexFailed, match="lacks"):
        accept(files)


@pytest.mark.parametrize("ending", PARTS)
def test_a_part_cut_off_is_noticed(files, ending):
    path = first(files, ending)
    files[path] = files[path][: len(files[path]) * 2 // 3]
    with pytest.raises(IndexFailed, match=r"cannot be read|lacks"):
        accept(files)


@pytest.mark.parametrize("ending", PARTS)
def test_a_part_full_of_noise_is_noticed(files, ending):
    files[first(files, ending)] = b"noise" * 40
    with pytest.raises(IndexFailed, match=r"cannot be read|lacks"):
        accept(files)


def test_a_wrong_number_of_pages_is_noticed(files):
    files["pagefind-entry.json"] = files["pagefind-entry.json"].replace(b'"page_count":3', b'"page_count":2')
    with pytest.raises(IndexFailed, match="given 3 pages and counts 2"):
        accept(files)


def test_a_page_in_the_place_of_another_is_noticed(files):
    one, two, *_ = sorted(path for path in files if path.endswith("fragment"))
    files[one], files[two] = files[two], files[one]
    with pytest.raises(IndexFailed, match="changed the order of the pages"):
        accept(files)


def test_a_filter_in_the_place_of_another_is_noticed(files):
    one, two, *_ = sorted(path for path in files if path.endswith("filter"))
    files[one], files[two] = files[two], files[one]
    with pytest.raises(IndexFailed, match=r"filter '\w+' is about"):
        accept(files)


def test_an_index_in_another_language_is_noticed(files):
    files["pagefind-entry.json"] = files["pagefind-entry.json"].replace(b'"id":{', b'"en":{')
    with pytest.raises(IndexFailed, match="asked for one index, 'id', and made: en"):
        accept(files)


def test_a_page_that_a_sort_would_lose_is_noticed():
    with pytest.raises(IndexFailed, match="sorts 3 of 4 pages by 'newest'"):
        index((*PAGES, page("empat", date="")), "id")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<p>Tanpa tanda.</p>", id="not marked as what to index"),
        pytest.param("<main data-pagefind-body><p>…</p></main>", id="not a single word"),
    ],
)
def test_a_page_that_is_left_out_is_named(body):
    empty = Page("articles/kosong.html", f"<!DOCTYPE html><html><body>{body}</body></html>".encode())
    with pytest.raises(IndexFailed, match=r"left out 'articles/kosong\.html' \(1 of 4 pages\)"):
        index((*PAGES, empty), "id")

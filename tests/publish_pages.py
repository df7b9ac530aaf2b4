"""A small site of our own for the tests of publishing, and what they ask of a site folder."""

import hashlib
import json
import os
import stat
from dataclasses import replace
from pathlib import Path

from telaah.model import Page
from telaah.publish.inputs import Inputs
from telaah.settings import Options, settings

POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"
SEARCH_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types cari"
)
INPUTS = Inputs(
    content=(("articles/b.md", "b" * 64), ("articles/a.md", "a" * 64)),
    templates=(),
    settings=settings(Options(Path(__file__).parent, Path("site"), Path("templates"))),
)
REVERSED = replace(INPUTS, content=INPUTS.content[::-1])


def html(body, policy=POLICY, head="", depth=0):
    up = "../" * depth
    return (
        "<!DOCTYPE html>\n"
        '<html lang="id">\n'
        f'<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<title>Contoh</title><link rel="stylesheet" href="{up}assets/gaya.css">{head}</head>\n'
        f'<body><main id="isi">{body}</main></body></html>\n'
    ).encode()


def good_pages(words="pertama"):
    """Return a site that may be published; other words make other bytes of every page."""
    article = (
        f'<h1>Judul {words} &lt;b&gt; &amp; lain</h1><p id="p-1"><a href="#p-1">1</a> {words}.<br>Baris dua.</p>'
        '<svg viewBox="0 0 8 8" aria-hidden="true"><circle cx="4" cy="4" r="3"/><path d="M0 0"></path></svg>'
        '<p><img src="../assets/foto%201.png" alt="" srcset="../assets/foto%201.png 1x, ../assets/foto%201.png 2x">'
        '<a href="../index.html#isi">Beranda</a> <a href="b.html?x=1&amp;y=2#p-1">B</a>'
        ' <a href=b.html>B</a> <a href="#top">Atas</a></p>'
        '<p><a href="https://example.org/x#y" rel=external>Asli</a> <a href="mailto:a@example.org">Surat</a></p>'
        '<script type="application/ld+json">{"name": "\\u003cb\\u003e"}</script><!-- a < b -->'
    )
    home = (
        '<form action="search.html"><input name="q" disabled></form>'
        f'<ul><li><a href="articles/a.html#p-1">{words}</a></li><li><a href="./articles/b.html">b</a></li></ul>'
    )
    script = '<script defer src="assets/cari.js"></script>'
    return (
        Page("index.html", html(home)),
        Page("articles/a.html", html(article, depth=1)),
        Page("articles/b.html", html(article, depth=1)),
        Page("search.html", html("<p>Cari</p>", SEARCH_POLICY, script)),
        Page("404.html", html('<p><a href="/index.html#isi">Beranda</a></p>')),
        Page("assets/gaya.css", f"/* {words} */".encode()),
        Page("assets/cari.js", b"if (1 < 2) {}"),
        Page("assets/foto 1.png", b"\x89PNG"),
        Page("data/briefing.json", json.dumps({"words": words}).encode()),
    )


OLD, NEW = good_pages("lama"), good_pages("baru")[:-1]
"""Two editions; the new one lacks a page of the old one."""
STEPS = ("staging", "staged", "checked", "exchanged", "cleaned")


def neighbours(site):
    """Return the names of everything beside a site, itself included."""
    return sorted(path.name for path in site.parent.iterdir())


def whole(site):
    """Return the manifest of a site that is exactly what its manifest says; assert that it is, by every byte."""
    manifest = (site / "manifest.json").read_bytes()
    said = {file["path"]: (file["sha256"], file["bytes"]) for file in json.loads(manifest)["files"]}
    found = {
        path.relative_to(site).as_posix(): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_size)
        for path in site.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    assert found == said
    return manifest


def snapshot(folder):
    """Return every name below a folder with its mode and bytes, the lock file aside."""
    return {
        path.relative_to(folder).as_posix(): (
            stat.S_IMODE(path.lstat().st_mode),
            path.read_bytes() if path.is_file() else None,
        )
        for path in sorted(folder.rglob("*"))
        if not path.name.endswith(".lock")
    }


def in_child(work):
    """Run `work` in a process of its own; return its exit code, 0 when it returns, minus the signal that killed it."""
    child = os.fork()
    if child == 0:
        code = 99
        try:
            code = work() or 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

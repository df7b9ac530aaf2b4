"""A web archive is taken in whole: its pages with the bytes as sent, the rest counted; a cut file is said to be one."""

import gzip
import io
import tomllib

import pytest
from news_host import page
from test_cli import run, snapshot
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from telaah.scaffold import init

HOST = "https://kabar-muara.example"


def archive(*answers, packed=True):
    """Return the bytes of a WARC file that holds these answers: (address, status, media type, body, headers)."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("uji.warc", {"software": "uji"}))
    for address, status, kind, body, headers in answers:
        said = StatusAndHeaders(status, [("Content-Type", kind), *headers], protocol="HTTP/1.1")
        dated = {"WARC-Date": "2024-05-10T03:04:05Z"}
        record = writer.create_warc_record(
            HOST + address, "response", payload=io.BytesIO(body), http_headers=said, warc_headers_dict=dated
        )
        writer.write_record(record)
    return out.getvalue()


JEMBATAN = ("/jembatan-bambu.html", "200 OK", "text/html; charset=utf-8", page(), [])
PANEN = (
    "/panen-raya.html",
    "200 OK",
    "text/html",
    gzip.compress(page("Panen raya tiba"), 6),
    [("Content-Encoding", "gzip")],
)
CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page("Sekolah dibuka lagi")), page("Sekolah dibuka lagi"))
SEKOLAH = ("/sekolah.html", "200 OK", "text/html", CHUNKED, [("Transfer-Encoding", "chunked")])
REST = (
    ("/gaya.css", "200 OK", "text/css", b"p{}", []),
    ("/foto.png", "200 OK", "image/png", b"\x89PNG", []),
    ("/foto2.png", "200 OK", "image/png", b"\x89PNG2", []),
    ("/hilang.html", "404 Not Found", "text/html", page("Halaman hilang"), []),
)


@pytest.fixture
def briefing(tmp_path):
    init(tmp_path / "taklimat")
    return tmp_path / "taklimat"


@pytest.mark.parametrize("packed", [True, False])
def test_the_pages_of_an_archive_are_taken_as_they_were_sent(briefing, tmp_path, packed):
    articles = briefing / "content" / "articles"
    name = "rambahan.warc.gz" if packed else "rambahan.warc"
    (tmp_path / name).write_bytes(archive(JEMBATAN, *REST, PANEN, SEKOLAH, packed=packed))
    done = run("add", tmp_path / name, cwd=briefing)
    assert done.returncode == 0, done.stderr
    assert (articles / "jembatan-bambu.html").read_bytes() == page()
    assert (articles / "panen-raya.html").read_bytes() == page("Panen raya tiba")
    assert (articles / "sekolah.html").read_bytes() == page("Sekolah dibuka lagi")
    sidecar = tomllib.loads((articles / "panen-raya.toml").read_text("utf-8"))
    assert (sidecar["url"], sidecar["retrieved"]) == (f"{HOST}/panen-raya.html", "2024-05-10T03:04Z")
    assert "5 records are no pages: 2 image/png, 1 answers 404, 1 notes about the fetching, 1 text/css" in done.stderr
    assert len(list(articles.glob("*.html"))) == 3
    assert run("check", "--no-search", cwd=briefing).returncode == 0


def test_an_archive_is_not_taken_twice(briefing, tmp_path):
    same = ("/jembatan-bambu.html?utm_source=surat", *JEMBATAN[1:])
    (tmp_path / "x.warc.gz").write_bytes(archive(JEMBATAN, same))
    first = run("add", tmp_path / "x.warc.gz", cwd=briefing)
    assert first.returncode == 1
    assert first.stderr.count("[article-known]") == 1
    before = snapshot(briefing)
    assert run("add", tmp_path / "x.warc.gz", cwd=briefing).stderr.count("[article-known]") == 2
    assert snapshot(briefing) == before


def test_a_cut_archive_gives_what_came_before_the_cut_and_says_so(briefing, tmp_path):
    articles = briefing / "content" / "articles"
    for number, packed in enumerate((True, False)):
        first = (f"/satu-{number}.html", "200 OK", "text/html", page(f"Kabar ke-{number} dari muara"), [])
        whole = archive(first, PANEN, packed=packed)
        name = tmp_path / f"potong-{number}.warc"
        name.write_bytes(whole[: len(whole) - 400])
        done = run("add", name, cwd=briefing)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert "the archive is damaged or cut off after" in done.stderr
        assert (articles / f"satu-{number}.html").is_file()
        assert not (articles / "panen-raya.html").exists()


def test_what_is_no_archive_or_holds_no_article_is_said_and_nothing_is_written(briefing, tmp_path):
    before = snapshot(briefing)
    frame = ("/bingkai.html", "200 OK", "text/html", b"<!doctype html><title>x</title><p>", [])
    packed = ("/br.html", "200 OK", "text/html", b"\x0b\x02\x80x", [("Content-Encoding", "br")])
    large = ("/besar.html", "200 OK", "text/html", b"<p>" + b"x" * 5_000_000, [])
    wrong = {
        "teks.warc": (b"bukan arsip\n", "archive-form"),
        "kosong.warc": (b"", "archive-form"),
        "rusak.warc.gz": (b"\x1f\x8b\x08\x00" + b"x" * 50, "archive-form"),
        "bingkai.warc": (archive(frame), "archive-page"),
        "br.warc": (archive(packed), "archive-page"),
        "besar.warc": (archive(large), "file-too-large"),
    }
    for name, (content, code) in wrong.items():
        (tmp_path / name).write_bytes(content)
        done = run("add", tmp_path / name, cwd=briefing)
        assert f"[{code}]" in done.stderr, (name, done.stderr)
        assert "Traceback" not in done.stderr
    assert "[file-unreadable]" in run("add", tmp_path / "tidak-ada.warc", cwd=briefing).stderr
    assert snapshot(briefing) == before

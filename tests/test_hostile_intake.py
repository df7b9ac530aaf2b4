"""What nobody wrote for us is taken in or refused in a sentence: no address, archive or pipe stops a command."""

import json
import os

import pytest
from test_cli import run

PAGE = (
    '<html><head><link rel="canonical" href="{}"></head><body><h1>Jembatan hulu dibuka lagi untuk warga</h1>'
    "<p>Warga menyeberang lagi lewat jembatan bambu itu sejak hari Senin pagi.</p></body></html>"
)
CUT = (
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<h1>",
    (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://[::1/\r\nContent-Length: 19\r\n\r\n"
        b"HTTP/1.1 200 OK\r\n\r\n"
    ),
)
FEED = '<rss version="2.0"><channel><title>x</title><item><link>http://[::1/</link></item></channel></rss>'


def added(folder, *arguments):
    done = run("add", *arguments, cwd=folder)
    assert "Traceback" not in done.stderr, done.stderr
    return done


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "content" / "articles").mkdir(parents=True)
    return tmp_path


def test_an_address_that_none_can_be_keeps_no_page_out_nor_the_next_one(desk):
    for number, address in enumerate(("https://a.example:99999/x", "https://[::1/x", "https://a:b@kabar.example/")):
        (desk / f"satu{number}.html").write_text(PAGE.format(address).replace("hulu", f"hulu {number}"), "utf-8")
        assert added(desk, f"satu{number}.html").returncode == 0, address
    assert len(list((desk / "content" / "articles").glob("*.html"))) == 3


def test_the_name_before_an_address_host_is_no_outlet(desk):
    (desk / "satu.html").write_text(PAGE.format("https://pencuri:b@kabar.example/"), "utf-8")
    added(desk, "satu.html")
    done = run("explain", "--format", "jsonl", "content/articles/satu.html", cwd=desk)
    assert json.loads(done.stdout)["outlet"]["domain"] == "kabar.example"


def test_addresses_that_are_none_are_refused_wherever_they_are_given(desk):
    for arguments in (("add", "http://[::1"), ("add", "https://"), ("verify", "http://[::1")):
        done = run(*arguments, cwd=desk)
        assert (done.returncode, "[fetch-failed]" in done.stderr) == (1, True), done.stderr
    (desk / "feed.xml").write_text(FEED, "utf-8")
    assert "[feed-nothing-new]" in added(desk, "--feed", "feed.xml").stderr


@pytest.mark.parametrize("content", CUT)
def test_an_archive_whose_records_lack_what_they_need_is_told(desk, content):
    (desk / "x.warc").write_bytes(content)
    done = added(desk, "x.warc")
    assert "archive-" in done.stderr
    assert list((desk / "content" / "articles").iterdir()) == []


def test_a_pipe_is_no_file(desk):
    for name in ("pipa.html", "pipa.warc"):
        os.mkfifo(desk / name)
        done = added(desk, name)
        assert (done.returncode, "[file-kind]" in done.stderr) == (1, True), done.stderr

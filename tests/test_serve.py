"""The preview: what it sends, whom it refuses, how it follows changes, and that it writes nothing."""

import http.client
import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time

import pytest
from places import ROOT
from test_cli import run, snapshot

from telaah import pipeline
from telaah.problems import Problem
from telaah.scaffold import init
from telaah.serve.dressed import dressed
from telaah.serve.stage import Shown
from telaah.settings import Options

POLICY = "default-src 'none'; style-src 'self'"
PAGE = (
    f'<html><head><meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>x</title></head>'
    "<body class='a'><p>Isi</p></body></html>"
)
PATIENCE = 60.0
"""Seconds a busy machine may take for one build."""


class Running:
    """A preview in a process of its own, and the lines it prints."""

    def __init__(self, folder, *options):
        command = [sys.executable, str(ROOT / "build.py"), "serve", "--port", "0", *options]
        surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(command, cwd=folder, env=surroundings, stderr=subprocess.PIPE, text=True)
        self.lines = queue.Queue()
        threading.Thread(target=lambda: [self.lines.put(line) for line in self.process.stderr], daemon=True).start()
        self.port = int(re.search(r":(\d+)/", self.until("preview: "))[1])

    def until(self, word):
        end = time.monotonic() + PATIENCE
        seen = []
        while time.monotonic() < end and self.process.poll() is None:
            try:
                seen.append(self.lines.get(timeout=0.2))
            except queue.Empty:
                continue
            if word in seen[-1]:
                return seen[-1]
        raise AssertionError(f"{word!r} was not said in: {''.join(seen)}")

    def get(self, path, host=None, method="GET"):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path, headers={"Host": host} if host else {})
        answer = connection.getresponse()
        body = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, body, answer.headers

    def events(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", "/_telaah/events")
        answer = connection.getresponse()
        return lambda: next(line for line in iter(answer.readline, b"") if line.startswith(b"data:"))


def until(next_version, holds):
    """Return what holds after one of the next few versions."""
    for _ in range(3):
        next_version()
        if found := holds():
            return found
    raise AssertionError("three versions, and it holds in none")


@pytest.fixture
def briefing(tmp_path):
    init(tmp_path / "taklimat")
    return tmp_path / "taklimat"


@pytest.fixture
def serve(briefing):
    started = []

    def start(*options):
        started.append(Running(briefing, *options))
        return started[-1]

    yield start
    for running in started:
        running.process.kill()
        running.process.wait()


def test_a_page_of_the_preview_may_run_the_reload_script_and_no_other():
    page = dressed(PAGE.encode(), Shown("v1"), "http://127.0.0.1:8000").decode()
    assert (
        f'content="{POLICY}; script-src http://127.0.0.1:8000/_telaah/reload.js; '
        'connect-src http://127.0.0.1:8000/_telaah/events"'
    ) in page
    assert page.count("<script") == 1
    assert 'data-version="v1"' in page


def test_a_page_that_may_run_our_scripts_keeps_its_policy():
    policy = "default-src 'none'; script-src 'self'; connect-src 'self'"
    assert f'content="{policy}"' in dressed(PAGE.replace(POLICY, policy).encode(), Shown("v1"), "http://x").decode()


def test_problems_are_shown_as_text_whatever_they_hold():
    problem = Problem("error", "x", "<script>alert(1)</script>", "a & b", "content/<i>.md", 3)
    page = dressed(PAGE.encode(), Shown("v1", problems=(problem,), failed=True), "http://x").decode()
    assert "<body class='a'><aside" in page
    assert "1 error; the page is of the last good build" in page
    assert "content/&lt;i&gt;.md:3" in page
    assert "<script>alert" not in page
    assert "a &amp; b" in page


def test_the_preview_follows_changes_and_keeps_the_last_good_pages(serve, briefing):
    before = snapshot(briefing)
    preview = serve()
    preview.until("built in")
    status, page, headers = preview.get("/articles/floating-market-returns.html")
    assert (status, headers["Cache-Control"]) == (200, "no-store")
    assert "Traders are back" in page
    assert preview.get("/")[0] == preview.get("/index.html")[0] == 200
    assert preview.get("/tidak-ada.html")[0] == 404
    assert preview.get("/", method="HEAD")[:2] == (200, "")
    assert snapshot(briefing) == before  # nothing is written, into site/ or anywhere

    def shown_article():
        return preview.get("/articles/floating-market-returns.html")[1]

    next_version = preview.events()
    first = next_version()
    article = briefing / "content" / "articles" / "floating-market-returns.md"
    good = article.read_text("utf-8")
    article.write_text(good.replace("Traders are back", "Traders have returned"), "utf-8")
    assert next_version() != first
    assert "Traders have returned" in shown_article()

    # A slow machine shows a changed article before the build that follows: a change may be told twice.
    article.write_text(good.replace("published: 2024-05-07T09:00+07:00", "published: kemarin"), "utf-8")
    page = until(next_version, lambda: "[date-invalid]" in (seen := shown_article()) and seen)
    assert "Traders have returned" in page
    article.write_text(good, "utf-8")
    assert "Traders are back" in until(next_version, lambda: "[date-invalid]" not in (seen := shown_article()) and seen)


def test_a_folder_that_cannot_be_built_yet_is_served_with_its_problems(serve, briefing):
    settings = briefing / "content" / "site.toml"
    good = settings.read_text("utf-8")
    settings.write_text("nama = 1\n")
    preview = serve()
    preview.until("not built")
    status, page, _ = preview.get("/articles/x.html")
    assert status == 503
    assert "[key-unknown]" in page
    assert "reload.js" in page
    settings.write_text(good)
    preview.until("built in")
    assert preview.get("/")[0] == 200


def test_search_comes_after_the_pages(serve):
    preview = serve()
    preview.until("built in")
    end = time.monotonic() + PATIENCE
    while preview.get("/pagefind/pagefind.js")[0] != 200:
        assert time.monotonic() < end
        time.sleep(0.2)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "localhost.evil.example", ""])
def test_other_hosts_names_are_refused(serve, host):
    preview = serve()
    preview.until("built in")
    for path in ("/", "/_telaah/events", "/_telaah/reload.js"):
        assert preview.get(path, host or "-")[0] == 421
    assert preview.get("/", "localhost:9000")[0] == preview.get("/", "127.0.0.1")[0] == 200


def test_ctrl_c_ends_the_preview_cleanly(serve):
    preview = serve()
    preview.until("built in")
    preview.process.send_signal(signal.SIGINT)
    assert preview.process.wait(timeout=PATIENCE) == 0
    said = [preview.lines.get(timeout=PATIENCE)]
    while not preview.lines.empty():
        said.append(preview.lines.get())
    assert said == ["preview ended\n"]


def test_a_port_that_is_taken_is_wrong_usage(serve, briefing):
    preview = serve()
    done = run("serve", "--port", preview.port, cwd=briefing)
    assert done.returncode == 2
    assert "[port-taken]" in done.stderr


def test_a_changed_article_is_seen_before_the_rest_is_built(briefing, monkeypatch):
    monkeypatch.chdir(briefing)
    content = briefing / "content"
    last = pipeline.preview(Options(content, briefing / "site", ROOT / "templates", search=False))
    article = content / "articles" / "floating-market-returns.md"
    good = article.read_text("utf-8")
    article.write_text(good.replace("Traders are back", "Traders have returned"), "utf-8")
    (page,) = pipeline.glimpse(last, [article])
    assert page.path == "articles/floating-market-returns.html"
    assert b"Traders have returned" in page.content
    assert b"perahu-pasar-kembali.html" in page.content  # in its surroundings
    assert pipeline.glimpse(last, [article, content / "site.toml"]) == ()
    article.write_text(good.replace("published: 2024", "published: besok 2024"), "utf-8")
    assert pipeline.glimpse(last, [article]) == ()

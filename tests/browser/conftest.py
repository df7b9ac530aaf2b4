"""Two sites, our own and a small one for the search, served on loopback; pages that record what goes wrong."""

import http.server
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from host import Host, Slow
from playwright.sync_api import Browser, Page, sync_playwright
from search_page import found, open_filters
from search_site import SUB_PATH, write_site

ROOT = Path(__file__).resolve().parents[2]
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""The first two because tests run as root and without a screen, the others so that the browser itself stays silent."""


@dataclass
class Watched:
    """A page and what happened on it: messages of errors, exceptions, requests that left the site, bytes received."""

    page: Page
    errors: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def build():
    """Run build.py as a desk would."""

    def run(*arguments):
        command = [sys.executable, "build.py", *map(str, arguments)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    return run


@pytest.fixture(scope="session")
def browser():
    executable = shutil.which("chromium")
    if not executable:
        pytest.fail("these tests need Chromium; install it with: sudo apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory, build):
    folder = tmp_path_factory.mktemp("build") / "site"
    build("--site", folder)
    return folder


@pytest.fixture(scope="session")
def serve():
    """Serve a folder below a path of a host of its own; return its address."""
    host = Host()
    yield host.start
    host.close()


@pytest.fixture(scope="session")
def base_url(site, serve):
    """Serve the site below a path, because that is the harder case."""
    return serve(site.parent) + "site/"


@pytest.fixture
def page(browser: Browser):
    """Make watched pages; `page(width=360, dark=True)`; all are closed at the end."""
    contexts = []

    def make(width=1280, *, dark=False, height=900, **options):
        scheme = "dark" if dark else "light"
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, **options)
        contexts.append(context)
        watched = Watched(context.new_page())
        watched.page.on("console", lambda m: watched.errors.append(m.text) if m.type in ("error", "warning") else None)
        watched.page.on("pageerror", lambda error: watched.errors.append(str(error)))
        watched.page.on("request", lambda request: _note(watched, request.url))
        return watched

    yield make
    for context in contexts:
        context.close()


def _note(watched, url):
    watched.requests.append(url)
    if not url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:")):
        watched.strangers.append(url)


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    served = tmp_path_factory.mktemp("served")
    write_site(served / SUB_PATH)
    write_site(served / "tanpa-indeks", indexed=False)
    write_site(served / "tanpa-apa-apa", indexed=False, data=False)
    return served


@pytest.fixture(scope="session")
def server(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Slow, directory=folder))
    server.delays = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def host(server):
    return f"http://127.0.0.1:{server.server_address[1]}"


@pytest.fixture
def watched(browser: Browser):
    """A page, and what went wrong on it: console errors, exceptions, refusals by the Content Security Policy."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    tab, wrong = context.new_page(), []
    tab.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("dialog", lambda dialog: (wrong.append("a dialog opened"), dialog.dismiss()))
    yield tab, wrong
    context.close()


@pytest.fixture
def tab(watched):
    """A page on which nothing may go wrong."""
    yield watched[0]
    assert watched[1] == []


@pytest.fixture
def search(tab: Page, host: str):
    """Open the search page with a query string and return the ids found."""

    def search(query: str = "") -> list[str]:
        tab.goto(f"{host}/{SUB_PATH}/search.html{query}")
        open_filters(tab)
        return found(tab)

    return search

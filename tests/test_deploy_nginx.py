"""A briefing is served by nginx with the recipe that `init` writes, and arrives as it was built, headers included."""

import gzip
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from places import ROOT
from test_cli import run, snapshot

from telaah.scaffold import init

UNPACKED = ROOT / ".venv" / "nginx"
"""Where `make test` puts nginx if the machine has none."""
NGINX = shutil.which("nginx", path=os.pathsep.join([os.environ["PATH"], "/usr/sbin", str(UNPACKED / "usr" / "sbin")]))
KINDS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
SECONDS = 20
"""Longest wait for a server that starts."""
EVERYWHERE = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
pytestmark = pytest.mark.skipif(not NGINX, reason="nginx is not installed: nothing was served with its recipe")


@pytest.fixture(scope="module")
def briefing(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("desk") / "taklimat"
    init(folder)
    assert run("build", "--quiet", "--base-url", "http://taklimat.example/", cwd=folder).returncode == 0
    return folder


@pytest.fixture
def serve(tmp_path):
    """Serve a site with a recipe and return its address; every server is stopped at the end."""
    running = []

    def start(recipe: str, site: Path) -> str:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        configuration = around(recipe.replace("listen 80", f"listen 127.0.0.1:{port}"), site, tmp_path)
        command = [NGINX, "-p", tmp_path, "-e", "stderr", "-c", configuration]
        said = subprocess.run([*command, "-t"], capture_output=True, encoding="utf-8", check=False)
        assert said.returncode == 0, said.stderr
        running.append(subprocess.Popen([*command, "-g", "daemon off;"], stderr=subprocess.DEVNULL))
        address = f"http://127.0.0.1:{port}/"
        for _ in range(SECONDS * 10):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return address
            except OSError:
                time.sleep(0.1)
        raise AssertionError("nginx never listened")

    yield start
    for server in running:
        server.terminate()
        server.wait()


def around(recipe: str, site: Path, folder: Path) -> Path:
    """Write the file that includes the recipe in a block of http, as Debian's own; the rest stays in the folder."""
    kept = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in KINDS)
    types = next(path for path in (Path("/etc/nginx/mime.types"), UNPACKED / "etc/nginx/mime.types") if path.is_file())
    recipe = recipe.replace("/srv/briefing/site", str(site))
    # The folders of tests are closed to everybody else, so nginx must not become somebody else.
    user = "user root;\n" if os.geteuid() == 0 else ""
    path = folder / "nginx.conf"
    http = f"include {types};\ndefault_type application/octet-stream;\naccess_log off;\n{kept}{recipe}"
    path.write_text(f"{user}pid {folder}/pid;\nevents {{}}\nhttp {{\n{http}\n}}\n", "utf-8")
    return path


def fetched(address: str, **headers: str):
    """Return status, headers and body, whatever the status."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=SECONDS) as answer:  # noqa: S310 - our own server
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def recipe(briefing: Path) -> str:
    return (briefing / "deploy" / "nginx.conf").read_text("utf-8")


def lacking(headers) -> set[str]:
    return {name for name, value in EVERYWHERE.items() if headers.get_all(name) != [value]}


def test_every_file_arrives_as_it_was_built_with_the_headers_of_the_recipe(briefing, serve):
    site = briefing / "site"
    address = serve(recipe(briefing), site)
    for path in snapshot(site):
        status, headers, body = fetched(address + path)
        assert (status, lacking(headers)) == (200, set()), path
        assert body == (site / path).read_bytes(), path
        lasting = headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert lasting == path.startswith("assets/"), path
    status, headers, body = fetched(address)
    assert (status, headers["Content-Type"], body) == (
        200,
        "text/html; charset=utf-8",
        (site / "index.html").read_bytes(),
    )
    done = run("verify", address, cwd=briefing)
    assert done.returncode == 0, done.stderr


def test_kinds_are_named_and_texts_are_compressed(briefing, serve):
    address = serve(recipe(briefing), briefing / "site")
    kinds = {".css": "text/css", ".js": "application/javascript; charset=utf-8", ".json": "application/json",
             ".xml": "text/xml; charset=utf-8", ".html": "text/html; charset=utf-8"}  # fmt: skip
    files = snapshot(briefing / "site")
    for ending, kind in kinds.items():
        path = next(path for path in files if path.endswith(ending))
        _, headers, body = fetched(address + path, **{"Accept-Encoding": "gzip"})
        assert (headers["Content-Type"], headers["Content-Encoding"]) == (kind, "gzip"), path
        assert gzip.decompress(body) == (briefing / "site" / path).read_bytes()


def test_an_address_that_leads_nowhere_gets_our_page_for_errors(briefing, serve):
    address = serve(recipe(briefing), briefing / "site")
    for path in ("nowhere", "articles/nowhere.html", "assets/nowhere.css"):
        status, headers, body = fetched(address + path)
        assert (status, headers["Content-Type"]) == (404, "text/html; charset=utf-8")
        assert body == (briefing / "site" / "404.html").read_bytes()
        assert lacking(headers) == set()
        assert headers["Cache-Control"] is None, "an error is not kept for a year, wherever it was met"


def test_without_the_recipe_there_are_neither_headers_nor_our_page(briefing, serve):
    bare = "server { listen 80; root /srv/briefing/site; }"
    address = serve(bare, briefing / "site")
    assert lacking(fetched(f"{address}index.html")[1]) == set(EVERYWHERE)
    assert fetched(f"{address}nowhere")[2] != (briefing / "site" / "404.html").read_bytes()


def test_nginx_refuses_a_recipe_that_is_none(briefing, serve):
    with pytest.raises(AssertionError, match="unknown directive"):
        serve(recipe(briefing).replace("error_page", "eror_page"), briefing / "site")

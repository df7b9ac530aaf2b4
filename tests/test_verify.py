"""A published site is compared with its manifest, on disk and at an address."""

import http.server
import shutil
import threading
from functools import partial
from pathlib import Path

import pytest
from places import ROOT
from publish_pages import INPUTS, good_pages
from test_cli import run, snapshot

from telaah.publish import publish
from telaah.verify import verify


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        return


@pytest.fixture
def site(tmp_path) -> Path:
    folder = tmp_path / "site"
    publish(good_pages(), INPUTS, folder)
    return folder


@pytest.fixture
def address(site):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def found(site) -> list[tuple[str, str]]:
    return [(problem.code, problem.file) for problem in verify(str(site)).problems]


def test_a_site_as_published_has_no_difference(site, address):
    assert verify(str(site)).files == len(good_pages())
    assert found(site) == found(address) == found(address + "/") == found(address + "/manifest.json") == []
    assert verify(str(site)).sha256 == verify(address).sha256


def test_changed_missing_and_foreign_files_are_told_apart(site):
    (site / "index.html").write_bytes((site / "index.html").read_bytes().replace(b"pertama", b"Pertama"))
    (site / "articles" / "a.html").unlink()
    (site / "assets" / "gaya.css").write_bytes((site / "assets" / "gaya.css").read_bytes() + b"\n")
    (site / "titipan").mkdir()
    (site / "titipan" / "x.html").write_text("x")
    assert found(site) == [
        ("site-file-missing", "articles/a.html"),
        ("site-file-changed", "assets/gaya.css"),
        ("site-file-changed", "index.html"),
        ("site-file-foreign", "titipan/x.html"),
    ]


def test_over_http_changed_and_missing_files_are_found(site, address):
    (site / "index.html").write_text("x")
    (site / "assets" / "foto 1.png").write_bytes(b"\x89PNG and more")
    (site / "articles" / "a.html").unlink()
    assert found(address) == [
        ("site-file-missing", "articles/a.html"),
        ("site-file-changed", "assets/foto 1.png"),
        ("site-file-changed", "index.html"),
    ]


def test_a_folder_without_a_manifest_of_ours_is_a_problem(site, tmp_path):
    assert found(tmp_path / "nowhere") == [("manifest-missing", "manifest.json")]
    (site / "manifest.json").write_text("[]")
    assert found(site) == [("manifest-missing", "manifest.json")]


def test_the_command_exits_0_where_nothing_differs_and_1_where_something_does(site, address):
    good = run("verify", site)
    assert (good.returncode, good.stdout) == (0, "")
    assert good.stderr.startswith(f"{len(good_pages())} files, all as published, manifest ")
    (site / "index.html").write_text("x")
    bad = run("verify", address)
    assert bad.returncode == 1
    assert "index.html: error: the file is not the one that was published [site-file-changed]" in bad.stderr


def test_a_server_that_does_not_answer_is_said_in_one_line():
    done = run("verify", "http://127.0.0.1:9/")
    assert done.returncode == 1
    assert "[fetch-failed]" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_built_site_is_verified_and_its_manifest_names_what_it_was_made_with(tmp_path):
    import json

    site = tmp_path / "site"
    assert run("--site", site, "--no-search", "--quiet").returncode == 0
    assert run("verify", site).returncode == 0
    manifest = json.loads((site / "manifest.json").read_text("utf-8"))
    assert {"babel", "yake", "jinja2"} <= manifest["generator"]["libraries"].keys()
    assert (manifest["settings"]["time_zone"], manifest["settings"]["search"]) == ("Asia/Jakarta", False)
    names = {entry["file"] for entry in manifest["inputs"]}
    assert {"site.toml", "topics/kunjungan-shoigu.md", "articles/tribun-network-shoigu-korut.md"} <= names
    assert {"base.html", "assets/style.css"} <= {entry["file"] for entry in manifest["templates"]}
    shutil.rmtree(site / "articles")
    assert run("verify", site).returncode == 1


def test_a_stranger_rebuilds_the_same_bytes_from_what_the_manifest_names(tmp_path):
    import hashlib
    import json

    site = tmp_path / "site"
    assert run("--site", site, "--no-search", "--quiet", "--base-url", "https://uji.example/x").returncode == 0
    manifest = json.loads((site / "manifest.json").read_text("utf-8"))
    for entry in manifest["inputs"]:
        source = Path("content") / entry["file"]
        raw = (ROOT / source).read_bytes()
        assert hashlib.sha256(raw).hexdigest() == entry["sha256"]
        (tmp_path / source).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / source).write_bytes(raw)
    steered = manifest["settings"]
    options = ["--base-url", steered["base_url"], *([] if steered["search"] else ["--no-search"])]
    again = run("--content", tmp_path / "content", "--site", tmp_path / "mine", "--quiet", *options, TZ="Asia/Tokyo")
    assert again.returncode == 0, again.stderr
    assert snapshot(tmp_path / "mine") == snapshot(site)
    with (tmp_path / "content" / "site.toml").open("a", encoding="utf-8") as file:
        file.write('\ncontact = "lain@uji.example"\n')
    run("--content", tmp_path / "content", "--site", tmp_path / "mine", "--quiet", *options)
    assert snapshot(tmp_path / "mine") != snapshot(site), "the comparison can fail"

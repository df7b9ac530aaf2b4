"""The wheel holds everything the program needs: it works where there is no checkout."""

import json
import os
import re
import subprocess
import sys
import time
import tomllib
import urllib.error
import urllib.request
from importlib.metadata import metadata, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from places import ROOT
from test_cli import run, snapshot

SECONDS_TO_BUILD = 60
"""Longest wait for the first build of the preview, on a busy machine."""


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """Build the wheel and install it, alone, into a folder; its libraries come from the tests' environment."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    offline = ("--no-deps", "--no-index")
    subprocess.run([*pip, "wheel", *offline, "--no-build-isolation", "-w", folder, ROOT], check=True, cwd=folder)
    (wheel,) = folder.glob("telaah-*.whl")
    subprocess.run([*pip, "install", *offline, "--target", folder / "installed", wheel], check=True, cwd=folder)
    return folder / "installed"


@pytest.fixture
def telaah(installed, tmp_path):
    """Run the installed command in a folder of its own."""

    def work(*arguments, cwd=tmp_path):
        surroundings = {**os.environ, "PYTHONPATH": str(installed)}
        command = [str(installed / "bin" / "telaah"), *map(str, arguments)]
        return subprocess.run(command, cwd=cwd, env=surroundings, capture_output=True, encoding="utf-8", check=False)

    return work


def test_the_wheel_works_outside_the_checkout(telaah, installed, tmp_path):
    help_ = telaah("--help")
    assert help_.stdout.startswith("usage: telaah "), help_.stderr
    assert telaah("init", "taklimat").returncode == 0
    briefing = tmp_path / "taklimat"
    done = telaah("build", cwd=briefing)
    assert done.returncode == 0, done.stderr
    assert telaah("verify", cwd=briefing).returncode == 0
    manifest = json.loads((briefing / "site" / "manifest.json").read_text("utf-8"))
    shipped = set(snapshot(installed / "telaah" / "templates"))
    assert {entry["file"] for entry in manifest["templates"]} == shipped != set()
    assert any(name.startswith("pagefind/") for name in snapshot(briefing / "site"))


def test_the_wheel_and_the_checkout_make_the_same_bytes(telaah, tmp_path):
    assert telaah("init", "satu").returncode == 0
    assert telaah("build", "--no-search", cwd=tmp_path / "satu").returncode == 0
    assert run("init", tmp_path / "dua").returncode == 0
    assert run("build", "--no-search", cwd=tmp_path / "dua").returncode == 0
    assert snapshot(tmp_path / "satu" / "site") == snapshot(tmp_path / "dua" / "site")


def missed_by_old_pip(wanted: list[str]) -> set[str]:
    """Return what is needed only by an extra that goes by another spelling where it is offered.

    pip before 23.3, Debian 12's, compares the names of extras letter by letter, and installs nothing for such a one.
    """
    found, missed, seen, waiting = set(), set(), set(), [Requirement(each) for each in wanted]
    while waiting:
        asked = waiting.pop()
        if str(asked) in seen or (asked.marker and not asked.marker.evaluate({"extra": ""})):
            continue
        seen.add(str(asked))
        found.add(canonicalize_name(asked.name))
        offered = metadata(asked.name).get_all("Provides-Extra") or []
        for line in requires(asked.name) or []:
            needed = Requirement(line)
            for extra in asked.extras:
                under = needed.marker and needed.marker.evaluate({"extra": extra})
                if under and not needed.marker.evaluate({"extra": ""}) and extra not in offered:
                    missed.add(canonicalize_name(needed.name))
            waiting.append(needed)
    return missed - found


def test_old_pip_finds_every_library():
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert missed_by_old_pip(wanted) == set()
    assert missed_by_old_pip([each for each in wanted if each != "lxml-html-clean"]) == {"lxml-html-clean"}


def test_the_wheel_holds_every_file_of_the_program(installed):
    ours = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "telaah").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    packed = {str(path.relative_to(installed)) for path in (installed / "telaah").rglob("*") if path.is_file()}
    assert ours - packed == set()
    assert {name for name in packed - ours if "__pycache__" not in name and "/templates/" not in name} == set()


def test_the_installed_preview_serves_the_briefing(telaah, installed, tmp_path):
    assert telaah("init", "taklimat").returncode == 0
    command = [str(installed / "bin" / "telaah"), "serve", "--port", "0", "--no-search"]
    surroundings = {**os.environ, "PYTHONPATH": str(installed), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=tmp_path / "taklimat", env=surroundings, stderr=subprocess.PIPE, encoding="utf-8"
    ) as serving:
        try:
            address = next(found[0] for line in serving.stderr if (found := re.search(r"http://[\d.]+:\d+/", line)))
            assert b"Pasar terapung" in _shown(address)
        finally:
            serving.terminate()


def _shown(address: str) -> bytes:
    """Return a page of the preview, which answers 503 until its first build is done."""
    for _ in range(SECONDS_TO_BUILD * 5):
        try:
            with urllib.request.urlopen(address, timeout=SECONDS_TO_BUILD) as answer:  # noqa: S310 - our own server
                return answer.read()
        except urllib.error.HTTPError as error:
            if error.code != 503:
                raise
        time.sleep(0.2)
    raise AssertionError("the preview never showed a page")

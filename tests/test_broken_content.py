"""A hundred broken folders: every problem at once, exit code 1 (settings: 2), no traceback, the old site untouched."""

import json
from pathlib import Path

import pytest
from broken_content import IN_LOG, IN_SETTINGS, KINDS, break_, mutate, write_good
from places import ROOT
from test_cli import snapshot

from telaah import cli

FOLDERS = 100
DAMAGED = 40
"""Most of these still build, which takes longer than to be refused."""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """Build the good folder once: the old site that no broken one may change."""
    folder = tmp_path_factory.mktemp("lama")
    write_good(folder / "content")
    arguments = ["--content", folder / "content", "--site", folder / "site", "--cache", folder / "cache"]
    assert cli.main(["build", *map(str, arguments), "--no-search", "--quiet"]) == 0
    return folder / "site"


def built(content: Path, site: Path, capsys) -> tuple[int, list[dict[str, object]], str]:
    """Build a folder over the old site; return the exit code, the problems, and what else was printed."""
    arguments = ["--content", content, "--site", site, "--templates", ROOT / "templates", "--cache", content / "../c"]
    code = cli.main(["build", *map(str, arguments), "--no-search", "--quiet", "--engine", "serial", "--format", "json"])
    lines = capsys.readouterr().err.splitlines()
    problems = [json.loads(line) for line in lines if line.startswith("{")]
    return code, problems, "\n".join(line for line in lines if not line.startswith("{"))


@pytest.mark.parametrize("seed", range(FOLDERS))
def test_a_broken_folder_says_all_that_is_wrong_and_changes_nothing(seed, site, tmp_path, capsys):
    content = tmp_path / "content"
    write_good(content)
    damages = break_(content, seed)
    before = snapshot(site)
    code, problems, rest = built(content, site, capsys)
    assert rest == ""
    assert code == (2 if any(damage.in_settings for damage in damages) else 1)
    found = {(str(problem["file"] or ""), problem["code"]) for problem in problems}
    for damage in damages:
        assert any(damage.file in file and code == damage.code for file, code in found), (damage, found)
    assert snapshot(site) == before


def test_every_way_of_breaking_is_tried():
    assert len((*KINDS, *IN_SETTINGS, *IN_LOG)) <= FOLDERS


@pytest.mark.parametrize("seed", range(DAMAGED))
def test_damaged_bytes_are_a_problem_or_none_but_never_a_bug(seed, tmp_path, capsys):
    content = tmp_path / "content"
    write_good(content)
    mutate(content, seed)
    code, problems, rest = built(content, tmp_path / "site", capsys)
    assert rest == ""
    assert (code == 0) is not any(problem["severity"] == "error" for problem in problems)
    assert code in (0, 1, 2)
    assert (tmp_path / "site").exists() is (code == 0)

"""The recipes to publish do what they say: each is read by a program that knows its form, or run for real."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from places import ROOT
from test_cli import run, snapshot

from telaah.arguments import parser
from telaah.scaffold import init


@pytest.fixture(scope="module")
def briefing(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("desk") / "taklimat"
    init(folder)
    assert run("build", "--no-search", "--quiet", cwd=folder).returncode == 0
    return folder


def commands(text: str) -> list[str]:
    """Return the indented lines of the publishing guide's part on a server of one's own."""
    part = text.split("## A server of your own")[1].split("## ")[0]
    return re.findall(r"^    (.*)$", part, re.MULTILINE)


@pytest.mark.skipif(not shutil.which("rsync"), reason="rsync is not installed: the recipe was not run")
def test_the_rsync_recipe_turns_to_a_new_edition_in_one_step(briefing, tmp_path):
    server = tmp_path / "briefing"
    server.mkdir()
    guide = (ROOT / "docs" / "guide" / "publish.md").read_text("utf-8")
    # The server is a folder here: everything else is the guide's own words.
    recipe = "\n".join(commands(guide)).replace("server:/srv/briefing", str(server))
    recipe = re.sub(r'ssh server "(.*)"', r"\1", recipe).replace("/srv/briefing", str(server))
    for _ in range(2):
        subprocess.run(["bash", "-euc", recipe], cwd=briefing, check=True)
        assert (server / "site").is_symlink()
        assert snapshot(server / "site") == snapshot(briefing / "site")
    first = (server / "site").resolve()
    with (briefing / "content" / "site.toml").open("a", encoding="utf-8") as file:
        file.write('about = "Edisi kedua."\n')
    assert run("build", "--no-search", "--quiet", cwd=briefing).returncode == 0
    subprocess.run(["bash", "-euc", recipe], cwd=briefing, check=True)
    assert (server / "site").resolve() != first
    assert snapshot(server / "site") == snapshot(briefing / "site")
    assert first.is_dir(), "the edition before stays, to go back to"


def test_the_headers_for_hosts_repeat_the_policy_that_serves_every_page(briefing):
    rules = (briefing / "site" / "_headers").read_text("utf-8").splitlines()
    assert [line for line in rules if not line.startswith("  ")] == ["/*", "/assets/*"]
    given = dict(line.strip().split(": ", 1) for line in rules if line.startswith("  "))
    policy = given["Content-Security-Policy"].split("; ")
    assert policy[-1] == "frame-ancestors 'none'"
    for page in (briefing / "site").rglob("*.html"):
        own = re.search(r'Content-Security-Policy" content="([^"]*)"', page.read_text("utf-8"))[1].split("; ")
        if page.name == "search.html":
            assert own == policy[:-1]
        else:
            wider = [each for each in own if each not in policy and each.split()[0] != "script-src"]
            assert wider == [], page


def test_what_is_made_is_not_kept_in_the_repository(briefing):
    assert {"site/", ".cache/"} <= set((briefing / ".gitignore").read_text("utf-8").split())


def test_every_command_in_the_guides_is_one_that_the_program_takes():
    lines = [
        line.split("#")[0].strip()
        for guide in sorted((ROOT / "docs" / "guide").glob("*.md"))
        for line in re.findall(r"^    telaah\b(.*)$", guide.read_text("utf-8"), re.MULTILINE)
    ]
    assert len(lines) > 20
    for line in lines:
        words = shlex.split(re.split(r"&&|\|\|", line)[0].replace("...", ""))
        written = [word.split("|")[0] for word in words]
        assert parser().parse_args(written or ["build"]), line

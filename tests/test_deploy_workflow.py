"""The workflow for GitHub Pages is run as its runner does it: a clean clone, a fresh environment, step after step.

What only GitHub has is stood in for: its actions by what they promise, its pages by a server on loopback.
"""

import http.server
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import threading
import venv
from functools import partial
from pathlib import Path

import pytest
import yaml
from places import ROOT
from test_cli import snapshot

from telaah.scaffold import init

WORKFLOW = Path(".github", "workflows", "publish.yml")
EDITED = Path("content", "articles", "floating-market-returns.md")
ACTIONS = ("checkout", "setup-python", "configure-pages", "upload-pages-artifact", "deploy-pages")
BASE_URL = "${{ steps.pages.outputs.base_url }}"


@pytest.fixture(scope="module")
def wheels(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheels")
    command = [sys.executable, "-m", "pip", "-q", "wheel", "--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([*command, "-w", folder, ROOT], check=True, cwd=folder)
    return folder


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class StepFailed(Exception):
    """A step of the workflow ended with an error, and so does the job."""


class Hub:
    """A desk's repository, and the address at which what its workflow uploads is public."""

    def __init__(self, folder: Path, wheels: Path) -> None:
        self.folder, self.desk, self.public = folder, folder / "desk", folder / "public" / "taklimat"
        self.wheels, self.runs = wheels, 0
        init(self.desk)
        self.public.mkdir(parents=True)
        self._git("init", "--quiet", "--initial-branch", "main")
        self.push()
        server = partial(Quiet, directory=str(self.public.parent))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), server)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/taklimat"

    def _git(self, *arguments: str) -> None:
        who = ("-c", "user.name=Desk", "-c", "user.email=desk@kabar.example")
        subprocess.run(["git", *who, *arguments], cwd=self.desk, check=True)

    def push(self) -> None:
        self._git("add", "--all")
        self._git("commit", "--quiet", "--message", "An edition")

    def run(self) -> list[str]:
        """Run the workflow once; return what each step of its own said, one text a step."""
        self.runs += 1
        place = self.folder / f"run-{self.runs}"
        said, environment = [], {}
        for step in yaml.safe_load((self.desk / WORKFLOW).read_text("utf-8"))["jobs"]["publish"]["steps"]:
            action = step.get("uses", "").removeprefix("actions/").partition("@")[0]
            if action == "checkout":
                subprocess.run(["git", "clone", "--quiet", self.desk, place], check=True)
            elif action == "setup-python":
                environment = fresh_python(self.folder / f"python-{self.runs}", self.wheels)
            elif action == "upload-pages-artifact":
                self._publish(place / step["with"]["path"])
            elif "run" in step:
                said.append(self._step(step, place, environment))
        return said

    def _step(self, step, place: Path, environment: dict[str, str]) -> str:
        given = {key: value.replace(BASE_URL, self.address) for key, value in step.get("env", {}).items()}
        assert not [value for value in given.values() if "${{" in value]
        # GitHub's own default for `run`: bash -e {0}
        done = subprocess.run(
            ["bash", "-e", "-c", step["run"]], cwd=place, env={**environment, **given},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False,
        )  # fmt: skip
        if done.returncode:
            raise StepFailed(f"{step['run']}\n{done.stdout}")
        return done.stdout

    def _publish(self, artifact: Path) -> None:
        """Take the folder as GitHub does, which asks for plain files that everybody may read."""
        files = [path for path in artifact.rglob("*") if not path.is_dir()]
        assert (artifact / "index.html").is_file()
        assert [path for path in files if path.is_symlink() or path.stat().st_nlink > 1] == []
        assert [path for path in artifact.rglob("*") if path.stat().st_mode & 0o444 != 0o444] == []
        shutil.rmtree(self.public)
        shutil.copytree(artifact, self.public)


def fresh_python(folder: Path, wheels: Path) -> dict[str, str]:
    """Make an environment with pip and the tests' libraries, but not the program; return its variables.

    The package index is a folder with the wheel, so the workflow's own command installs it without a network.
    """
    venv.create(folder, with_pip=True, symlinks=True)
    inside = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder), "platbase": str(folder)}))
    (inside / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "PYTHON", "VIRTUAL_ENV"))}
    index = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels), "PIP_CONFIG_FILE": os.devnull}
    return {**kept, **index, "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}", "CI": "true"}


@pytest.fixture
def hub(tmp_path, wheels):
    made = Hub(tmp_path, wheels)
    yield made
    made.server.shutdown()
    made.server.server_close()


def test_the_workflow_asks_for_nothing_more_than_publishing_needs():
    work = yaml.safe_load((ROOT / "telaah/scaffold/example/dot-github/workflows/publish.yml").read_text("utf-8"))
    assert work[True] == {"push": {"branches": ["main"]}, "workflow_dispatch": None}, "YAML reads `on` as true"
    assert work["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert list(work["jobs"]) == ["publish"]
    job = work["jobs"]["publish"]
    assert "permissions" not in job
    assert job["environment"]["name"] == "github-pages"
    used = [step["uses"] for step in job["steps"] if "uses" in step]
    assert [re.fullmatch(r"actions/([a-z-]+)@v\d+", each)[1] for each in used] == list(ACTIONS)
    # What comes from outside reaches a shell as a variable, never as a part of its text.
    assert not [step["run"] for step in job["steps"] if "${{" in step.get("run", "")]


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed: the workflow was not run")
def test_the_workflow_publishes_two_editions_and_says_what_changed_between_them(hub):
    installed, fetched, built, verified = hub.run()
    assert "no edition could be fetched" in fetched
    assert "::warning" not in built
    assert "all as published" in verified
    first = snapshot(hub.public)
    address = f'<link rel="canonical" href="{hub.address}/"'
    assert address.encode() in (hub.public / "index.html").read_bytes()
    article = hub.desk / EDITED
    article.write_text(article.read_text("utf-8").replace("Saturday", "Sunday").replace("The ", "A "), "utf-8")
    hub.push()
    installed, fetched, built, verified = hub.run()
    assert "Successfully installed telaah" in installed
    assert "no edition" not in fetched
    assert re.search(rf"^::warning file={EDITED},.*title=text-changed::", built, re.MULTILINE), built
    assert snapshot(hub.public) != first
    assert "all as published" in verified


def test_a_workflow_whose_step_fails_publishes_nothing(hub):
    (hub.desk / EDITED).write_text("---\ntitel: x\n---\n", "utf-8")
    hub.push()
    with pytest.raises(StepFailed, match="title=key-unknown::"):
        hub.run()
    assert list(hub.public.iterdir()) == []

"""Ctrl-C at any moment: one line, exit 130, the old site as it was, and nobody left who still works."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from places import ROOT
from test_cli import snapshot

from telaah.interrupt import INTERRUPTED, LINE

MOMENTS = 16
NOTHING_BEGUN = "interrupted; nothing was begun"
PATIENCE = 120
"""Seconds for what takes one on an idle machine."""
WATCHED = """
import sys
def begun(event, arguments):
    if event == "import" and arguments[0] == "telaah.door":
        open({mark!r}, "w").close()
sys.addaudithook(begun)
"""
"""Leaves a mark when build.py imports its first module: what comes before is the interpreter's alone."""


@pytest.fixture
def started(tmp_path):
    """Start a build as a terminal does, in a group of its own, and wait for its first line."""
    (tmp_path / "articles").mkdir()
    for n in range(12):
        text = " ".join(f"Warga desa {n} memanen padi {k} ton di lereng pada Senin pagi." for k in range(40))
        (tmp_path / "articles" / f"kabar-{n}.md").write_text(f"---\ntitle: Panen raya di desa {n}\n---\n\n{text}\n")
    (tmp_path / "hook").mkdir()
    mark = tmp_path / "begun"
    (tmp_path / "hook" / "sitecustomize.py").write_text(WATCHED.format(mark=str(mark)))
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "hook")}

    def start(*arguments):
        mark.unlink(missing_ok=True)
        command = [sys.executable, ROOT / "build.py", *arguments, "--cache", tmp_path / "cache", "--jobs", "2"]
        process = subprocess.Popen(
            [*command, "--content", tmp_path / "articles", "--site", tmp_path / "site", "--quiet"],
            env=environment,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        end = time.monotonic() + PATIENCE
        while not mark.exists():
            assert time.monotonic() < end
            time.sleep(0.001)
        return process

    return start


def group_of(process):
    """Return the processes of its group that have not ended."""
    listed = subprocess.run(["ps", "-eo", "pgid=,pid=,stat="], capture_output=True, encoding="utf-8", check=True)
    rows = [line.split() for line in listed.stdout.splitlines()]
    return [pid for group, pid, state in rows if group == str(process.pid) and not state.startswith("Z")]


@pytest.mark.alone
@pytest.mark.skipif(not Path("/bin/ps").exists(), reason="asks ps who still runs")
def test_interrupted_at_seeded_moments_a_build_says_so_in_one_line_and_the_old_site_stays(started, tmp_path):
    begun = time.monotonic()
    first = started("build")
    assert first.wait(PATIENCE) == 0
    duration = time.monotonic() - begun
    old = snapshot(tmp_path / "site")
    chance = random.Random(130)  # noqa: S311 - moments, no secret
    codes = []
    for moment in [0, 0.002, 0.01, *(chance.uniform(0, duration) for _ in range(MOMENTS))]:
        process = started("build")
        time.sleep(moment)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)
        codes.append(process.returncode)
        assert process.returncode in (0, INTERRUPTED), (moment, said)
        # Everything this content is warned of is said before a build ends well, and nothing when it is interrupted.
        if process.returncode == INTERRUPTED:
            assert said.splitlines() in ([LINE], [NOTHING_BEGUN]), (moment, said)
        assert "Traceback" not in said, (moment, said)
        assert "Exception" not in said, (moment, said)
        assert snapshot(tmp_path / "site") == old, moment
        assert group_of(process) == []
    assert codes.count(INTERRUPTED) > MOMENTS // 2, "otherwise nothing was interrupted"
    assert started("build").wait(PATIENCE) == 0
    assert sorted(path.name for path in tmp_path.glob(".site*")) == [".site.lock"]


def test_a_second_interrupt_ends_what_does_not_end(tmp_path):
    script = tmp_path / "stuck.py"
    script.write_text(
        "import time\n"
        "from telaah.interrupt import Ear, leave_at_once\n"
        "leave_at_once()\n"
        "Ear().listen()\n"
        "try:\n"
        "    print('ready', flush=True)\n"
        "    time.sleep(600)\n"
        "finally:\n"
        "    print('putting away', flush=True)\n"
        "    time.sleep(600)\n"
    )
    command = [sys.executable, script]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        for expected in (b"ready\n", b"putting away\n"):
            assert process.stdout is not None
            assert process.stdout.readline() == expected
            process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said.decode()) == (INTERRUPTED, f"{LINE}\n")


def test_an_error_that_an_interrupt_became_is_told_as_an_interrupt(tmp_path):
    """Python turns an exception inside a class that is just being made into a RuntimeError."""
    hook = tmp_path / "hook"
    hook.mkdir()
    (hook / "sitecustomize.py").write_text(
        "import os, signal, telaah.read\n"
        "class Named:\n"
        "    def __set_name__(self, owner, name):\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "        for _ in range(1000):\n"
        "            pass\n"
        "def read(content, **_):\n"
        "    class Made:\n"
        "        named = Named()\n"
        "telaah.read.read = read\n"
    )
    environment = {**os.environ, "PYTHONPATH": f"{hook}{os.pathsep}{ROOT}"}
    command = [sys.executable, ROOT / "build.py", "check", "--content", tmp_path]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (INTERRUPTED, f"{LINE}\n")

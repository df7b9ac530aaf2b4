"""The engine, and with it a whole build: the same bytes with a cold or a warm cache and any number of processes."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from analysed import FLOOD, VOLCANO
from places import ROOT

from telaah import engine, pipeline
from telaah.engine import run, share
from telaah.settings import Options


def doubled(number):
    if number == 13:
        raise ValueError("thirteen")
    return number * 2, os.getpid()


def test_results_come_in_the_order_of_the_pieces_from_several_processes(monkeypatch):
    monkeypatch.setattr(engine, "FEW", 3)
    made = run(doubled, range(20, 90), 2)
    assert [result for result, _ in made] == [2 * number for number in range(20, 90)]
    assert os.getpid() not in {process for _, process in made}


def test_little_work_and_one_job_stay_in_this_process():
    assert {process for _, process in run(doubled, range(3), 4)} == {os.getpid()}
    assert {process for _, process in run(doubled, range(20, 200), 1)} == {os.getpid()}


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_in_one_piece_is_raised(jobs, monkeypatch):
    monkeypatch.setattr(engine, "FEW", 3)
    with pytest.raises(ValueError, match="thirteen"):
        run(doubled, range(20), jobs)


def counted_from(first):
    """Prepare work that tells where it was done; thirteen cannot be counted."""

    def work(number):
        if number == 13:
            raise ValueError(f"thirteen from {first}")
        return first + number, os.getpid()

    return work


@pytest.mark.parametrize("jobs", [2, 3])
def test_shared_work_is_done_here_and_elsewhere_and_comes_in_order(jobs):
    numbers = range(20, 420)

    def slowly(number):
        time.sleep(0.02)
        return counted_from(100)(number)

    made = share(slowly, counted_from, 100, numbers, jobs)
    assert [result for result, _ in made] == [100 + number for number in numbers]
    places = {process for _, process in made}
    assert os.getpid() in places
    assert len(places) > 1


def test_shared_work_of_one_process_asks_no_other():
    def never(_):
        raise AssertionError

    work = counted_from(1)
    assert share(work, never, 1, range(3), 1) == tuple(map(work, range(3)))
    assert share(work, never, 1, range(1), 8) == (work(0),)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("numbers", [range(40), range(13, -40, -1), range(-40, 14)])
def test_an_error_in_shared_work_is_raised_wherever_it_was_done(jobs, numbers):
    with pytest.raises(ValueError, match="thirteen from 7"):
        share(counted_from(7), counted_from, 7, numbers, jobs)


ENDLESS = """
import os, sys, time
from telaah import engine

def prepared(folder):
    def work(number):
        open(f"{folder}/{os.getpid()}", "w").close()
        time.sleep(1)
    return work

if __name__ == "__main__":
    engine.share(prepared(sys.argv[1]), prepared, sys.argv[1], range(1000), 3)
"""


def test_processes_end_with_the_one_that_started_them_even_one_that_was_killed(tmp_path):
    (tmp_path / "endless.py").write_text(ENDLESS)
    (tmp_path / "seen").mkdir()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, tmp_path / "endless.py", tmp_path / "seen"], env=environment) as parent:
        wait_until(lambda: len(list((tmp_path / "seen").iterdir())) == 3)
        parent.kill()
    others = [int(file.name) for file in (tmp_path / "seen").iterdir() if int(file.name) != parent.pid]
    assert len(others) == 2
    wait_until(lambda: not any(map(is_running, others)))


def test_processes_say_nothing_when_a_terminal_interrupts_all_of_them(tmp_path):
    (tmp_path / "endless.py").write_text(ENDLESS.replace("time.sleep(1)", "time.sleep(0.1)"))
    (tmp_path / "seen").mkdir()
    command, environment = (
        [sys.executable, tmp_path / "endless.py", tmp_path / "seen"],
        {**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True
    ) as parent:
        wait_until(lambda: len(list((tmp_path / "seen").iterdir())) == 3)
        os.killpg(parent.pid, signal.SIGINT)
        _, said = parent.communicate(timeout=60)
    assert said.count("Traceback") == 1, "that of the one which hears it, and here has nobody who catches it"
    assert said.rstrip().endswith("KeyboardInterrupt")


def wait_until(true, patience=60):
    end = time.monotonic() + patience
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


def is_running(process):
    try:
        os.kill(process, 0)
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text() if Path("/proc").is_dir() else True
    except (ProcessLookupError, FileNotFoundError):
        return False


def built(content, site, **more):
    pipeline.build(Options(content, site, ROOT / "templates", search=False, **more))
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_bytes_of_a_site_depend_neither_on_the_cache_nor_on_the_number_of_processes(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "FEW", 0)
    content, cache = tmp_path / "content", tmp_path / "cache"
    content.mkdir()
    for number, story in enumerate((FLOOD, VOLCANO)):
        text = "\n\n".join(story)
        (content / f"kabar-{number}.md").write_text(f"---\ntitle: Kabar {number}\nlanguage: id\n---\n\n{text}\n")
    plain = built(content, tmp_path / "plain")
    assert plain == built(content, tmp_path / "cold", cache=cache)
    assert len(list(cache.rglob("*.json"))) == 2
    monkeypatch.setattr(pipeline.analyses, "analyser", lambda _: None)  # a warm cache leaves nothing to analyse
    assert plain == built(content, tmp_path / "warm", cache=cache)
    monkeypatch.undo()
    monkeypatch.setattr(engine, "FEW", 0)
    for name, value in (("MANY", 0), ("MANY_PAGES", 0), ("PORTION", 7)):
        monkeypatch.setattr(pipeline.pages, name, value)
    assert plain == built(content, tmp_path / "two", jobs=2)
    for entry in cache.rglob("*.json"):
        entry.write_text("damaged")
    assert plain == built(content, tmp_path / "healed", cache=cache)


def test_the_words_a_desk_asks_for_reach_every_summary_from_processes_and_past_the_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "FEW", 0)
    folder = tmp_path / "content" / "articles"
    folder.mkdir(parents=True)
    for name, text in (("satu", (*FLOOD, *VOLCANO)), ("dua", (*VOLCANO, *FLOOD))):
        (folder / f"{name}.md").write_text("---\ntitle: Banjir Semarang\n---\n\n" + "\n\n".join(text) + "\n")
    lengths = []
    for asked, jobs in ((20, 2), (60, 1), (60, 2)):
        (tmp_path / "content" / "site.toml").write_text(f"summary_words = {asked}\n")
        built(tmp_path / "content", tmp_path / "site", jobs=jobs, cache=tmp_path / "cache")
        briefing = json.loads((tmp_path / "site" / "data" / "briefing.json").read_text("utf-8"))
        lengths.append([sum(len(s["text"].split()) for s in each["summary"]) for each in briefing["articles"]])
    assert max(lengths[0]) <= 30
    assert min(lengths[1]) >= 48
    assert lengths[1] == lengths[2]

import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from publish_pages import INPUTS, REVERSED, good_pages, html, in_child, snapshot, whole

from telaah.model import Page
from telaah.publish import Busy, PublishError, exchange, lock, publish

STEPS = ("staging", "staged", "checked", "exchanged", "cleaned")
OLD, NEW = good_pages("lama"), good_pages("baru")[:-1]  # the new site lacks a page of the old one
WATCHED = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir"}
FAILED, DONE = 5, 0


@pytest.fixture
def site(tmp_path):
    return tmp_path / "site"


@pytest.fixture
def no_exchange(monkeypatch):
    def refuse(_one, _other):
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(exchange, "swap", refuse)


@pytest.fixture
def unsynced(monkeypatch):
    """Leave the disk in peace where only processes die, not the power."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


def neighbours(site):
    return sorted(path.name for path in site.parent.iterdir())


def test_the_site_is_the_pages_and_their_manifest(site):
    assert publish(iter(OLD), INPUTS, site) == len(OLD) + 1
    whole(site)
    assert {p.path: (site / p.path).read_bytes() for p in OLD} == {p.path: p.content for p in OLD}
    assert neighbours(site) == [".site.lock", "site"]


def test_the_manifest_has_its_keys_in_order_and_sorted_lists_and_no_clock(site):
    publish(OLD, INPUTS, site)
    manifest = json.loads(whole(site))
    assert list(manifest) == ["schema", "generator", "settings", "inputs", "templates", "articles", "topics", "files"]
    assert manifest["schema"] == 1
    assert manifest["generator"] == {"name": "telaah", "version": "0.1.0", "libraries": {}}
    assert manifest["settings"] == {
        "name": "Telaah", "languages": ["id"], "base_url": None, "time_zone": None, "edition": None, "lead": None,
        "default_rights": "full", "contact": None, "about": None, "search": True, "drafts": False,
        "summary_words": 60,
    }  # fmt: skip
    assert manifest["inputs"] == [{"file": f"articles/{n}.md", "sha256": n * 64} for n in "ab"]
    assert [file["path"] for file in manifest["files"]] == sorted(page.path for page in OLD)
    assert list(manifest["files"][0]) == ["path", "sha256", "bytes"]


def test_the_same_pages_in_another_order_make_the_same_bytes(site, tmp_path):
    publish(OLD, INPUTS, site)
    publish(reversed(OLD), REVERSED, tmp_path / "other")
    assert snapshot(site) == snapshot(tmp_path / "other")


def test_pages_that_are_gone_disappear(site):
    publish(OLD, INPUTS, site)
    gone = site / OLD[-1].path
    assert gone.is_file()
    publish(NEW, INPUTS, site)
    assert not gone.exists()
    assert not gone.parent.exists()
    assert neighbours(site) == [".site.lock", "site"]


def test_the_fixed_points_are_told_in_order(site):
    told = []
    publish(OLD, INPUTS, site, told.append)
    assert tuple(told) == STEPS


@pytest.mark.parametrize(
    ("umask", "file", "folder"), [(0o022, 0o644, 0o755), (0o002, 0o644, 0o755), (0o077, 0o600, 0o700)]
)
def test_modes_are_sane_under_any_umask(site, umask, file, folder):
    before = os.umask(umask)
    try:
        publish(OLD, INPUTS, site)
    finally:
        os.umask(before)
    modes = {path.is_dir(): set() for path in (site, site / "index.html")}
    for path in (site, *site.rglob("*")):
        modes[path.is_dir()].add(path.stat().st_mode & 0o777)
    assert modes == {True: {folder}, False: {file}}


def test_a_link_as_site_folder_stays_a_link_and_the_folder_behind_it_is_replaced(tmp_path):
    real, link = tmp_path / "disk" / "real", tmp_path / "site"
    link.symlink_to(real)
    publish(OLD, INPUTS, link)
    publish(NEW, INPUTS, link)
    assert link.is_symlink()
    whole(real)
    assert neighbours(real) == [".real.lock", "real"]


def test_a_link_to_itself_and_the_root_folder_are_refused(tmp_path):
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for wrong in (loop, Path("/")):
        with pytest.raises(PublishError, match=r"link that leads nowhere|root folder"):
            publish(OLD, INPUTS, wrong)


# ---------------------------------------------------------------- the lock


def test_a_second_build_is_told_that_the_site_is_busy(site):
    publish(OLD, INPUTS, site)
    before = snapshot(site.parent)

    def second():
        try:
            publish(NEW, INPUTS, site)
        except Busy:
            return 75

    with lock(site):
        assert in_child(second) == 75
        assert snapshot(site.parent) == before
    assert in_child(second) == DONE


def test_another_thread_is_told_so_too_and_the_same_one_may_publish_under_its_lock(site):
    told = []

    def second():
        try:
            publish(NEW, INPUTS, site)
        except Busy as busy:
            told.append(str(busy))

    with lock(site):
        publish(OLD, INPUTS, site)
        thread = threading.Thread(target=second)
        thread.start()
        thread.join()
    assert len(told) == 1
    assert "another build" in told[0]
    publish(NEW, INPUTS, site)


def test_the_lock_dies_with_its_process(site):
    def holder():
        with lock(site):
            os.kill(os.getpid(), signal.SIGKILL)

    assert in_child(holder) == -signal.SIGKILL
    assert publish(OLD, INPUTS, site)


# ---------------------------------------------------------------- killed


DRIVER = """
import os, signal, sys
from pathlib import Path
from publish_pages import INPUTS, good_pages
from telaah.publish import publish
point, site = sys.argv[1], Path(sys.argv[2])
def step(name):
    if name == point:
        os.kill(os.getpid(), signal.SIGKILL)
publish(good_pages("baru")[:-1], INPUTS, site, step)
"""


@pytest.mark.parametrize("point", STEPS)
def test_killed_at_a_fixed_point_the_site_is_whole_and_the_next_build_heals(site, point):
    publish(OLD, INPUTS, site)
    old = whole(site)
    here = Path(__file__).parent
    paths = os.pathsep.join([str(here), str(here.parent)])
    command = [sys.executable, "-c", DRIVER, point, str(site)]
    killed = subprocess.run(command, env={**os.environ, "PYTHONPATH": paths}, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert (whole(site) == old) == (point in STEPS[:3])
    assert (".site.new" in neighbours(site)) == (point != "cleaned")
    publish(NEW, INPUTS, site)
    assert whole(site) != old
    assert neighbours(site) == [".site.lock", "site"]


@pytest.mark.alone
def test_killed_at_twenty_moments_the_site_is_whole_and_the_next_build_heals(site):
    versions = (OLD, NEW)
    manifests, times = [], []
    for pages in versions:
        begun = time.perf_counter()
        publish(pages, INPUTS, site)
        times.append(time.perf_counter() - begun)
        manifests.append(whole(site))
    took = min(times)  # a moment in which something else ran would have most kills come too late
    moments = random.Random(20)  # noqa: S311 - which moments is no secret
    killed = 0
    for turn in range(20):
        child = os.fork()
        if child == 0:
            publish(versions[turn % 2], INPUTS, site)
            os._exit(DONE)
        time.sleep(moments.uniform(0, 1.2 * took))
        os.kill(child, signal.SIGKILL)
        killed += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        assert whole(site) in manifests
        publish(versions[turn % 2], INPUTS, site)
        assert whole(site) == manifests[turn % 2]
        assert neighbours(site) == [".site.lock", "site"]
    assert killed > 5


def at_call(number, act, work):
    """Run `work`, call `act` before its file-system call of this number, from 1, and return how many there were."""
    count = 0

    def called(name, unfinished=lambda: None):
        nonlocal count
        if name in WATCHED:
            count += 1
            if count == number:
                unfinished()
                act()

    write, swap = os.write, exchange.swap

    def half_written(handle, data):
        called("open", lambda: write(handle, data[: len(data) // 2]))
        return write(handle, data)

    def swapped(one, other):
        called("os.rename")
        swap(one, other)
        called("os.rename")

    os.write, exchange.swap = half_written, swapped
    sys.addaudithook(lambda name, _: called(name))
    work()
    return count


def kill():
    os.kill(os.getpid(), signal.SIGKILL)


def fail():
    raise OSError(errno.EIO, "Input/output error")


def calls_of(work, tmp_path):
    def counted():
        (tmp_path / "count").write_text(str(at_call(0, kill, work)))

    assert in_child(counted) == DONE
    count = int((tmp_path / "count").read_text())
    (tmp_path / "count").unlink()
    return count


@pytest.mark.usefixtures("unsynced")
def test_killed_at_every_call_the_site_is_old_or_new_and_the_next_build_heals(site, tmp_path):
    publish(NEW, INPUTS, site)
    new = whole(site)
    publish(OLD, INPUTS, site)
    old = whole(site)
    calls = calls_of(lambda: publish(OLD, INPUTS, site), tmp_path)
    seen = set()
    for number in range(1, calls + 1):
        pages, before, after = ((NEW, old, new), (OLD, new, old))[(number - 1) % 2]
        assert whole(site) == before
        code = in_child(lambda n=number, p=pages: at_call(n, kill, lambda: publish(p, INPUTS, site)) and DONE)
        assert code in (-signal.SIGKILL, DONE)  # the smaller site needs fewer calls
        assert whole(site) in (before, after)
        seen.add((code, whole(site) == before))
        publish(pages, INPUTS, site)
        assert whole(site) == after
        assert neighbours(site) == [".site.lock", "site"]
    assert {(-signal.SIGKILL, True), (-signal.SIGKILL, False)} <= seen
    assert calls > 5 * len(OLD)


@pytest.mark.usefixtures("unsynced", "no_exchange")
def test_killed_at_every_call_of_the_fallback_the_old_site_returns_under_the_next_lock(site, tmp_path):
    publish(NEW, INPUTS, site)
    new = whole(site)
    publish(OLD, INPUTS, site)
    old = whole(site)
    absent = 0
    for number in range(1, calls_of(lambda: publish(OLD, INPUTS, site), tmp_path) + 1):
        pages, before, after = ((NEW, old, new), (OLD, new, old))[(number - 1) % 2]
        in_child(lambda n=number, p=pages: at_call(n, kill, lambda: publish(p, INPUTS, site)) and DONE)
        if not site.exists():
            absent += 1
            assert whole(site.parent / ".site.old") == before
        with lock(site):
            assert whole(site) in (before, after)
            assert neighbours(site) == [".site.lock", "site"]
        publish(pages, INPUTS, site)
        assert whole(site) == after
    assert 1 <= absent <= 2


@pytest.mark.usefixtures("unsynced")
def test_a_first_build_killed_at_every_third_call_leaves_no_site_or_a_whole_one(site, tmp_path):
    calls = calls_of(lambda: publish(OLD, INPUTS, site), tmp_path)
    seen = set()
    for number in range(1, calls + 1, 3):
        shutil.rmtree(site, ignore_errors=True)
        in_child(lambda n=number: at_call(n, kill, lambda: publish(OLD, INPUTS, site)) and DONE)
        seen.add(site.exists())
        if site.exists():
            whole(site)
        with lock(site):
            assert ".site.new" not in neighbours(site)
    assert False in seen


def test_the_check_for_a_whole_site_can_fail(site):
    publish(OLD, INPUTS, site)

    def in_place():
        for page in NEW:
            (site / page.path).write_bytes(page.content)

    assert in_child(lambda: at_call(3, kill, in_place)) == -signal.SIGKILL
    with pytest.raises(AssertionError):
        whole(site)


# ---------------------------------------------------------------- failing


@pytest.mark.usefixtures("unsynced")
def test_an_error_at_every_call_is_told_and_the_site_is_old_or_new(site, tmp_path):
    publish(NEW, INPUTS, site)
    new = whole(site)
    publish(OLD, INPUTS, site)
    old = whole(site)
    calls = calls_of(lambda: publish(OLD, INPUTS, site), tmp_path)

    def attempt(number, pages):
        steps = []
        try:
            at_call(number, fail, lambda: publish(pages, INPUTS, site, steps.append))
        except PublishError as error:
            return FAILED + len(steps) if isinstance(error.__cause__, OSError) else 98
        return DONE

    codes = []
    for number in range(1, calls + 1):
        pages, before, after = ((NEW, old, new), (OLD, new, old))[(number - 1) % 2]
        codes.append(in_child(lambda n=number, p=pages: attempt(n, p)))
        assert codes[-1] == DONE or FAILED <= codes[-1] <= FAILED + len(STEPS)
        assert whole(site) in (before, after)
        if codes[-1] == DONE:
            assert whole(site) == after
        if FAILED <= codes[-1] < FAILED + 3:
            assert whole(site) == before
        publish(pages, INPUTS, site)
        assert whole(site) == after
        assert neighbours(site) == [".site.lock", "site"]
    assert codes.count(DONE) < 0.1 * len(codes)


@pytest.mark.parametrize("number", [1, 5, len(NEW) + 1])
def test_a_full_disk_leaves_the_old_site_as_it_was_and_says_so(site, monkeypatch, number):
    publish(OLD, INPUTS, site)
    before = snapshot(site.parent)
    write, calls = os.write, []

    def full(handle, data):
        calls.append(handle)
        if len(calls) == number:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(handle, data)

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(PublishError, match="No space left on device") as caught:
        publish(NEW, INPUTS, site)
    assert "make room" in caught.value.problems[0].hint
    assert snapshot(site.parent) == before


def test_short_writes_are_finished(site, monkeypatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:7]))
    publish(OLD, INPUTS, site)
    whole(site)


def test_an_error_of_the_exchange_leaves_the_old_site_as_it_was(site, monkeypatch):
    publish(OLD, INPUTS, site)
    before = snapshot(site.parent)
    monkeypatch.setattr(exchange, "swap", lambda *_: fail())
    with pytest.raises(PublishError, match="Input/output error"):
        publish(NEW, INPUTS, site)
    assert snapshot(site.parent) == before


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOSYS, errno.ENOTSUP])
def test_without_an_exchange_two_renames_do(site, monkeypatch, number):
    publish(OLD, INPUTS, site)
    asked = []

    def refuse(one, _other):
        asked.append(one)
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(exchange, "swap", refuse)
    publish(NEW, INPUTS, site)
    assert len(asked) == 1
    assert not (site / OLD[-1].path).exists()
    whole(site)
    assert neighbours(site) == [".site.lock", "site"]


def test_a_system_without_the_call_is_told_from_one_whose_call_fails(tmp_path, monkeypatch):
    with pytest.raises(FileNotFoundError):
        exchange.swap(tmp_path / "a", tmp_path / "b")
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(OSError, match=os.strerror(errno.ENOSYS)):
        exchange.swap(tmp_path / "a", tmp_path / "b")


@pytest.mark.usefixtures("no_exchange")
def test_when_the_second_rename_fails_the_old_site_returns(site, monkeypatch):
    publish(OLD, INPUTS, site)
    before = snapshot(site.parent)
    rename = Path.rename

    def failing(path, target):
        if path.name == ".site.new":
            fail()
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(PublishError, match="Input/output error"):
        publish(NEW, INPUTS, site)
    assert snapshot(site.parent) == before


def test_when_tidying_fails_too_the_first_error_is_told_and_the_next_build_tidies(site, monkeypatch):
    publish(OLD, INPUTS, site)
    with monkeypatch.context() as patch:
        patch.setattr(exchange, "swap", lambda *_: fail())
        patch.setattr(shutil, "rmtree", lambda _: (_ for _ in ()).throw(OSError(errno.EACCES, "Permission denied")))
        with pytest.raises(PublishError, match="Input/output error"):
            publish(NEW, INPUTS, site)
        assert ".site.new" in neighbours(site)
    publish(NEW, INPUTS, site)
    assert neighbours(site) == [".site.lock", "site"]


def test_any_exception_leaves_the_old_site_and_no_leftovers(site):
    publish(OLD, INPUTS, site)
    before = snapshot(site.parent)

    def interrupted(name):
        if name == "staged":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(NEW, INPUTS, site, interrupted)
    assert snapshot(site.parent) == before


def test_an_old_site_that_cannot_be_removed_is_reported_as_just_that(site, monkeypatch):
    publish(OLD, INPUTS, site)
    monkeypatch.setattr(shutil, "rmtree", lambda _: fail())
    with pytest.raises(PublishError, match="is the new site, but the old one beside it cannot be removed"):
        publish(NEW, INPUTS, site)
    assert not (site / OLD[-1].path).exists()


# ---------------------------------------------------------------- refused


def test_all_problems_of_the_pages_come_at_once_and_nothing_is_published(site):
    publish(OLD, INPUTS, site)
    before = snapshot(site.parent)
    broken = [
        *NEW,
        Page("articles/c.html", html('<p><a href="x.html">x</a></p>', depth=1)),
        Page("articles/d.html", html('<p><a href="a.html#p-9">x</a>', depth=1)),
    ]
    with pytest.raises(PublishError) as caught:
        publish(broken, INPUTS, site)
    assert {(p.file, p.code) for p in caught.value.problems} >= {
        ("articles/c.html", "link-broken"),
        ("articles/d.html", "fragment-missing"),
        ("articles/d.html", "html-structure"),
    }
    assert snapshot(site.parent) == before


def test_a_folder_with_files_we_did_not_make_is_refused_and_five_are_named(site):
    site.mkdir()
    for name in "gfedcba":
        (site / f"{name}.txt").write_text(name)
    before = snapshot(site.parent)
    with pytest.raises(PublishError, match=r": a\.txt, b\.txt, c\.txt, d\.txt, e\.txt and more$"):
        publish(OLD, INPUTS, site)
    assert snapshot(site.parent) == before


@pytest.mark.parametrize("manifest", ["{}", "[]", "no json", '{"generator": {"name": "other"}, "files": []}'])
def test_a_manifest_that_is_not_ours_makes_no_folder_ours(site, manifest):
    site.mkdir()
    (site / "manifest.json").write_text(manifest)
    with pytest.raises(PublishError, match=r": manifest\.json$"):
        publish(OLD, INPUTS, site)


@pytest.mark.parametrize("name", ["articles/notes.txt", ".git/config", "link"])
def test_one_strange_file_in_our_own_site_is_enough_to_refuse(site, name):
    publish(OLD, INPUTS, site)
    strange = site / name
    strange.parent.mkdir(exist_ok=True)
    if name == "link":
        strange.symlink_to(site.parent)
    else:
        strange.write_text("mine")
    with pytest.raises(PublishError, match=f": {name}$"):
        publish(NEW, INPUTS, site)
    assert strange.exists()


def test_a_file_that_appears_while_we_build_is_not_lost(site):
    publish(OLD, INPUTS, site)

    def meanwhile(name):
        if name == "checked":
            (site / "notes.txt").write_text("mine")

    with pytest.raises(PublishError, match=r"notes\.txt"):
        publish(NEW, INPUTS, site, meanwhile)
    assert (site / "notes.txt").read_text() == "mine"


def test_an_empty_folder_and_a_site_of_ours_that_was_edited_are_taken(site):
    (site / "empty").mkdir(parents=True)
    publish(OLD, INPUTS, site)
    (site / "index.html").write_text("edited")
    (site / "404.html").unlink()
    publish(NEW, INPUTS, site)
    whole(site)


def test_a_file_where_the_site_should_be_is_refused(site):
    site.write_text("mine")
    with pytest.raises(PublishError, match="is a file"):
        publish(OLD, INPUTS, site)
    assert site.read_text() == "mine"

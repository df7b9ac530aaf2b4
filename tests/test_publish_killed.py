"""A build that dies at any moment leaves a whole site, old or new, and the next one heals what is beside it."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from publish_faults import at_call, calls_of, kill, no_exchange, unsynced  # noqa: F401 - fixtures
from publish_pages import INPUTS, NEW, OLD, STEPS, in_child, neighbours, whole

from telaah.publish import lock, publish

DONE = 0


@pytest.fixture
def site(tmp_path):
    return tmp_path / "site"


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

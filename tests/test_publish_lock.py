"""One build at a time: a second one is told so, and a dead one stands in nobody's way."""

import os
import signal
import threading

import pytest
from publish_pages import INPUTS, NEW, OLD, in_child, snapshot

from telaah.publish import Busy, lock, publish

DONE = 0


@pytest.fixture
def site(tmp_path):
    return tmp_path / "site"


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

"""A build whose disk fails says so, and the site is the old one or the new one."""

import errno
import os
import shutil
import sys
from pathlib import Path

import pytest
from publish_faults import at_call, calls_of, fail, no_exchange, unsynced  # noqa: F401 - fixtures
from publish_pages import INPUTS, NEW, OLD, STEPS, in_child, neighbours, snapshot, whole

from telaah.publish import PublishError, exchange, publish

FAILED, DONE = 5, 0


@pytest.fixture
def site(tmp_path):
    return tmp_path / "site"


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

"""Pages become the site folder: what is in it, in which order and with which modes, links included."""

import json
import os
from pathlib import Path

import pytest
from publish_pages import INPUTS, NEW, OLD, REVERSED, STEPS, neighbours, snapshot, whole

from telaah.publish import PublishError, publish


@pytest.fixture
def site(tmp_path):
    return tmp_path / "site"


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

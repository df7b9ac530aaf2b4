"""What must not be published is refused with every reason, and nobody's files are lost."""

import pytest
from publish_pages import INPUTS, NEW, OLD, html, snapshot, whole

from telaah.model import Page
from telaah.publish import PublishError, publish


@pytest.fixture
def site(tmp_path):
    return tmp_path / "site"


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

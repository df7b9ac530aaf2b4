"""Problems that no folder of articles can show: each is caused once, and told in one line with its code."""

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT

from telaah import cli
from telaah.publish.paths import check_paths
from telaah.read import draft as drafting

ARTICLE = "---\ntitle: Panen raya di lembah\n---\n\nPetani di lembah itu mulai memanen padi pada hari Senin pagi.\n"


@pytest.fixture
def desk(tmp_path, monkeypatch) -> Path:
    """Go into a folder with one article and a copy of the templates."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "panen.md").write_text(ARTICLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def told(capsys):
    """Run a command that must fail, and return its exit code and what it says, last line of counts left out."""

    def work(*arguments):
        code = cli.main([*map(str, arguments)])
        return code, capsys.readouterr().err

    return work


def build(told, *more):
    return told("build", "--no-search", "--quiet", "--engine", "serial", *more)


def test_a_template_error_names_the_template_its_line_and_the_article_being_rendered(desk, told):
    (desk / "mine").mkdir()
    (desk / "mine" / "article.html").write_text("<p>\n{{ artcle.title }}\n", "utf-8")
    _, said = build(told, "--templates", "mine")
    assert "mine/article.html:2: error: this template fails for the page articles/panen.html" in said
    assert "'artcle' is undefined [template-failed]" in said


def test_a_catalogue_that_is_missing_or_cannot_be_read_is_named(desk, told):
    (desk / "content" / "site.toml").write_text('languages = ["fr"]\n', "utf-8")
    folder = desk / "mine" / "locales" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    assert "locales/fr/LC_MESSAGES/telaah.po: error: there are no interface words for the language 'fr' " in (
        said := build(told, "--templates", "mine")[1]
    )
    assert "[catalogue-missing]" in said
    (folder / "telaah.po").write_text('msgid ""\nmsgstr ""\n\nmsgid "a" b\n', "utf-8")
    _, said = build(told, "--templates", "mine")
    assert "telaah.po:3: error: the interface words for 'fr' cannot be read: " in said
    assert "[catalogue-syntax]" in said


def test_a_site_folder_that_is_a_file_or_holds_what_is_not_ours_is_left_alone(desk, told):
    (desk / "site").write_text("x")
    assert "[site-folder]" in build(told)[1]
    assert (desk / "site").read_text() == "x"
    (desk / "site").unlink()
    (desk / "site").mkdir()
    (desk / "site" / "foto.jpg").write_text("x")
    code, said = build(told)
    assert (code, "[site-foreign]" in said, "foto.jpg" in said) == (cli.PUBLISHING, True, True)
    assert [path.name for path in (desk / "site").iterdir()] == ["foto.jpg"]


def test_a_disk_that_cannot_be_written_leaves_the_old_site_and_is_told(desk, told, monkeypatch):
    assert build(told)[0] == cli.DONE
    before = (desk / "site" / "manifest.json").read_bytes()

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    code, said = build(told)
    assert (code, "[publish-failed]" in said, "No space left on device" in said) == (cli.PUBLISHING, True, True)
    assert (desk / "site" / "manifest.json").read_bytes() == before


def test_two_pages_that_differ_only_in_case_are_a_fault_of_ours():
    problems = check_paths(["articles/a.html", "articles/A.html"])
    assert [problem.code for problem in problems] == ["page-path"]


def test_a_sidecar_is_drafted_for_one_page_and_where_it_can_be_written(desk, told, monkeypatch):
    assert "[sidecar-folder]" in told("explain", "--write", "content")[1]
    (desk / "content" / "panen.txt").write_text(
        "Panen raya\n\nPetani di lembah memanen padi pada Senin pagi.\n", "utf-8"
    )

    def shut(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(drafting, "write_new", shut)
    assert (
        "'panen.toml' cannot be written: Permission denied [file-unwritable]"
        in (told("explain", "--write", "content/panen.txt")[1])
    )


def test_what_is_no_feed_or_a_cut_archive_is_told(desk, told):
    (desk / "bukan.xml").write_text("<p>x</p>")
    assert "[not-a-feed]" in told("add", "--feed", "bukan.xml")[1]
    record = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nabcd\r\n\r\n"
    (desk / "potong.warc.gz").write_bytes(gzip.compress(record * 40)[:-9])
    code, said = told("add", "potong.warc.gz")
    assert (code, "[archive-cut]" in said) == (cli.CONTENT, True)
    (desk / "catatan.warc").write_bytes(record)
    code, said = told("add", "catatan.warc")
    rest = "1 records are no pages: 1 notes about the fetching"
    assert (code, said) == (cli.DONE, f"catatan.warc: notice: {rest} [archive-rest]\n")


NOT_INSTALLED = """\
error: the library '{}' is not installed for this Python [dependency-missing]
    run 'make site', which installs all into .venv, and start the program as .venv/bin/python build.py
"""


def test_an_address_of_no_web_and_a_file_in_place_of_a_folder_are_told_as_what_they_are(desk, told):
    code, said = told("add", "htp://contoh.test/kabar")
    assert (code, "htp://contoh.test/kabar: error" in said, "[url-invalid]" in said) == (cli.CONTENT, True, True)
    (desk / "kabar.txt").write_text("Kabar")
    code, said = told("check", "--content", "kabar.txt")
    assert (code, "'kabar.txt' is a file, not a folder [content-missing]" in said) == (cli.USAGE, True)


def test_a_library_that_is_missing_is_named_with_the_way_to_get_it(desk, told, monkeypatch):
    monkeypatch.setitem(sys.modules, "feedparser", None)
    (desk / "umpan.xml").write_text("<rss/>")
    code, said = told("add", "--feed", "umpan.xml")
    assert (code, said) == (cli.USAGE, NOT_INSTALLED.format("feedparser"))


def test_a_python_without_any_library_is_told_in_the_same_words():
    """The mistake of a first day: `python3 build.py`, when all was installed into .venv."""
    command = [sys.executable, "-S", str(ROOT / "build.py")]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (cli.USAGE, NOT_INSTALLED.format("slugify"))

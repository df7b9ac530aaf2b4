"""Folders that cannot be read or written, links to themselves, full disks: a command stops with a sentence."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT
from test_cli import ARTICLE, run, snapshot

from telaah import newfile

PAGE = "Jembatan hulu dibuka lagi untuk warga\n\n" + "Warga menyeberang lagi lewat jembatan bambu itu. " * 4 + "\n"


def told(*arguments: object, cwd: Path) -> tuple[int, str]:
    """Run a command as somebody whom permissions bind, which root is not; return its exit code and what it said."""
    done = run(*arguments, cwd=cwd) if os.geteuid() else _bound(*arguments, cwd=cwd)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stderr


def _bound(*arguments: object, cwd: Path):
    command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"]
    command += [sys.executable, str(ROOT / "build.py"), *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)


needs_setpriv = pytest.mark.skipif(
    os.geteuid() == 0 and not shutil.which("setpriv"), reason="setpriv is missing: root cannot be bound by permissions"
)


@pytest.fixture
def desk(tmp_path):
    content = tmp_path / "content"
    (content / "articles").mkdir(parents=True)
    (content / "topics").mkdir()
    (content / "site.toml").write_text('default_rights = "full"\n')
    (content / "articles" / "panen.md").write_text(ARTICLE)
    (tmp_path / "baru.txt").write_text(PAGE)
    yield tmp_path
    for folder in (content, *(path for path in content.rglob("*") if path.is_dir())):
        folder.chmod(0o755)


@needs_setpriv
@pytest.mark.parametrize("mode", [0o000, 0o444])
@pytest.mark.parametrize("where", ["articles/tutup", "topics", "articles"])
def test_a_folder_that_cannot_be_opened_is_a_problem_beside_the_others(desk, where, mode):
    folder = desk / "content" / where
    folder.mkdir(exist_ok=True)
    (folder / "di-dalam.md").write_text("---\ntitle: X\n---\n\nSatu kalimat.\n")
    (desk / "content" / "corrections.toml").write_text("[[correction]\n")
    folder.chmod(mode)
    code, said = told("check", "--no-search", cwd=desk)
    assert code == 1
    assert f"content/{where}: error: the folder cannot be opened: Permission denied [file-unreadable]" in said
    assert "[toml-syntax]" in said


@needs_setpriv
def test_a_content_folder_that_cannot_be_opened_is_a_wrong_setting(desk):
    (desk / "content").chmod(0o000)
    code, said = told("check", "--no-search", cwd=desk)
    assert (code, "[file-unreadable]" in said) == (2, True), said


@needs_setpriv
def test_what_is_taken_into_a_folder_that_cannot_be_written_is_refused_in_a_sentence(desk):
    (desk / "content" / "articles").chmod(0o555)
    code, said = told("add", "baru.txt", cwd=desk)
    assert code == 1
    assert "baru.txt: error: 'baru.txt' cannot be written: Permission denied [file-unwritable]" in said
    (desk / "content" / "articles").chmod(0o755)
    assert told("add", "baru.txt", cwd=desk)[0] == 0


def test_links_that_lead_to_themselves_are_no_folders(tmp_path):
    (tmp_path / "lingkar").symlink_to("lingkar")
    for arguments, code, problem in (
        (("check", "--content", "lingkar"), 2, "content-missing"),
        (("init", "lingkar"), 2, "file-unwritable"),
        (("new", "article", "X", "--content", "lingkar"), 2, "file-unwritable"),
        (("verify", "lingkar"), 1, "file-unreadable"),
    ):
        done = run(*arguments, cwd=tmp_path)
        assert (done.returncode, f"[{problem}]" in done.stderr) == (code, True), done.stderr


@needs_setpriv
def test_a_file_of_a_site_that_cannot_be_opened_is_named(desk):
    assert told("build", "--no-search", cwd=desk)[0] == 0
    (desk / "site" / "index.html").chmod(0o000)
    code, said = told("verify", cwd=desk)
    assert code == 1
    assert "index.html: error: the file cannot be opened: Permission denied [file-unreadable]" in said
    (desk / "site" / "manifest.json").chmod(0o000)
    code, said = told("verify", cwd=desk)
    assert (code, said.count("[file-unreadable]")) == (1, 1)


class Full:
    """A file on a disk that is full after some bytes."""

    def __init__(self, file, room):
        self.file, self.room = file, room

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()

    def write(self, content):
        self.file.write(content[: self.room])
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_file_that_does_not_fit_is_not_left_half_written(tmp_path, monkeypatch):
    real = Path.open
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", lambda path, mode: Full(real(path, mode), 3))
        with pytest.raises(OSError, match="No space left"):
            newfile.write_new(tmp_path / "baru.txt", b"panjang")
    assert snapshot(tmp_path) == {}
    newfile.write_new(tmp_path / "baru.txt", b"panjang")
    with pytest.raises(FileExistsError):
        newfile.write_new(tmp_path / "baru.txt", b"lain")
    assert (tmp_path / "baru.txt").read_bytes() == b"panjang"

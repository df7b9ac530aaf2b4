"""The desk's own TOML files are read alike: what an editor leaves in them is a problem with a place, or none."""

from pathlib import Path

import pytest

from telaah.names import names
from telaah.outlets import outlets
from telaah.problems import Problem
from telaah.read.corrections import corrections
from telaah.read.silenced import silenced

READERS = {
    "silenced.toml": lambda path: silenced(path.parent).problems,
    "corrections.toml": lambda path: corrections(path.parent).problems,
    "names.toml": lambda path: names(path)[1],
    "outlets.toml": lambda path: outlets(path)[1],
}
GOOD = {
    "silenced.toml": '[c-1a2b3c4d]\nreason = "{}"\n',
    "corrections.toml": '[[correction]]\narticle = "a"\ndate = 2024-05-06\nwas = "1"\nnow = "2"\nwhy = "{}"\n',
    "names.toml": '[sri]\nname = "{}"\n',
    "outlets.toml": '[kabar]\nname = "{}"\n',
}
FILES = pytest.mark.parametrize("name", READERS)


def told(folder: Path, name: str, content: bytes) -> list[Problem]:
    (folder / name).write_bytes(content)
    return list(READERS[name](folder / name))


@FILES
def test_the_mark_with_which_editors_of_windows_begin_a_file_is_passed_over(name, tmp_path):
    text = GOOD[name].format("kembali")
    assert told(tmp_path, name, text.encode("utf-8-sig")) == []
    assert told(tmp_path, name, text.replace("=", "", 1).encode("utf-8-sig")) != [], "the control: it is read"


@FILES
def test_a_file_that_is_not_utf_8_is_told_with_its_line(name, tmp_path):
    (problem,) = told(tmp_path, name, GOOD[name].format("café").encode("cp1252"))
    line = next(number for number, text in enumerate(GOOD[name].split("\n"), 1) if "{}" in text)
    assert (problem.code, problem.line) == ("file-not-text", line)


@FILES
def test_a_file_nested_without_end_is_no_bug_of_ours(name, tmp_path):
    (problem,) = told(tmp_path, name, b"a = " + b"[" * 5000 + b"]" * 5000)
    assert problem.code == "toml-syntax"


@FILES
def test_a_folder_in_the_place_of_a_file_is_told(name, tmp_path):
    (tmp_path / name).mkdir()
    (problem,) = READERS[name](tmp_path / name)
    assert (problem.severity, problem.code) == ("error", "file-unreadable")

"""Every problem has a code, every code a place in the reference, and bad sites print exactly what is expected."""

import ast
import re
from pathlib import Path

import pytest
from places import ROOT

from telaah import pipeline
from telaah.problems import InputError, Problem, as_annotation, as_text
from telaah.settings import Options

SITES = sorted((ROOT / "tests" / "sites").iterdir())
REFERENCE = (ROOT / "docs" / "reference" / "problems.md").read_text("utf-8")
MAKERS = {"Problem", "Fault", "problem", "_problem", "because", "wrong", "checked", "fault"}
"""Functions that are given a problem's code."""
CODE = re.compile(r"[a-z]+(-[a-z]+)*")
HYPHENATED = re.compile(r"[a-z]+(-[a-z]+)+")
BUILT = {"outlet-missing", "published-missing", "url-missing"}
"""Codes put together from a key."""


def codes_in_the_program() -> set[str]:
    found = set(BUILT)
    for path in (ROOT / "telaah").rglob("*.py"):
        text = path.read_text("utf-8")
        found |= set(re.findall(r" \[([a-z]+(?:-[a-z]+)+|busy)\]", text))
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call):
                found |= set(_given(node))
    return found


def _given(call: ast.Call):
    """Yield the code that a call names: the first argument that looks like one, or the second of a Problem."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in MAKERS:
        return
    wanted = {"Problem": call.args[1:2], "Fault": call.args[:1], "because": call.args[:1]}.get(name, call.args[:3])
    form = CODE if name in ("Problem", "Fault", "because") else HYPHENATED
    words = (each.value for each in wanted if isinstance(each, ast.Constant) and isinstance(each.value, str))
    yield from [word for word in words if form.fullmatch(word)][:1]


def examples() -> dict[str, str]:
    """Return each documented code's example, its indentation taken off."""
    sections = re.findall(r"^### ([a-z-]+)\n\n(.*?)(?=^##|\Z)", REFERENCE, re.MULTILINE | re.DOTALL)
    return {code: "\n".join(re.findall(r"^    (.*)$", text, re.MULTILINE)) for code, text in sections}


def printed(folder: Path, monkeypatch) -> str:
    monkeypatch.chdir(folder)
    # Every other site has an address, so that the notice about one without is printed by one alone.
    address = None if folder.name == "base-url-missing" else "https://contoh.test/"
    options = Options(Path("content"), Path("site"), ROOT / "templates", base_url=address, search=False)
    try:
        problems = pipeline.check(options).problems
    except InputError as error:
        problems = error.problems
    return "".join(as_text(problem).replace(str(ROOT) + "/", "") + "\n" for problem in problems)


def test_every_code_of_the_program_is_in_the_reference_and_no_other():
    codes = codes_in_the_program()
    assert {"key-unknown", "date-invalid", "policy", "busy", "robots", "site-file-changed"} <= codes
    assert set(examples()) == codes


@pytest.mark.parametrize("code", sorted(examples()))
def test_an_example_shows_its_code(code):
    assert examples()[code].split("\n")[0].endswith(f"[{code}]")


@pytest.mark.parametrize("folder", SITES, ids=lambda folder: folder.name)
def test_a_bad_site_prints_exactly_this(folder, monkeypatch):
    found = printed(folder, monkeypatch)
    assert found == (folder / "printed.txt").read_text("utf-8")
    assert examples()[folder.name] in found


def test_every_code_has_a_bad_site_or_a_test_that_names_it():
    tests = "".join(
        path.read_text("utf-8") for path in (ROOT / "tests").rglob("*.py") if path.name != Path(__file__).name
    )
    shown = {folder.name for folder in SITES}
    untested = {code for code in codes_in_the_program() - shown if code not in tests}
    assert untested == set()


def test_an_annotation_names_file_and_line_and_escapes_what_would_end_it():
    problem = Problem("error", "date-invalid", "100 % wrong,\nfor sure: ::error::", "write, it", "a,b:c.md", 3, 7)
    assert as_annotation(problem) == (
        "::error file=a%2Cb%3Ac.md,line=3,col=7,title=date-invalid::100 %25 wrong,%0Afor sure: ::error::%0Awrite, it"
    )
    assert as_annotation(Problem("notice", "x", "y")) == "::notice title=x::y"

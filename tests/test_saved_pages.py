"""Each short saved page of cases/saved, written by us and named by its trap, is read as the file beside it says."""

import random
from pathlib import Path

import pytest
from told import told

from telaah.clean import clean
from telaah.clean.saved.tree import tree, without_code, words
from telaah.model import Source, Stated
from telaah.read import read_files
from telaah.settings import Options
from telaah.settings import settings as read_settings

CASES = Path(__file__).parent / "cases" / "saved"
OUTLETS = read_settings(Options(CASES, Path("site"), Path("templates"))).outlets
PAGES = sorted(CASES.glob("*.html"))
MUTANTS = 300


@pytest.mark.parametrize("case", PAGES, ids=lambda path: path.stem)
def test_a_saved_page_is_read_as_its_case_says(case):
    source = read_files(CASES, [case]).sources[0]
    assert "\n".join(told(clean(source, OUTLETS, case.name))) + "\n" == case.with_suffix(".expected").read_text("utf-8")


def test_no_line_number_is_claimed_for_a_page_whose_lines_nobody_sees():
    for case in PAGES:
        article = clean(read_files(CASES, [case]).sources[0], OUTLETS, case.name)
        found = [*article.paragraphs, *article.removed, *article.captions, *(by.evidence for by in article.bylines)]
        assert {each.line for each in found} <= {None}
        assert article.lines == ()


def test_the_order_of_pages_changes_nothing():
    def read(cases):
        return {case.stem: list(told(clean(read_files(CASES, [case]).sources[0], OUTLETS, "x"))) for case in cases}

    first = read(PAGES)
    assert read(reversed(PAGES)) == first
    assert len({tuple(facts) for facts in first.values()}) > len(PAGES) // 2


def test_no_page_can_be_mutilated_into_a_crash():
    chance = random.Random(2022)  # noqa: S311 - the same mutants on every run
    pages = [case.read_text("utf-8", errors="replace") for case in PAGES]
    for _ in range(MUTANTS):
        text = mutant(chance.choice(pages), chance)
        article = clean(source(text), OUTLETS, "x.html")
        assert article.paragraphs or any(problem.code == "text-missing" for problem in article.problems)


def mutant(page: str, chance: random.Random) -> str:
    """A page with one kind of damage: cut, doubled, turned round, junk between, shuffled, nested, one endless line."""
    cut = chance.randrange(1, len(page))
    kind = chance.randrange(7)
    if kind == 0:
        return page[:cut]
    if kind == 1:
        return page + page
    if kind == 2:
        return page[cut:] + page[:cut]
    if kind == 3:
        junk = ["<", ">", '"', "&#xD800;", "\ufffd", "<table>", "</div>", "<!--", "]]>", "\x0b", "{", "&amp"]
        places = sorted(chance.sample(range(len(page)), 12), reverse=True)
        for place in places:
            page = page[:place] + chance.choice(junk) + page[place + 1 :]
        return page
    if kind == 4:
        lines = page.split("\n")
        chance.shuffle(lines)
        return "\n".join(lines)
    if kind == 5:
        return "<div>" * 3000 + page
    return page.replace("\n", " ").replace("<p>", "<p>" + "kata " * 400)


def test_bytes_that_were_damaged_become_a_page_or_a_clear_problem(tmp_path):
    chance = random.Random(1945)  # noqa: S311 - the same damage on every run
    pages = [case.read_bytes() for case in PAGES]
    told_of = 0
    for number in range(60):
        raw = bytearray(chance.choice(pages))
        for _ in range(20):
            raw[chance.randrange(len(raw))] = chance.randrange(1, 256)
        if number % 4 == 0:
            raw[chance.randrange(len(raw))] = 0
        path = tmp_path / f"r{number}.html"
        path.write_bytes(bytes(raw))
        folder = read_files(tmp_path, [path])
        assert len(folder.sources) + len(folder.problems) == 1
        told_of += len(folder.problems)
        for each in folder.sources:
            clean(each, OUTLETS, path.name)
    assert told_of == 15


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "<",
        "<html>",
        "<!DOCTYPE html>",
        "{}",
        "<?xml version='1.0'?>",
        "<p>" * 20000,
        "&#0;",
        '<script type="application/ld+json">[[[[',
        "<a href='http://[",
    ],
    ids=range(10),
)
def test_what_is_hardly_a_page_is_a_clear_problem(text):
    assert "text-missing" in [problem.code for problem in clean(source(text), OUTLETS, "x.html").problems]


def test_a_lone_surrogate_in_linked_data_reaches_nobody():
    node = '{"@type":"NewsArticle","headline":"Panen \\ud800 raya di desa"}'
    text = f'<script type="application/ld+json">{node}</script><p>Isi.'
    title = clean(source(text), OUTLETS, "x.html").title
    assert title is not None
    assert title.encode("utf-8").startswith(b"Panen")


def source(text: str) -> Source:
    return Source("x.html", "x", "0" * 64, "html", text, 1, Stated(), {})


@pytest.mark.parametrize("sign", ["\x01", "&#1;", "&#x1f;", "\ufffe", "&#00011"])
def test_a_control_character_in_a_page_is_a_blank(sign):
    page = f"<html><body><h1>Dermaga</h1><p>Perahu {sign}<script>x()</script>{sign} berangkat.</p></body></html>"
    root = tree(page)
    without_code(root)
    assert words(root.find(".//p")) == "Perahu berangkat."

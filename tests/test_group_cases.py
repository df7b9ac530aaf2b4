"""Situations made by hand, one for each trap of grouping: topics, copies, origins and their reasons, figures, dates."""

import itertools

import pytest
from situations import FOLDER, analyses, briefing, load, situations, summary

from telaah.group import check_grouped
from telaah.model import Folder, Silenced

CASES = situations()
FEW = 4
"""Articles of which every order is tried; of more, as many orders as there are articles."""


@pytest.mark.parametrize("file", CASES, ids=[file.stem for file in CASES])
def test_a_situation_comes_out_as_it_says(file):
    case = load(file)
    found = summary(briefing(case), case["article"][0]["id"])
    assert {key: found[key] for key in case["expect"]} == case["expect"]


@pytest.mark.parametrize("file", CASES, ids=[file.stem for file in CASES])
def test_the_order_of_files_never_matters(file):
    case = load(file)
    wanted, read = briefing(case), analyses(case)
    orders = itertools.permutations(read) if len(read) <= FEW else (read[n:] + read[:n][::-1] for n in range(len(read)))
    assert all(briefing(case, list(order)) == wanted for order in orders)


@pytest.mark.parametrize("file", CASES, ids=[file.stem for file in CASES])
def test_every_quote_stands_in_the_paragraph_it_names(file):
    case = load(file)
    found = briefing(case)
    texts = {
        (placed.article.id, paragraph.id): paragraph.text
        for placed in found.articles
        for paragraph in placed.article.paragraphs
    }
    quotes = [quote for topic in found.topics for row in (*topic.disagreements, *topic.claims) for quote in row.quotes]
    quotes += [figure.quote for topic in found.topics for figure in topic.figures]
    quotes += [moment.quote for topic in found.topics for moment in topic.timeline]
    quotes += [quote for topic in found.topics for quote in topic.origins.rests_on]
    for quote in quotes:
        assert quote.text in quote.sentence
        assert quote.sentence in texts[quote.article, quote.paragraph]


def test_every_trap_has_its_situation():
    names = {file.stem for file in CASES}
    assert {
        "same-wire-in-two-outlets",
        "furniture-of-one-outlet",
        "furniture-of-unknown-outlets",
        "one-event-in-two-languages",
        "update-and-disagreement",
        "millions-and-one-and-a-half-million",
        "three-copies",
        "circular-credits",
        "undated-articles",
        "match-pins-and-excludes",
        "summary-by-origin",
        "dates-that-differ",
        "rows-the-desk-takes-out",
        "status-words-undone",
        "a-sentence-says-more-than-its-row",
    } <= names


@pytest.mark.parametrize(("name", "hint"), [("c-4db3a9fc", ", did you mean 'c-4db3a9fb'?"), ("c-4d00a9f0", "")])
def test_an_id_that_no_row_has_is_taken_for_another_only_where_one_letter_differs(name, hint):
    found = briefing(load(FOLDER / "rows-the-desk-takes-out.toml"))
    folder = Folder((), (), (), (), 0, (), silenced=(Silenced(name, "Salah.", 1),))
    (problem,) = check_grouped(found, folder, ("id",), "silenced.toml")
    assert problem.message == f"no table has a row '{name}'{hint}; nothing was taken out"

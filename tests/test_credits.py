"""Whom an article credits for its report, read in whatever form it comes."""

from pathlib import Path

import pytest

from telaah.clean import clean
from telaah.model import Source, Stated
from telaah.settings import Options, settings

OUTLETS = settings(Options(Path(__file__).parent / "cases" / "read", Path("site"), Path("templates"))).outlets
CREDITED = (
    "Panen padi di lembah dimulai pada hari Senin, kata kepala dusun.\n\n"
    "Lumbung sudah penuh, seperti dikutip dari Antara."
)
DATELINE = "LEMBAH SERUNI (AFP) - The rice harvest has begun in the valley, the village head said."


def credited(form, text, outlet, **stated):
    head = "" if form == "markdown" else "Panen padi di lembah dimulai\n\n"
    source = Source("x", "x", "0" * 64, form, head + text, 1, Stated(title="Panen", outlet=outlet, **stated), {})
    found = clean(source, OUTLETS, "x").upstream
    return [(each.name, each.how, each.evidence.line, each.evidence.text) for each in found]


def test_a_markdown_article_credits_whom_its_sentences_credit():
    assert credited("markdown", CREDITED, "Kabar Lembah") == [("Antara", "cue", 3, "dikutip dari Antara")]
    assert credited("markdown", DATELINE, "Kabar Lembah") == [("AFP", "dateline", 1, "LEMBAH SERUNI (AFP) -")]
    assert credited("markdown", CREDITED.replace("dikutip dari", "disimpan"), "Kabar Lembah") == []


def read(text, kind="article"):
    return clean(Source("x", "x", "0" * 64, "markdown", text, 1, Stated(title="Panen", kind=kind), {}), OUTLETS, "x")


def test_a_dateline_and_a_credit_at_the_end_are_cut_out_of_a_markdown_article_and_kept_on_the_receipt():
    article = read(DATELINE + "\n\nThe barns are full. (Reuters)")
    assert [each.text for each in article.paragraphs] == [DATELINE.partition(" - ")[2], "The barns are full."]
    assert [(each.line, each.rule) for each in article.removed] == [(1, "dateline"), (3, "agency-credit")]
    assert article.place == "Lembah Seruni"
    assert [each.name for each in article.upstream] == ["Reuters", "AFP"]


def test_nothing_is_cut_out_of_the_desks_own_words():
    article = read(DATELINE, kind="digest")
    assert [each.text for each in article.paragraphs] == [DATELINE]
    assert article.removed == ()
    assert [each.name for each in article.upstream] == ["AFP"]


def test_what_the_desk_states_of_credits_wins():
    assert [name for name, *_ in credited("markdown", CREDITED, "Kabar Lembah", upstream=("Reuters",))] == ["Reuters"]


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_an_agency_does_not_credit_itself_in_its_own_dateline(form):
    assert credited(form, DATELINE, "AFP") == []
    assert [name for name, *_ in credited(form, DATELINE, "Kabar Lembah")] == ["AFP"]


@pytest.mark.parametrize("cue", ["seperti diberitakan", "sebagaimana diberitakan", "seperti diwartakan"])
def test_indonesian_words_of_credit(cue):
    assert [name for name, *_ in credited("markdown", CREDITED.replace("seperti dikutip dari", cue), "X")] == ["Antara"]

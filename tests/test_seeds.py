"""The five real pages are read as a careful editor reads them (shared/expected/seeds.json)."""

import json
from pathlib import Path

import pytest
from places import SHARED, shared

from telaah.analyse import analyse
from telaah.clean import clean
from telaah.group import group
from telaah.model import Article
from telaah.read import read
from telaah.settings import Options, settings

NAMES = ("000", "001", "002", "003", "004")


@pytest.fixture(scope="module")
def documents():
    found = json.loads((shared("expected") / "seeds.json").read_text("utf-8"))["documents"]
    return {document["file"][:3]: document for document in found}


def settings_of():
    return settings(Options(shared("seeds"), Path("site"), Path("templates")))


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    content, outlets = shared("seeds"), settings_of().outlets
    return {source.file[:3]: clean(source, outlets, source.file) for source in read(content).sources}


@pytest.mark.parametrize("name", NAMES)
def test_every_line_has_the_class_the_editor_gave_it(name, articles, documents):
    wanted = {line: cls for cls, lines in documents[name]["line_classes"].items() for line in lines}
    assert {line.line: line.cls for line in articles[name].lines} == wanted


@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_the_editors_text_in_order(name, articles, documents):
    document = documents[name]
    kinds = {}
    for paragraph in articles[name].paragraphs:
        kinds.setdefault(paragraph.kind, []).append((paragraph.line, paragraph.text))
    assert kinds.pop("body") == [(each["line"], folded(each["text"])) for each in document["body"]]
    assert kinds.pop("subhead", []) == [(each["line"], each["text"]) for each in document["subheads"]]
    repeated = document["standfirst"] in [each["text"] for each in document["body"]]
    standfirst = (
        [] if repeated or not document["standfirst"] else [(document["standfirst_line"], document["standfirst"])]
    )
    assert kinds.pop("standfirst", []) == standfirst
    assert not kinds


@pytest.mark.parametrize("name", NAMES)
def test_the_metadata_is_what_the_page_states(name, articles, documents):
    article, document = articles[name], documents[name]
    assert article.title == document["headline"]
    assert article.language == document["language"]
    assert article.outlet.name in document["outlet_accept"]["name"]
    assert article.outlet.domain in document["outlet_accept"]["domain"]
    people = [(by["name"], by["role"], by["line"]) for by in document["byline"]]
    assert [(by.name, by.role, by.evidence.line) for by in article.bylines] == people
    assert article.place == (document["dateline"]["place"] if document["dateline"]["place"] else None)
    assert [up.name for up in article.upstream] == document["upstream_distinct"]


@pytest.mark.parametrize("name", NAMES)
def test_no_date_is_invented_and_none_is_lost(name, articles, documents):
    published = documents[name]["published"]
    stated = f"{published['date']}T{published['time']}{published['utc_offset']}" if published["date"] else None
    assert articles[name].published.value == stated


@pytest.mark.parametrize("name", NAMES)
def test_captions_credits_and_pages_are_kept_beside_the_text(name, articles, documents):
    article, document = articles[name], documents[name]
    assert [caption.line for caption in article.captions] == [caption["line"] for caption in document["captions"]]
    for caption, wanted in zip(article.captions, document["captions"], strict=True):
        assert wanted["text"] in caption.text
        assert caption.credit == wanted["credit"]
    pages = document["pagination"]
    assert (article.pages and article.pages.page) == pages["page"]
    assert article.starts_mid_story == (pages["status"] in ("page", "suspected_partial"))


@pytest.mark.parametrize("name", NAMES)
def test_every_hop_of_provenance_is_words_of_its_line(name, articles):
    article = articles[name]
    lines = article.source.text.split("\n")
    for evidence in [up.evidence for up in article.upstream] + [by.evidence for by in article.bylines]:
        assert folded(evidence.text) in folded(lines[evidence.line - 1])


@pytest.fixture(scope="module")
def briefing(articles):
    return group(list(map(analyse, articles.values())), (), {}, settings_of().outlets)


def test_the_topic_of_september_2022_has_two_to_three_origins_each_named_by_a_line(briefing):
    found = next(topic for topic in briefing.topics if len(topic.articles) > 1)
    assert sorted(name[:3] for name in found.articles) == ["000", "001", "003"]
    assert (found.origins.at_least, found.origins.at_most) == (2, 3)
    known = {group.name: group.known for group in found.origins.groups}
    assert known == {"The New York Times": True, "The Associated Press": True, "Tribunnews.com": False}
    for placed in briefing.articles:
        lines = placed.article.source.text.split("\n")
        for hop in placed.chain:
            if hop.kind != "not-stated" and hop.evidence:
                assert folded(hop.evidence) in folded(lines[hop.line - 1])


@pytest.mark.parametrize(
    ("name", "kind", "unit", "low", "high"),
    [
        ("000", "count", "rudal balistik", 30, None),
        ("000", "count", "putaran sanksi", 11, 11),
        ("004", "money", "USD", 249.5e6, 250.5e6),
    ],
)
def test_figures_come_out_with_the_right_unit(name, kind, unit, low, high, briefing):
    every = [figure for topic in briefing.topics for figure in topic.figures if figure.quote.article.startswith(name)]
    assert (kind, unit, low, high) in [(each.kind, each.unit, each.low, each.high) for each in every]


def test_the_denial_and_the_unnamed_officials_are_marked(briefing):
    denied = {
        cell.article[:3] for topic in briefing.topics for claim in topic.claims if claim.denied for cell in claim.cells
    }
    assert denied == {"002"}
    unnamed = {quote.article[:3]: [] for topic in briefing.topics for quote in topic.origins.rests_on}
    for topic in briefing.topics:
        for quote in topic.origins.rests_on:
            unnamed[quote.article[:3]].append(quote.text.lower())
    assert any("pejabat intelijen" in text for text in unnamed["001"])
    assert any("pejabat" in text for text in unnamed["003"])


def test_no_rule_names_a_seed():
    hashes = [path.stem.split("_")[1] for path in (SHARED / "seeds").glob("*.txt")]
    code = [
        path.read_text("utf-8")
        for path in (Path(__file__).parent.parent / "telaah").rglob("*.*")
        if "__pycache__" not in str(path)
    ]
    assert not [digest for digest in hashes if any(digest in text for text in code)]


def folded(text: str) -> str:
    return " ".join(text.split())

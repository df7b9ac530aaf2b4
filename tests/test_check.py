"""`check` finds what a build alone does not say: dead originals, lost pages, and sentences that nobody said."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from analysed import article
from news_host import Host, page
from places import ROOT
from test_cli import run

from telaah import external, pipeline
from telaah.analyse import analyse
from telaah.group import group
from telaah.group.verbatim import unverified
from telaah.model import Claim, ClaimCell, Disagreement, Figure, Moment, Origins, Page, Quote, Sentence, SilencedRow
from telaah.publish.check import markups, unreachable
from telaah.settings import Options

HEAD = '<!DOCTYPE html><html lang="id"><head><title>x</title>{}</head><body>{}</body></html>'


@pytest.fixture
def host():
    with Host() as server:
        yield server


@pytest.fixture
def content(tmp_path) -> Path:
    (tmp_path / "content" / "articles").mkdir(parents=True)
    (tmp_path / "content" / "topics").mkdir()
    return tmp_path / "content"


def write(content: Path, name: str, url: str) -> None:
    text = (
        f"---\ntitle: Kabar {name} dari lembah\nurl: {url}\n---\n\nPetani {name} di lembah memanen padi Senin pagi.\n"
    )
    (content / "articles" / f"{name}.md").write_text(text, "utf-8")


def test_dead_addresses_are_told_with_file_and_line_and_each_is_asked_for_once(content, host):
    for name in ("ada", "hilang", "tertutup"):
        write(content, name, f"{host.address}/{name}.html")
    write(content, "juga", f"{host.address}/hilang.html")
    topic = f"---\ntitle: {{id: Lembah}}\narticles: [ada]\n---\n\nLihat [ini]({host.address}/pengantar).\n"
    (content / "topics" / "lembah.md").write_text(topic, "utf-8")
    host.files["/robots.txt"] = (200, "text/plain", b"User-agent: *\nDisallow: /tertutup\n")
    host.files["/ada.html"] = (200, "text/html", page())
    found = external.dead_links(external.addresses(Options(content, Path("site"), ROOT / "templates")))
    told = [(problem.code, Path(problem.file or "").name, problem.line) for problem in found]
    assert told == [
        ("link-dead", "hilang.md", 3), ("link-dead", "juga.md", 3), ("link-unasked", "tertutup.md", 3),
        ("link-dead", "lembah.md", 6),
    ]  # fmt: skip
    assert "the server answers 404" in found[0].message
    assert host.asked.count("/ada.html") == 1
    assert "/tertutup.html" not in host.asked
    assert host.asked.count("/hilang.html") == 2, "by HEAD, then by GET; once for both places"
    assert host.asked.count("/robots.txt") == 1


def test_the_command_asks_only_when_told_to_and_fails_only_under_strict(content, host):
    write(content, "hilang", f"{host.address}/hilang.html")
    arguments = ("check", "--content", content, "--no-search", "--cache", content.parent / "cache")
    assert run(*arguments).returncode == 0
    assert host.asked == []
    asked = run(*arguments, "--external", "--format", "github")
    assert asked.returncode == 0
    assert f"::warning file={content}/articles/hilang.md,line=3,title=link-dead::" in asked.stderr


def test_a_page_does_not_make_the_program_ask_inside_the_desks_own_network(content, host):
    saved = page(address=f"{host.address}/rahasia")
    (content / "articles" / "jembatan.html").write_bytes(saved)
    options = Options(content, Path("site"), ROOT / "templates")
    (found,) = external.dead_links(external.addresses(options))
    assert (found.code, Path(found.file or "").name) == ("link-dead", "jembatan.html")
    assert "own network" in found.message
    assert host.asked == []
    # What the desk states itself may lie there.
    (content / "articles" / "jembatan.toml").write_text(f'url = "{host.address}/rahasia"\n', "utf-8")
    external.dead_links(external.addresses(options))
    assert "/rahasia" in host.asked


def test_an_address_in_an_introduction_ends_where_its_sentence_does(content):
    write(content, "ada", "https://kabar.example/ada")
    introduction = "Lihat https://a.example/satu. [Dua](https://a.example/dua_(kota)), <https://a.example/tiga?x=1>!"
    topic = f"---\ntitle: {{id: Lembah}}\narticles: [ada]\n---\n\n{introduction}\n"
    (content / "topics" / "lembah.md").write_text(topic, "utf-8")
    found = external.addresses(Options(content, Path("site"), ROOT / "templates"))
    assert [each.url for each in found][1:] == [
        "https://a.example/satu", "https://a.example/dua_(kota)", "https://a.example/tiga?x=1",
    ]  # fmt: skip


def test_a_host_that_cannot_be_reached_is_a_dead_link(content):
    write(content, "mati", "http://127.0.0.1:9/mati")
    (found,) = external.dead_links(external.addresses(Options(content, Path("site"), ROOT / "templates")))
    assert found.code == "link-dead"
    assert "leads nowhere: the server cannot be reached" in found.message


def test_a_page_that_no_chain_of_links_leads_to_is_told():
    def html(body="", head=""):
        return HEAD.format(head, body).encode()

    pages = (
        Page("index.html", html('<a href="a/b.html">b</a>')),
        Page("a/b.html", html('<a href="c.html#x">c</a>')),
        Page("a/c.html", html()),
        Page("a/hilang.html", html('<a href="juga-hilang.html">d</a>')),
        Page("a/juga-hilang.html", html()),
        Page("404.html", html()),
        Page("a/lama.html", html(head='<meta http-equiv="refresh" content="0; url=b.html">')),
        Page("a/dibagi.html", html(head='<meta name="robots" content="noindex">')),
        Page("data.json", b"{}"),
    )
    found = [(problem.code, problem.file) for problem in unreachable(pages, "/", markups(pages))]
    assert found == [("page-unreachable", "a/hilang.html"), ("page-unreachable", "a/juga-hilang.html")]


def test_every_page_of_the_example_can_be_reached():
    outcome = pipeline.check(Options(ROOT / "content", Path("site"), ROOT / "templates", search=False))
    assert [problem.file for problem in outcome.problems if problem.code == "page-unreachable"] == []


def test_a_sentence_that_its_paragraph_does_not_hold_is_told():
    analysed = analyse(article("panen", "Panen raya di lembah", "Petani di lembah mulai memanen padi pada Senin pagi."))
    good = group([analysed], [], {})
    assert list(unverified(good)) == []
    wrong = Sentence("Petani di lembah gagal memanen padi.", analysed.article.paragraphs[0].id)
    (placed,) = good.articles
    bad = replace(good, articles=(replace(placed, analysis=replace(analysed, summary=(wrong,))),))
    (problem,) = unverified(bad)
    assert (problem.severity, problem.code) == ("error", "sentence-unverified")
    assert "gagal memanen" in problem.message


FALSE = Quote("panen", "p-00000000", "Petani gagal memanen 12 ton padi.", "12 ton")
DATE = Moment("2024-05-06", "2024-05-06", "day", "stated", planned=False, quote=FALSE, also=())
FIGURE = Figure(FALSE, "measure", "t", 12, 12)
CELL = ClaimCell(FALSE.article, FALSE.paragraph, FALSE.sentence, (), None, beyond=False)


@pytest.mark.parametrize(
    ("what", "shown"),
    [
        ("source", {"origins": Origins(0, 0, (), (FALSE,))}),
        ("claim", {"claims": (Claim((CELL,), 1, 1, denied=False),)}),
        ("figure", {"figures": (FIGURE,)}),
        ("difference", {"disagreements": (Disagreement("disagreement", "measure", "t", (FIGURE,)),)}),
        ("difference", {"disagreements": (Disagreement("disagreement", "date", "day", (), (DATE,)),)}),
        ("date", {"timeline": (DATE,)}),
        ("row", {"silenced": (SilencedRow("c-00000000", "claim", "x", (FALSE,)),)}),
    ],
)
def test_whatever_a_topic_shows_as_somebodys_words_is_looked_up(what, shown):
    analysed = analyse(article("panen", "Panen raya di lembah", "Petani di lembah mulai memanen padi pada Senin pagi."))
    good = group([analysed], [], {})
    bad = replace(good, topics=tuple(replace(topic, **shown) for topic in good.topics))
    (problem,) = unverified(bad)
    assert problem.message == f'a {what} says "{FALSE.sentence}", which paragraph {FALSE.paragraph} does not say'


def test_a_denial_that_its_paragraph_does_not_hold_is_told():
    analysed = analyse(article("panen", "Panen raya di lembah", "Petani di lembah mulai memanen padi pada Senin pagi."))
    good = group([analysed], [], {})
    said = analysed.sentences[0]
    claim = Claim((ClaimCell("panen", said.paragraph, said.text, ("denied",), FALSE, beyond=False),), 1, 1, denied=True)
    (problem,) = unverified(replace(good, topics=tuple(replace(topic, claims=(claim,)) for topic in good.topics)))
    assert problem.message.startswith("a denial says")


@pytest.mark.parametrize("command", [("init", "ada"), ("new", "topic", "x"), ("verify", "x"), ("add", "x.html")])
def test_every_command_gives_its_problems_as_json_and_as_annotations(command, tmp_path):
    (tmp_path / "ada").mkdir()
    (tmp_path / "ada" / "x").write_text("x")
    (tmp_path / "content" / "topics").mkdir(parents=True)
    (tmp_path / "content" / "topics" / "x.md").write_text("x")
    lines = run(*command, "--format", "json", cwd=tmp_path).stderr.splitlines()
    assert {"severity", "code", "file", "line"} <= json.loads(lines[0]).keys()
    assert run(*command, "--format", "github", cwd=tmp_path).stderr.startswith("::error ")

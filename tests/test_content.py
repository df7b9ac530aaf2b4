"""The briefing's own digests and topics keep the promises that content/ makes to readers and to the pages retold."""

import hashlib
import json
import re
from datetime import datetime
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
ARTICLES = sorted((ROOT / "content" / "articles").glob("*.md"))
TOPICS = sorted((ROOT / "content" / "topics").glob("*.md"))

KEYS = {"title", "kind", "outlet", "byline", "published", "upstream", "place", "language", "source", "note"}
ROLES = {"reporter", "editor", "photographer", "author"}
PEMBELIAN_ONLY = {"rmol-intelijen-as-roket-korut", "berita-solo-raya-roket-korut"}
SHORTEST, LONGEST = 120, 300  # words in a digest: enough for a summary, too few to stand in for the page
SHARED_RUN = 7  # consecutive words; a shorter run is mostly names, titles and set phrases


def front_matter(file):
    _, head, body = file.read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(head), body.strip()


def words(text):
    return re.findall(r"\w+", text.casefold())


def shared_runs(ours, theirs, length=SHARED_RUN):
    """Runs of `length` consecutive words that stand in both texts."""

    def runs(text):
        tokens = words(text)
        return {" ".join(tokens[i : i + length]) for i in range(len(tokens) - length + 1)}

    return runs(ours) & runs(theirs)


def figures(text):
    """Numbers as printed; a date in figures with a two-digit year also counts with its full year."""
    full_years = re.sub(r"\b(\d{1,2}/\d{1,2})/(\d\d)\b", r"\1/\2 20\2", text)
    return set(re.findall(r"\d+(?:[.,]\d+)*", full_years))


@pytest.fixture(scope="module")
def pages():
    """The raw pages by the hash of their bytes."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip("the pages behind the digests are not here: no ../shared/seeds beside the checkout")
    return {hashlib.sha256(f.read_bytes()).hexdigest(): f for f in sorted((SHARED / "seeds").glob("*.txt"))}


@pytest.fixture(scope="module")
def page_bodies():
    """The body of each raw page by its file name, as a careful editor reads it."""
    expected = SHARED / "expected" / "seeds.json"
    if not expected.is_file():
        pytest.skip("the bodies of the pages are not here: no ../shared/expected/seeds.json beside the checkout")
    documents = json.loads(expected.read_text("utf-8"))["documents"]
    return {page["file"]: "\n".join(paragraph["text"] for paragraph in page["body"]) for page in documents}


every_digest = pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
every_topic = pytest.mark.parametrize("file", TOPICS, ids=lambda file: file.stem)


def test_there_are_five_digests_and_three_topics():
    assert len(ARTICLES) == 5
    assert [file.stem for file in TOPICS] == ["intelijen-as-2022", "ktt-putin-kim-2023", "kunjungan-shoigu"]


@every_digest
def test_the_front_matter_of_a_digest_uses_known_keys_and_roles(file):
    stated, _ = front_matter(file)
    assert stated.keys() <= KEYS
    assert {"title", "kind", "upstream", "language", "source"} <= stated.keys()
    assert (stated["kind"], stated["language"]) == ("digest", "id")
    assert all(person["name"] and person["role"] in ROLES for person in stated.get("byline", []))
    assert "published" not in stated or datetime.fromisoformat(stated["published"]).utcoffset() is not None
    assert "outlet" in stated or "outlet" in stated["note"]
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", file.stem)


@every_digest
def test_a_digest_is_a_few_whole_paragraphs_of_plain_prose(file):
    _, body = front_matter(file)
    paragraphs = body.split("\n\n")
    assert 4 <= len(paragraphs) <= 8
    assert all("\n" not in paragraph and paragraph.endswith(".") for paragraph in paragraphs)
    assert SHORTEST <= len(body.split()) <= LONGEST


def test_every_digest_retells_a_page_of_its_own(pages):
    told = [front_matter(file)[0]["source"]["sha256"] for file in ARTICLES]
    assert sorted(told) == sorted(pages)


@every_digest
def test_a_digest_cites_the_headline_as_its_page_prints_it(file, pages):
    stated, _ = front_matter(file)
    lines = pages[stated["source"]["sha256"]].read_text("utf-8").splitlines()
    assert stated["title"] in (line.strip() for line in lines)


@every_digest
def test_a_digest_is_no_longer_than_the_body_of_its_page(file, pages, page_bodies):
    stated, body = front_matter(file)
    assert len(body.split()) <= len(page_bodies[pages[stated["source"]["sha256"]].name].split())


@every_digest
def test_a_digest_and_its_note_share_no_seven_words_in_a_row_with_a_page(file, pages):
    stated, body = front_matter(file)
    for page in pages.values():
        assert not shared_runs(f"{body}\n{stated.get('note', '')}", page.read_text("utf-8"))


@every_topic
def test_an_introduction_shares_no_seven_words_in_a_row_with_a_page(file, pages):
    _, introduction = front_matter(file)
    for page in pages.values():
        assert not shared_runs(introduction, page.read_text("utf-8"))


def test_the_check_for_shared_words_finds_a_page_in_itself_and_a_copied_run(pages):
    for page in pages.values():
        text = page.read_text("utf-8")
        tokens = words(text)
        assert len(shared_runs(text, text)) > len(tokens) / 2
        copied = " ".join(tokens[20 : 20 + SHARED_RUN])
        assert shared_runs(f"Kata kami, {copied.upper()}, kata kami.", text) == {copied}
        assert not shared_runs(copied.rsplit(" ", 1)[0], text)


@every_digest
def test_every_figure_in_a_digest_stands_on_its_page(file, pages):
    stated, body = front_matter(file)
    assert figures(body) <= figures(pages[stated["source"]["sha256"]].read_text("utf-8"))


def test_the_check_for_figures_notices_a_changed_one():
    assert figures("11 putaran, Rp 3,8 triliun, 2023") <= figures("total 11, Rp 3,8 triliun, rabu (13/9/23)")
    assert not figures("12 putaran") <= figures("11 putaran")


def test_every_digest_belongs_to_exactly_one_topic():
    pinned = [article for file in TOPICS for article in front_matter(file)[0]["articles"]]
    assert sorted(pinned) == sorted(file.stem for file in ARTICLES)


@every_topic
def test_a_topic_has_both_titles_and_a_short_introduction(file):
    stated, introduction = front_matter(file)
    assert stated.keys() == {"title", "articles"}
    assert stated["title"].keys() == {"id", "en"}
    assert all(stated["title"].values())
    assert "\n" not in introduction
    assert 2 <= introduction.count(". ") + 1 <= 3


def test_two_digests_say_pembelian_and_no_form_of_membeli():
    bodies = {file.stem: words(front_matter(file)[1]) for file in ARTICLES}
    forms = {name: {word for word in said if "beli" in word} for name, said in bodies.items()}
    assert {name for name, said in forms.items() if said == {"pembelian"}} == PEMBELIAN_ONLY
    assert any("membeli" in said for said in forms.values())

"""A whole build: the five real pages, and the same bytes whatever the machine."""

import json
import shutil

import pytest
from places import ROOT, shared
from test_cli import run, snapshot


@pytest.fixture(scope="module")
def seed_site(tmp_path_factory):
    site = tmp_path_factory.mktemp("seeds") / "site"
    done = run("--content", shared("seeds"), "--site", site, "--quiet")
    assert done.returncode == 0, done.stderr
    return site


def test_the_real_pages_fall_into_their_three_topics(seed_site):
    briefing = json.loads((seed_site / "data" / "briefing.json").read_text("utf-8"))
    topics = sorted(sorted(article[:3] for article in topic["articles"]) for topic in briefing["topics"])
    assert topics == [["000", "001", "003"], ["002"], ["004"]]
    assert all(topic["basis"] == "automatic" for topic in briefing["topics"])


def test_the_real_pages_are_given_no_invented_date(seed_site):
    articles = json.loads((seed_site / "data" / "briefing.json").read_text("utf-8"))["articles"]
    dates = {article["file"][:3]: article["published"]["value"] for article in articles}
    assert dates == {
        "000": None, "001": "2022-09-06T11:24+07:00", "002": None, "003": "2022-09-06T16:31+07:00", "004": None,
    }  # fmt: skip


def test_every_summary_sentence_stands_in_the_paragraph_it_names(seed_site):
    briefing = json.loads((seed_site / "data" / "briefing.json").read_text("utf-8"))
    texts = {(a["id"], p["id"]): p["text"] for a in briefing["articles"] for p in a["paragraphs"]}
    cited = [(a["id"], s["paragraph"], s["text"]) for a in briefing["articles"] for s in a["summary"]]
    cited += [(s["article"], s["paragraph"], s["text"]) for t in briefing["topics"] for s in t["summary"]]
    assert len(cited) > len(briefing["articles"])
    for article, paragraph, text in cited:
        assert text in texts[article, paragraph]
    assert "bukan kalimat mana pun" not in next(iter(texts.values()))  # the check can fail


def test_our_own_content_is_five_digests_in_the_desks_three_topics(tmp_path):
    assert run("--site", tmp_path / "site", "--quiet", "--no-search").returncode == 0
    briefing = json.loads((tmp_path / "site" / "data" / "briefing.json").read_text("utf-8"))
    assert [article["kind"] for article in briefing["articles"]] == ["digest"] * 5
    assert [topic["basis"] for topic in briefing["topics"]] == ["desk"] * 3
    assert all(set(topic["title"]) == {"id", "en"} for topic in briefing["topics"])


def test_the_same_input_gives_the_same_bytes_whatever_the_machine(tmp_path):
    elsewhere = tmp_path / "a folder elsewhere" / "content"
    shutil.copytree(ROOT / "content", elsewhere)
    one, two = tmp_path / "one", tmp_path / "deeper" / "two"
    first = {"TZ": "Asia/Jakarta", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    second = {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "LANGUAGE": "tr"}
    assert run("--site", one, "--quiet", **first).returncode == 0
    assert run("--content", elsewhere, "--site", two, "--quiet", cwd=tmp_path, **second).returncode == 0
    files = snapshot(one)
    assert any(name.startswith("pagefind/") for name in files)
    assert snapshot(two) == files


def test_a_changed_word_changes_the_bytes(tmp_path):
    """The comparison above can fail."""
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    assert run("--content", content, "--site", tmp_path / "one", "--quiet", "--no-search").returncode == 0
    article = next((content / "articles").glob("*.md"))
    article.write_text(article.read_text("utf-8") + "\nSatu kalimat lagi ditambahkan di sini.\n", "utf-8")
    assert run("--content", content, "--site", tmp_path / "two", "--quiet", "--no-search").returncode == 0
    assert snapshot(tmp_path / "one") != snapshot(tmp_path / "two")


def test_a_deleted_article_disappears_from_the_site(tmp_path):
    content, site = tmp_path / "content", tmp_path / "site"
    content.mkdir()
    for name in ("satu", "dua"):
        (content / f"{name}.md").write_text(
            f"---\ntitle: Kabar {name}\n---\n\nWarga desa {name} berkumpul di balai pagi ini.\n"
        )
    assert run("--content", content, "--site", site, "--quiet").returncode == 0
    assert (site / "articles" / "dua.html").is_file()
    (content / "dua.md").unlink()
    assert run("--content", content, "--site", site, "--quiet").returncode == 0
    assert not (site / "articles" / "dua.html").exists()
    assert not any(b"dua.html" in content for content in snapshot(site).values())


def test_the_manifest_names_every_input_by_its_hash(seed_site):
    manifest = json.loads((seed_site / "manifest.json").read_text("utf-8"))
    assert [entry["file"][:3] for entry in manifest["inputs"]] == ["000", "001", "002", "003", "004"]
    listed = {entry["path"] for entry in manifest["files"]} | {"manifest.json"}
    assert listed == set(snapshot(seed_site))

"""From one edition to the next: a text that changed without a word, an address that ended, each told once."""

import json
import shutil

import pytest
from desk import TEXTS, Desk

from telaah.pipeline import ContentError


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path)
    made.article("jembatan")
    made.article("sekolah")
    made.build()
    return made


def told(desk, **more):
    return {
        p.code: (p.file and p.file.rpartition("content/")[2], p.message, p.hint) for p in desk.build(**more).problems
    }


def test_a_build_of_the_same_content_says_nothing_and_makes_the_same_bytes(desk):
    before = (desk.folder / "site" / "manifest.json").read_bytes()
    assert desk.said() == []
    assert (desk.folder / "site" / "manifest.json").read_bytes() == before


def test_a_text_that_changed_without_a_word_is_told_once_with_its_share(desk):
    desk.article("jembatan", TEXTS["jembatan"].replace(" Kepala", "\n\nKepala").replace("enam", "tujuh"))
    file, message, hint = told(desk)["text-changed"]
    assert file == "articles/jembatan.md"
    assert "100%" in message
    assert 'article = "jembatan"' in hint
    assert desk.said() == []


def test_the_share_counts_the_words_of_changed_paragraphs(desk):
    desk.article("jembatan", "Satu dua tiga empat.\n\nLima enam tujuh delapan sembilan sepuluh.", "updated: 2024-05-07")
    assert desk.said() == []
    desk.article("jembatan", "Satu dua tiga lima.\n\nLima enam tujuh delapan sembilan sepuluh.", "updated: 2024-05-07")
    assert "paragraphs with 40% of its words changed" in told(desk)["text-changed"][1]


@pytest.mark.parametrize("how", ["updated", "correction"])
def test_a_change_that_the_desk_states_is_no_news(desk, how):
    lines = ["updated: 2024-05-08"] if how == "updated" else []
    if how == "correction":
        desk.log('[[correction]]\narticle = "jembatan"\nkind = "update"\ndate = 2024-05-08\nwhy = "Salinan baru."\n')
    desk.article("jembatan", "Teks yang sama sekali lain tentang jembatan.", *lines)
    assert desk.said() == []


def test_a_headline_that_changed_is_told(desk):
    desk.article("jembatan", title="Jembatan bambu")
    assert told(desk)["text-changed"][1].startswith("its headline changed")


def test_under_strict_a_silent_change_is_not_published(desk):
    desk.article("jembatan", "Teks yang sama sekali lain tentang jembatan.")
    with pytest.raises(ContentError):
        desk.build(strict=True)
    assert "jembatan bambu" in desk.page("articles/jembatan.html")


def test_what_the_program_reads_otherwise_is_not_the_desks_change(desk):
    manifest = desk.folder / "site" / "manifest.json"
    value = json.loads(manifest.read_text("utf-8"))
    value["generator"]["version"] = "0.0.1"
    value["articles"][0]["paragraphs"] = {"p-00000000": 20}
    manifest.write_text(json.dumps(value), "utf-8")
    found = told(desk)
    assert set(found) == {"text-cleaned-anew", "base-url-missing"}
    assert "version 0.0.1" in found["text-cleaned-anew"][1]


def test_a_renamed_article_is_recognised_and_the_line_to_write_is_named(desk):
    (desk.content / "articles" / "jembatan.md").rename(desk.content / "articles" / "titian.md")
    file, message, hint = told(desk)["page-gone"]
    assert (file, "articles/jembatan.html" in message) == ("articles/titian.md", True)
    assert "aliases: [jembatan]" in hint


def test_of_a_raw_page_the_line_to_write_is_one_of_its_sidecar(desk):
    page = desk.content / "articles" / "pasar.txt"
    page.write_text("Pasar ikan di muara dibuka\n\nPasar ikan di muara dibuka lagi pada hari Minggu pagi oleh warga.\n")
    desk.build()
    page.write_text(page.read_text("utf-8").replace("Minggu", "Sabtu"), "utf-8")
    assert told(desk)["text-changed"][2].endswith("the day of the change: updated = ... in pasar.toml")
    page.rename(page.with_name("muara.txt"))
    assert "write 'aliases = [\"pasar\"]' in muara.toml, and" in told(desk)["page-gone"][2]
    page.with_name("muara.toml").write_text('aliases = ["pasar"]\n', "utf-8")
    desk.build()
    assert "url=../articles/muara.html" in desk.page("articles/pasar.html")


def test_a_renamed_article_with_its_alias_is_no_news(desk):
    (desk.content / "articles" / "jembatan.md").unlink()
    desk.article("titian", TEXTS["jembatan"], "aliases: [jembatan]", title="Jembatan")
    assert desk.said() == []
    assert "url=../topics/t-titian.html" in desk.page("topics/t-jembatan.html")
    assert "url=../articles/titian.html" in desk.page("articles/jembatan.html")


def test_a_deleted_article_and_a_new_draft_are_told(desk):
    (desk.content / "articles" / "jembatan.md").unlink()
    desk.article("sekolah", None, "draft: true")
    desk.article("pasar", "Pasar ikan di muara dibuka lagi pada hari Minggu.")
    gone = [problem.message for problem in desk.build().problems if problem.code == "page-gone"]
    assert [message.split("'")[1] for message in gone] == ["articles/jembatan.html", "articles/sekolah.html"]


def test_an_article_that_expires_is_named_at_the_end_and_not_missed(desk):
    desk.article("sekolah", None, "expires: 2024-05-10")
    desk.site_toml(edition="2024-05-31")
    assert "page-gone" not in told(desk)


def test_a_desk_topic_that_takes_over_an_automatic_one_is_told_what_to_write(desk):
    desk.topic("hulu", "jembatan")
    file, message, hint = told(desk)["page-gone"]
    assert (file, "topics/t-jembatan.html" in message) == ("topics/hulu.md", True)
    assert "aliases: [t-jembatan]" in hint
    desk.topic("hulu", "jembatan", aliases=("t-jembatan",))
    assert desk.said() == []
    assert "url=../topics/hulu.html" in desk.page("topics/t-jembatan.html")


def test_the_manifest_alone_is_enough_where_a_workflow_begins_in_an_empty_folder(desk):
    manifest = (desk.folder / "site" / "manifest.json").read_bytes()
    shutil.rmtree(desk.folder / "site")
    (desk.folder / "site").mkdir()
    (desk.folder / "site" / "manifest.json").write_bytes(manifest)
    desk.article("jembatan", "Teks yang sama sekali lain tentang jembatan.")
    assert "text-changed" in desk.said()
    assert desk.has("index.html")


@pytest.mark.parametrize(
    "damage", ["{", "[]", '{"generator": {"name": "telaah"}, "files": [], "articles": 3, "topics": [1]}']
)
def test_a_manifest_that_is_damaged_or_older_is_no_reason_to_fail(desk, damage):
    from telaah.publish.changes import last_edition

    (desk.folder / "site" / "manifest.json").write_text(damage, "utf-8")
    found = last_edition(desk.folder / "site")
    assert found is None or not found.versions.articles

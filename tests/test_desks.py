"""Seven desks, each with pages of every form on one event, written by us: what a reader is told in any language."""

import json
import tomllib
from pathlib import Path

import pytest

from telaah.cli import main

DESKS = Path(__file__).parent / "desks"
HEADS = tomllib.loads((DESKS / "heads.toml").read_text("utf-8"))
"""What each page says of itself, by its desk and its file."""
CLUTTER = {
    "es": ["cookies", "Compartir", "Suscríbete", "Lea también", "dos grúas", "boletín", "Irene Salcedo"],
    "de": ["Cookies", "Merken", "Lesen Sie auch", "Talsperren?", "Impressum", "AHRBACH.", "Goldenen Hirsch"],
    "fr": ["cookies", "Partager", "À lire aussi", "newsletter", "(Avec ACI)", "Travaux sur"],
    "ar": ["تعريف الارتباط", "واتساب", "اقرأ أيضا", "رافعتين", "جميع الحقوق", "(المدار)"],
    "ja": ["クッキー", "シェア", "関連記事", "クレーン", "無断転載", "（太洋）", "【"],
    "zh": ["cookie", "分享", "相关阅读", "吊机", "版权所有", "3月14日电", "周敏"],
    "mixed": ["cookies", "Read also", "Baca juga", "Two new cranes", "All rights reserved"],
}
"""Words of the frames of these pages that no text of an article may have."""


@pytest.fixture(scope="module")
def briefing(tmp_path_factory):
    """Return what the desks' sites say, built once each."""
    made = {}

    def of(desk):
        if desk not in made:
            folder = tmp_path_factory.mktemp(desk)
            where = ["--site", str(folder / "site"), "--cache", str(folder / "cache")]
            assert main(["build", "--content", str(DESKS / desk), *where, "--quiet", "--no-search"]) == 0
            made[desk] = json.loads((folder / "site/data/briefing.json").read_text("utf-8"))
        return made[desk]

    return of


@pytest.mark.parametrize("file", HEADS)
def test_a_page_of_any_language_says_who_reported_what_and_when(briefing, file):
    desk, _, name = file.partition("/")
    (read,) = [each for each in briefing(desk)["articles"] if each["file"].endswith(name)]
    told = HEADS[file]
    assert read["language"] == told["language"]
    assert read["title"] == told["title"]
    assert read["outlet"]["name"] == told.get("outlet")
    assert read["published"]["value"] == told.get("published")
    assert read["place"] == told.get("place")
    assert {each["name"] for each in read["bylines"]} == set(told.get("people", ()))
    assert {each["name"] for each in read["upstream"]} == set(told.get("credits", ()))
    assert read["starts_mid_story"] is False


@pytest.mark.parametrize("desk", CLUTTER)
def test_nothing_of_a_page_s_frame_is_left_in_the_text_in_any_language(briefing, desk):
    made = briefing(desk)["articles"]
    text = "\n".join(paragraph["text"] for each in made for paragraph in each["paragraphs"])
    assert [words for words in CLUTTER[desk] if words in text] == []
    sources = "\n".join(path.read_text("utf-8") for path in sorted((DESKS / desk / "articles").iterdir()))
    assert [words for words in CLUTTER[desk] if words not in sources] == []  # they are there to be taken out


@pytest.mark.parametrize("desk", [desk for desk in CLUTTER if desk != "mixed"])
def test_one_event_in_one_language_is_one_topic_and_a_wire_copy_is_one_origin(briefing, desk):
    made = briefing(desk)
    (topic,) = made["topics"]
    assert len(topic["articles"]) == len(made["articles"])
    known = [group for group in topic["origins"]["groups"] if group["known"]]
    assert [len(group["articles"]) for group in known] == [2]
    assert [copies["how"] for copies in made["copies"]] == ["copy"]


@pytest.mark.parametrize("desk", CLUTTER)
def test_every_sentence_of_a_summary_stands_in_its_paragraph_in_any_language(briefing, desk):
    for read in briefing(desk)["articles"]:
        texts = {paragraph["id"]: paragraph["text"] for paragraph in read["paragraphs"]}
        assert read["summary"]
        assert all(sentence["text"] in texts[sentence["paragraph"]] for sentence in read["summary"])
        assert all(keyword["text"].strip() for keyword in read["keywords"])


@pytest.mark.parametrize("desk", CLUTTER)
def test_a_denial_is_shown_as_one_in_any_language(briefing, desk):
    assert any(claim["denied"] for topic in briefing(desk)["topics"] for claim in topic["claims"])


@pytest.mark.parametrize("desk", CLUTTER)
def test_no_day_of_these_stories_is_read_into_another_year(briefing, desk):
    days = [moment["start"] for topic in briefing(desk)["topics"] for moment in topic["timeline"]]
    assert len(days) > 2  # something is read
    assert {day[:4] for day in days} <= {"2019", "2021", "2022", "2023"}
    year = "2022" if desk == "de" else "2023"
    said = [moment for topic in briefing(desk)["topics"] for moment in topic["timeline"]]
    resolved = {
        moment["start"][:4] for moment in said if moment["basis"] == "resolved" and moment["precision"] == "day"
    }
    assert resolved == {year}

"""Briefings: the desk's topics first, the rest by likeness, and the same whatever the order of files."""

import itertools
from types import MappingProxyType

import pytest
from analysed import FLOOD, FLOOD_AGAIN, VOLCANO, article

from telaah.analyse import analyse
from telaah.group import check, group
from telaah.group.dates import When, closeness, day
from telaah.model import DeskTopic, Html


def flood(name="banjir-1", **more):
    return analyse(article(name, "Banjir Rendam Ratusan Rumah di Semarang", *FLOOD, **more))


def flood_again(name="banjir-2", **more):
    return analyse(article(name, "Ratusan Rumah di Semarang Masih Terendam Banjir", *FLOOD_AGAIN, **more))


def volcano(name="merapi", **more):
    return analyse(article(name, "Awan Panas Merapi Meluncur Dua Kilometer", *VOLCANO, **more))


def desk(name="banjir", articles=()):
    return DeskTopic(f"topics/{name}.md", name, MappingProxyType({"id": "Banjir"}), tuple(articles), "")


def parts(briefing):
    return sorted(sorted(topic.articles) for topic in briefing.topics)


@pytest.mark.parametrize(
    "dates", [(None,) * 3, ("2025-01-06", "2025-01-07", "2025-01-07"), ("2025-01-06", None, "2025")]
)
def test_reports_of_one_event_share_a_topic_with_and_without_dates(dates):
    first, second, third = dates
    found = group([flood(published=first), flood_again(published=second), volcano(published=third)], (), {})
    assert parts(found) == [["banjir-1", "banjir-2"], ["merapi"]]


def test_the_order_of_the_input_never_matters():
    every = [flood(), flood_again(), volcano(), volcano("merapi-2")]
    briefings = [group(order, (), {}) for order in itertools.permutations(every)]
    assert all(briefing == briefings[0] for briefing in briefings)


def test_an_article_the_desk_has_placed_takes_no_part_in_automatic_grouping():
    found = group([flood(), flood_again(), volcano()], [desk(articles=["banjir-1", "merapi"])], {})
    assert parts(found) == [["banjir-1", "merapi"], ["banjir-2"]]
    assert {topic.id: topic.basis for topic in found.topics} == {"banjir": "desk", "t-banjir-2": "automatic"}


def test_an_article_names_its_topics_itself_and_lists_them_in_its_own_order():
    topics = [desk("alam", ["merapi"]), desk("gunung"), desk("zona")]
    found = group([volcano(topics=["zona", "gunung"])], topics, {"zona": Html("<p>Zona</p>")})
    assert found.articles[0].topics == ("zona", "gunung", "alam")
    assert {topic.id: topic.introduction for topic in found.topics}["zona"] == "<p>Zona</p>"


def test_a_topic_says_why_each_of_its_articles_is_there():
    found = group([flood(), flood_again(), volcano(topics=["gunung"])], [desk("gunung")], {})
    why = {member.article: member for topic in found.topics for member in topic.members}
    assert [why[name].how for name in ("banjir-1", "banjir-2", "merapi")] == ["found", "found", "stated"]
    assert (why["banjir-1"].near, why["banjir-2"].near) == ("banjir-2", "banjir-1")
    assert 0.3 < why["banjir-1"].likeness == why["banjir-2"].likeness < 1
    assert all([member.article for member in topic.members] == list(topic.articles) for topic in found.topics)


def test_a_desk_topic_without_articles_is_no_page():
    assert [topic.id for topic in group([volcano()], [desk()], {}).topics] == ["t-merapi"]


def test_an_automatic_topic_keeps_its_id_when_later_news_joins():
    before = group([flood("z-pertama", published="2025-01-06")], (), {})
    after = group([flood("z-pertama", published="2025-01-06"), flood_again("a-kedua", published="2025-01-07")], (), {})
    assert [topic.id for topic in before.topics] == [topic.id for topic in after.topics] == ["t-z-pertama"]


def test_ids_stay_within_80_bytes_and_apart_from_the_desks():
    long = group([volcano("m" * 80)], (), {}).topics[0].id
    assert len(long) == 80
    found = group([volcano(), flood()], [desk("t-merapi", ["banjir-1"])], {})
    assert len({topic.id for topic in found.topics}) == 2


def test_related_articles_are_the_like_ones_and_never_the_article_itself():
    every = [flood(), flood_again(), volcano()]
    related = {placed.article.id: placed.related for placed in group(every, (), {}).articles}
    assert related == {"banjir-1": ("banjir-2",), "banjir-2": ("banjir-1",), "merapi": ()}
    many = group([flood(f"b{number}") for number in range(9)], (), {})
    assert all(len(placed.related) == 5 and placed.article.id not in placed.related for placed in many.articles)


def test_a_topics_summary_cites_its_articles_hears_each_and_says_nothing_twice():
    found = group([flood(), flood_again(), flood("banjir-3")], (), {}).topics[0]
    by_id = {a.article.id: a for a in (flood(), flood_again(), flood("banjir-3"))}
    assert {"banjir-2"} < {sentence.article for sentence in found.summary}
    assert len({sentence.text for sentence in found.summary}) == len(found.summary)
    for sentence in found.summary:
        texts = {paragraph.id: paragraph.text for paragraph in by_id[sentence.article].article.paragraphs}
        assert sentence.text in texts[sentence.paragraph]


def test_a_topic_names_its_outlets_once_and_its_title_is_a_headline():
    topic = group([flood(outlet="Kabar"), flood_again(outlet="Kabar")], (), {}).topics[0]
    assert topic.outlets == ("Kabar",)
    assert topic.titles["id"] in {flood().article.title, flood_again().article.title}
    assert topic.keywords[0].text == "Semarang"


def test_articles_without_any_text_stand_alone():
    empty = [analyse(article(name, None)) for name in ("a", "b")]
    assert parts(group(empty, (), {})) == [["a"], ["b"]]


def test_unknown_articles_and_topics_are_errors_with_the_nearest_name():
    problems = check([volcano(topics=["gunnung"]).article], [desk("gunung", ["merappi"])])
    assert [(p.severity, p.code, p.file, p.line) for p in problems] == [
        ("error", "topic-unknown", "articles/merapi.md", 4),
        ("error", "article-unknown", "topics/gunung.md", None),
    ]
    assert "did you mean 'gunung'?" in problems[0].message
    assert "did you mean 'merapi'?" in problems[1].message


def test_right_names_are_no_problem_and_an_empty_topic_is_a_warning():
    assert check([volcano(topics=["gunung"]).article], [desk("gunung", ["merapi"])]) == ()
    assert [p.code for p in check([volcano().article], [desk()])] == ["topic-empty"]


def test_an_article_that_exists_but_takes_no_part_is_no_unknown_one():
    assert check([volcano().article], [desk("gunung", ["merapi", "draf"])], ["draf"]) == ()


def test_dates_weigh_softly_and_an_unknown_one_not_at_all():
    assert day("2025-01-06T07:15+07:00") == day("2025-01-06")
    assert day("2025-01") is day(None) is None
    assert closeness(None, When(1.0, True)) == closeness(When(5.0, True), When(5.0, True)) == 1.0
    near, month, year = (closeness(When(0.0, True), When(days, True)) for days in (1.0, 30.0, 365.0))
    assert 0.7 < year < month < near < 1.0


def test_a_date_that_was_read_from_a_page_weighs_less_than_one_the_desk_states():
    sure, read = When(0.0, True), When(0.0, False)
    year = (When(365.0, True), When(365.0, False))
    assert closeness(sure, year[0]) < 0.75
    assert 0.85 < closeness(read, year[0]) == closeness(sure, year[1]) == closeness(read, year[1]) < 0.9

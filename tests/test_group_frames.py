"""What stands around two figures says whether they tell of one thing; each part of it keeps a false row away."""

from dataclasses import replace

import pytest
from situations import FOLDER, briefing, load, summary

from telaah.group import frames, same, speaking, told
from telaah.languages.reporting import reporting
from telaah.model import Figure, Quote

TRAPS = ("figures-of-two-things", "figures-of-two-things-in-english")
NOTHING = frozenset()


def rows(name):
    case = load(FOLDER / f"{name}.toml")
    return summary(briefing(case), case["article"][0]["id"])["disagreements"]


@pytest.mark.parametrize("name", TRAPS)
@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("limits", NOTHING),
        ("days", NOTHING),
        ("others", NOTHING),
        ("who", ()),
        ("whole", False),
        ("vague", False),
        ("names", NOTHING),
        ("grown", True),
        ("share_of", ""),
    ],
)
def test_without_a_part_of_its_frame_a_figure_is_taken_for_another(name, part, value, monkeypatch):
    before = rows(name)
    monkeypatch.setattr(told, "frame", lambda *about: replace(frames.frame(*about), **{part: value}))
    assert len(rows(name)) > len(before)


@pytest.mark.parametrize("name", ["figures-that-differ", "figures-that-differ-in-english"])
def test_what_became_of_people_joins_figures_in_other_words(name, monkeypatch):
    before = rows(name)
    monkeypatch.setattr(told, "frame", lambda *about: replace(frames.frame(*about), act=None))
    assert len(rows(name)) < len(before)


def test_whoever_is_counted_is_counted_by_any_word_for_people():
    assert frames.counted(count("12 warga tewas"), "id") == frames.counted(count("12 jiwa meninggal"), "id")
    assert frames.counted(count("12 rumah warga"), "id").isdisjoint(frames.counted(count("12 jiwa"), "id"))
    assert frames.counted(count("12 people dead"), "en") != frames.counted(count("12 people injured"), "en")


def count(printed):
    number, unit = printed.split(" ", 1)
    return Figure(Quote("a", "p", printed, printed), "count", unit, float(number), float(number))


@pytest.mark.parametrize("name", TRAPS)
@pytest.mark.parametrize("rule", ["_one_action", "_counts_alike"])
def test_without_a_rule_a_figure_is_taken_for_another(name, rule, monkeypatch):
    before = rows(name)
    monkeypatch.setattr(same, rule, lambda *_: True)
    assert len(rows(name)) > len(before)


@pytest.mark.parametrize("name", TRAPS)
def test_a_figure_that_the_other_article_prints_too_is_another_thing(name, monkeypatch):
    before = rows(name)
    monkeypatch.setattr(told.Told, "_knows", lambda *_: False)
    assert len(rows(name)) > len(before)


def test_two_places_are_two_things(monkeypatch):
    before = rows(TRAPS[0])
    monkeypatch.setattr(told, "frame", lambda *about: replace(frames.frame(*about), where=()))
    assert len(rows(TRAPS[0])) > len(before)


@pytest.mark.parametrize(
    ("one", "other"),
    [("menimbun", "tertimbun"), ("menewaskan", "tewas"), ("merusak", "rusak"), ("disita", "menyita")],
)
def test_forms_of_one_indonesian_verb_have_one_root(one, other):
    words = reporting("id")
    assert speaking.root(one, words) == speaking.root(other, words)
    assert speaking.root("melukai", words) != speaking.root("menewaskan", words)

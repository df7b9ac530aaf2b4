"""What stands around two figures says whether they tell of one thing; each part of it keeps a false row away."""

from dataclasses import replace

import pytest
from situations import FOLDER, briefing, load, summary

from telaah.group import disagreements, frames
from telaah.languages.reporting import reporting

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
    ],
)
def test_without_a_part_of_its_frame_a_figure_is_taken_for_another(name, part, value, monkeypatch):
    before = rows(name)
    monkeypatch.setattr(disagreements, "frame", lambda *about: replace(frames.frame(*about), **{part: value}))
    assert len(rows(name)) > len(before)


@pytest.mark.parametrize("name", TRAPS)
@pytest.mark.parametrize("rule", ["_one_action", "_counts_alike"])
def test_without_a_rule_a_figure_is_taken_for_another(name, rule, monkeypatch):
    before = rows(name)
    monkeypatch.setattr(frames, rule, lambda *_: True)
    assert len(rows(name)) > len(before)


@pytest.mark.parametrize("name", TRAPS)
def test_a_figure_that_the_other_article_prints_too_is_another_thing(name, monkeypatch):
    before = rows(name)
    monkeypatch.setattr(disagreements._Told, "_knows", lambda *_: False)
    assert len(rows(name)) > len(before)


def test_two_places_are_two_things(monkeypatch):
    before = rows(TRAPS[0])
    monkeypatch.setattr(disagreements, "frame", lambda *about: replace(frames.frame(*about), where=()))
    assert len(rows(TRAPS[0])) > len(before)


@pytest.mark.parametrize(
    ("one", "other"),
    [("menimbun", "tertimbun"), ("menewaskan", "tewas"), ("merusak", "rusak"), ("disita", "menyita")],
)
def test_forms_of_one_indonesian_verb_have_one_root(one, other):
    words = reporting("id")
    assert frames.root(one, words) == frames.root(other, words)
    assert frames.root("melukai", words) != frames.root("menewaskan", words)

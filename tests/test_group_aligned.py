"""Sentences of the same fact are found by shortcuts that must leave out none: compared here with asking every pair."""

import sys
from itertools import combinations

import pytest
from places import ROOT

sys.path.insert(0, str(ROOT / "benchmarks" / "speed"))
from group import STREAMS, generated

from telaah.group.aligned import RAREST, Passage, agreement, likeness, near
from telaah.group.claims import ALIGNED
from telaah.languages.facts import Weigher

ARTICLES = 24


def passages(stream):
    weigher = Weigher("id")
    said = [(each.article.id, one) for each in generated(ARTICLES, STREAMS[stream]) for one in each.reading.said]
    return [Passage(article, one, weigher) for article, one in said if one.stems]


def rarest(passage):
    return set(passage.said.stems.split()[:RAREST])


@pytest.mark.parametrize("stream", ["event", "fixed"])
def test_near_finds_what_asking_every_pair_finds(stream):
    every = passages(stream)
    asked = [
        (agreement(every[one], every[other], ALIGNED), one, other)
        for one, other in combinations(range(len(every)), 2)
        if every[one].article != every[other].article and len(rarest(every[one]) & rarest(every[other])) > 1
    ]
    expected = sorted((each for each in asked if each[0]), key=lambda pair: (-pair[0], *pair[1:]))
    copied = [pair for pair in expected if every[pair[1]].said.words == every[pair[2]].said.words]
    assert near(every, ALIGNED) == expected
    assert copied
    assert stream == "fixed" or len(copied) < len(expected)  # of `fixed`, whose words are many, only copies are so near


@pytest.mark.parametrize("stream", ["event", "fixed"])
def test_two_sentences_are_never_more_alike_than_is_known_without_weighing_them(stream):
    every = passages(stream)[:250]
    pairs = [(one.most_alike(other), likeness(one, other)) for one, other in combinations(every, 2)]
    assert all(like <= most for most, like in pairs)
    assert sum(most < ALIGNED for most, _ in pairs) > len(pairs) / 2  # it says something
    assert any(like >= ALIGNED for _, like in pairs)


def test_of_a_sentence_too_short_to_state_a_fact_nothing_is_known_without_weighing_it():
    weigher = Weigher("id")
    first = generated(1)[0]
    said = first.reading.said[0]
    short = type(said)(said.sentence, 0, "Itu saja", (), False, "", 0)
    assert Passage("satu", short, weigher).most_alike(Passage("dua", said, weigher)) == 1.0

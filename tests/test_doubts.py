"""check doubts outlets nobody has described and names that mix scripts which look alike."""

import pytest

from telaah.clean import clean, doubts
from telaah.clean.doubts import scripts
from telaah.model import Person, Source, Stated
from telaah.settings import Options, settings


@pytest.fixture
def outlets(tmp_path):
    return settings(Options(tmp_path, tmp_path / "site", tmp_path)).outlets


def article(outlets, name, file="a.txt", url=None, byline=()):
    text = "Panen raya di lembah\n\nPetani di lembah itu mulai memanen padi pada hari Senin pagi.\n"
    return clean(
        Source(file, "a", "0" * 64, "text", text, 1, Stated(outlet=name, url=url, byline=byline), {}), outlets, file
    )


def codes(found):
    return [problem.code for problem in found]


def test_an_outlet_that_nobody_described_is_said_once_with_the_nearest_known(outlets, tmp_path):
    articles = [article(outlets, "Kompaas.com", "a.txt"), article(outlets, "Kompaas.com", "b.txt")]
    found = doubts(articles, outlets, tmp_path)
    assert codes(found) == ["outlet-unknown"]
    assert "nor for 1 more, did you mean 'Kompas.com'?" in found[0].message
    assert found[0].file == str(tmp_path / "a.txt")


def test_known_outlets_and_missing_ones_are_no_doubt(outlets, tmp_path):
    known = [
        article(outlets, "kompas"),
        article(outlets, "Kanal Baru", url="https://www.kompas.com/kanal"),
        article(outlets, None),
    ]
    assert codes(doubts(known, outlets, tmp_path)) == []


def test_a_name_in_mixed_scripts_is_told_with_its_scripts(outlets, tmp_path):
    found = doubts([article(outlets, "Rеuters", byline=(Person("Sri Rahayu", "reporter"),))], outlets, tmp_path)
    assert codes(found) == ["outlet-unknown", "script-mixed"]
    assert "mixes Latin and Cyrillic letters" in found[1].message


@pytest.mark.parametrize(
    "name", ["Reuters", "Коммерсантъ", "Καθημερινή", "朝日新聞 Digital", "La República", "24/7", ""]
)
def test_names_that_keep_to_their_script_are_no_doubt(name):
    assert scripts(name) == ()


@pytest.mark.parametrize("word", ["Tеmpo", "Κompas", "Аntara"])
def test_one_letter_from_another_script_is_enough(word):
    assert len(scripts(word)) == 2

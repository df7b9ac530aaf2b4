"""The cache: what is remembered is what would be computed, and anything doubtful is as if it were not there."""

import json
import pickle
from dataclasses import replace

import pytest
from analysed import FLOOD, VOLCANO, article

from telaah import cache as module
from telaah.analyse import analyse
from telaah.cache import Cache
from telaah.model import Pages, Published

PAGE = article("a", "Banjir Semarang", *FLOOD, *VOLCANO)


@pytest.fixture
def kept(tmp_path):
    cache = Cache(tmp_path, 60)
    cache.keep(analyse(PAGE))
    return cache


def entry_of(folder):
    (file,) = folder.rglob("*.json")
    return file


def test_what_is_remembered_is_what_was_computed(kept):
    assert kept.find(PAGE) == analyse(PAGE)
    assert kept.find(PAGE).names


def test_figures_moments_and_status_are_remembered_too(tmp_path):
    texts = ("Bupati membantah kabar bahwa 30 rumah terendam.", "Banjir datang pada 4 September 2022.", *VOLCANO)
    page = article("a", "Banjir Semarang", *texts, published="2022-09-06")
    Cache(tmp_path, 60).keep(analyse(page))
    read = Cache(tmp_path, 60).find(page).reading
    assert read == analyse(page).reading
    assert [figure.low for figure in read.figures][:1] == [30]
    assert [dated.moment.start for dated in read.moments] == ["2022-09-04"]
    assert "denied" in read.said[0].status


def test_the_same_content_under_another_file_name_is_remembered_for_that_file(kept):
    other = article("b", "Banjir Semarang", *FLOOD, *VOLCANO)
    assert kept.find(other) == analyse(other)


@pytest.mark.parametrize(
    "changed",
    [
        replace(PAGE, title="Banjir Demak"),
        replace(PAGE, language="ms"),
        replace(PAGE, pages=Pages(2, 3)),
        replace(PAGE, starts_mid_story=True),
        replace(PAGE, published=Published("2022-09-06", None)),
        replace(PAGE, outlet=replace(PAGE.outlet, name="Merapi")),
        replace(PAGE, paragraphs=PAGE.paragraphs[1:]),
        replace(PAGE, paragraphs=(replace(PAGE.paragraphs[0], kind="subhead"), *PAGE.paragraphs[1:])),
    ],
    ids=["title", "language", "page", "middle", "date", "outlet", "paragraph", "kind"],
)
def test_any_change_that_an_analysis_could_see_is_a_miss(kept, changed):
    assert kept.find(PAGE)
    assert kept.find(changed) is None


def test_a_summary_of_another_length_is_a_miss(kept, tmp_path):
    assert kept.find(PAGE)
    assert Cache(tmp_path, 61).find(PAGE) is None


def test_another_program_or_library_is_a_miss(kept, monkeypatch):
    monkeypatch.setattr(module, "_program", lambda: "another")
    assert kept.find(PAGE) is None


def test_the_program_is_known_by_the_bytes_of_its_files(tmp_path, monkeypatch):
    (tmp_path / "analyse").mkdir()
    (tmp_path / "analyse" / "rule.py").write_text("WEIGHT = 1\n")
    monkeypatch.setattr(module, "__file__", str(tmp_path / "cache.py"))
    monkeypatch.setattr(module, "PARTS", ("analyse",))
    first = module._program.__wrapped__()
    (tmp_path / "analyse" / "rule.py").write_text("WEIGHT = 2\n")
    assert module._program.__wrapped__() != first


def test_an_entry_cut_at_any_place_or_with_any_bit_turned_is_a_miss(kept, tmp_path):
    file = entry_of(tmp_path)
    whole = file.read_bytes()
    for place in range(0, len(whole), 97):
        file.write_bytes(whole[:place])
        assert kept.find(PAGE) is None
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert kept.find(PAGE) is None
    file.write_bytes(whole)
    assert kept.find(PAGE)


def test_an_entry_of_another_article_put_in_its_place_is_a_miss(kept, tmp_path):
    file = entry_of(tmp_path)
    own = file.read_bytes()
    kept.keep(analyse(article("b", "Lain", *VOLCANO)))
    other = next(path for path in tmp_path.rglob("*.json") if path != file)
    file.write_bytes(other.read_bytes())
    assert kept.find(PAGE) is None
    file.write_bytes(own)
    assert kept.find(PAGE)


@pytest.mark.parametrize(
    "content",
    ["[]", "{}", "null", '{"sentences": 1}', '{"sentences": [{"text": 1, "place": 2}]}'],
)
def test_an_entry_with_a_true_checksum_and_another_form_is_a_miss(kept, tmp_path, content):
    file = entry_of(tmp_path)
    key = module._key(PAGE, 60)
    value = json.loads(content)
    body = json.dumps({"key": key, **value} if isinstance(value, dict) else value)
    file.write_text(f"{module._hash(body)}\n{body}", "utf-8")
    assert kept.find(PAGE) is None


def test_a_pickle_is_never_opened(kept, tmp_path):
    class Trap:
        def __reduce__(self):
            return (pytest.fail, ("the pickle was opened",))

    entry_of(tmp_path).write_bytes(pickle.dumps(Trap()))
    assert kept.find(PAGE) is None


def test_a_folder_that_cannot_be_written_to_remembers_nothing_and_fails_nothing(tmp_path):
    (tmp_path / "file").write_text("no folder")
    cache = Cache(tmp_path / "file", 60)
    cache.keep(analyse(PAGE))
    assert cache.find(PAGE) is None


def test_without_a_folder_nothing_is_remembered():
    cache = Cache(None, 60)
    cache.keep(analyse(PAGE))
    assert cache.find(PAGE) is None


def test_nothing_is_left_beside_the_entries(kept, tmp_path):
    kept.keep(analyse(PAGE))
    assert [path.suffix for path in tmp_path.rglob("*") if path.is_file()] == [".json"]

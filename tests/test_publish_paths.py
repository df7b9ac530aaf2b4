import pytest

from telaah.publish.paths import check_paths


def messages(*paths):
    return [problem.message for problem in check_paths(paths)]


def test_plain_paths_pass():
    assert (
        messages("index.html", "articles/a.html", "articles/b.html", "a/b/c.d/e", "..a/b..", "pagefind/x.pf_meta") == []
    )


@pytest.mark.parametrize(
    "path", ["", "/a", "a//b", "a/", "./a", "a/../b", "..", "a/.", "C:\\a", "a\nb", "a\0b", "a\udcffb"]
)
def test_a_path_that_is_not_plain_and_relative_is_refused(path):
    assert len(messages("index.html", path)) == 1


@pytest.mark.parametrize(
    ("paths", "words"),
    [
        (("a.html", "a.html"), "twice"),
        (("a.html", "A.html"), "only in case"),
        (("straße", "STRASSE"), "only in case"),
        (("a/b", "A/c"), "only in case"),
        (("a", "a/b"), "also a folder"),
        (("a/b/c", "A/B"), "also a folder"),
    ],
)
def test_paths_that_cannot_stand_side_by_side_are_refused(paths, words):
    assert any(words in message for message in messages(*paths))
    assert any(words in message for message in messages(*reversed(paths)))

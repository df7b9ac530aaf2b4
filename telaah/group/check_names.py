"""What the desk says of names, beside the articles there are, becomes the problems of what it says."""

import difflib
from collections.abc import Iterable, Iterator, Sequence

from telaah.model import Analysis, Article
from telaah.names import DeskName, DeskNames, key_of
from telaah.problems import Problem, did_you_mean

FILE = "names.toml"
NEAR = 0.8
"""Likeness of two spellings (difflib) from which the one is taken for a slip of the other; a slip of one letter in ten
has .9."""


def check_names(desk: DeskNames, articles: Sequence[Article], left_out: Sequence[str] = ()) -> tuple[Problem, ...]:
    """Return a problem for every article that an entry names and that does not exist; `left_out` ids do exist."""
    known = {article.id for article in articles} | set(left_out)
    return tuple(
        Problem(
            "error",
            "article-unknown",
            f"the name '{entry.id}' speaks of the article '{name}', which does not exist{did_you_mean(name, known)}",
            "write the id of an article: its `id:`, or the name of its file without the ending",
            FILE,
            entry.line,
        )
        for entry in desk.all
        for name in entry.articles
        if name not in known
    )


def misspelt_names(desk: DeskNames, analyses: Iterable[Analysis]) -> tuple[Problem, ...]:
    """Return a notice for every entry that no article has while a name very like it stands in one.

    An entry that nothing is like may wait for articles to come.
    """
    if not desk.all:
        return ()
    texts = {text for each in analyses for name in each.names for text in (name.text, *name.forms)}
    return tuple(_misspelt(desk, {key_of(text): text for text in sorted(texts)}))


def _misspelt(desk: DeskNames, printed: dict[str, str]) -> Iterator[Problem]:
    for entry in desk.all:
        if any(key_of(name) in printed for name in entry.names):
            continue
        near = _nearest(entry, printed)
        if near:
            message = f"no article has the name '{entry.name}', but there is '{near}'"
            hint = "write the name or one of its aliases as the articles print it"
            yield Problem("notice", "name-unmatched", message, hint, FILE, entry.line)


def _nearest(entry: DeskName, printed: dict[str, str]) -> str | None:
    """Return the printed name most like one of the entry's, among those that begin with the same letter."""
    found = [
        near
        for key in map(key_of, entry.names)
        for near in difflib.get_close_matches(key, [each for each in printed if each[:1] == key[:1]], 1, NEAR)
    ]
    return printed[found[0]] if found else None

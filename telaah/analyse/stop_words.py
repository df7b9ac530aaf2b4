"""A language becomes the words that begin or end no keyword: the list that yake ships and our own."""

import functools
from importlib.util import find_spec
from pathlib import Path

from telaah.languages import Language

LISTS = "core/StopwordsList"
"""Where the library keeps its lists. They are read as files: importing yake loads numpy and a graph library, .2 s."""
ANY = "noLang"
"""The library's list for a language it does not know."""
NEAR = {"ms": "id"}
"""A list that serves a near language without one of its own."""
WRITTEN_OUT = 4
"""Letters from which the name of a month or a day cannot be another word's: "sun", "mar"."""


def stop_words(language: Language) -> frozenset[str]:
    """Return the stop words of a language, lower case; for a language nobody knows the few that any has."""
    own = language.stop_words | language.function_words | language.elided
    days = {name for name in (*language.months, *language.weekdays) if len(name) >= WRITTEN_OUT}
    return _packaged(NEAR.get(language.code, language.code)) | own | days


@functools.cache
def _packaged(code: str) -> frozenset[str]:
    found = find_spec("yake")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("No module named 'yake'", name="yake")
    lists = Path(found.origin).parent / LISTS
    own = lists / f"stopwords_{code}.txt"
    file = own if own.is_file() else lists / f"stopwords_{ANY}.txt"
    return frozenset(file.read_bytes().decode("utf-8", errors="replace").lower().split("\n")) - {""}

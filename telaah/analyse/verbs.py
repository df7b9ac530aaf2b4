"""A word becomes whether its prefix and ending make a verb of it, where the language's list has what is left."""

from telaah.languages.frequencies import frequencies
from telaah.languages.naming import Naming

STEM = 4
"""Letters behind a verb's prefix at least, with the one it swallowed: "berita" and "dinas" are no verbs."""
SHORTEST = 7
"""Letters of the shortest verb known by its beginning alone: "berkas" and "member" are none. Of the 2,171 words of the
Indonesian list that begin so, eleven (in `verb_like`) and as many names are no verbs."""
ROOT = 3
"""Letters of the shortest root."""


def is_verb(key: str, naming: Naming) -> bool:
    """Say whether a lower-case word is a known word with the prefix or the ending of verbs: "membeli", "siapkan"."""
    if key in naming.verb_like:
        return False
    if len(key) >= SHORTEST and (
        key.startswith(naming.verb_beginnings)
        or any(key.startswith(prefix) and key.endswith(ending) for prefix, ending in naming.verb_frames)
    ):
        return True
    for prefix, swallowed, after in naming.verb_forms:
        if key.startswith(prefix):
            stem = swallowed + key[len(prefix) :]
            if len(stem) >= STEM and (not after or key[len(prefix)] in after) and _is_root(stem, naming):
                return True
    known = frequencies(naming.code)
    return any(
        key.endswith(ending)
        and len(key) >= len(ending) + STEM
        and key.removesuffix(ending) in known
        and key.removesuffix(shorter) not in known
        for ending, shorter in naming.verb_endings
    )


def _is_root(stem: str, naming: Naming) -> bool:
    known = frequencies(naming.code)
    return stem in known or any(
        stem.endswith(ending) and len(stem) >= len(ending) + ROOT and stem.removesuffix(ending) in known
        for ending in naming.stem_endings
    )

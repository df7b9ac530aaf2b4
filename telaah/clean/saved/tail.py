"""The lines right below the text of a saved page that sign it or credit others, where the extraction left them out."""

from collections.abc import Iterator, Sequence

from telaah.clean.cues import Cues
from telaah.clean.own_words import own_mark
from telaah.clean.saved.body import Block
from telaah.clean.saved.claims import folded
from telaah.clean.saved.sift import Sorted
from telaah.clean.saved.tree import Line, Seen

BELOW = 12
"""Lines below the last paragraph that are looked at: tags and share bars stand between it and the signature."""
BEGINNING = 20
"""Letters by which a line of the page and the beginning of a paragraph are known to be the same."""

_SIGNS = frozenset({"role-label", "source-label", "republished-phrase", "page-of-pages"})


def tail(seen: Seen, sorted_: Sequence[Sorted], known: Cues) -> Iterator[Sorted]:
    """Give the signatures ("Editor: ...", "Sumber: ...") below the last paragraph that are not among the blocks."""
    held = {folded(each.block.text) for each in sorted_}
    kept = [each.block for each in sorted_ if each.rule is None]
    for line in _below(seen, kept[-1] if kept else None):
        mark = own_mark(line.text, known) if not line.elsewhere and folded(line.text) not in held else None
        # A name without a colon may be the author of the next story.
        if mark and mark.rule in _SIGNS and (mark.rule != "role-label" or ":" in line.text):
            yield Sorted(Block("body", line.text), mark.rule)


def _below(seen: Seen, last: Block | None) -> Sequence[Line]:
    key = folded(last.text)[:BEGINNING] if last else ""
    if len(key) < BEGINNING:
        return ()
    at = next((n for n in range(len(seen.lines) - 1, -1, -1) if folded(seen.lines[n].text).startswith(key)), None)
    return seen.lines[at + 1 : at + 1 + BELOW] if at is not None else ()

"""Analyses show which of their sentences are furniture: what an outlet prints on many pages is not the story."""

from collections.abc import Sequence

from telaah.model import Analysis

PAGES = 4
"""Articles of one outlet that share a sentence from which it is furniture; one story is seldom told so often."""
STORY = 0.2
"""Share of an article's letters that must remain: where less would, it is one text run several times, not a frame."""


def furniture(analyses: Sequence[Analysis]) -> tuple[frozenset[str], ...]:
    """Return for each analysis the sentences that its outlet repeats from page to page.

    It is keyed by outlet, so that wire copy in several outlets is not mistaken for it; where the outlet is not known
    nothing is.
    """
    seen: dict[tuple[str, str], int] = {}
    for analysis in analyses:
        if analysis.article.outlet.name:
            for text in {sentence.text for sentence in analysis.sentences}:
                key = analysis.article.outlet.name, text
                seen[key] = seen.get(key, 0) + 1
    return tuple(_repeated(analysis, seen) for analysis in analyses)


def _repeated(analysis: Analysis, seen: dict[tuple[str, str], int]) -> frozenset[str]:
    outlet = analysis.article.outlet.name
    if not outlet:
        return frozenset()
    texts = [sentence.text for sentence in analysis.sentences]
    repeated = frozenset(text for text in texts if seen[outlet, text] >= PAGES)
    remains = sum(len(text) for text in texts if text not in repeated)
    opens = bool(texts) and texts[0] not in repeated  # a frame does not open the story
    return repeated if opens and remains >= STORY * sum(map(len, texts)) else frozenset()

"""Articles show which of their sentences are furniture: what pages print beside many stories is no story."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from telaah.group.headlines import Stems, about, stems
from telaah.model import Analysis, Said

PAGES = 4
"""Articles of one outlet that share a sentence from which it is furniture; one story is seldom told so often."""
STORY = 0.2
"""Share of an article's letters that must remain: where less would, it is one text run several times, not a frame."""
SHARED_BY = 3
"""Articles of any outlet that must hold a sentence for it to be taken for a frame: two that share sentences which say
nothing of their headlines are often copies all the same (with 2, a sixth of 300 constructed copies is lost)."""
ABOUT = 0.2
"""Share of a headline's stems that what two pages share must hold for it to be of the story, in both. Of 421 reports
put into the pages of invented sites, pairs that share a site's frame only hold .13 or less in 99 of 100."""
OWN = 0.5
"""Share of its headline's stems from which a sentence is an article's own, though other pages print it as a teaser."""

Holders = Mapping[str, Sequence[tuple[int, Said]]]
"""The articles, by place, in which a sentence stands, and the sentence there."""


def furniture(analyses: Sequence[Analysis], headlines: Sequence[Stems]) -> tuple[frozenset[str], ...]:
    """Return for each analysis the sentences that belong to the page and not to the story.

    They are what an outlet repeats from page to page, and, whether the outlet is known or not, what pages share that
    is about neither headline. A story that several outlets carry is about theirs.
    """
    holders = _holders(analyses)
    framed = _framed(analyses, holders, headlines)
    repeated = _repeated(analyses, holders)
    return tuple(
        _beside_story(analysis, headline, framed) | _of_outlet(analysis, repeated)
        for analysis, headline in zip(analyses, headlines, strict=True)
    )


def _holders(analyses: Sequence[Analysis]) -> Holders:
    """Return the sentences that stand in several articles."""
    first: dict[str, int] = {}
    found: dict[str, list[tuple[int, Said]]] = {}
    for place, each in enumerate(analyses):
        for said in each.reading.said:
            text = said.sentence.text
            earliest = first.setdefault(text, place)
            if earliest != place:
                holding = found.get(text) or found.setdefault(text, [(earliest, _said(analyses[earliest], text))])
                if holding[-1][0] != place:
                    holding.append((place, said))
    return found


def _said(analysis: Analysis, text: str) -> Said:
    return next(said for said in analysis.reading.said if said.sentence.text == text)


def _framed(analyses: Sequence[Analysis], holders: Holders, headlines: Sequence[Stems]) -> Mapping[str, Stems]:
    """Return the sentences that most neighbouring pairs of their holders share without sharing a story."""
    shared: dict[tuple[int, int], set[str]] = {}
    said: dict[str, Stems] = {}
    for text, holding in holders.items():
        place, first = holding[0]
        said[text] = stems(first.words, analyses[place])
        for (one, _), (other, _) in pairwise(holding):
            shared.setdefault((one, other), set()).update(said[text])
    frames = {pair for pair, both in shared.items() if min(about(headlines[place], both) for place in pair) < ABOUT}
    found = {}
    for text, holding in holders.items():
        apart = sum((one, other) in frames for (one, _), (other, _) in pairwise(holding))
        if len(holding) >= SHARED_BY and 2 * apart > len(holding) - 1:
            found[text] = said[text]
    for analysis, headline in zip(analyses, headlines, strict=True):
        if analysis.article.title:
            found[analysis.article.title] = headline  # as a sentence of another article it is a teaser too
    return found


def _beside_story(analysis: Analysis, headline: Stems, framed: Mapping[str, Stems]) -> frozenset[str]:
    texts = [sentence.text for sentence in analysis.sentences]
    found = frozenset([text for text in texts if text in framed and about(headline, framed[text]) < OWN])
    return found if found and any(text not in found for text in texts) else frozenset()


def _repeated(analyses: Sequence[Analysis], holders: Holders) -> frozenset[tuple[str, str]]:
    """Return outlets and sentences that stand in many articles of theirs.

    Keyed by outlet, wire copy in several outlets is not mistaken for it.
    """
    seen: dict[tuple[str, str], int] = {}
    for text, holding in holders.items():
        for place, _ in holding:
            outlet = analyses[place].article.outlet.name
            if outlet:
                seen[outlet, text] = seen.get((outlet, text), 0) + 1
    return frozenset(key for key, count in seen.items() if count >= PAGES)


def _of_outlet(analysis: Analysis, repeated: frozenset[tuple[str, str]]) -> frozenset[str]:
    outlet = analysis.article.outlet.name
    if not outlet or not repeated:
        return frozenset()
    texts = [sentence.text for sentence in analysis.sentences]
    found = frozenset(text for text in texts if (outlet, text) in repeated)
    remains = sum(len(text) for text in texts if text not in found)
    opens = bool(texts) and texts[0] not in found  # a frame does not open the story
    return found if opens and remains >= STORY * sum(map(len, texts)) else frozenset()

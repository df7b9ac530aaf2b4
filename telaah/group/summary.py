"""The summaries of a topic's articles become the topic's: every origin is heard before one speaks twice."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from telaah.model import Analysis, CitedSentence, Origins

WORDS = 75
"""Words a topic's summary aims at: three or four sentences, half as much again as one article's."""
STRETCH = 20
"""Words by which a sentence that gives an unheard origin its say may pass the aim."""
SAME = 0.5
"""Share of a sentence's words that another has from which it repeats it."""

_WORD = re.compile(r"\w+")


def summary(analyses: Sequence[Analysis], origins: Origins) -> tuple[CitedSentence, ...]:
    """Return sentences of the articles' own summaries: one of each origin before a second of any, none twice said.

    Three outlets that print one agency's report are one voice. Origins are heard in the order of their best fitting
    articles, which is that of `analyses`, and their sentences stand in that order, so that whoever shows the first few
    shows as many origins. An origin whose every sentence repeats another's is passed over.
    """
    voices = _voices(analyses, origins)
    chosen: list[_Said] = []
    left = WORDS + STRETCH
    for turn in range(max(map(len, voices), default=0)):
        left -= STRETCH if turn == 1 else 0
        for voice in voices:
            fits = (each for each in voice if (each.length <= left or not chosen) and not _repeats(each, chosen))
            said = next(fits, None)
            if said:
                chosen.append(said)
                left -= said.length
    return tuple(said.cited for said in chosen)


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence of an article's summary: the places of both, its words, and how many it has."""

    rank: int
    place: int
    cited: CitedSentence
    words: frozenset[str]
    length: int


def _voices(analyses: Sequence[Analysis], origins: Origins) -> list[list[_Said]]:
    """Return the sentences of each origin: the first of every article of it, then the second, and so on."""
    number = {article: n for n, origin in enumerate(origins.groups) for article in origin.articles}
    voices: dict[int, list[_Said]] = {}
    for place, analysis in enumerate(analyses):
        own = voices.setdefault(number[analysis.article.id], [])
        for rank, sentence in enumerate(analysis.summary):
            words = _WORD.findall(sentence.text.lower())
            cited = CitedSentence(sentence.text, analysis.article.id, sentence.paragraph)
            own.append(_Said(rank, place, cited, frozenset(words), len(words)))
    return [sorted(own, key=lambda said: (said.rank, said.place)) for own in voices.values()]


def _repeats(said: _Said, chosen: Iterable[_Said]) -> bool:
    return any(len(said.words & other.words) > SAME * min(len(said.words), len(other.words)) for other in chosen)

"""The summaries of a topic's articles become the topic's: every origin is heard before one speaks twice."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from telaah.languages import language
from telaah.languages.segments import divided
from telaah.model import Analysis, CitedSentence, Origins, Sentence

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
    shows as many origins. An origin whose every sentence repeats another's is passed over, and a sentence that only
    makes sense with the one before it follows that one or is not taken.
    """
    voices = _voices(analyses, origins)
    chosen: list[_Said] = []
    left = WORDS + STRETCH
    for turn in range(max(map(len, voices), default=0)):
        left -= STRETCH if turn == 1 else 0
        for voice in voices:
            said = next((each for each in voice if _fits(each, chosen, left)), None)
            if said:
                chosen.append(said)
                left -= said.length
    # Articles of which every copied sentence leans on one left out still have a summary, and so has their topic.
    return tuple(said.cited for said in chosen or [voice[0] for voice in voices if voice][:1])


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence of an article's summary: the places of both, what it leans on, its words, and how many it has."""

    rank: int
    place: int
    cited: CitedSentence
    leans_on: CitedSentence | None
    words: frozenset[str]
    length: int


def _voices(analyses: Sequence[Analysis], origins: Origins) -> list[list[_Said]]:
    """Return the sentences of each origin: the first of every article of it, then the second, and so on."""
    number = {article: n for n, origin in enumerate(origins.groups) for article in origin.articles}
    voices: dict[int, list[_Said]] = {}
    for place, analysis in enumerate(analyses):
        known = language(analysis.article.language)
        own = voices.setdefault(number[analysis.article.id], [])
        for rank, sentence in enumerate(analysis.summary):
            words = _WORD.findall(divided(sentence.text.lower(), known))
            leans_on = _cited(_before(sentence, analysis), analysis) if sentence.leaning else None
            own.append(_Said(rank, place, _cited(sentence, analysis), leans_on, frozenset(words), len(words)))
    return [sorted(own, key=lambda said: (said.rank, said.place)) for own in voices.values()]


def _before(sentence: Sentence, analysis: Analysis) -> Sentence:
    return analysis.sentences[max(analysis.sentences.index(sentence) - 1, 0)]


def _cited(sentence: Sentence, analysis: Analysis) -> CitedSentence:
    return CitedSentence(sentence.text, analysis.article.id, sentence.paragraph)


def _fits(said: _Said, chosen: Sequence[_Said], left: int) -> bool:
    if not chosen:
        return said.leans_on is None
    stands = said.leans_on in (None, chosen[-1].cited)
    return stands and said.length <= left and not _repeats(said, chosen)


def _repeats(said: _Said, chosen: Iterable[_Said]) -> bool:
    return any(len(said.words & other.words) > SAME * min(len(said.words), len(other.words)) for other in chosen)

"""The summaries of a topic's articles become the topic's: every origin is heard before one speaks twice."""

import re
from collections.abc import Iterable, Sequence

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
    articles, which is that of `analyses`; one whose every sentence repeats another's is passed over.
    """
    voices = _voices(analyses, origins)
    chosen: list[CitedSentence] = []
    for turn in range(max(map(len, voices), default=0)):
        for voice in voices:
            room = WORDS + (0 if turn else STRETCH) - sum(_length(each.text) for each in chosen)
            fits = (s for s in voice if (_length(s.text) <= room or not chosen) and not _repeats(s, chosen))
            sentence = next(fits, None)
            if sentence:
                chosen.append(sentence)
    order = {analysis.article.id: place for place, analysis in enumerate(analyses)}
    reading = {(a.article.id, sentence.text): place for a in analyses for place, sentence in enumerate(a.summary)}
    return tuple(sorted(chosen, key=lambda cited: (order[cited.article], reading[cited.article, cited.text])))


def _voices(analyses: Sequence[Analysis], origins: Origins) -> list[list[CitedSentence]]:
    """Return the sentences of each origin: the first of every article of it, then the second, and so on."""
    number = {article: n for n, origin in enumerate(origins.groups) for article in origin.articles}
    ranked: dict[int, list[tuple[int, int, CitedSentence]]] = {}
    for place, analysis in enumerate(analyses):
        own = ranked.setdefault(number[analysis.article.id], [])
        for rank, sentence in enumerate(analysis.summary):
            own.append((rank, place, CitedSentence(sentence.text, analysis.article.id, sentence.paragraph)))
    return [[each for _, _, each in sorted(own, key=lambda entry: entry[:2])] for own in ranked.values()]


def _length(text: str) -> int:
    return len(_WORD.findall(text))


def _repeats(sentence: CitedSentence, chosen: Iterable[CitedSentence]) -> bool:
    words = set(map(str.lower, _WORD.findall(sentence.text)))
    others = [set(map(str.lower, _WORD.findall(other.text))) for other in chosen]
    return any(len(words & other) > SAME * min(len(words), len(other)) for other in others)

"""The summaries of a topic's articles become the topic's: every origin is heard before one speaks twice."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from telaah.languages import Language, language
from telaah.languages.quotes import quoting_after
from telaah.languages.segments import divided
from telaah.model import Analysis, CitedSentence, Keyword, Origins, Quote, Sentence

WORDS = 75
"""Words a topic's summary aims at: three or four sentences, half as much again as one article's."""
STRETCH = 20
"""Words by which a sentence that gives an unheard origin its say may pass the aim."""
SAME = 0.5
"""Share of a sentence's words that another has from which it repeats it."""
ALL_SAID = 0.75
"""Share of the telling words of each of its sentences from which an article says nothing that is not said: of those of
ECB+ of which half the words are said many tell something else."""
LEAST = 10
"""Words of a sentence that speaks for an origin though its article's summary does not have it: shorter ones hang on
what stands around them."""
BEGINNING = 6
"""Words at the beginning of such a sentence among which none may point back."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Heard:
    """A topic's summary, and the articles of origins it does not hear that say nothing which it does not say."""

    summary: tuple[CitedSentence, ...]
    silent: tuple[str, ...]


def heard(
    analyses: Sequence[Analysis],
    origins: Origins,
    keywords: Sequence[Keyword] = (),
    outdated: Iterable[Quote] = (),
) -> Heard:
    """Return sentences of the articles' own summaries: one of each origin before a second of any, none twice said.

    Three outlets that print one agency's report are one voice. Origins are heard in the order of their best fitting
    articles, which is that of `analyses`, and their sentences stand in that order, so that whoever shows the first few
    shows as many origins. An origin of which every sentence of its summaries repeats another's or leans is heard with
    that of its other sentences which holds most of the topic's `keywords` and does neither; a sentence that only makes
    sense with the one before it follows that one or is not taken. Of figures that the same origin has brought up to
    date, the `outdated` ones, no sentence is taken where another is left.
    """
    voices = _voices(analyses, origins, {(quote.article, quote.sentence) for quote in outdated})
    spare: dict[int, list[_Said]] = {}
    chosen: list[_Said] = []
    left = WORDS + STRETCH
    for turn in range(max((len(voice.own) for voice in voices), default=0)):
        left -= STRETCH if turn == 1 else 0
        before = len(chosen)
        for number, voice in enumerate(voices):
            spoken = voice.own
            if turn == 0 and chosen and not _any_new(spoken, chosen):
                spoken = spare[number] = _in_turn(voice.members, lambda analysis: _telling(analysis, keywords))
            said = next((each for each in spoken if _fits(each, chosen, left)), None)
            if said:
                chosen.append(said)
                left -= said.length
        if turn and len(chosen) == before:
            break  # nothing has changed that could let another in: an origin of thousands of articles has as many turns
    # Articles of which every copied sentence leans on one left out still have a summary, and so has their topic.
    chosen = chosen or [voice.own[0] for voice in voices if voice.own][:1]
    silent = (a.article.id for number in spare for _, a in voices[number].members if _says_nothing(a, chosen))
    return Heard(tuple(said.cited for said in chosen), tuple(silent))


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence of an article: the places of both, what it leans on, its words, and how many it has."""

    rank: int
    place: int
    cited: CitedSentence
    leans_on: CitedSentence | None
    words: frozenset[str]
    length: int


@dataclass(frozen=True, slots=True)
class _Voice:
    """An origin: its articles with their places, and the sentences of their summaries."""

    members: tuple[tuple[int, Analysis], ...]
    own: list[_Said]


def _voices(analyses: Sequence[Analysis], origins: Origins, outdated: Set[tuple[str, str]]) -> list[_Voice]:
    number = {article: n for n, origin in enumerate(origins.groups) for article in origin.articles}
    members: dict[int, list[tuple[int, Analysis]]] = {}
    for place, analysis in enumerate(analyses):
        members.setdefault(number[analysis.article.id], []).append((place, analysis))
    every = [(tuple(own), _in_turn(own, lambda analysis: analysis.summary)) for own in members.values()]
    if not outdated:
        return [_Voice(*each) for each in every]
    now = [[each for each in own if (each.cited.article, each.cited.text) not in outdated] for _, own in every]
    return [_Voice(each, newer or own) for (each, own), newer in zip(every, now, strict=True)]


def _in_turn(
    members: Iterable[tuple[int, Analysis]], sentences: Callable[[Analysis], Iterable[Sentence]]
) -> list[_Said]:
    """Return the sentences of an origin: the first of every article of it, then the second, and so on.

    One that opens a quotation and leaves it open is left out where there is another: who says so stands behind it.
    """
    found = [said for place, analysis in members for said in _said(place, analysis, sentences(analysis))]
    closed = [said for said in found if not quoting_after(said.cited.text, "")]
    return sorted(closed or found, key=lambda said: (said.rank, said.place))


def _said(place: int, analysis: Analysis, sentences: Iterable[Sentence]) -> Iterator[_Said]:
    for rank, sentence in enumerate(sentences):
        words = _running(sentence.text, analysis.article.language).split()
        leans_on = _cited(_before(sentence, analysis), analysis) if sentence.leaning else None
        yield _Said(rank, place, _cited(sentence, analysis), leans_on, frozenset(words), len(words))


def _alone(analysis: Analysis) -> list[Sentence]:
    """Return the sentences that make sense alone and say enough; none where only a part may be quoted."""
    if analysis.article.source.stated.rights not in (None, "full"):
        return []
    code = analysis.article.language
    body = {paragraph.id for paragraph in analysis.article.paragraphs if paragraph.kind in ("standfirst", "body")}
    found = (each for each in analysis.sentences if not each.leaning and each.paragraph in body)
    return [each for each in found if _says_enough(_running(each.text, code).split(), language(code))]


def _says_enough(words: Sequence[str], known: Language) -> bool:
    """Say whether a sentence is long enough and points back at nobody at its beginning ("Pejabat intelijen itu")."""
    points = any(
        word in known.demonstratives and before not in known.times for before, word in pairwise(words[:BEGINNING])
    )
    return len(words) >= LEAST and not points


def _telling(analysis: Analysis, keywords: Sequence[Keyword]) -> list[Sentence]:
    """Return those that hold keywords of the topic, the ones with most of them first."""
    code = analysis.article.language
    wanted = [f" {_running(keyword.text, code)} " for keyword in keywords]
    found: list[tuple[int, int, Sentence]] = []
    for place, sentence in enumerate(_alone(analysis)):
        said = f" {_running(sentence.text, code)} "
        places = [said.index(keyword) for keyword in wanted if keyword in said]
        # "Last season he led the club": whoever is meant was named in a sentence before.
        if places and language(code).pronouns.isdisjoint(said[: min(places)].split()):
            found.append((-len(places), place, sentence))
    return [sentence for *_, sentence in sorted(found, key=lambda each: each[:2])]


def _any_new(spoken: Iterable[_Said], chosen: Sequence[_Said]) -> bool:
    """Say whether a sentence makes sense alone and repeats none of the chosen."""
    return any(said.leans_on is None and not _repeats(said, chosen) for said in spoken)


def _says_nothing(analysis: Analysis, chosen: Sequence[_Said]) -> bool:
    """Say whether the chosen, none of which is the article's, say what its sentences do: words and all numbers."""
    code = analysis.article.language
    words = {word for said in chosen for word in said.words}
    return all(said.cited.article != analysis.article.id for said in chosen) and all(
        _is_said(_running(sentence.text, code).split(), words, language(code)) for sentence in analysis.sentences
    )


def _is_said(words: Sequence[str], said: set[str], known: Language) -> bool:
    telling = [word for word in words if word not in known.function_words]
    return sum(word in said for word in telling) >= ALL_SAID * len(telling) and all(
        word in said for word in telling if any(map(str.isdigit, word))
    )


def _running(text: str, code: str) -> str:
    """Return the words of a text in lower case, one blank between two."""
    return " ".join(_WORD.findall(divided(text.lower(), language(code))))


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

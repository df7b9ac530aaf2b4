"""Figures of a topic become pairs that are told of one thing, by their sentences and by what stands around them."""

import math
from collections.abc import Mapping, Sequence

from telaah.group.aligned import SAME_WORDS, Passage, beside_names, likeness
from telaah.group.frames import Frame, counted, frame, unit_stems
from telaah.group.same import begin_alike, of_one_act, of_one_thing, of_one_whole
from telaah.group.speaking import looks_back
from telaah.group.verdicts import Verdicts
from telaah.languages.reporting import reporting
from telaah.model import Act, Analysis, Figure

SAME_THING = 0.4
"""Likeness of the sentences around two figures of one unit, numbers left out, from which they may tell of the same."""
WORDS_OF_THING = 0.2
"""Likeness of their telling words beside names, from which their frames are compared."""
BESIDE_UNIT = 2
"""Telling words beside names and what is counted that both must have."""
NEAR_THING = 0.2
"""Likeness from which two figures may tell of the same where the same word stands right before them (or behind)."""
WORDS_OF_NEAR = 0.35
"""Likeness of their telling words beside names from which they may. On ECB+ these two bring two rows, both right; at .1
and .2 they bring seven right and eight wrong."""
SAME_ACT = 0.1
"""Likeness from which two figures of people of whom one act is told may tell of the same: "15 people died", "the blast
killed 17". On ECB+ it brings eleven rows, all right, and of two events thrown together seven in three of 43 pairs."""
YEAR = 4
"""Digits of a year."""
ROUND = 100
"""A count that this divides is taken to be rounded to its last digit that is no zero ("1.500 rumah" beside 1.487)."""
ROUNDED_BY = 0.1
"""By which share such a count is off at most: nobody calls 1.400 "1.000"."""
CHANCE = 10
"""Below this, another figure of the same value is the same only beside the same words: twos and threes are many."""


class Told:
    """Figures in their sentences, each with its frame, which is worked out once."""

    def __init__(
        self,
        analyses: Sequence[Analysis],
        passages: Mapping[tuple[str, str], Passage],
        figures: Sequence[Figure],
        verdicts: Verdicts,
    ) -> None:
        self._analyses = {analysis.article.id: analysis for analysis in analyses}
        self._passages = passages
        self._verdicts = verdicts
        self._frames: dict[Figure, Frame] = {}
        self._acts: dict[tuple[str, str], bool] = {}
        self._texts: dict[str, str] = {}
        self._figures: dict[str, list[Figure]] = {}
        for figure in figures:
            self._figures.setdefault(figure.quote.article, []).append(figure)

    def __contains__(self, figure: Figure) -> bool:
        return (figure.quote.article, figure.quote.sentence) in self._passages

    def of_one_thing(self, one: Figure, other: Figure) -> bool:
        """Say whether two figures are told of one thing, and neither article knows the other's as another."""
        first, second = self._passage(one), self._passage(other)
        return (
            self._alike(one, other, first, second)
            and self._alone(one, other)
            and self._alone(other, one)
            and of_one_thing(
                self._frame(one),
                self._frame(other),
                first,
                second,
                later=self._is_update(one, other),
                known=self._known(one, other),
            )
            and (one.kind != "share" or of_one_whole(self._frame(one), self._frame(other)))
            and not self._knows(one.quote.article, other)
            and not self._knows(other.quote.article, one)
        )

    def at_once(self, one: Figure, other: Figure) -> bool:
        """Say whether their sentences differ in another figure too: they tell of two occasions, or of one and the sum.

        What one origin tells later may all have grown.
        """
        return any(
            (each.kind, self.counted(each)) == (also.kind, self.counted(also)) and apart(each, also)
            for each in self._beside(one)
            for also in self._beside(other)
        )

    def counted(self, figure: Figure) -> frozenset[str]:
        """Return what a figure may share with another."""
        return counted(figure, self._analyses[figure.quote.article].article.language)

    def _alike(self, one: Figure, other: Figure, first: Passage, second: Passage) -> bool:
        """Say whether their sentences are alike enough for what stands around them to decide."""
        tell_acts = self._tells_act(one) and self._tells_act(other)
        least = SAME_ACT if tell_acts else NEAR_THING
        if first.most_alike(second) < least:  # what costs least is asked first
            return False
        like = likeness(first, second)
        if like < least:
            return False
        shared = self._shared(one, other) if like >= NEAR_THING else 0
        beside = beside_names(first, second) if shared else 0.0
        if like >= SAME_THING and beside >= WORDS_OF_THING and shared >= (1 if like >= SAME_WORDS else BESIDE_UNIT):
            return True
        if tell_acts and self.act(one, other):
            return self._of_one_time(one, other) and self._known(one, other)
        said = first.said.stems and second.said.stems  # a sentence of few words is soon alike
        return bool(said) and beside >= WORDS_OF_NEAR and begin_alike(self._frame(one), self._frame(other))

    def _shared(self, one: Figure, other: Figure) -> int:
        """Return how many telling words beside names and what is counted both sentences have."""
        both = self._passage(one).plain & self._passage(other).plain
        return len(both - unit_stems(_things(one)) - unit_stems(_things(other)))

    def _tells_act(self, figure: Figure) -> bool:
        """Say whether any word of a figure's sentence tells what became of people."""
        key = figure.quote.article, figure.quote.sentence
        if key not in self._acts:
            acts = reporting(self._analyses[figure.quote.article].article.language).acts
            self._acts[key] = not acts.keys().isdisjoint(self._passages[key].said.words.lower().split())
        return self._acts[key]

    def act(self, one: Figure, other: Figure) -> Act | None:
        """Return what became of whom both count; None where nothing did, or not the same."""
        act = self._frame(one).act
        return act if act == self._frame(other).act else None

    def _known(self, one: Figure, other: Figure) -> bool:
        """Say whether two figures tell of one act, and the names beside each stand in the other's article."""
        return bool(self.act(one, other)) and self._names_known(one, other) and self._names_known(other, one)

    def _of_one_time(self, one: Figure, other: Figure) -> bool:
        """Say whether neither sentence looks back to a year or a time of which the other does not tell."""
        return self._looks_back(one) == self._looks_back(other)

    def _looks_back(self, figure: Figure) -> frozenset[str]:
        article = self._analyses[figure.quote.article].article
        return looks_back(figure.quote.sentence, article.language) - {(article.published.value or "")[:YEAR]}

    def _names_known(self, one: Figure, other: Figure) -> bool:
        """Say whether the names beside a figure stand anywhere in the other's article."""
        names = self._frame(one).names
        return not names or all(f" {each}" in self._text(other.quote.article) for each in names)

    def _text(self, article: str) -> str:
        """Return all words of an article in lower case, a blank before each."""
        if article not in self._texts:
            reading = self._analyses[article].reading
            self._texts[article] = " ".join(("", reading.title, *(said.words for said in reading.said))).lower()
        return self._texts[article]

    def _is_update(self, one: Figure, other: Figure) -> bool:
        return self._verdicts.how(one.quote.article, other.quote.article) == "update"

    def _beside(self, one: Figure) -> list[Figure]:
        """Return the other figures of its sentence that are no conversions, which differ where their originals do."""
        text = one.quote.sentence
        return [
            each
            for each in self._figures[one.quote.article]
            if each is not one
            and each.quote.sentence == text
            and not text[: text.find(each.quote.text)].rstrip().endswith("(")
        ]

    def _alone(self, one: Figure, other: Figure) -> bool:
        """Say whether no other figure of its sentence could be compared with the other as well."""
        own, others = self.counted(one), self.counted(other)
        same, shared = own == others, own & others
        return not any(
            self.counted(each) == own if same else not shared.isdisjoint(self.counted(each))
            for each in self._figures[one.quote.article]
            if each is not one
            and each.kind == one.kind
            and each.quote.sentence == one.quote.sentence
            and of_one_act(self._frame(each), self._frame(one))
        )

    def _passage(self, figure: Figure) -> Passage:
        return self._passages[figure.quote.article, figure.quote.sentence]

    def _frame(self, figure: Figure) -> Frame:
        if figure not in self._frames:
            analysis = self._analyses[figure.quote.article]
            self._frames[figure] = frame(figure.quote, _things(figure), self._passage(figure), analysis)
        return self._frames[figure]

    def _knows(self, article: str, figure: Figure) -> bool:
        """Say whether an article prints another's figure too: it then tells of both, and its own is another thing."""
        return any(
            each.kind == figure.kind
            and (each.low, each.high) == (figure.low, figure.high)
            and not self.counted(each).isdisjoint(self.counted(figure))
            and (each.low >= CHANCE or (each in self and self._told_alike(each, figure)))
            for each in self._figures[article]
        )

    def _told_alike(self, one: Figure, other: Figure) -> bool:
        return not self._frame(one).around.isdisjoint(self._frame(other).nearest)


def apart(one: Figure, other: Figure) -> bool:
    """Say whether two figures cannot both be right, were one of them rounded."""
    (low, high), (other_low, other_high) = _meant(one), _meant(other)
    return low > other_high or other_low > high


def _meant(figure: Figure) -> tuple[float, float]:
    """Return the least and the most that may be meant, a round number of things taken as rounded."""
    low, high = figure.low, math.inf if figure.high is None else figure.high
    if low != high or figure.kind not in ("count", "measure") or not low or low % ROUND:
        return low, high
    place = ROUND
    while low % (place * 10) == 0:
        place *= 10
    off = min(place / 2, low * ROUNDED_BY)
    return low - off, high + off


def _things(figure: Figure) -> str:
    """Return what a figure counts; an amount, a measure or a share counts nothing."""
    return figure.unit if figure.kind == "count" else ""

"""The weights of summaries, all in one table, a column for each kind of language that data speak for."""

from dataclasses import dataclass, fields

from telaah.analyse.signs import Unit


@dataclass(frozen=True, slots=True)
class SummaryWeights:
    """What each sign of a sentence (signs.py) counts for it."""

    early: float
    """For early sentences."""
    opening: float
    """For the first sentence of all."""
    depth: float
    """For sentences far down, 0 to 1 of the way."""
    headline: float
    """For likeness to the headline and the standfirst."""
    middle: float
    """For likeness to the whole article."""
    company: float
    """For the mean likeness to the other sentences."""
    keywords: float
    """For the article's keywords in it, by their scores, a word of the sentence."""
    capitals: float
    """For capitalised words inside the sentence: names."""
    figures: float
    """For a figure."""
    paragraph: float
    """For the first sentence of a paragraph."""
    quoted: float
    """For the share of the sentence inside quotation marks: words of a source, not of the report."""
    captioned: float
    """For a sentence that describes a picture, which readers of a summary do not see; set by hand."""
    repetition: float
    """For the greatest likeness to a sentence already chosen; the ruler for the others."""

    def merit(self, unit: Unit) -> float:
        """Return what a sentence counts by itself."""
        return sum([float(getattr(self, name)) * value for name, value in unit.signs.items()])


SIGNS = tuple(field.name for field in fields(SummaryWeights) if field.name != "repetition")
"""Names of the signs of a sentence."""
GENERAL = SummaryWeights(
    early=0.23, opening=-0.25, depth=-0.26, headline=0.1, middle=0.0, company=2.2, keywords=1.9,
    capitals=0.03, figures=0.1, paragraph=0.0, quoted=-0.1, captioned=-0.4, repetition=-0.4,
)  # fmt: skip
"""For every language not named below, from CNN/DailyMail by benchmarks/fit_summaries.py: 34.6, 14.7, 23.8 of ROUGE-1, 2
and L on articles not fitted on, ten folds four times (the first three sentences: 32.0, 12.6, 20.8). Fifty articles: two
points are noise."""
OPEN_COMPOUNDS = SummaryWeights(
    early=1.15, opening=0.0, depth=-0.35, headline=0.2, middle=0.35, company=0.0, keywords=0.3,
    capitals=0.0, figures=0.0, paragraph=0.05, quoted=-0.8, captioned=-0.4, repetition=-0.4,
)  # fmt: skip
"""For Indonesian and Malay, from IndoSum by the same script, whose search stays here when begun here (begun from round
numbers it ends .2 points below): 70.7, 63.7, 67.6. Columns searched on one half make 70.3, 63.2, 67.2 of
the other; which half it is moves that by 1.7 (the first three sentences: 66.0, 59.2, 63.0)."""
WRITTEN_APART = frozenset({"id", "ms"})
"""Languages that the second column serves: their news tells nearly all in its first sentences, as IndoSum shows."""


def summary_weights(language: str) -> SummaryWeights:
    """Return the weights for a language."""
    return OPEN_COMPOUNDS if language in WRITTEN_APART else GENERAL

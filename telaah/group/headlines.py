"""Analyses become what each says it is about: the stems of its headline, to tell its story from what stands beside."""

from collections import Counter
from collections.abc import Sequence

from telaah.languages import language
from telaah.languages.terms import STEM
from telaah.model import Analysis

FEWEST = 2
"""Stems from which a headline says what an article is about."""

Stems = frozenset[str]


def headlines(analyses: Sequence[Analysis]) -> tuple[Stems, ...]:
    """Return the stems of every headline; of an article without one, those of the first sentence only it prints."""
    found = [stems(analysis.reading.title, analysis) for analysis in analyses]
    if all(len(each) >= FEWEST for each in found):
        return tuple(found)
    articles = Counter(text for each in analyses for text in {sentence.text for sentence in each.sentences})
    return tuple(
        headline if len(headline) >= FEWEST else _opening(analysis, articles) or headline
        for analysis, headline in zip(analyses, found, strict=True)
    )


def stems(words: str, analysis: Analysis) -> Stems:
    """Return the stems of those words that say something."""
    silent = language(analysis.article.language).function_words
    return frozenset([word[:STEM] for word in words.lower().split() if len(word) > 1 and word not in silent])


def about(headline: Stems, said: Stems | set[str]) -> float:
    """Return the share of a headline that these stems hold; a headline that says nothing has nothing against them."""
    return len(headline & said) / len(headline) if len(headline) >= FEWEST else 1.0


def _opening(analysis: Analysis, articles: Counter[str]) -> Stems:
    """Return the stems of the first sentence that says something and stands in this article only; none without one."""
    own = (stems(said.words, analysis) for said in analysis.reading.said if articles[said.sentence.text] == 1)
    return next((found for found in own if len(found) >= FEWEST), frozenset())

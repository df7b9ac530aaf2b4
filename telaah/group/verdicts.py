"""Two articles that differ become a verdict: of different origins a disagreement, later from the same an update."""

from collections.abc import Sequence
from typing import Literal

from telaah.group.dates import day
from telaah.model import Analysis, Origins


class Verdicts:
    """Knows the origins of a topic's articles and their days of publication."""

    def __init__(self, analyses: Sequence[Analysis], origins: Origins) -> None:
        self._group = {article: number for number, origin in enumerate(origins.groups) for article in origin.articles}
        self._days = {analysis.article.id: day(analysis.article.published.value) for analysis in analyses}

    def how(self, one: str, other: str) -> Literal["disagreement", "update"] | None:
        """Return what it is when two articles differ; None within one origin where no later one is known."""
        if self._group[one] != self._group[other]:
            return "disagreement"
        days = self._days[one], self._days[other]
        return "update" if None not in days and days[0] != days[1] else None

    def age(self, article: str) -> tuple[bool, float, str]:
        """Return what sorts articles, the earlier first, the undated last."""
        known = self._days[article]
        return known is None, known or 0.0, article

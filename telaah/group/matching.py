"""Articles and the desk's rules become matches: which articles join a topic by themselves, and by what."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from telaah.model import Analysis, DeskTopic, Met, Rule, days
from telaah.outlets import Outlets

_GAP = re.compile(r"[\s-]+")
DATE = 10
"""Characters of an ISO 8601 date; what follows is the time of day."""


class Matcher:
    """The rules of one topic, ready to be asked of many articles."""

    def __init__(self, topic: DeskTopic, outlets: Outlets) -> None:
        self._outlets = outlets
        self._rules = [
            (rule, _patterns(rule.names, _name), _patterns(rule.keywords, _any_case)) for rule in topic.rules
        ]

    def met(self, analysis: Analysis) -> tuple[Met, ...]:
        """Return what an article has of the first rule that holds for it; nothing where none holds."""
        return next((met for each in self._rules if (met := tuple(self._met(*each, analysis)))), ())

    def _met(
        self, rule: Rule, names: Sequence["_Wanted"], keywords: Sequence["_Wanted"], analysis: Analysis
    ) -> Iterable[Met]:
        article = analysis.article
        told = [*self._told(rule, analysis)]
        if len(told) < sum(map(bool, (rule.outlets, rule.languages, rule.start or rule.end))):
            return ()
        text = "\n".join((article.title or "", *(sentence.text for sentence in analysis.sentences)))
        about = "\n".join((article.title or "", *(keyword.text for keyword in analysis.keywords)))
        found = [Met("names", wanted) for wanted, pattern in names if pattern.search(text)]
        also = [Met("keywords", wanted) for wanted, pattern in keywords if pattern.search(about)]
        if rule.at_least is not None:
            return (*found, *also, *told) if len(found) + len(also) >= rule.at_least else ()
        if (names and not found) or (keywords and not also):
            return ()
        return (*found, *also, *told)

    def _told(self, rule: Rule, analysis: Analysis) -> Iterator[Met]:
        """Give what the article states of itself that the rule asks for: outlet, language, date."""
        article = analysis.article
        wanted = {self._outlets.canonical(name).casefold() for name in rule.outlets}
        if article.outlet.name and self._outlets.canonical(article.outlet.name).casefold() in wanted:
            yield Met("outlets", article.outlet.name)
        if article.language in rule.languages:
            yield Met("languages", article.language)
        published = (article.published.value or "")[:DATE]
        if published and (rule.start or rule.end) and _within(published, rule.start, rule.end):
            yield Met("published", published)


_Wanted = tuple[str, re.Pattern[str]]
"""A phrase as the desk wrote it, and the pattern that finds it."""


def _patterns(wanted: Iterable[str], word: Callable[[str], str]) -> tuple[_Wanted, ...]:
    """Return the patterns of some phrases, word by word; a blank and a hyphen between words are one."""
    parts = ((each, [word(part) for part in _GAP.split(each) if part]) for each in wanted)
    return tuple((each, re.compile(rf"(?<!\w){_GAP.pattern.join(words)}(?!\w)")) for each, words in parts if words)


def _any_case(word: str) -> str:
    return f"(?i:{re.escape(word)})"


def _name(word: str) -> str:
    """Return the pattern of a word of a name: "AS" is no "as", and what has a capital is found with one only."""
    if word.isupper() or not word[0].isupper():
        return re.escape(word) if word.isupper() else _any_case(word)
    return f"{re.escape(word[0])}(?i:{re.escape(word[1:])})"


def _within(published: str, start: str | None, end: str | None) -> bool:
    """Say whether a date lies wholly between two; of an article known by its month, that is the whole month."""
    told, after, before = days(published), days(start), days(end)
    if told is None:
        return False
    return (after is None or after.first <= told.first) and (before is None or told.last <= before.last)

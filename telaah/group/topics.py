"""A group of analyses becomes a topic: its id, title, keywords, and why each article is in it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from telaah.group.dates import day
from telaah.group.products import Products, Vector, square, total
from telaah.ids import MAX_BYTES, distinct
from telaah.model import Analysis, Article, DeskTopic, Html, Keyword, Membership, Topic

KEYWORDS = 10
"""Keywords a topic has at most, as many as an article."""


@dataclass(frozen=True, slots=True)
class Member:
    """An analysis of a topic and the vector that says what it is about."""

    analysis: Analysis
    vector: Vector


Why = Mapping[str, Membership]
"""Why an article is in the topic, by its id."""


def desk_topic(
    topic: DeskTopic, members: Sequence[Member], products: Products, introduction: Html | None, why: Why
) -> Topic:
    """Return a topic the desk has named, with what is computed from its articles."""
    made = _topic(topic.id, topic.titles, "desk", _by_fit(members, products), introduction, why)
    return replace(made, aliases=topic.aliases)


def automatic_topic(members: Sequence[Member], products: Products, taken: frozenset[str], why: Why) -> Topic:
    """Return a topic found by grouping, called after its most central article's headline."""
    ordered = _by_fit(members, products)
    central = next((member for member in ordered if not member.analysis.article.retracted), ordered[0]).analysis
    title = central.article.title or ", ".join(keyword.text for keyword in central.keywords[:3]) or central.article.id
    first = _first(members)
    made = _topic(_id(first.id, taken), {central.article.language: title}, "automatic", ordered, None, why)
    # An article that got another id takes the address of the topic called after it along.
    former = (_id(alias, frozenset()) for alias in first.source.stated.aliases)
    return replace(made, aliases=tuple(name for name in former if name not in taken))


def _topic(
    name: str, titles: Mapping[str, str], basis: str, ordered: Sequence[Member], introduction: Html | None, why: Why
) -> Topic:
    analyses = [member.analysis for member in ordered]
    # What was retracted stays in the list of its topic and says nothing any more.
    heard = [analysis for analysis in analyses if not analysis.article.retracted]
    outlets = dict.fromkeys(a.article.outlet.name for a in analyses if a.article.outlet.name is not None)
    return Topic(
        id=name,
        titles=titles,
        basis="desk" if basis == "desk" else "automatic",
        articles=tuple(analysis.article.id for analysis in analyses),
        keywords=_keywords(heard),
        summary=(),
        outlets=tuple(outlets),
        introduction=introduction,
        members=tuple(why[analysis.article.id] for analysis in analyses),
    )


def _by_fit(members: Sequence[Member], products: Products) -> tuple[Member, ...]:
    """Return the members, nearest to all others first; ties go to the smaller id."""
    if len(members) == 1:
        return tuple(members)
    vectors = [member.vector for member in members]
    fits = {
        member.analysis.article.id: fit - square(member.vector)
        for member, fit in zip(members, products.of(total(vectors), vectors), strict=True)
    }
    return tuple(sorted(members, key=lambda m: (-fits[m.analysis.article.id], m.analysis.article.id)))


def _first(members: Sequence[Member]) -> Article:
    """Return the first article to appear; of undated ones that of the smallest id, after all dated ones.

    News is added at its end: what joins a topic later is dated later, so the first article and with it the address
    stay. The most central article or the best keyword would change with every newcomer.
    """
    return min(
        (member.analysis.article for member in members),
        key=lambda article: ((known := day(article.published.value)) is None, known or 0, article.id),
    )


def _id(first: str, taken: frozenset[str]) -> str:
    """Return "t-" and the id of a topic's first article, cut where it is too long."""
    name = f"t-{first}"
    return distinct(name, first) if len(name) > MAX_BYTES or name in taken else name


def _keywords(analyses: Sequence[Analysis]) -> tuple[Keyword, ...]:
    """Return the keywords of all articles, by the mean of their scores; an article without one counts as zero."""
    if len(analyses) == 1:
        return analyses[0].keywords[:KEYWORDS]
    scores: dict[str, float] = {}
    forms: dict[str, Counter[str]] = {}
    for analysis in analyses:
        for keyword in analysis.keywords:
            key = keyword.text.casefold()
            scores[key] = scores.get(key, 0.0) + keyword.score / len(analyses)
            forms.setdefault(key, Counter())[keyword.text] += 1
    chosen: dict[str, frozenset[str]] = {}
    for key in sorted(scores, key=lambda key: (-scores[key], key)):
        words = frozenset(key.split())
        if not any(words <= other or other <= words for other in chosen.values()):
            chosen[key] = words
        if len(chosen) == KEYWORDS:
            break
    return tuple(
        Keyword(min(forms[key], key=lambda form: (-forms[key][form], form)), round(scores[key], 4)) for key in chosen
    )

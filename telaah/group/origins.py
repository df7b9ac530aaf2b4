"""Analyses of a topic become its origins: which articles go back to one report, and why; at least and at most."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from telaah.model import Analysis, Article, Copies, Join, JoinCode, Origin, Origins, Quote
from telaah.outlets import Outlets

REPORTING = frozenset({"agency", "newspaper", "broadcaster", "magazine"})
"""Kinds of outlet (outlets.toml) whose newsrooms are taken to be where a report began when another outlet credits it;
a site or a network may itself relay."""


@dataclass(frozen=True, slots=True)
class _Ties:
    """What one article says of its origin: its outlet and family, whom it credits most, whose report came first."""

    id: str
    outlet: str | None
    family: str | None
    upstream: str | None
    first: str | None


def origins(
    analyses: Sequence[Analysis], copies: Sequence[Copies], outlets: Outlets, unnamed: Mapping[str, Sequence[Quote]]
) -> Origins:
    """Return the origins of these articles as a range; `unnamed` are the unnamed sources of each, by its id.

    Articles are one origin when they are copies, come from one outlet or publisher family, credit the same strongest
    upstream or the same first report, or one credits the other. An origin that the pages do not tell may be any of
    the others: it raises the upper end only.
    """
    ties = [_ties(analysis.article, outlets) for analysis in sorted(analyses, key=lambda a: a.article.id)]
    joins = [join for join in _joins(ties, copies) if len(join.articles) > 1] if len(ties) > 1 else []
    groups = sorted((_origin(members, joins, outlets) for members in _united(ties, joins)), key=_order)
    known = sum(group.known for group in groups)
    rests_on = tuple(quote for each in ties for quote in unnamed[each.id])
    return Origins(max(known, min(1, len(groups))), len(groups), tuple(groups), rests_on)


def _ties(article: Article, outlets: Outlets) -> _Ties:
    known = outlets.find(article.outlet.name) if article.outlet.name else None
    credited = [upstream.name for upstream in article.upstream if upstream.how != "first-report"]
    first = [upstream.name for upstream in article.upstream if upstream.how == "first-report"]
    return _Ties(
        article.id,
        article.outlet.name,
        known.group if known else None,
        credited[0] if credited else None,
        first[0] if first else None,
    )


def _joins(ties: Sequence[_Ties], copies: Sequence[Copies]) -> Iterator[Join]:
    """Give every reason for which articles may be one origin, strongest first."""
    here = {each.id for each in ties}
    for cluster in copies:
        if cluster.how == "copy":
            yield Join("copies", None, tuple(sorted(here.intersection(cluster.articles))))
    first = _by_name((each.first, each.id) for each in ties)
    upstream = _by_name((each.upstream, each.id) for each in ties)
    outlet = _by_name((each.outlet, each.id) for each in ties)
    yield from (Join("first-report", name, ids) for name, ids in first.items())
    yield from (Join("upstream", name, ids) for name, ids in upstream.items())
    for name in sorted({*first, *upstream}):
        # One article credits what another is, or names as the first report what another merely credits.
        ways = [found[name] for found in (outlet, upstream, first) if name in found]
        if len(ways) > 1:
            yield Join("credits", name, tuple(sorted(set().union(*ways))))
    yield from (Join("outlet", name, ids) for name, ids in outlet.items())
    yield from (Join("family", name, ids) for name, ids in _by_name((e.family, e.id) for e in ties).items())


def _by_name(named: Iterable[tuple[str | None, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, article in sorted((name, article) for name, article in named if name):
        found.setdefault(name, []).append(article)
    return {name: tuple(articles) for name, articles in found.items()}


def _united(ties: Sequence[_Ties], joins: Sequence[Join]) -> list[list[_Ties]]:
    group = {each.id: each.id for each in ties}
    for join in joins:
        one = min(group[article] for article in join.articles)
        joined = {group[article] for article in join.articles}
        group = {article: one if root in joined else root for article, root in group.items()}
    members: dict[str, list[_Ties]] = {}
    for each in ties:
        members.setdefault(group[each.id], []).append(each)
    return list(members.values())


def _origin(members: Sequence[_Ties], joins: Sequence[Join], outlets: Outlets) -> Origin:
    ids = {each.id for each in members}
    why = [join for join in joins if ids.issuperset(join.articles)]
    end = _end(members, outlets)
    told = _told_once(why)
    ends = () if any(join.code == end.code for join in told) else (end,)
    return Origin(end.name, end.code != "not-stated", tuple(sorted(ids)), (*told, *ends))


def _end(members: Sequence[_Ties], outlets: Outlets) -> Join:
    """Return where the pages say that the report began: whose first report, whose newsroom, or that they do not say."""
    first = [(each.first, each.id) for each in members if each.first]
    if first:
        return _most("first-report", first)
    here = {each.outlet for each in members if each.upstream}  # an outlet that itself credits another is no end
    credited = [(each.upstream, each.id) for each in members if each.upstream]
    began = [
        (name, article)
        for name, article in credited
        if name not in here and _reports(name, {each.family for each in members if each.id == article}, outlets)
    ]
    if began:
        return _most("upstream", began)
    own = [(each.outlet, each.id) for each in members if each.outlet and not each.upstream and _agency(each, outlets)]
    if own:
        return _most("own-report", own)
    if credited:
        return Join("not-stated", _most("upstream", credited).name, tuple(sorted(each.id for each in members)))
    named = sorted({each.outlet for each in members if each.outlet})
    return Join("not-stated", named[0] if len(named) == 1 else None, tuple(sorted(each.id for each in members)))


def _most(code: JoinCode, named: Sequence[tuple[str, str]]) -> Join:
    counts = Counter(name for name, _ in named)
    name = min(counts, key=lambda name: (-counts[name], name))
    return Join(code, name, tuple(sorted(article for each, article in named if each == name)))


def _reports(name: str, families: set[str | None], outlets: Outlets) -> bool:
    """Say whether a credited outlet is a newsroom of another family than the one that credits it."""
    known = outlets.find(name)
    return bool(known and known.kind in REPORTING and (known.group is None or known.group not in families))


def _agency(ties: _Ties, outlets: Outlets) -> bool:
    known = outlets.find(ties.outlet) if ties.outlet else None
    return bool(known and known.kind == "agency")


def _told_once(why: Sequence[Join]) -> tuple[Join, ...]:
    """Leave out a reason that joins the same articles under the same name as a stronger one."""
    told: dict[tuple[str | None, tuple[str, ...]], Join] = {}
    for join in why:
        told.setdefault((join.name, join.articles), join)
    return tuple(told.values())


def _order(origin: Origin) -> tuple[bool, int, str, tuple[str, ...]]:
    return not origin.known, -len(origin.articles), origin.name or "", origin.articles

"""The origins of a topic become a list with its reasons in words."""

from telaah.model import Hop, Join, JoinCode, Origin, Topic
from telaah.render.charts import provenance
from telaah.render.citations import quote_point
from telaah.render.claims import origins_in_words
from telaah.render.directory import Directory
from telaah.render.findings_view import OriginLine, OriginList, Printed
from telaah.render.view import Link


def origin_list(topic: Topic, look: Directory) -> OriginList | None:
    """Return where a topic's articles come from; None where nothing was computed."""
    origins = topic.origins
    if not origins.groups:
        return None
    return OriginList(
        count=origins_in_words(origins.at_least, origins.at_most, look.words),
        chart=provenance(topic, look),
        groups=tuple(_group(group, look) for group in origins.groups),
        rests_on=tuple(point for quote in origins.rests_on if (point := quote_point(quote, quote.text, look))),
    )


def _group(group: Origin, look: Directory) -> OriginLine:
    name = look.outlet_link(group.name) if group.name else Link(look.words.gettext("Origin not stated"), None)
    lines = [look.lines[id_] for id_ in group.articles]
    unnamed = look.words.gettext("outlet not stated")
    return OriginLine(
        name=name,
        known=group.known,
        articles=tuple(Link(line.outlet.text if line.outlet else unnamed, line.href) for line in lines),
        reasons=tuple(_reason(join, look) for join in group.why),
        evidence=tuple(_evidence(hop, id_, look) for id_ in group.articles for hop in _credits(id_, look)),
    )


def _credits(article: str, look: Directory) -> tuple[Hop, ...]:
    return tuple(hop for hop in look.placed[article].chain if hop.kind in ("credit", "first-report"))


def _evidence(hop: Hop, article: str, look: Directory) -> Printed:
    """Return the words of a credit with a link to their paragraph, or to the article where they stand outside it."""
    line, words = look.lines[article], look.words
    outlet = line.outlet.text if line.outlet else words.gettext("outlet not stated")
    block = look.shown[article].by_id.get(hop.paragraph or "")
    named = look.placed[article].article.upstream
    by_desk = any(each.name == hop.name and each.evidence.basis == "desk" for each in named)
    if by_desk or not hop.evidence:
        said = words.gettext("%(outlet)s: %(name)s, as stated by the desk") % {"outlet": outlet, "name": hop.name}
        return Printed(None, None, Link(said, line.href))
    if block and block.number:
        values = {"outlet": outlet, "number": words.number(block.number)}
        told = words.gettext("%(outlet)s, paragraph %(number)s") % values
        return Printed(hop.evidence, line.lang, Link(told, f"{line.href}#{block.id}"))
    if hop.line is None:
        return Printed(hop.evidence, line.lang, Link(outlet, line.href))
    values = {"outlet": outlet, "number": words.number(hop.line)}
    return Printed(hop.evidence, line.lang, Link(words.gettext("%(outlet)s, line %(number)s") % values, line.href))


def _reason(join: Join, look: Directory) -> str:
    words = look.words
    one = len(join.articles) == 1
    unnamed = words.gettext("outlet not stated")
    who = dict.fromkeys(line.outlet.text if (line := look.lines[id_]).outlet else unnamed for id_ in join.articles)
    values = {"who": ", ".join(who), "name": join.name or words.gettext("not known")}
    reasons: dict[JoinCode, str] = {
        "copies": words.gettext("%(who)s: copies of one text"),
        "first-report": words.gettext("%(who)s: names %(name)s as first to report"),
        "upstream": words.gettext("%(who)s: credits %(name)s"),
        "credits": words.gettext("%(who)s: one credits, or is published by, %(name)s"),
        "outlet": words.gettext("%(who)s: published by one outlet, %(name)s"),
        "family": words.gettext("%(who)s: outlets of one family, %(name)s"),
        "own-report": words.gettext("%(who)s: an agency that credits nobody"),
        "not-stated": words.gettext("%(who)s: credits %(name)s, which may itself pass on the news of others"),
    }
    if join.code == "not-stated" and not join.name:
        return words.gettext("%(who)s: does not say where its report comes from") % values
    if join.code == "not-stated" and [*who] == [join.name]:
        return words.gettext("%(who)s: credits nobody, and may itself pass on the news of others") % values
    if join.code in ("first-report", "upstream") and not one:
        several = {
            "first-report": words.gettext("%(who)s: name the same first report, by %(name)s"),
            "upstream": words.gettext("%(who)s: credit the same source, %(name)s"),
        }
        return several[join.code] % values
    return reasons[join.code] % values

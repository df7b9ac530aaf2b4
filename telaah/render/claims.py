"""The claims of a topic become the table of who carries what, and the badges of corroboration beside key points."""

from collections import Counter
from collections.abc import Iterable, Mapping

from telaah.model import Claim, ClaimCell, Status, Topic
from telaah.render.catalogue import Words
from telaah.render.directory import Directory
from telaah.render.findings_view import Cell, ClaimRow, ClaimTable, Column
from telaah.render.view import Badge, Link

MOST_COLUMNS = 8
"""Outlets with a column of their own: as many as find room beside the claims on a wide screen."""
MOST_DOTS = 8
"""Outlets up to which a badge draws a dot for each; above that the words alone are easier to read."""
SHORT = 2
"""Letters that stand for an outlet on a narrow screen."""


def claim_table(topic: Topic, look: Directory) -> ClaimTable | None:
    """Return the table of a topic's claims; None where there is nothing to compare."""
    if not topic.claims:
        return None
    carried = Counter(outlet for claim in topic.claims for outlet in _outlets(claim, look))
    order = sorted(carried, key=lambda link: (-carried[link], link.text.casefold()))
    shown = order[:MOST_COLUMNS]
    shorts = _shorts(link.text for link in shown)
    return ClaimTable(
        columns=tuple(Column(link, shorts[link.text]) for link in shown),
        rows=tuple(_row(claim, shown, len(_all_outlets(topic, look)), topic, look) for claim in topic.claims),
        others=len(order) - len(shown),
        denied=any(cell.denial or "denied" in cell.status for claim in topic.claims for cell in claim.cells),
    )


Badges = Mapping[tuple[str, str], Badge]
"""How many outlets and origins carry what a sentence says, by article and sentence."""


def article_badges(look: Directory) -> Badges:
    """Return the badges for articles' own pages: of a sentence that several topics count, those of the first topic."""
    made: dict[tuple[str, str], Badge] = {}
    for topic in look.topics:
        for (article, sentence), badge in badges(topic, look).items():
            if topic.id in look.placed[article].topics:
                made.setdefault((article, sentence), badge)
    return made


def badges(topic: Topic, look: Directory) -> Badges:
    """Return how many outlets and origins carry what a sentence says, by article and sentence.

    A sentence that goes beyond its row has none: the others do not carry the whole of it.
    """
    of = len(_all_outlets(topic, look))
    made = {}
    for claim in topic.claims:
        outlets = len(_outlets(claim, look))
        words = look.words
        values = {"part": words.number(outlets), "whole": words.number(of)}
        badge = Badge(
            outlets=words.ngettext("%(part)s of %(whole)s outlet", "%(part)s of %(whole)s outlets", of) % values,
            origins=origins_in_words(claim.at_least, claim.at_most, words),
            carried=outlets if of <= MOST_DOTS else 0,
            of=of if of <= MOST_DOTS else 0,
            href=proof_of(topic, claim.id),
        )
        made.update({(cell.article, cell.sentence): badge for cell in claim.cells if not cell.beyond})
    return made


def proof_of(topic: Topic, row: str) -> str:
    """Return the address at which a row's proof unfolds."""
    return f"topics/{topic.id}.html#{row}"


def origins_in_words(at_least: int, at_most: int, words: Words) -> str:
    """Return a number of origins, or the range it lies in: an origin that is not known may be one of the others."""
    values = {"low": words.number(at_least), "num": words.number(at_most)}
    if at_least == at_most:
        return words.ngettext("%(num)s origin", "%(num)s origins", at_most) % values
    if at_least <= 1:
        return words.ngettext("at most %(num)s origin", "at most %(num)s origins", at_most) % values
    return words.gettext("%(low)s to %(num)s origins") % values


def _outlets(claim: Claim, look: Directory) -> tuple[Link, ...]:
    return tuple(dict.fromkeys(_outlet(cell.article, look) for cell in claim.cells))


def _all_outlets(topic: Topic, look: Directory) -> set[Link]:
    return {_outlet(id_, look) for id_ in topic.articles}


def _outlet(article: str, look: Directory) -> Link:
    """Return an article's outlet; articles without one are told apart by their own pages."""
    line = look.lines[article]
    return line.outlet or Link(look.words.gettext("outlet not stated"), line.href)


def _shorts(names: Iterable[str]) -> Mapping[str, str]:
    """Return letters for each name, no two alike: initials, or the beginning of a single word."""
    found: dict[str, str] = {}
    for name in names:
        words = name.split()
        letters = "".join(word[0] for word in words[:SHORT]) if len(words) > 1 else name[:SHORT]
        plain, n = letters.upper(), 1
        short = plain
        while short in found.values():
            n += 1
            short = f"{plain}{n}"
        found[name] = short
    return found


def _row(claim: Claim, columns: Iterable[Link], of: int, topic: Topic, look: Directory) -> ClaimRow:
    words = look.words
    by_outlet: dict[Link, ClaimCell] = {}
    for cell in claim.cells:
        by_outlet.setdefault(_outlet(cell.article, look), cell)
    head = min(claim.cells, key=lambda cell: (bool(cell.denial), cell.beyond, len(cell.sentence)))
    low, high = words.number(claim.at_least), words.number(claim.at_most)
    return ClaimRow(
        text=head.sentence,
        lang=look.lines[head.article].lang,
        cells=tuple(_cell(by_outlet[link], link, look) if link in by_outlet else None for link in columns),
        outlets=f"{words.number(len(by_outlet))}/{words.number(of)}",
        origins=high if claim.at_least == claim.at_most else f"{low}–{high}",
        single=claim.at_most == 1,
        proof=proof_of(topic, claim.id),
    )


def _cell(cell: ClaimCell, outlet: Link, look: Directory) -> Cell:
    words, line = look.words, look.lines[cell.article]
    denied = cell.denial is not None or "denied" in cell.status
    marks = [_status(status, words) for status in cell.status if status != "denied"]
    marks += [words.gettext("with a denial")] * denied
    values = {"outlet": outlet.text, "status": ", ".join(marks), "sentence": cell.sentence}
    label = words.gettext("%(outlet)s carries it (%(status)s): %(sentence)s")
    plain = words.gettext("%(outlet)s carries it: %(sentence)s")
    paragraph = cell.denial.paragraph if cell.denial and cell.denial.article == cell.article else cell.paragraph
    return Cell(
        href=f"{line.href}#{paragraph if paragraph in look.shown[cell.article].by_id else cell.paragraph}",
        label=(label if marks else plain) % values,
        sign="cross" if denied else "dot",
        status=", ".join(marks),
    )


def _status(status: Status, words: Words) -> str:
    names: dict[Status, str] = {
        "denied": words.gettext("denied"),
        "alleged": words.gettext("alleged"),
        "planned": words.gettext("planned"),
        "confirmed": words.gettext("confirmed"),
        "unnamed": words.gettext("unnamed source"),
    }
    return names[status]

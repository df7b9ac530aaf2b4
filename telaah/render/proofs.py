"""The rows of a topic's tables become their proof: each article's sentence, and the origins they are counted from."""

from telaah.model import Claim, Disagreement, Quote, SilencedRow, Topic
from telaah.render.citations import quote_point
from telaah.render.directory import Directory
from telaah.render.findings_view import Proof, SilencedLine
from telaah.render.view import KeyPoint, Link


def proofs(topic: Topic, look: Directory) -> tuple[Proof, ...]:
    """Return the proof of every row, claims first, by the row's id."""
    rows: tuple[Claim | Disagreement, ...] = (*topic.claims, *topic.disagreements)
    return tuple(_proof(row, topic, look) for row in rows)


def silenced_lines(topic: Topic, look: Directory) -> tuple[SilencedLine, ...]:
    """Return the rows that the desk has taken out."""
    return tuple(_silenced(row, look) for row in topic.silenced)


def _proof(row: Claim | Disagreement, topic: Topic, look: Directory) -> Proof:
    articles = {quote.article for quote in row.quotes}
    groups = [group for group in topic.origins.groups if articles.intersection(group.articles)]
    unsaid = look.words.gettext("Origin not stated")
    names = [(look.settings.outlets.canonical(group.name) if group.name else unsaid, group.known) for group in groups]
    return Proof(
        row.id,
        _points(row.quotes, look),
        tuple(name for name, known in names if known),
        tuple(name for name, known in names if not known),
    )


def _points(quotes: tuple[Quote, ...], look: Directory) -> tuple[KeyPoint, ...]:
    return tuple(point for quote in quotes if (point := quote_point(quote, quote.sentence, look)))


def _silenced(row: SilencedRow, look: Directory) -> SilencedLine:
    words = look.words
    what = words.gettext("Claim") if row.kind == "claim" else words.gettext("Difference")
    points = _points(row.quotes, look)
    links = tuple(Link(point.citation.label, point.citation.href) for point in points)
    return SilencedLine(row.id, what, row.reason, links)

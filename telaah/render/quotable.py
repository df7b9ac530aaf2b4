"""What was found in a topic becomes what may be shown of it: nothing is quoted that its article's rights withhold."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from telaah.model import Claim, ClaimCell, Placed, Topic
from telaah.render.text import Shown, shown
from telaah.settings import Settings


def quotable(topic: Topic, may: Mapping[str, Shown]) -> Topic:
    """Return the topic without the quotes that may not be shown; a comparison that loses a side is left out.

    The count of origins stays: it quotes nobody.
    """
    disagreements = (
        d for d in topic.disagreements if all(_may(may, quote.article, quote.sentence) for quote in d.quotes)
    )
    summary = tuple(each for each in topic.summary if _may(may, each.article, each.text))
    return replace(
        topic,
        summary=summary,
        silent=topic.silent if len(summary) == len(topic.summary) else (),
        origins=replace(
            topic.origins, rests_on=tuple(q for q in topic.origins.rests_on if _may(may, q.article, q.sentence))
        ),
        claims=tuple(_claims(topic.claims, may)),
        figures=tuple(figure for figure in topic.figures if _may(may, figure.quote.article, figure.quote.sentence)),
        disagreements=tuple(disagreements),
        silenced=tuple(
            replace(row, quotes=tuple(q for q in row.quotes if _may(may, q.article, q.sentence)))
            for row in topic.silenced
        ),
        timeline=tuple(moment for moment in topic.timeline if _may(may, moment.quote.article, moment.quote.sentence)),
    )


def quotable_chain(placed: Placed, settings: Settings) -> Placed:
    """Return the article with a chain that quotes only what may be shown; the words of a credit itself stay."""
    may = {placed.article.id: shown(placed, settings)}
    hops = (
        hop if hop.sentence and _may(may, placed.article.id, hop.sentence) else replace(hop, sentence=None)
        for hop in placed.chain
    )
    return replace(placed, chain=tuple(hops))


def _claims(claims: Iterable[Claim], may: Mapping[str, Shown]) -> Iterable[Claim]:
    for claim in claims:
        cells = tuple(_cell(cell, may) for cell in claim.cells if _may(may, cell.article, cell.sentence))
        denied = any(cell.denial or "denied" in cell.status for cell in cells)
        if len(cells) > 1 or (cells and denied):
            yield replace(claim, cells=cells, denied=denied)


def _cell(cell: ClaimCell, may: Mapping[str, Shown]) -> ClaimCell:
    kept = cell.denial if cell.denial and _may(may, cell.denial.article, cell.denial.sentence) else None
    return replace(cell, denial=kept)


def _may(may: Mapping[str, Shown], article: str, sentence: str) -> bool:
    allowed = may[article]
    return allowed.rights == "full" or any(sentence == quoted.text for quoted in allowed.summary)

"""A briefing becomes the sentences in it that do not stand, word for word, where they say they do; none, or a bug."""

from collections.abc import Iterable, Iterator

from telaah.model import Briefing, Quote, Topic
from telaah.problems import Problem


def unverified(briefing: Briefing) -> Iterator[Problem]:
    """Yield an error for each copied sentence that its paragraph does not hold, character for character.

    Nothing is published then: a citation beside words that its source does not contain is the worst of all faults.
    """
    texts = {
        (placed.article.id, paragraph.id): paragraph.text
        for placed in briefing.articles
        for paragraph in placed.article.paragraphs
    }
    files = {placed.article.id: placed.article.source.file for placed in briefing.articles}
    for what, article, paragraph, sentence in _copied(briefing):
        if sentence not in texts.get((article, paragraph), ""):
            message = f'a {what} says "{sentence}", which paragraph {paragraph} does not say'
            hint = "delete the cache folder and build again; if that does not help, report it as a bug of ours"
            yield Problem("error", "sentence-unverified", message, hint, files.get(article))


def _copied(briefing: Briefing) -> Iterator[tuple[str, str, str, str]]:
    """Give every sentence that a page may show as somebody's words: what shows it, article, paragraph, the sentence."""
    for placed in briefing.articles:
        name = placed.article.id
        yield from (("summary", name, each.paragraph, each.text) for each in placed.analysis.summary)
        yield from (
            ("chain", name, hop.paragraph, hop.sentence) for hop in placed.chain if hop.paragraph and hop.sentence
        )
    for topic in briefing.topics:
        yield from (("summary", each.article, each.paragraph, each.text) for each in topic.summary)
        for what, quotes in _quotes(topic):
            yield from ((what, quote.article, quote.paragraph, quote.sentence) for quote in quotes)


def _quotes(topic: Topic) -> Iterator[tuple[str, Iterable[Quote]]]:
    yield "source", topic.origins.rests_on
    for claim in topic.claims:
        yield "claim", claim.quotes
        yield "denial", (cell.denial for cell in claim.cells if cell.denial)
    yield "figure", (figure.quote for figure in topic.figures)
    yield "difference", (quote for row in topic.disagreements for quote in row.quotes)
    yield "date", (moment.quote for moment in topic.timeline)
    yield "row", (quote for row in topic.silenced for quote in row.quotes)

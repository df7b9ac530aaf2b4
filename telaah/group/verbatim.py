"""A briefing becomes the sentences in it that do not stand, word for word, where they say they do; none, or a bug."""

from collections.abc import Iterator

from telaah.model import Briefing
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
    for article, paragraph, sentence in _copied(briefing):
        if sentence not in texts.get((article, paragraph), ""):
            message = f'a summary says "{sentence}", which paragraph {paragraph} does not say'
            hint = "delete the cache folder and build again; if that does not help, report it as a bug of ours"
            yield Problem("error", "sentence-unverified", message, hint, files.get(article))


def _copied(briefing: Briefing) -> Iterator[tuple[str, str, str]]:
    for placed in briefing.articles:
        yield from ((placed.article.id, each.paragraph, each.text) for each in placed.analysis.summary)
    for topic in briefing.topics:
        yield from ((each.article, each.paragraph, each.text) for each in topic.summary)
        yield from ((cell.article, cell.paragraph, cell.sentence) for claim in topic.claims for cell in claim.cells)
        quotes = (*(figure.quote for figure in topic.figures), *(moment.quote for moment in topic.timeline))
        yield from ((quote.article, quote.paragraph, quote.sentence) for quote in quotes)

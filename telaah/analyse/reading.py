"""An article and its sentences become what others are compared by: words, how sure, terms, figures and moments."""

from collections.abc import Iterable
from itertools import chain

from telaah.analyse.figures import figures
from telaah.analyse.moments import moments
from telaah.analyse.spoken import running, spoken
from telaah.analyse.status import status
from telaah.languages import language
from telaah.languages.facts import Weigher
from telaah.languages.reporting import reporting
from telaah.languages.shingles import sampled
from telaah.languages.terms import Stems, terms
from telaah.model import Article, Reading, Said, Sentence


def reading(article: Article, sentences: Iterable[Sentence]) -> Reading:
    """Return what is read of an article's words without asking another article."""
    code = article.language
    said = spoken(article.id, sentences, code)
    title = running(article.title or "", language(code))
    sources = reporting(code).sources
    weigher = Weigher(code)
    return Reading(
        title=" ".join(title),
        said=tuple(
            Said(
                each.sentence,
                each.place,
                " ".join(each.words),
                status(each, code),
                not sources.isdisjoint(each.cues),
                *weigher.ordered(each.words),
            )
            for each in said
        ),
        terms=terms(title, [each.words for each in said], Stems(language(code))),
        shingles=sampled(chain.from_iterable(each.words for each in said)),
        figures=figures(said, code),
        moments=moments(said, article),
    )

"""An article becomes an analysis: its sentences, names, keywords, a summary copied from them, figures and dates."""

import re

from telaah.analyse.candidates import candidates
from telaah.analyse.desk import corrected
from telaah.analyse.keywords import keywords
from telaah.analyse.kinds import kinds
from telaah.analyse.name_words import bridges
from telaah.analyse.names import names
from telaah.analyse.openings import is_name
from telaah.analyse.reading import reading
from telaah.analyse.sentences import sentences
from telaah.analyse.signs import units
from telaah.analyse.stop_words import stop_words
from telaah.analyse.summary import summary
from telaah.analyse.summary_weights import summary_weights
from telaah.analyse.weights import weights
from telaah.analyse.words import words
from telaah.languages import language
from telaah.languages.naming import naming
from telaah.model import Analysis, Article
from telaah.site_keys import SUMMARY_WORDS

__all__ = ["analyse", "corrected"]


def analyse(article: Article, summary_words: int = SUMMARY_WORDS) -> Analysis:
    """Return what can be computed from this article alone; every sentence is a substring of its paragraph.

    The summary has about `summary_words` words.
    """
    known = language(article.language)
    said = sentences(article, known)
    naming_ = naming(known.code)
    text = words(
        article.title or "",
        [sentence.text for sentence in said],
        stop_words(known),
        lambda word, following: is_name(word, following, naming_),
        known,
        naming_.known,
    )
    spans = names(text, lambda line, start, place: bridges(line, start, place, naming_))
    phrases = keywords(candidates(text, spans, known), naming_, _own_names(article), weights(known.code))
    return Analysis(
        article=article,
        sentences=said,
        names=kinds(text, spans, naming_),
        keywords=phrases,
        summary=summary(article, units(article, said, phrases, known), summary_words, summary_weights(known.code)),
        reading=reading(article, said),
    )


def _own_names(article: Article) -> frozenset[str]:
    """Return the outlet's names in lower case without blanks: "UPI" is what an article of UPI is never about."""
    name, domain = article.outlet.name or "", article.outlet.domain or ""
    forms = (name, domain, domain.partition(".")[0])
    return frozenset(re.sub(r"\s+", "", form.lower()) for form in forms) - {""}

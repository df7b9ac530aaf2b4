"""An article becomes an analysis: its sentences, keywords and a summary copied from them."""

from telaah.analyse.candidates import candidates
from telaah.analyse.keywords import keywords
from telaah.analyse.names import names
from telaah.analyse.stop_words import stop_words
from telaah.analyse.summary import summary
from telaah.analyse.words import words
from telaah.languages import language
from telaah.languages.sentences import split
from telaah.model import Analysis, Article, Sentence

__all__ = ["analyse"]

SPOKEN = frozenset({"standfirst", "body", "quote", "list"})
"""Kinds of paragraph that hold sentences; subheads and tables do not."""


def analyse(article: Article) -> Analysis:
    """Return what can be computed from this article alone; every sentence is a substring of its paragraph."""
    known = language(article.language)
    sentences = tuple(
        Sentence(text, paragraph.id)
        for paragraph in article.paragraphs
        if paragraph.kind in SPOKEN
        for text in split(paragraph.text, known)
    )
    text = words(article.title or "", [sentence.text for sentence in sentences], stop_words(known))
    return Analysis(
        article=article,
        sentences=sentences,
        keywords=keywords(candidates(text, names(text), known), known.code),
        summary=summary(article, sentences, known),
    )

"""An analysis becomes its provenance chain: outlet, credits, the first report it names, on whose word it rests."""

from collections.abc import Sequence

from telaah.model import Analysis, Article, Evidence, Hop, HopHow, Quote, Sentence, Upstream

UNNAMED = 2
"""Kinds of unnamed sources that a chain shows; the topic lists them all."""


def chain(analysis: Analysis, unnamed: Sequence[Quote]) -> tuple[Hop, ...]:
    """Return the steps from the outlet upstream, each with its evidence; what is not stated has no name.

    `unnamed` are the article's unnamed sources, in reading order.
    """
    article = analysis.article
    credited = [_credit(analysis, upstream) for upstream in article.upstream if upstream.how != "first-report"]
    first = [_credit(analysis, upstream) for upstream in article.upstream if upstream.how == "first-report"]
    unsaid = [] if article.upstream else [Hop("not-stated", None, None, None, None, None, None)]
    return (_outlet(article), *credited, *first, *unsaid, *_unnamed(analysis, unnamed[:UNNAMED]))


def _outlet(article: Article) -> Hop:
    evidence = article.outlet.evidence
    line, text = (evidence.line, evidence.text) if evidence else (None, None)
    return Hop("outlet", article.outlet.name, _basis(evidence), line, None, None, text)


def _basis(evidence: Evidence | None) -> HopHow | None:
    if evidence is None:
        return None
    return "desk" if evidence.basis == "desk" else "metadata" if evidence.basis == "metadata" else "printed"


def _credit(analysis: Analysis, upstream: Upstream) -> Hop:
    evidence = upstream.evidence
    sentence = _sentence(analysis, evidence)
    return Hop(
        "first-report" if upstream.how == "first-report" else "credit",
        upstream.name,
        upstream.how,
        evidence.line,
        sentence.paragraph if sentence else None,
        sentence.text if sentence else None,
        evidence.text,
    )


def _sentence(analysis: Analysis, evidence: Evidence) -> Sentence | None:
    """Return the sentence that holds the words of the evidence, in the paragraph of its line."""
    if not evidence.text or evidence.basis == "desk":
        return None
    paragraphs = {p.id for p in analysis.article.paragraphs if p.line == evidence.line or evidence.line is None}
    words = " ".join(evidence.text.split())
    return next((s for s in analysis.sentences if s.paragraph in paragraphs and words in s.text), None)


def _unnamed(analysis: Analysis, quotes: Sequence[Quote]) -> tuple[Hop, ...]:
    lines = {paragraph.id: paragraph.line for paragraph in analysis.article.paragraphs}
    return tuple(
        Hop("unnamed", quote.text, "lexicon", lines[quote.paragraph], quote.paragraph, quote.sentence, quote.text)
        for quote in quotes
    )

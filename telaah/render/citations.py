"""A sentence copied from a paragraph becomes a key point: its words, a link to the paragraph, and a preview of it."""

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import quote as percent

from telaah.model import Article, CitedSentence, Quote, Sentence, Upstream
from telaah.render.addresses import web_address
from telaah.render.directory import Directory
from telaah.render.text import preview
from telaah.render.view import Block, Citation, KeyPoint, Link

FRAGMENT_WORDS = 4
"""Words that name each end of a sentence in a text fragment: fewer may stand elsewhere on the page, and more break
when the original is edited or cut by markup."""


def own_points(article: str, sentences: Iterable[Sentence], look: Directory) -> tuple[KeyPoint, ...]:
    """Return an article's summary for its own page: each citation is the number of a paragraph on it."""
    return tuple(
        replace(point, original=_in_original(sentence.text, article, look))
        for sentence in sentences
        if (point := _point(sentence.text, article, sentence.paragraph, False, look))
    )


def far_points(sentences: Iterable[CitedSentence], look: Directory) -> tuple[KeyPoint, ...]:
    """Return sentences cited from another page: each citation names the outlet and whose words they are.

    Sentences whose article may only be linked to are left out.
    """
    return tuple(
        point
        for sentence in sentences
        if (point := _point(sentence.text, sentence.article, sentence.paragraph, True, look))
    )


def quote_point(quote: Quote, text: str, look: Directory) -> KeyPoint | None:
    """Return words of an article's sentence, cited from another page; None where its rights withhold them."""
    point = _point(quote.sentence, quote.article, quote.paragraph, True, look)
    return replace(point, text=text) if point else None


def in_paragraph(upstream: Upstream, article: Article, look: Directory) -> Block | None:
    """Return the shown paragraph that holds a credit, as printed on the same line."""
    line, text = upstream.evidence.line, upstream.evidence.text
    if line is None or not text:
        return None
    for paragraph in article.paragraphs:
        block = look.shown[article.id].by_id.get(paragraph.id)
        if block and block.number and paragraph.line == line and upstream.evidence.basis == "stated":
            return block
    return None


def _point(text: str, article: str, paragraph: str, far: bool, look: Directory) -> KeyPoint | None:
    """Return the point, or None where the rights withhold the paragraph; a sentence it does not hold is our bug."""
    block = look.shown[article].by_id.get(paragraph)
    if block is None and look.shown[article].rights == "link":
        return None
    if block is None or text not in block.text:
        raise ValueError(f"{article} does not say in paragraph {paragraph}: {text}")
    words, line = look.words, look.lines[article]
    number = words.number(block.number) if block.number else "–"
    if not far:
        values = {"number": number}
        citation = Citation(
            href=f"#{paragraph}",
            lead=words.gettext("paragraph"),
            label=number,
            far=False,
            heading=words.gettext("Paragraph %(number)s") % values,
            preview=preview(block, text),
        )
        return KeyPoint(text, line.lang, citation)
    values = {"outlet": line.outlet.text if line.outlet else words.gettext("outlet not stated"), "number": number}
    digest = words.gettext("digest of %(outlet)s, paragraph %(number)s")
    label = (digest if line.digest else words.gettext("%(outlet)s, paragraph %(number)s")) % values
    citation = Citation(f"{line.href}#{paragraph}", words.gettext("source:"), label, True, label, preview(block, text))
    return KeyPoint(text, line.lang, citation)


def _in_original(text: str, article: str, look: Directory) -> Link | None:
    """Return a link to the sentence on the original page (a text fragment), never from our own words in a digest."""
    line, address = look.lines[article], web_address(look.placed[article].article.url.value)
    if address is None or line.digest or "#" in address:
        return None
    words = text.split()
    ends = [words] if len(words) <= 2 * FRAGMENT_WORDS else [words[:FRAGMENT_WORDS], words[-FRAGMENT_WORDS:]]
    # In a text fragment hyphens and commas are syntax, so they are escaped as well.
    fragment = ",".join(percent(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    outlet = {"outlet": line.outlet.text} if line.outlet else None
    label = look.words.gettext("This sentence at %(outlet)s") % outlet if outlet else None
    return Link(
        label or look.words.gettext("This sentence on the original page"), f"{address}#:~:text={fragment}", True
    )

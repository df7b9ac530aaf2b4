"""An analysis becomes what explain prints: the page line by line with class and reason, then what was understood."""

from collections.abc import Iterator

from telaah.model import Analysis, Article, Evidence, LineClass
from telaah.render.data import explained

COLOURS: dict[LineClass, str] = {
    "headline": "1", "standfirst": "1", "body": "0", "subhead": "1", "quote": "0", "list": "0", "table": "0",
    "byline": "36", "date": "36", "caption": "36", "image_credit": "36", "source_credit": "35",
    "republish_credit": "35", "outlet_label": "35", "kicker": "36", "pagination": "35",
}  # fmt: skip
"""Terminal colours (SGR codes): text plain, metadata cyan, provenance magenta; what is removed is dim."""
DIM = "2"
WIDEST = 100
"""Most characters of a line that are shown."""


def explanation(analysis: Analysis, form: str, *, colour: bool) -> str:
    """Return one article as one line of JSON (form "jsonl") or as text for people."""
    return explained(analysis) if form == "jsonl" else "\n".join(_text(analysis, colour=colour))


def _text(analysis: Analysis, *, colour: bool) -> Iterator[str]:
    article = analysis.article
    raw = article.source.text.split("\n")
    yield f"{article.source.file}  ({article.id}, {article.language})"
    for read in article.lines:
        code = COLOURS.get(read.cls, DIM)
        yield _line(f"{read.line:>5}", read.cls, read.rule, raw[read.line - 1], code if colour else None)
    if article.source.form == "html":
        yield from _blocks(article, colour=colour)
    yield ""
    for name, value in _facts(analysis):
        yield f"  {name:<12} {value}"
    yield ""


def _blocks(article: Article, *, colour: bool) -> Iterator[str]:
    """Give the text of a saved page and what was taken out of it; its lines are the publisher's markup."""
    for block in article.paragraphs:
        yield _line("    -", block.kind, "text", block.text, COLOURS[block.kind] if colour else None)
    for removed in article.removed:
        yield _line("    -", "removed", removed.rule, removed.text, DIM if colour else None)


def _line(place: str, cls: str, rule: str, text: str, code: str | None) -> str:
    words = " ".join(text.split())
    line = f"{place}  {cls:<16} {rule:<32} {words[:WIDEST]}{'…' if len(words) > WIDEST else ''}"
    return line if code is None else f"\x1b[{code}m{line}\x1b[0m"


def _facts(analysis: Analysis) -> Iterator[tuple[str, str]]:
    article = analysis.article
    yield "title", article.title or "not found"
    outlet = f"{article.outlet.name} ({article.outlet.domain})" if article.outlet.name else "not stated"
    yield "outlet", outlet + _where(article.outlet.evidence)
    for by in article.bylines:
        yield "byline", f"{by.name}, {by.role}" + _where(by.evidence)
    yield "url", (article.url.value or "not known") + _where(article.url.evidence)
    yield "published", (article.published.value or "not stated") + _where(article.published.evidence)
    yield "place", article.place or "not stated"
    for up in article.upstream:
        yield "upstream", f"{up.name}, {up.how}" + _where(up.evidence)
    for caption in article.captions:
        yield (
            "caption",
            f"{caption.text} (credit: {caption.credit or 'none'}{f'; line {caption.line}' if caption.line else ''})",
        )
    if article.pages:
        yield "pages", f"{article.pages.page} of {article.pages.of}"
    if article.starts_mid_story:
        yield "warning", "the copy may start in the middle of its story"
    yield "keywords", ", ".join(keyword.text for keyword in analysis.keywords)
    for sentence in analysis.summary:
        yield "summary", f"{sentence.text} [{sentence.paragraph}]"


def _where(evidence: Evidence | None) -> str:
    if evidence is None:
        return ""
    line = f", line {evidence.line}" if evidence.line else ""
    return f"  [{evidence.basis}{line}: {evidence.text}]"

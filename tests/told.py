"""An article becomes what was understood of it, one fact a line, as the expected files of cases/ have it."""

from collections.abc import Iterator

from telaah.model import Article, Evidence


def told(article: Article) -> Iterator[str]:
    """Yield classes of lines, metadata with evidence, the text, what was removed, and problems."""
    for line in article.lines:
        yield f"{line.line} {line.cls} {line.rule}"
    yield f"language: {article.language}"
    yield f"title: {article.title}"
    yield f"outlet: {article.outlet.name}, {article.outlet.domain}{_why(article.outlet.evidence)}"
    for by in article.bylines:
        yield f"byline: {by.name}, {by.role}{_why(by.evidence)}"
    yield f"published: {article.published.value}{_why(article.published.evidence)}"
    yield f"url: {article.url.value}{_why(article.url.evidence)}"
    yield f"place: {article.place}"
    for up in article.upstream:
        yield f"upstream: {up.name}, {up.how}{_why(up.evidence)}"
    for caption in article.captions:
        yield f"caption{_at(caption.line)}: {caption.text} [{caption.credit}]"
    yield f"pages: {article.pages}"
    yield f"starts mid-story: {article.starts_mid_story}"
    for paragraph in article.paragraphs:
        yield f"{paragraph.kind}{_at(paragraph.line)}: {paragraph.text}"
    for removed in article.removed:
        yield f"removed{_at(removed.line)}, {removed.rule}: {removed.text}"
    for problem in article.problems:
        yield f"{problem.severity}: {problem.code}"


def _why(evidence: Evidence | None) -> str:
    return f" [{evidence.basis}{_at(evidence.line)}: {evidence.text}]" if evidence else ""


def _at(line: int | None) -> str:
    return "" if line is None else f" {line}"

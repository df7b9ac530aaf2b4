"""A page that was taken in becomes a few lines that say what was understood of it and what is left to fill in."""

from collections.abc import Iterator

from telaah.intake.store import Taken
from telaah.model import Article


def understood(taken: Taken) -> str:
    """Return the file, what was read from it, and which questions the page leaves open."""
    return "\n".join(_lines(taken))


def _lines(taken: Taken) -> Iterator[str]:
    yield str(taken.file)
    if taken.article is None:
        yield "    nothing could be read"
        return
    facts = dict(_facts(taken.article))
    yield from (f"    {name:<10} {value}" for name, value in facts.items() if value)
    blank = [name for name, value in facts.items() if not value]
    if blank:
        yield f"    {'not known':<10} {', '.join(blank)}" + (f"; fill in {taken.sidecar}" if taken.sidecar else "")


def _facts(article: Article) -> Iterator[tuple[str, str | None]]:
    yield "title", article.title
    yield "outlet", article.outlet.name
    yield "byline", ", ".join(f"{by.name} ({by.role})" for by in article.bylines)
    yield "published", article.published.value
    yield "url", article.url.value
    words = sum(len(paragraph.text.split()) for paragraph in article.paragraphs)
    many = "" if len(article.paragraphs) == 1 else "s"
    text = f"{len(article.paragraphs)} paragraph{many}, {words} words, language {article.language}"
    yield "text", text if words else None

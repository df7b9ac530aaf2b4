"""An article becomes what a bibliography says of it; a digest becomes a text of ours about somebody's article."""

from dataclasses import dataclass, replace

from telaah.model import Article
from telaah.render.addresses import web_address
from telaah.render.directory import Directory
from telaah.render.instants import day_parts
from telaah.render.view import ArticleLine


@dataclass(frozen=True, slots=True)
class Work:
    """A text as its page states it: who wrote it, who published it, when, at which address; None where not stated.

    `issued` is year, month and day, as many as are known. Names are as printed: which part of a name is the family's
    no page says, and many Indonesian names have none.
    """

    title: str
    authors: tuple[str, ...]
    publisher: str | None
    issued: tuple[int, ...]
    language: str | None
    url: str | None
    accessed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited: somebody's article, or our digest with the `original` it is about."""

    id: str
    work: Work
    original: Work | None = None


def citation(article: Article, line: ArticleLine, look: Directory) -> Citation:
    """Return what is cited of a page of ours: the same facts for its tags and for every file."""
    stated = article.source.stated
    known = None if article.language == "und" else article.language
    writers = (byline.name for byline in article.bylines if byline.role in ("author", "reporter"))
    original = Work(
        title=article.title or look.words.gettext("Untitled"),
        authors=tuple(dict.fromkeys(writers)),
        publisher=line.outlet.text if line.outlet else None,
        issued=day_parts(article.published.value),
        language=known,
        url=web_address(article.url.value),
        accessed=day_parts(stated.retrieved or (stated.source.retrieved if stated.source else None)),
    )
    if not line.digest:
        return Citation(article.id, original)
    # The language a digest states is that of its own text; of the original's nothing is known.
    title = look.words.gettext("Digest of: %(title)s") % {"title": line.title}
    own = Work(title, (look.settings.name,), look.settings.name, (), known, look.address(line.href))
    return Citation(article.id, own, replace(original, language=None, accessed=()))


def one_line(text: str) -> str:
    """Return a text on one line, without characters that steer a terminal: formats of lines end a value there."""
    return " ".join("".join(" " if ord(each) < 32 or ord(each) == 127 else each for each in text).split())

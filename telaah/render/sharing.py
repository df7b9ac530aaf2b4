"""An article becomes what reference managers read, and a topic what other sites show beside a link to it."""

from babel.core import get_global

from telaah.model import Article, Page, Topic
from telaah.render.addresses import web_address
from telaah.render.directory import Directory
from telaah.render.preview import preview
from telaah.render.view import ArticleLine


def citation_tags(article: Article, line: ArticleLine, look: Directory) -> tuple[tuple[str, str], ...]:
    """Return the tags that Zotero and Google Scholar read: those of the original, or of our digest where it is ours.

    Names are those of the Highwire Press scheme; the date is written with slashes, as that scheme asks.
    """
    words, site = look.words, look.settings
    if line.digest:
        title = words.gettext("Digest of: %(title)s") % {"title": line.title}
        own = site.base_url + look.tree + line.href if site.base_url else None
        tags = [("title", title), ("author", site.name), ("publisher", site.name), ("public_url", own)]
        return tuple((f"citation_{name}", value) for name, value in tags if value)
    writers = [byline.name for byline in article.bylines if byline.role in ("author", "reporter")]
    tags = [
        ("title", line.title),
        *(("author", name) for name in dict.fromkeys(writers)),
        ("publication_date", line.when.day.iso.replace("-", "/") if line.when else None),
        ("publisher", line.outlet.text if line.outlet else None),
        ("language", None if article.language == "und" else article.language),
        ("public_url", web_address(article.source.stated.url)),
    ]
    return tuple((f"citation_{name}", value) for name, value in tags if value)


def preview_of(topic: Topic, meta: str, look: Directory) -> Page | None:
    """Return the picture of a topic; none where the site's address is unknown, for a picture is shared by address."""
    if not look.settings.base_url:
        return None
    picture = preview(look.settings.name, look.topic_title(topic)[0], meta, len(topic.articles))
    return Page(f"{look.tree}topics/{topic.id}.png", picture)


def facebook_locale(language: str) -> str:
    """Return a language with its likeliest country, as Open Graph wants it: id_ID."""
    likely = str(get_global("likely_subtags").get(language, language)).split("_")
    return "_".join((likely[0], likely[-1])) if len(likely) > 1 else language

"""An article becomes what reference managers read, and a topic what other sites show beside a link to it."""

from babel.core import get_global

from telaah.model import Page, Topic
from telaah.render.directory import Directory
from telaah.render.exports.citation import Citation
from telaah.render.preview import preview


def citation_tags(cited: Citation) -> tuple[tuple[str, str], ...]:
    """Return the tags that Zotero and Google Scholar read: those of the original, or of our digest where it is ours.

    Names are those of the Highwire Press scheme; the date is written with slashes, as that scheme asks.
    """
    work = cited.work
    tags = [
        ("title", work.title),
        *(("author", name) for name in work.authors),
        ("publication_date", "/".join(f"{part:02}" for part in work.issued)),
        ("publisher", work.publisher),
        ("language", work.language),
        ("public_url", work.url),
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

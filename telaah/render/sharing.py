"""An article becomes what reference managers read, and a topic what other sites show beside a link to it."""

from collections.abc import Iterator, Sequence

from babel.core import get_global

from telaah.model import Page, Topic
from telaah.render.directory import Directory, outlets_of
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


def pictures(looks: Sequence[Directory], some: slice) -> Iterator[Page]:
    """Make the pictures of some topics in every tree; none without base_url, for a picture is shared by address."""
    for same in zip(*(look.topics[some] for look in looks), strict=True):
        # One topic after the other, because its title is often the same in all trees, and drawn once then.
        for topic, look in zip(same, looks, strict=True):
            if look.settings.base_url:
                title = look.topic_title(topic)[0]
                picture = preview(look.settings.name, title, _size(topic, look), len(topic.articles))
                yield Page(f"{look.tree}topics/{topic.id}.png", picture)


def _size(topic: Topic, look: Directory) -> str:
    """Return how large a topic is: its articles and outlets, counted."""
    words, articles, outlets = look.words, len(topic.articles), outlets_of(topic, look)
    counted = [
        (words.ngettext("%(num)s article", "%(num)s articles", articles), articles),
        (words.ngettext("%(num)s outlet", "%(num)s outlets", outlets), outlets),
    ]
    return ", ".join(text % {"num": words.number(number)} for text, number in counted if number)


def facebook_locale(language: str) -> str:
    """Return a language with its likeliest country, as Open Graph wants it: id_ID."""
    likely = str(get_global("likely_subtags").get(language, language)).split("_")
    return "_".join((likely[0], likely[-1])) if len(likely) > 1 else language

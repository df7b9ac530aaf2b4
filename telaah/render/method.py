"""The directory becomes what the method page says of this one site: its figures, who runs it, and how to reach them."""

from dataclasses import dataclass

from telaah.render.addresses import web_address
from telaah.render.directory import Directory
from telaah.render.view import Fact


@dataclass(frozen=True, slots=True)
class MethodPage:
    """What differs from site to site; `address` is the site's own, None where it has none."""

    about: tuple[str, ...]
    about_lang: str | None
    contact: str | None
    contact_link: str | None
    address: str | None
    figures: tuple[Fact, ...]


def method_page(look: Directory) -> MethodPage:
    """Return what is said of this site on the page of the method."""
    settings = look.settings
    base = settings.base_url
    return MethodPage(
        _paragraphs(settings.about),
        look.desk_lang,
        settings.contact,
        web_address(settings.contact),
        base + look.tree if base else None,
        _figures(look),
    )


def _figures(look: Directory) -> tuple[Fact, ...]:
    """Return counts over the whole build; none is left out for being zero, for a zero says something too."""
    words = look.words
    articles = [placed.article for placed in look.placed.values()]
    lines = look.lines.values()
    sentences = sum(len(shown.summary) for shown in look.shown.values())
    counts = (
        (words.gettext("Articles"), len(articles)),
        (words.gettext("of these, digests by the desk"), sum(line.digest for line in lines)),
        (words.gettext("Outlets named"), len(look.outlets)),
        (words.gettext("Topics"), len(look.topics)),
        (words.gettext("of these, named by the desk"), sum(topic.basis == "desk" for topic in look.topics)),
        (words.gettext("Sentences in summaries, all found word for word"), sentences),
        (words.gettext("Articles without a date in the source"), sum(line.when is None for line in lines)),
        (words.gettext("Articles without an outlet in the source"), sum(line.outlet is None for line in lines)),
        (words.gettext("Articles that say whom they credit"), sum(bool(article.upstream) for article in articles)),
        (words.gettext("Articles shown in part or not at all"), sum(s.rights != "full" for s in look.shown.values())),
        (words.gettext("Pieces cleaned away"), sum(len(article.removed) for article in articles)),
    )
    return tuple(Fact(words.number(count), label, None) for label, count in counts)


def _paragraphs(text: str | None) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in (text or "").split("\n\n") if part.strip())

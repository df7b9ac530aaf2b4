"""An article becomes an entry of a feed: what it is, from whom, and the sentences copied from it, with their places."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from telaah.model import Article
from telaah.render.catalogue import Words
from telaah.render.citations import own_points
from telaah.render.corrections import in_words
from telaah.render.dates import when
from telaah.render.directory import Directory
from telaah.render.exports.citation import citation
from telaah.render.instants import instant, latest
from telaah.render.provenance import original, rights_line
from telaah.render.view import ArticleLine, Link


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a feed; `address` is that of its page, whole, and its permanent id.

    `html` holds no more than its rights allow. `published` is the date that its source states and `instant` the same as
    RFC 3339, None where no day is stated; `modified` is when the desk last changed the page. `updated` is the later of
    the two, or that of the edition, which `note` says. `authors` are the article's, or this site where the words are
    our digest of it.
    """

    address: str
    title: str
    lang: str | None
    html: Markup
    instant: str | None
    modified: str | None
    updated: str | None
    note: str | None
    published: str | None
    authors: tuple[str, ...]
    outlet: str | None
    original: str | None
    topics: tuple[tuple[str, str], ...]
    rights: str
    shown: str
    digest: bool


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself, and its entries, newest first, the undated last; addresses are whole.

    `generator` is the program's name and version.
    """

    title: str
    about: str
    lang: str
    home: str
    address: str
    site: str
    generator: tuple[str, str]
    entries: tuple[Entry, ...]


def last_change(article: Article) -> str | None:
    """Return the later of when an article was published and when the desk last changed its page; None of neither."""
    return latest(each for value in (article.published.value, article.updated) if (each := instant(value)))


def entry(line: ArticleLine, look: Directory) -> Entry:
    """Return the entry of an article; the site's address is known."""
    article, words = look.placed[line.id].article, look.words
    cited, value = citation(article, line, look), article.published.value
    own = last_change(article)
    address = str(look.address(line.href))
    link, _ = original(article, line, words)
    nobody = line.outlet.text if line.outlet else words.gettext("Outlet not named in the source")
    return Entry(
        address=address,
        title=cited.work.title if line.digest and not article.retracted else line.title,
        lang=None if line.digest else line.lang,
        html=Markup("\n").join(_told(line, address, link, look)),
        instant=instant(value),
        modified=instant(article.updated),
        updated=own or look.edition,
        note=None if own else words.gettext("The date of this entry is that of the edition."),
        published=value,
        authors=cited.work.authors or (nobody,),
        outlet=line.outlet.text if line.outlet else None,
        original=link.href if link else None,
        topics=tuple((id_, topic.text) for id_, topic in zip(look.placed[line.id].topics, line.topics, strict=True)),
        rights=rights_line(line, look),
        shown=look.shown[line.id].rights,
        digest=line.digest,
    )


def _told(line: ArticleLine, address: str, link: Link | None, look: Directory) -> Iterator[Markup]:
    words, rights = look.words, look.shown[line.id].rights
    outlet = line.outlet.text if line.outlet else words.gettext("Outlet not named in the source")
    date = line.when.full.text if line.when else words.gettext("no date in the source")
    yield Markup("<p>{}, {}.</p>").format(outlet, date)
    yield Markup("<p><em>{}</em></p>").format(_whose(line, rights, words))
    for entry in look.placed[line.id].article.source.corrections:
        day = when(entry.date, words)
        yield Markup("<p><strong>{}</strong> {}</p>").format(
            day.day.text if day else entry.date, in_words(entry, words)
        )
    points = own_points(line.id, look.shown[line.id].summary, look)
    if points:
        way = Markup(' lang="{}"').format(line.lang) if line.lang and line.lang != "und" else ""
        items = (
            Markup('<li><span{}>{}</span> <a href="{}{}">{}</a></li>').format(
                way, point.text, address, point.citation.href, point.citation.heading
            )
            for point in points
        )
        yield Markup("<ol>{}</ol>").format(Markup("").join(items))
    if link:
        yield Markup('<p><a href="{}">{}</a></p>').format(link.href, link.text)


def _whose(line: ArticleLine, rights: str, words: Words) -> str:
    """Say whose words the sentences below are, or why there are none."""
    if line.retracted:
        return words.gettext("The text was retracted and is no longer shown.")
    if line.digest:
        told = words.gettext("These are our words about the article, not the article itself.")
        return f"{words.gettext('This is a digest.')} {told}"
    if rights == "link":
        return words.gettext("We may not show the text of this article.")
    return words.gettext("Copied by machine from the article, word for word. Each link leads to the paragraph.")

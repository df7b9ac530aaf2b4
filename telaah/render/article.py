"""A placed article becomes the view of its page."""

from dataclasses import replace

from telaah.model import Article, Placed, Standing
from telaah.render.addresses import web_address
from telaah.render.citations import own_points
from telaah.render.claims import Badges
from telaah.render.copies import SameWords
from telaah.render.corrections import notes
from telaah.render.dates import when
from telaah.render.directory import Directory
from telaah.render.exports import article_files, citation_files
from telaah.render.exports.citation import citation
from telaah.render.jsonld import article_data
from telaah.render.names import article_names
from telaah.render.page_view import ArticlePage, SearchMarks
from telaah.render.provenance import all_by_desk, authors, chain, original, outlet_home, rows
from telaah.render.receipt import receipt
from telaah.render.sharing import citation_tags
from telaah.render.view import ArticleLine, KeyPoint, Link

DESCRIPTION = 160
"""Most characters of a page's description: about what search engines print."""


def article_page(
    placed: Placed, marks: SearchMarks | None, same: tuple[SameWords, ...], known: Badges, look: Directory
) -> ArticlePage:
    """Return everything the page of an article prints; `known` are the badges of all articles."""
    article, line, text = placed.article, look.lines[placed.article.id], look.shown[placed.article.id]
    address, unlinked = original(article, line, look.words)
    archived = web_address(article.source.stated.archived)
    points = own_points(article.id, text.summary, look)
    summary = tuple(replace(point, badge=known.get((article.id, point.text))) for point in points)
    return ArticlePage(
        line=line,
        authors=authors(article),
        original=address,
        original_unlinked=unlinked,
        outlet_home=None if address else outlet_home(article, look),
        archived=Link(look.words.gettext("Archived copy"), archived, True) if archived else None,
        withheld=None if text.rights == "full" else text.rights,
        retracted=article.retracted,
        standing_note=_standing(line, look),
        corrections=notes(article.source.corrections, look),
        updated=updated.day if (updated := when(article.updated, look.words)) else None,
        warnings=_warnings(article, look),
        summary=summary,
        blocks=text.blocks,
        all_by_desk=all_by_desk(article),
        note=article.source.stated.note,
        note_lang=look.desk_lang,
        rows=rows(article, line, look),
        chain=chain(article, line, look),
        keywords=look.keywords_of(placed.analysis.keywords, line.lang),
        names=article_names(placed, line.lang, look),
        names_by_desk=tuple(name.text for name in placed.analysis.names if name.desk),
        related=tuple(look.lines[id_] for id_ in placed.related),
        same_words=same,
        removed=receipt(article.removed, look.words) if text.rights == "full" else (),
        removed_count=len(article.removed),
        search=marks,
        description=_description(summary, look),
        citation_tags=citation_tags(citation(article, line, look)),
        citations=citation_files("articles", article.id),
        files=article_files(article.id, look),
        jsonld=article_data(article, line, look),
    )


def shortened(text: str, most: int) -> str:
    """Return a text of at most `most` characters, cut between words."""
    if len(text) <= most:
        return text
    piece = text[: most - 1]
    return (piece.rpartition(" ")[0] or piece) + "…"


def _warnings(article: Article, look: Directory) -> tuple[str, ...]:
    words = look.words
    found = []
    if article.pages and article.pages.of > 1:
        values = {"page": words.number(article.pages.page), "of": words.number(article.pages.of)}
        found.append(words.gettext("This copy is page %(page)s of %(of)s; the rest is not here.") % values)
    if article.starts_mid_story:
        found.append(words.gettext("This copy seems to begin in the middle of the story."))
    return tuple(found)


def _standing(line: ArticleLine, look: Directory) -> str | None:
    """Return why an article that is shown is not part of the edition."""
    if line.standing is None:
        return None
    words = look.words
    told: dict[Standing, str] = {
        "draft": words.gettext("This is a draft. It is shown to the desk and is not part of the published site."),
        "future": words.gettext("This article is dated after this edition. It is shown to the desk only."),
        "expired": words.gettext("The time of this article is over in this edition. It is shown to the desk only."),
    }
    return told[line.standing]


def _description(summary: tuple[KeyPoint, ...], look: Directory) -> str:
    if summary:
        return shortened(summary[0].text, DESCRIPTION)
    return look.words.gettext("Where the article comes from, and what it is about.")

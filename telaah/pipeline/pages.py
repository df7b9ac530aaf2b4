"""A briefing becomes the pages of its site, made and read again by as many processes as are worth their start."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from telaah.engine import share
from telaah.model import Briefing, Page
from telaah.publish.check import markups
from telaah.publish.markup import Markup
from telaah.render import render
from telaah.settings import Settings

MANY = 300
"""Articles from which a second process makes pages: it takes 2 s to begin, an article with all its pages .013 s."""

PORTION = 200
"""Pages that are handed to a process at a time: 2 MB, and .2 s of reading."""
MANY_PAGES = 3000
"""Pages from which a second process reads them: it takes .5 s to begin, a page with the way there and back .0012 s."""


def pages_of(briefing: Briefing, steered: Settings, jobs: int) -> tuple[Page, ...]:
    """Return every file of the site but its search index; they do not depend on the number of processes."""
    worth = jobs if len(briefing.articles) >= MANY else 1
    return render(briefing, steered, partial(share, jobs=worth))


def markups_of(pages: Sequence[Page], jobs: int) -> Mapping[str, Markup]:
    """Return what the check needs to know of every HTML page that is UTF-8, by path."""
    html = [page for page in pages if page.path.endswith(".html")]
    portions = [html[first : first + PORTION] for first in range(0, len(html), PORTION)]
    made = share(markups, _reader, None, portions, jobs if len(html) >= MANY_PAGES else 1)
    return {path: markup for some in made for path, markup in some.items()}


def _reader(_: None) -> Callable[[Sequence[Page]], Mapping[str, Markup]]:
    return markups

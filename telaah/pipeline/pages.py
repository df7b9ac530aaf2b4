"""A briefing becomes the pages of its site, made by as many processes as are worth their start."""

from functools import partial

from telaah.engine import share
from telaah.model import Briefing, Page
from telaah.render import render
from telaah.settings import Settings

MANY = 300
"""Articles from which a second process makes pages: it takes 2 s to begin, an article with all its pages .013 s."""


def pages_of(briefing: Briefing, steered: Settings, jobs: int) -> tuple[Page, ...]:
    """Return every file of the site but its search index; they do not depend on the number of processes."""
    worth = jobs if len(briefing.articles) >= MANY else 1
    return render(briefing, steered, partial(share, jobs=worth))

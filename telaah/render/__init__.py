"""A briefing becomes the files of a site: pages, data for machines, and assets under hashed names."""

from telaah.model import Briefing, Page
from telaah.render.assets import asset_addresses, assets
from telaah.render.catalogue import words
from telaah.render.data import data
from telaah.render.directory import directory
from telaah.render.environment import TemplateFailed, templates
from telaah.render.pages import edition, pages
from telaah.settings import Settings

__all__ = ["TemplateFailed", "render"]


def render(briefing: Briefing, settings: Settings) -> tuple[Page, ...]:
    """Return every file of the site but its search index, sorted by path.

    The interface is in the first of the settings' languages. Raises TemplateFailed for a template that cannot be
    filled, and InputError for a missing catalogue or a lead topic that does not exist.
    """
    language = words(settings.languages[0], settings.templates / "locales")
    look = directory(briefing, settings, language)
    files = assets(settings.templates / "assets")
    day = edition(look)
    shared = {"settings": settings, "language": language.language, "edition": day}
    filled = pages(look, templates(settings.templates, language, asset_addresses(files), shared))
    machine = data(briefing, settings, day.iso if day else None)
    return tuple(sorted((*filled, *machine, *files), key=lambda page: page.path))

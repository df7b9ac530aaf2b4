"""A briefing becomes the files of a site: pages, data for machines, and assets under hashed names."""

from pathlib import Path

from telaah.model import Briefing, Page
from telaah.render.assets import asset_addresses, assets
from telaah.render.catalogue import words
from telaah.render.data import data
from telaah.render.directory import directory
from telaah.render.environment import TemplateFailed, templates
from telaah.render.exports import exports
from telaah.render.feeds import feed_links, feeds
from telaah.render.host_headers import host_headers
from telaah.render.layers import layered, layers
from telaah.render.pages import edition, pages
from telaah.render.redirects import redirect_rules
from telaah.render.search import search_data, search_marks
from telaah.render.sharing import facebook_locale
from telaah.render.sitemap import robots, sitemap
from telaah.render.trees import trees
from telaah.settings import Settings

__all__ = ["TemplateFailed", "render"]


def render(briefing: Briefing, settings: Settings) -> tuple[Page, ...]:
    """Return every file of the site but its search index, sorted by path.

    Every page is there in each of the settings' languages, in the first at the root, in the others below their code.
    Raises TemplateFailed for a template that cannot be filled, and InputError for a missing catalogue or a lead topic
    that does not exist.
    """
    folders = layers(settings.templates)
    catalogues = [words(code, _catalogue(folders, code)) for code in dict.fromkeys(settings.languages)]
    all_trees = trees(settings.languages)
    looks = [directory(briefing, settings, own, tree.prefix) for own, tree in zip(catalogues, all_trees, strict=True)]
    files = assets([folder / "assets" for folder in folders])
    made = list(files)
    marks = search_marks(looks)
    for look, tree in zip(looks, all_trees, strict=True):
        shared: dict[str, object] = {
            "settings": settings,
            "language": tree.language,
            "edition": edition(look),
            "trees": all_trees,
            "feeds": feed_links(look),
        }
        shared["locale"] = facebook_locale(tree.language)
        filled = templates(folders, look.words, asset_addresses(files), tree.prefix, shared)
        made += (*pages(look, filled, marks), *feeds(look))
    day = edition(looks[0])
    made += (*search_data(looks[0], marks), *data(briefing, settings, day.iso if day else None))
    made += redirect_rules(looks[0], all_trees)
    made += (host_headers(made),)
    made += (*exports(looks[0]), *sitemap(made, looks[0], all_trees), robots(settings.base_url))
    return tuple(sorted(made, key=lambda page: page.path))


def _catalogue(folders: tuple[Path, ...], language: str) -> Path:
    return layered(folders, f"locales/{language}/LC_MESSAGES/telaah.po")

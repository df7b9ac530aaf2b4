"""A briefing becomes the files of a site: pages, data for machines, and assets under hashed names."""

from telaah.model import Briefing, Page
from telaah.render.environment import TemplateFailed
from telaah.render.host_headers import host_headers
from telaah.render.redirects import redirect_rules
from telaah.render.sitemap import robots, sitemap
from telaah.render.workshop import Spread, here, prepared, workshop
from telaah.settings import Settings

__all__ = ["TemplateFailed", "render"]


def render(briefing: Briefing, settings: Settings, spread: Spread = here) -> tuple[Page, ...]:
    """Return every file of the site but its search index, sorted by path.

    Every page is there in each of the settings' languages, in the first at the root, in the others below their code.
    `spread` has the work done, perhaps in several processes. Raises TemplateFailed for a template that cannot be
    filled, and InputError for a missing catalogue or a lead topic that does not exist.
    """
    shop = workshop(briefing, settings)
    made = [*shop.assets]
    for portion in spread(shop.make, prepared, (briefing, settings), shop.portions()):
        made += portion
    look = shop.looks[0]
    made += redirect_rules(look, shop.trees)
    made += (host_headers(made),)
    made += (*sitemap(made, look, shop.trees), robots(settings.base_url))
    return tuple(sorted(made, key=lambda page: page.path))

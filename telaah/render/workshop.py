"""A briefing becomes a workshop, where any portion of a site's pages can be made, here or in another process."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from telaah.model import Briefing, Page
from telaah.render.assets import asset_addresses, assets
from telaah.render.catalogue import words
from telaah.render.data import data
from telaah.render.directory import Directory, directory
from telaah.render.environment import templates
from telaah.render.exports import exports
from telaah.render.feeds import feed_links, feeds
from telaah.render.layers import layered, layers
from telaah.render.page_view import SearchMarks
from telaah.render.pages import SECTIONS, Bench, edition
from telaah.render.search import search_data, search_marks
from telaah.render.sharing import facebook_locale, pictures
from telaah.render.trees import Tree, trees
from telaah.settings import Settings

PORTION = 100
"""Items of a portion: some .1 s of work, so that processes end at about the same time, and little is handed over."""
PICTURES, FEEDS, DATA = "pictures", "feeds", "data"


@dataclass(frozen=True, slots=True)
class Portion:
    """The items `first` to `last` of a section of one tree; pictures are made for all trees at once."""

    section: str
    tree: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Workshop:
    """Everything that pages look up: assets, and for each language its directory, its tree and its bench."""

    assets: tuple[Page, ...]
    looks: tuple[Directory, ...]
    trees: tuple[Tree, ...]
    benches: tuple[Bench, ...]
    marks: Mapping[str, SearchMarks]
    briefing: Briefing

    def portions(self) -> tuple[Portion, ...]:
        """Return all work there is, tree by tree."""
        made = [*_divided(PICTURES, 0, len(self.looks[0].topics))]
        for number, bench in enumerate(self.benches):
            for name, section in SECTIONS.items():
                made += _divided(name, number, len(section.items(bench)))
            made.append(Portion(FEEDS, number, 0, 1))
        return (*made, Portion(DATA, 0, 0, 1))

    def make(self, portion: Portion) -> tuple[Page, ...]:
        """Make one portion of the pages."""
        some = slice(portion.first, portion.last)
        if portion.section == PICTURES:
            return tuple(pictures(self.looks, some))
        if portion.section == FEEDS:
            return tuple(feeds(self.looks[portion.tree]))
        if portion.section == DATA:
            return tuple(self._data())
        return tuple(SECTIONS[portion.section].make(self.benches[portion.tree], some))

    def _data(self) -> Iterator[Page]:
        look = self.looks[0]
        day = edition(look)
        yield from search_data(look, self.marks)
        yield from data(self.briefing, look.settings, day.iso if day else None)
        yield from exports(look)


Given = tuple[Briefing, Settings]
Make = Callable[[Portion], tuple[Page, ...]]
Spread = Callable[[Make, Callable[[Given], Make], Given, Sequence[Portion]], Sequence[tuple[Page, ...]]]
"""What does work: `make` here, and in other processes what the second function makes of what is given."""


def here(make: Make, _: Callable[[Given], Make], __: Given, portions: Sequence[Portion]) -> list[tuple[Page, ...]]:
    """Do all work in this process."""
    return [make(portion) for portion in portions]


def prepared(given: Given) -> Make:
    """Return what makes a portion of a briefing's pages."""
    return workshop(*given).make


def workshop(briefing: Briefing, settings: Settings) -> Workshop:
    """Look everything up; raise InputError for a missing catalogue or a lead topic that does not exist."""
    folders = layers(settings.templates)
    files = assets([folder / "assets" for folder in folders])
    codes = dict.fromkeys(settings.languages)
    catalogues = [words(code, layered(folders, f"locales/{code}/LC_MESSAGES/telaah.po")) for code in codes]
    all_trees = trees(settings.languages)
    looks = [directory(briefing, settings, own, tree.prefix) for own, tree in zip(catalogues, all_trees, strict=True)]
    marks = search_marks(looks)
    benches = []
    for look, tree in zip(looks, all_trees, strict=True):
        shared: dict[str, object] = {
            "settings": settings,
            "language": tree.language,
            "edition": edition(look),
            "trees": all_trees,
            "feeds": feed_links(look),
            "locale": facebook_locale(tree.language),
        }
        filled = templates(folders, look.words, asset_addresses(files), tree.prefix, shared)
        benches.append(Bench(look, filled, marks))
    return Workshop(files, tuple(looks), all_trees, tuple(benches), marks, briefing)


def _divided(section: str, tree: int, count: int) -> Iterator[Portion]:
    for first in range(0, count, PORTION):
        yield Portion(section, tree, first, min(first + PORTION, count))

"""Reports become pages of invented sites: menus, cookie notices, newsletter boxes, teasers, footers."""

import html
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.quality.rows import Row, blocks, title

SITES = 60
"""Invented sites; the share of pages falls with their rank: a few have many pages, most have two or three."""
TEASERS = 5
"""Teasers of other reports on a page, half of them with a first sentence."""

FIRST = (
    "Northern",
    "Harbor",
    "Valley",
    "Metro",
    "Coastal",
    "Evening",
    "Daily",
    "Lakeside",
    "Capital",
    "Prairie",
    "Summit",
    "Union",
)
LAST = (
    "Courier",
    "Ledger",
    "Tribunal",
    "Observer",
    "Beacon",
    "Gazetteer",
    "Dispatch",
    "Examiner",
    "Chronicler",
    "Herald",
)
SECTIONS = (
    "Home",
    "News",
    "World",
    "Business",
    "Politics",
    "Sport",
    "Opinion",
    "Weather",
    "Video",
    "Jobs",
    "Motoring",
    "Property",
    "Travel",
    "Science",
    "Health",
    "Education",
    "Entertainment",
    "Celebrity",
    "Technology",
    "Obituaries",
    "Classifieds",
    "Puzzles",
    "Letters",
    "Photos",
    "Archive",
    "Shop",
)
OWN = (
    "{site} has covered this region since {year} and employs {count} journalists in {town}.",
    "Download the {site} app to get breaking stories and live scores on your phone.",
    "Your subscription pays for local reporting in {town}; join {count} thousand readers from {count} cents a week.",
    "Sign up for the {site} morning briefing, delivered to your inbox at six every weekday.",
    "Readers may republish up to {count} words of this page with a link to {site}.",
    "{site} is a member of the regional press council and follows its code of conduct.",
    "Got a tip for our newsroom in {town}? Call {count}-{year} or write to the duty editor.",
    "Watch: the five best goals from the {town} league this weekend, as chosen by {site}.",
    "Like {site} on social media and never miss a story about {town} and its suburbs.",
    "All content copyright {year} {site} Media Group, {count} Quay Street, {town}.",
)
COMMON = (
    "We use cookies to give you the best experience and to show you advertising that is relevant to you.",
    "By continuing to browse this site you agree to our use of cookies and to our privacy policy.",
    "JavaScript is disabled in your browser; some features of this page may not work as intended.",
    "This material may not be published, broadcast, rewritten or redistributed without permission.",
    "Comments are moderated and may take a while to appear; please keep them civil and on topic.",
    "Please log in or register to comment on this story and to save it to your reading list.",
    "Advertisement - scroll down to continue reading.",
    "Share this article by e-mail, print it or send it to a friend.",
)
TOWNS = (
    "Marlow",
    "Bexton",
    "Harrowgate",
    "Pinefield",
    "Dunmere",
    "Westlake",
    "Oakhurst",
    "Saltney",
    "Kingsbridge",
    "Farley",
)


@dataclass(frozen=True, slots=True)
class Site:
    """An invented site and what it prints on its pages."""

    name: str
    domain: str
    menu: Sequence[str]
    own: Sequence[str]
    common: Sequence[str]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a site: what stands above and below a report."""

    site: Site
    row: Row
    above: Sequence[str]
    teasers: Sequence[str]
    below: Sequence[str]


def pages(rows: Sequence[Row]) -> Iterator[Page]:
    """Give a page for every row; the same rows give the same pages."""
    chance = random.Random(421)  # noqa: S311 - invented pages, no secret
    sites = [_site(number, chance) for number in range(SITES)]
    shares = [1 / (rank + 3) for rank in range(SITES)]
    of_site = chance.choices(range(SITES), shares, k=len(rows))
    for row, number in zip(rows, of_site, strict=True):
        site = sites[number]
        others = [rows[place] for place, where in enumerate(of_site) if where == number and rows[place] is not row]
        picked = chance.sample(others, min(TEASERS, len(others)))
        teasers = [text for place, other in enumerate(picked) for text in _teaser(other, whole=place % 2 == 0)]
        own = [text for text in site.own if chance.random() < 0.8]
        yield Page(site, row, [*site.menu, *site.common[:2]], teasers, [*site.common[2:], *own])


def _teaser(row: Row, *, whole: bool) -> list[str]:
    first = blocks(row)[0].split(". ")[0].rstrip(".") + "."
    return [title(row), first] if whole else [title(row)]


def _site(number: int, chance: random.Random) -> Site:
    name = f"{FIRST[number % len(FIRST)]} {LAST[(number * 7 + number // len(LAST)) % len(LAST)]}"
    facts = {"site": name, "town": TOWNS[number % 10], "year": 1890 + number, "count": chance.randint(20, 900)}
    own = tuple(text.format_map(facts) for text in chance.sample(OWN, 6))
    menu = tuple(chance.sample(SECTIONS, chance.randint(8, 20)))
    return Site(name, f"{name.lower().replace(' ', '')}{number}.example", menu, own, tuple(chance.sample(COMMON, 5)))


def as_text(page: Page) -> str:
    """Return a page as copied from a browser, clutter and all, one block a line."""
    return "\n\n".join([page.site.name, *page.above, title(page.row), *_body(page), *page.below]) + "\n"


def as_markdown(page: Page, front: Mapping[str, str]) -> str:
    """Return a page whose headline is known and whose text is everything that stands on it."""
    head = "\n".join(f"{key}: {value}" for key, value in front.items())
    return f"---\n{head}\n---\n\n" + "\n\n".join([*page.above, *_body(page), *page.below]) + "\n"


def as_html(page: Page) -> str:
    """Return a page as saved, with the usual elements around the report."""
    menu = "".join(f"<li><a href='/{name.lower()}'>{name}</a></li>" for name in page.site.menu)
    teasers = "".join(f"<li><a href='/story'>{html.escape(text)}</a></li>" for text in page.teasers)
    return (
        f"<!doctype html><html lang='en'><head><title>{html.escape(title(page.row))} | {page.site.name}</title>"
        f"<meta property='og:site_name' content='{page.site.name}'></head><body>"
        f"<header><a href='/'>{page.site.name}</a></header><nav><ul>{menu}</ul></nav>"
        f"<div class='cookies'>{_paragraphs(page.above[len(page.site.menu) :])}</div>"
        f"<main><article><h1>{html.escape(title(page.row))}</h1>{_paragraphs(blocks(page.row))}</article>"
        f"<aside><h2>More stories</h2><ul>{teasers}</ul></aside></main>"
        f"<div class='page-end'>{_paragraphs(page.below)}</div></body></html>\n"
    )


def _body(page: Page) -> list[str]:
    texts, half = list(blocks(page.row)), len(blocks(page.row)) // 2
    return [*texts[:half], *page.teasers[:2], *texts[half:], "More stories", *page.teasers[2:]]


def _paragraphs(texts: Sequence[str]) -> str:
    return "".join(f"<p>{html.escape(text)}</p>" for text in texts)

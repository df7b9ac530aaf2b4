"""The pages become what search engines ask for first: a map of the site, and where it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from telaah.model import Article, Page
from telaah.render.directory import Directory
from telaah.render.instants import latest_stated, w3c
from telaah.render.trees import Tree
from telaah.render.xml_file import Element, xml_file

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
MOST = 50_000
"""Addresses in one map, the most the protocol allows (sitemaps.org); a larger site gets several, and a list of them."""
NOT_LISTED = frozenset({"404.html", "search.html"})
"""Pages that are nothing by themselves."""
NO_INDEX = b'<meta name="robots" content="noindex'
"""How a page says that it is not to be found, such as one that only leads on to another."""


def robots(base_url: str | None) -> Page:
    """Return robots.txt, which lets everybody read everything, and names the map where there is one."""
    lines = ["User-agent: *", "Allow: /"]
    if base_url:
        lines.append(f"Sitemap: {base_url}sitemap.xml")
    return Page("robots.txt", ("\n".join(lines) + "\n").encode())


def sitemap(pages: Iterable[Page], look: Directory, trees: Sequence[Tree]) -> Iterator[Page]:
    """Make the map of some pages, each with its other languages; none without base_url.

    `lastmod` is content time: the later of the date an article states, at its precision, and of the day the desk last
    changed its page; for a topic the newest of its articles.
    """
    base = look.settings.base_url
    if not base:
        return
    changed = _changed(look)
    paths = sorted(page.path for page in pages if _listed(page))
    every = frozenset(paths)
    urls = [_url(path, base, every, changed, trees) for path in paths]
    parts = [tuple(urls[n : n + MOST]) for n in range(0, len(urls), MOST)]
    if len(parts) < 2:
        yield Page("sitemap.xml", _map(tuple(urls)))
        return
    names = [f"sitemap.{n}.xml" for n in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield Page(name, _map(part))
    listed = tuple(Element("sitemap", children=(Element("loc", text=base + name),)) for name in names)
    yield Page("sitemap.xml", xml_file(Element("sitemapindex", {"xmlns": NAMESPACE}, children=listed)))


def _listed(page: Page) -> bool:
    name = page.path.rpartition("/")[2]
    return page.path.endswith(".html") and name not in NOT_LISTED and NO_INDEX not in page.content


def _map(urls: tuple[Element, ...]) -> bytes:
    return xml_file(Element("urlset", {"xmlns": NAMESPACE, "xmlns:xhtml": XHTML}, children=urls))


def _changed(look: Directory) -> Mapping[str, str]:
    """Return the dates of pages below their tree that have one."""
    stated = {id_: _of_article(placed.article) for id_, placed in look.placed.items()}
    articles = {look.lines[id_].href: date for id_, date in stated.items() if date}
    members = ((topic.id, [date for id_ in topic.articles if (date := stated[id_])]) for topic in look.topics)
    return {**articles, **{f"topics/{id_}.html": latest_stated(dates) for id_, dates in members if dates}}


def _of_article(article: Article) -> str | None:
    dates = [date for value in (article.published.value, article.updated) if (date := w3c(value))]
    return latest_stated(dates) if dates else None


def _url(path: str, base: str, every: frozenset[str], changed: Mapping[str, str], trees: Sequence[Tree]) -> Element:
    below = path
    for tree in trees[1:]:
        below = below.removeprefix(tree.prefix) if path.startswith(tree.prefix) else below
    children = [Element("loc", text=_whole(base, path))]
    if below in changed:
        children.append(Element("lastmod", text=changed[below]))
    others = [tree for tree in trees if tree.prefix + below in every]
    if len(others) > 1:
        children += [
            Element(
                "xhtml:link",
                {"rel": "alternate", "hreflang": tree.language, "href": _whole(base, tree.prefix + below)},
            )
            for tree in others
        ]
    return Element("url", children=tuple(children))


def _whole(base: str, path: str) -> str:
    """Return the address of a page as its canonical link has it."""
    folder, _, name = path.rpartition("/")
    return base + (f"{folder}/" if folder and name == "index.html" else "" if name == "index.html" else path)

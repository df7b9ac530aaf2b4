"""The head of a saved page becomes its claims: what JSON-LD and meta tags say of the article, in order of trust."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import html

from telaah.clean.plain import plain
from telaah.clean.saved.linked_data import PAGES, Json, is_article, nodes, text, types

TITLES = ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "parsely-title", "title")
SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher")
SAVED_WITHIN = 2000
"""Characters of a file within which a browser writes where it saved the page from."""

_BETWEEN = re.compile(r"[\W_]+")
_ADDRESS = re.compile(r"https?://[^\s<>\"']+\.[^\s<>\"']+")
# The comment that browsers write above a page they save.
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+)")


@dataclass(frozen=True, slots=True)
class Claims:
    """What a page's head says. `meta` maps a tag's name, lower case, to its contents in document order.

    `article` is the JSON-LD node of the page's own article, `page` that of the page around it; both empty when absent.
    """

    meta: Mapping[str, tuple[str, ...]]
    nodes: tuple[Mapping[str, Json], ...]
    article: Mapping[str, Json]
    page: Mapping[str, Json]
    title: str | None
    url: str | None

    def of(self, *names: str) -> Iterator[str]:
        """Give the contents of the meta tags of these names, in the order of the names."""
        for name in names:
            yield from self.meta.get(name, ())

    @property
    def host(self) -> str | None:
        """The host of the page's own address, without www."""
        return (
            urlsplit(self.url).netloc.lower().rpartition("@")[2].split(":")[0].removeprefix("www.")
            if self.url
            else None
        )

    def titles(self) -> tuple[str, ...]:
        """Return every headline claimed, the most trusted first, each once."""
        found = [text(self.article.get("headline")), *self.of(*TITLES), text(self.article.get("name")), self.title]
        return tuple(dict.fromkeys(each for each in found if each))

    def sites(self) -> tuple[str, ...]:
        """Return every name of the site claimed, the most trusted first, each once."""
        publishers = [text(node.get("publisher")) for node in (self.article, self.page) if node]
        wholes = [text(node.get("name")) for node in self.nodes if "WebSite" in types(node)]
        found = [*self.of(*SITES[:1]), *publishers, *wholes, *self.of(*SITES[1:])]
        names = [each.lstrip("@") for each in found if each and not _ADDRESS.match(each)]
        return tuple(dict.fromkeys(names))


def claims(root: html.HtmlElement, source: str) -> Claims:
    """Read JSON-LD, meta tags, the title element and the address of a page; `source` is its text as saved."""
    meta: dict[str, list[str]] = {}
    for tag in root.iter("meta"):
        content = plain(tag.get("content") or "")
        names = {(tag.get(key) or "").strip().lower() for key in ("property", "name", "itemprop")} - {""}
        for name in sorted(names) if content else ():
            meta.setdefault(name, []).append(content)
    shown = next((plain("".join(each.itertext())) for each in root.iter("title")), None)
    found = nodes(root)
    mark = _SAVED_FROM.search(source, 0, SAVED_WITHIN)
    url = _address(root, meta, found, mark[1] if mark else None)
    headings = [plain(" ".join(each.itertext())) for each in root.iter("h1")]
    article = _own([node for node in found if is_article(node)], [*meta.get("og:title", ()), shown or "", *headings])
    page = next((node for node in found if PAGES & {*types(node)}), {})
    return Claims({name: tuple(each) for name, each in meta.items()}, found, article, page, shown or None, url)


def folded(words: str) -> str:
    """Return the letters and digits of a text, without regard to case: how names and titles are compared."""
    return _BETWEEN.sub("", words.casefold())


def _own(articles: list[Mapping[str, Json]], titles: Iterable[str]) -> Mapping[str, Json]:
    """Return the node of the page's own article: the one whose headline the page shows, else the first."""
    shown = [folded(each) for each in titles if each]
    for node in articles:
        said = folded(text(node.get("headline")) or text(node.get("name")) or "")
        if said and any(said in each or each in said for each in shown if each):
            return node
    # Lists of other stories have headlines that the page's own title does not hold; a node without one may be ours.
    unnamed = [node for node in articles if not node.get("headline") or not any(shown)]
    return unnamed[0] if unnamed else articles[0] if len(articles) == 1 else {}


def _address(
    root: html.HtmlElement, meta: Mapping[str, Iterable[str]], found: Iterable[Mapping[str, Json]], saved: str | None
) -> str | None:
    """Return the page's own address as it states it."""
    given = [each.get("href") for each in root.iter("link") if "canonical" in (each.get("rel") or "").lower().split()]
    given += meta.get("og:url", ())
    given += [text(node.get("url")) or text(_identity(node)) for node in found if is_article(node)]
    given += [text(node.get("url")) or text(node.get("@id")) for node in found if PAGES & {*types(node)}]
    given += meta.get("twitter:url", ())
    given += [saved] if saved else []
    return next((each.strip() for each in given if each and _ADDRESS.fullmatch(each.strip())), None)


def _identity(node: Mapping[str, Json]) -> Json:
    whole = node.get("mainEntityOfPage")
    return whole.get("@id") if isinstance(whole, Mapping) else whole

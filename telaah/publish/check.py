"""Finished pages become problems: links and fragments that lead nowhere, elements not closed, ids twice, weak policies.

Linear in the size of the site: 0.8 to 1.1 ms a page for 500, 2,000 and 8,000 pages of 14 KB with 480 tags each.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from telaah.model import Page
from telaah.problems import Problem
from telaah.publish.links import NOT_FOUND, Target, WrongAddressError, addresses, target
from telaah.publish.manifest import MANIFEST
from telaah.publish.markup import Fault, Link, Markup, markup
from telaah.publish.policy import weaknesses

HOME = "index.html"


def markups(pages: Sequence[Page]) -> Mapping[str, Markup]:
    """Parse every HTML page that is UTF-8; return them by path."""
    read: dict[str, Markup] = {}
    for page in pages:
        if page.path.endswith(".html"):
            with suppress(UnicodeDecodeError):
                read[page.path] = markup(page.content.decode("utf-8"))
    return read


def check(pages: Sequence[Page], base_path: str, read: Mapping[str, Markup] | None = None) -> tuple[Problem, ...]:
    """Return every problem of the pages, each with its place in the page; none when the site may be published.

    `read` are their `markups`, where a caller has them.
    """
    base = _base(base_path)
    read = markups(pages) if read is None else read
    # Every site has a manifest, so pages may link to it before it is made.
    files = frozenset((MANIFEST, *(page.path for page in pages)))
    problems = [_not_text(page) for page in pages if page.path.endswith(".html") and page.path not in read]
    for page in pages:
        if page.path in read:
            found = read[page.path]
            faults = (*found.faults, *_policy(found), *_links(page.path, found, files, read, base))
            problems += _placed(page, faults)
    return tuple(problems)


def unreachable(pages: Sequence[Page], base_path: str, read: Mapping[str, Markup]) -> tuple[Problem, ...]:
    """Return a warning for each page that no chain of links from the home page leads to; `read` are their `markups`.

    Left out are the page for wrong addresses and pages that send readers on, which only old links lead to.
    """
    base = _base(base_path)
    meant = {
        page.path for page in pages if page.path in read and not page.path.endswith(NOT_FOUND) and not _sends_on(page)
    }
    reached, waiting = {HOME}, [HOME]
    while waiting:
        path = waiting.pop()
        links = read[path].links if path in read else ()
        found = {each.file for each in _targets(path, links, base)} & (read.keys() - reached)
        reached |= found
        waiting += sorted(found)
    hint = "link to it from a page that readers come to; the templates decide what links where"
    message = "no chain of links leads from the home page to this page"
    return tuple(Problem("warning", "page-unreachable", message, hint, path) for path in sorted(meant - reached))


def _base(path: str) -> str:
    """Return the path of the site on its host, with a slash at both ends."""
    return f"/{path.strip('/')}/".replace("//", "/")


def _not_text(page: Page) -> Problem:
    why = ""
    try:
        page.content.decode("utf-8")
    except UnicodeDecodeError as error:
        why = error.reason
    return Problem("error", "page-encoding", f"not UTF-8: {why}", file=page.path)


def _sends_on(page: Page) -> bool:
    """Say whether only old links lead to a page: one that sends readers on, or lets them choose (a divided topic)."""
    return b'http-equiv="refresh"' in page.content or b'<meta name="robots" content="noindex">' in page.content


def _targets(path: str, links: Iterable[Link], base_path: str) -> Iterator[Target]:
    for link in links:
        for address in addresses(link.attribute, link.address):
            with suppress(WrongAddressError):
                if found := target(address, path, base_path):
                    yield found


def _policy(page: Markup) -> Iterator[Fault]:
    if not page.policies:
        yield Fault("policy", 0, "the page carries no content security policy")
    for policy in page.policies:
        for weakness in weaknesses(policy):
            yield Fault("policy", 0, f"the content security policy {weakness}")


def _links(
    path: str, page: Markup, files: frozenset[str], read: Mapping[str, Markup], base_path: str
) -> Iterator[Fault]:
    for link in page.links:
        for address in addresses(link.attribute, link.address):
            try:
                found = target(address, path, base_path)
            except WrongAddressError as error:
                yield _broken(link, address, str(error))
                continue
            if found is not None:
                yield from _missing(link, address, found, files, read)


def _missing(
    link: Link, address: str, found: Target, files: frozenset[str], read: Mapping[str, Markup]
) -> Iterator[Fault]:
    if found.file not in files:
        yield _broken(link, address, f"leads to '{found.file}', which is no file of the site")
    elif found.fragment and (found.file not in read or found.fragment not in read[found.file].ids):
        message = f'"{address}" leads to "#{found.fragment}", which is no id in \'{found.file}\''
        yield Fault("fragment-missing", link.at, message)


def _broken(link: Link, address: str, why: str) -> Fault:
    return Fault("link-broken", link.at, f'the {link.attribute} of <{link.element}>, "{address}", {why}')


def _placed(page: Page, faults: Sequence[Fault]) -> Iterator[Problem]:
    """Give each fault its line and column; only faults pay for the counting."""
    text = page.content.decode("utf-8") if faults else ""
    for fault in faults:
        line = text.count("\n", 0, fault.at) + 1
        column = fault.at - text.rfind("\n", 0, fault.at)
        yield Problem("error", fault.code, fault.message, file=page.path, line=line, column=column)

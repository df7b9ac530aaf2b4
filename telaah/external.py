"""The addresses of other sites that a briefing sends its readers to become the ones that lead nowhere any more."""

import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from telaah import pipeline
from telaah.fetch import INSIDE, FetchFailed, TooLarge, fetch, host_of, leads_inside
from telaah.problems import Problem, in_order
from telaah.robots import NotAllowed, OutOfReach, Robots
from telaah.settings import Options

SECONDS = 20.0
"""Longest wait for one address, in seconds."""
MOST = 65_536
"""Bytes of a page that are read: that it answers is all that is asked."""
HOSTS = 8
"""Hosts asked at a time; each is asked for one page at a time, with the pause that it wants."""

LINK = re.compile(r"https?://(?:[^\s<>()\[\]\"'`]|\([^\s<>()\[\]\"'`]*\))+")
"""An address in the desk's Markdown, to the sign that ends it there; brackets in pairs are its own."""
SENTENCE_ENDS = ".,;:!?"
"""What ends the sentence around an address and not the address."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address of another site, and the file and line in the content that name it.

    `by_desk` says that the desk wrote it, and so may lead us into its own network; what a stranger's page says may not.
    """

    url: str
    file: str
    line: int | None
    by_desk: bool


def addresses(options: Options) -> tuple[Address, ...]:
    """Return the addresses that the site's pages send readers to: originals, archived copies, links of the desk."""
    found: list[Address] = []
    for article in pipeline.articles(options):
        page = options.content / article.source.file
        stated = article.source.stated
        named = ((article.url.value, stated.url is not None), (stated.archived, True))
        beside = page.with_suffix(".toml")
        found += (Address(url, *_named_in((beside, page), url), by_desk) for url, by_desk in named if url)
    for path in sorted((options.content / "topics").glob("*.md")):
        lines = path.read_text("utf-8", "replace").split("\n")
        linked = ((url.rstrip(SENTENCE_ENDS), at) for at, line in enumerate(lines, 1) for url in LINK.findall(line))
        found += (Address(url, str(path), at, True) for url, at in linked)
    return tuple(dict.fromkeys(found))


def dead_links(named_by: Iterable[Address]) -> tuple[Problem, ...]:
    """Ask for every address once, and return a warning at each place that names one which does not answer.

    An address that robots.txt closes to programs is not asked for; a notice says so.
    """
    named = sorted(named_by, key=lambda each: (host_of(each.url), each.url))
    hosts = [list(group) for _, group in groupby(named, key=lambda each: host_of(each.url))]
    with ThreadPoolExecutor(HOSTS) as threads:
        return in_order(problem for found in threads.map(_host, hosts) for problem in found)


def _named_in(files: Sequence[Path], words: str) -> tuple[str, int | None]:
    """Return the first of these files that holds some words, and the line; the last file where none does."""
    for file in files:
        if file.is_file():
            for number, line in enumerate(file.read_text("utf-8", "replace").split("\n"), 1):
                if words in line:
                    return str(file), number
    return str(files[-1]), None


def _host(named: list[Address]) -> tuple[Problem, ...]:
    """Ask one host for its addresses, one after the other."""
    robots = Robots()
    return tuple(
        problem for url, places in groupby(named, key=lambda each: each.url) for problem in _asked(url, places, robots)
    )


def _asked(url: str, named: Iterable[Address], robots: Robots) -> Iterator[Problem]:
    places = tuple(named)
    inside = any(each.by_desk for each in places)
    try:
        why = _why_dead(url, robots, inside=inside)
    except OutOfReach as silent:
        why = str(silent)
    except NotAllowed as refused:
        message, hint = f'"{url}" was not asked for: {refused}', "look at it in your browser"
        yield from (Problem("notice", "link-unasked", message, hint, each.file, each.line) for each in places)
        return
    if why is not None:
        message, hint = f'"{url}" leads nowhere: {why}', "write where the page is now, or name a copy under archived"
        yield from (Problem("warning", "link-dead", message, hint, each.file, each.line) for each in places)


def _why_dead(url: str, robots: Robots, *, inside: bool) -> str | None:
    """Return why an address gives nothing, or None when it answers; servers that know no HEAD are asked by GET.

    `inside` says whether it may lie in our own network. Raises NotAllowed where robots.txt closes it.
    """
    if not inside and leads_inside(url):
        return INSIDE
    robots.ask(url, inside=inside)
    try:
        fetch(url, MOST, SECONDS, inside=inside, method="HEAD")
    except FetchFailed as failed:
        if failed.status == 0:
            return str(failed)
    else:
        return None
    try:
        fetch(url, MOST, SECONDS, inside=inside)
    except TooLarge:
        return None
    except FetchFailed as failed:
        return str(failed)
    return None

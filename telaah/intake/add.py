"""What the desk names, files and addresses or a feed, becomes articles one by one."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from telaah import pipeline
from telaah.fetch import FetchFailed, fetch, is_inner
from telaah.intake.archive import from_archive, is_archive
from telaah.intake.feed import addresses
from telaah.intake.gather import MOST, SECONDS, from_address, from_file
from telaah.intake.known import Known, canonical, known
from telaah.intake.raw import NotTaken
from telaah.intake.store import Taken, discard, store
from telaah.problems import Problem
from telaah.robots import Robots
from telaah.settings import Options

NO_TEXT = "text-missing"
"""The problem of a page in which no paragraph of an article was found."""


def add(wishes: Iterable[str], options: Options, now: str, *, inside: bool = True) -> Iterator[Taken | Problem]:
    """Take each file, archive or address, or give the problem that kept it out; `now` is noted as the time of fetching.

    `inside` says whether addresses may lie in our own network, as those that the desk itself names may.
    """
    robots = Robots()
    for wish in wishes:
        try:
            # Asked anew for each: two of the wishes may be one page.
            already = known(pipeline.articles(options))
            if not _is_address(wish) and "://" in wish:
                hint = "addresses begin with http:// or https://"
                raise NotTaken.because("url-invalid", f"'{wish}' is no address of the web", hint, wish)
            if not _is_address(wish) and is_archive(wish):
                yield from _add_archive(Path(wish), options, already)
                continue
            if _is_address(wish) and canonical(wish) in already.addresses:
                _known(wish, already.addresses[canonical(wish)])
            raw = from_address(wish, robots, now, inside=inside) if _is_address(wish) else from_file(Path(wish))
            yield store(raw, options, already, wish)
        except NotTaken as refused:
            yield from refused.problems


def add_feed(feed: str, options: Options, now: str) -> Iterator[Taken | Problem]:
    """Read a feed, a file or an address, once, and take the entries that the folder does not hold yet."""
    try:
        found = addresses(_content(feed), feed)
    except NotTaken as refused:
        yield from refused.problems
        return
    already = known(pipeline.articles(options))
    new = [url for url in found if canonical(url) not in already.addresses]
    if not new:
        entries = "1 entry" if len(found) == 1 else f"{len(found)} entries"
        message = f"the feed has {entries} that can be taken, and none is new"
        yield Problem("notice", "feed-nothing-new", message, None, feed)
    for taken in add(new, options, now, inside=is_inner(feed)):
        if not (isinstance(taken, Problem) and taken.code == "article-known"):
            yield taken


def _add_archive(path: Path, options: Options, already: Known) -> Iterator[Taken | Problem]:
    """Take the pages of an archive; such as hold no article, frames and lists of links, are not kept."""
    empty: list[str] = []
    for found in from_archive(path):
        if isinstance(found, Problem):
            yield found
            continue
        try:
            taken = store(found, options, already, str(found.url))
        except NotTaken as refused:
            yield from refused.problems
            continue
        if any(problem.code == NO_TEXT for problem in taken.problems):
            discard(taken)
            empty.append(str(found.url))
            continue
        already = known((taken.article,) if taken.article else (), already)
        yield taken
    for url in empty:
        message = "the page holds no article's text, and is not kept"
        yield Problem("notice", "archive-page", message, "save it by hand and add the file if it is one", url)


def _known(wish: str, file: str) -> None:
    hint = "delete that file first to take the page again"
    raise NotTaken.because("article-known", f"'{file}' has the same address; nothing was fetched", hint, wish)


def _content(feed: str) -> bytes:
    if not _is_address(feed):
        try:
            return Path(feed).read_bytes()
        except OSError as error:
            message = f"the file cannot be opened: {error.strerror}"
            raise NotTaken.because("file-unreadable", message, "name a feed's file or address", feed) from error
    try:
        return fetch(feed, MOST, SECONDS).body
    except FetchFailed as failed:
        hint = "try again later"
        raise NotTaken.because("fetch-failed", f"the feed cannot be fetched: {failed}", hint, feed) from failed


def _is_address(wish: str) -> bool:
    return wish.lower().startswith(("http://", "https://"))

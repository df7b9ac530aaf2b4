"""What the desk names, files and addresses or a feed, becomes articles one by one."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from telaah import pipeline
from telaah.fetch import FetchFailed, fetch
from telaah.intake.feed import addresses
from telaah.intake.gather import MOST, SECONDS, from_address, from_file
from telaah.intake.known import canonical, known
from telaah.intake.raw import NotTaken
from telaah.intake.robots import Robots
from telaah.intake.store import Taken, store
from telaah.problems import Problem
from telaah.settings import Options


def add(wishes: Iterable[str], options: Options, now: str) -> Iterator[Taken | Problem]:
    """Take each file or address, or give the problem that kept it out; `now` is noted as the time of fetching."""
    robots = Robots()
    for wish in wishes:
        try:
            # Asked anew for each: two of the wishes may be one page.
            already = known(pipeline.articles(options))
            if _is_address(wish) and canonical(wish) in already.addresses:
                _known(wish, already.addresses[canonical(wish)])
            raw = from_address(wish, robots, now) if _is_address(wish) else from_file(Path(wish))
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
    for taken in add((url for url in found if canonical(url) not in already.addresses), options, now):
        if not (isinstance(taken, Problem) and taken.code == "article-known"):
            yield taken


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
    return wish.startswith(("http://", "https://"))

"""A host's robots.txt becomes permission to fetch a page, and how long to wait before the next one."""

import time
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from telaah.fetch import AGENT, FetchFailed, fetch, host_of

MOST = 512_000
"""Bytes of robots.txt that are read: RFC 9309, 2.5, asks for at least 500 KiB."""
SECONDS = 20.0
"""Longest wait for robots.txt, in seconds."""
PAUSE = 1.0
"""Seconds between two pages of one host that asks for no pause of its own; a careful reader is no faster."""
LONGEST_PAUSE = 30.0
"""Longest pause that is kept, in seconds; whoever asks for more is asked for one page at a time."""


class NotAllowed(Exception):
    """A page that its host asks programs not to fetch; its text is a sentence's end."""


class OutOfReach(NotAllowed):
    """A page whose host answers nobody, so that what it would ask is not known; its text is why, a clause."""


class Robots:
    """Asks each host once, and remembers when it was last asked for a page."""

    def __init__(self) -> None:
        self._rules: dict[str, RobotFileParser] = {}
        self._silent: dict[str, FetchFailed] = {}
        self._last: dict[str, float] = {}

    def ask(self, url: str, *, inside: bool = True) -> None:
        """Return when the page may be fetched now; raise NotAllowed when its host does not want that.

        A host whose robots.txt is out of reach is one that may not want it (RFC 9309, 2.3.1.4).
        """
        host = host_of(url)
        if not host:
            raise OutOfReach("it is not an address")
        if host not in self._rules:
            self._rules[host] = self._read(host, url, inside=inside)
        if host in self._silent:
            failed = self._silent[host]
            message = f"the site's robots.txt cannot be read, so nothing is fetched: {failed}"
            raise NotAllowed(message) if failed.status else OutOfReach(str(failed))
        if not self._rules[host].can_fetch(AGENT, url):
            raise NotAllowed("the site's robots.txt asks programs not to fetch this page")
        self._wait(host)

    def _read(self, host: str, url: str, *, inside: bool) -> RobotFileParser:
        """Read robots.txt as RFC 9309, 2.3.1, says: none there, everything is allowed; out of reach, nothing is."""
        rules = RobotFileParser()
        try:
            body = fetch(urljoin(url, "/robots.txt"), MOST, SECONDS, inside=inside).body
        except FetchFailed as failed:
            if not 400 <= failed.status < 500:
                self._silent[host] = failed
            body = b""
        rules.parse(body.decode("utf-8", "replace").splitlines())
        return rules

    def _wait(self, host: str) -> None:
        asked = self._rules[host].crawl_delay(AGENT)
        pause = min(float(asked), LONGEST_PAUSE) if asked else PAUSE
        left = self._last.get(host, -pause) + pause - time.monotonic() if host in self._last else 0.0
        if left > 0:
            time.sleep(left)
        self._last[host] = time.monotonic()

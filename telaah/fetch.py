"""A web address becomes the bytes behind it, within limits of size, time and redirects; nothing but HTTP is spoken."""

import ipaddress
import socket
import time
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from telaah import __version__

AGENT = "telaah"
"""By this name robots.txt may address us."""
CHUNK = 65_536
"""Bytes read at a time, so that the limits of size and time are asked often enough."""
REDIRECTS = 5
"""Most redirects followed; http to https, www and one move need three."""

INSIDE = "it leads into this machine's own network"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: where it really was, the media type without its parameters, the bytes."""

    url: str
    media_type: str
    body: bytes


class FetchFailed(Exception):
    """An address that gave nothing; its text is a clause that says why. `status` is HTTP's, 0 where none came."""

    def __init__(self, why: str, status: int = 0) -> None:
        self.status = status
        super().__init__(" ".join(why.split()))


class TooLarge(FetchFailed):
    """An address that sends more bytes than were asked for."""


def fetch(url: str, most: int, seconds: float, *, inside: bool = True, method: str = "GET") -> Fetched:
    """Return what an http or https address answers; raise FetchFailed beyond `most` bytes or `seconds` in all.

    `inside` says whether it may lie in our own network: what a person typed may, what a stranger names may not. Nobody
    is redirected into it from outside.
    """
    end = time.monotonic() + seconds
    if not inside and leads_inside(url):
        raise FetchFailed(INSIDE)
    try:
        address = _ascii(url)
    except ValueError as error:
        raise FetchFailed(f"it is not an address: {error}") from error
    request = Request(  # noqa: S310 - the opener below knows HTTP and HTTPS alone
        address,
        method=method,
        headers={"User-Agent": f"{AGENT}/{__version__}", "Accept-Encoding": "identity"},
    )
    try:
        with _opener().open(request, timeout=seconds) as answer:
            if not isinstance(answer, HTTPResponse):
                raise FetchFailed("it is not an http or https address")
            kind = answer.headers.get_content_type()
            return Fetched(answer.geturl(), kind, _body(answer, most, end, seconds))
    except HTTPError as error:
        raise FetchFailed(f"the server answers {error.code} {error.reason}", error.code) from error
    except URLError as error:
        raise FetchFailed(f"the server cannot be reached: {error.reason}") from error
    except (OSError, HTTPException, ValueError) as error:
        raise FetchFailed(f"the server cannot be reached: {error or type(error).__name__}") from error


def host_of(url: str) -> str:
    """Return the host that an address names, with its port; empty where it names none, or is no address."""
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""


def is_inner(url: str) -> bool:
    """Say whether an address names this machine or its own network; nobody is asked."""
    host = (urlsplit(url).hostname if host_of(url) else None) or ""
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False


def leads_inside(url: str) -> bool:
    """Say whether an address leads into our own network, by its name or by what its name stands for."""
    if is_inner(url):
        return True
    try:
        found = socket.getaddrinfo(urlsplit(url).hostname, None, type=socket.SOCK_STREAM)
    except (OSError, ValueError):
        return False  # a name that nobody knows leads nowhere
    return any(not ipaddress.ip_address(str(address[0]).partition("%")[0]).is_global for *_, address in found)


def _ascii(url: str) -> str:
    """Return an address as HTTP sends it: letters outside ASCII percent-encoded, the host in its ASCII form."""
    parts = urlsplit(url)
    try:
        host = parts.netloc.encode("idna").decode("ascii") if not parts.netloc.isascii() else parts.netloc
    except UnicodeError as error:
        raise FetchFailed("its host is not a name") from error
    kept = "%/:=&?~#+!$,;'@()*[]"
    return urlunsplit((parts.scheme, host, quote(parts.path, kept), quote(parts.query, kept), ""))


class _Redirects(HTTPRedirectHandler):
    """Follows a few redirects, to HTTP and HTTPS alone."""

    max_redirections = REDIRECTS

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Refuse what is no web address; urllib itself would also go to FTP."""
        if urlsplit(newurl).scheme not in ("http", "https"):
            raise FetchFailed("it leads to an address that is not of the web", code)
        if leads_inside(newurl) and not leads_inside(req.full_url):
            raise FetchFailed(INSIDE, code)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener() -> OpenerDirector:
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(), HTTPHandler(), HTTPSHandler(), _Redirects(), HTTPErrorProcessor(), HTTPDefaultErrorHandler(),
    ):  # fmt: skip
        opener.add_handler(handler)
    return opener


def _body(answer: HTTPResponse, most: int, end: float, seconds: float) -> bytes:
    parts, size = [], 0
    while part := answer.read1(CHUNK):
        parts.append(part)
        size += len(part)
        if size > most:
            raise TooLarge(f"it sends more than {most:,} bytes")
        if time.monotonic() > end:
            raise FetchFailed(f"it did not finish within {seconds:g} seconds")
    if answer.length:
        raise FetchFailed("the connection ended before the whole page had come")
    return b"".join(parts)

"""What is shown becomes answers to a browser on this machine; other hosts' names are refused."""

import http.server
import ipaddress
import posixpath
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit

from telaah.serve.dressed import EVENTS, SCRIPT, STYLE, dressed, without_site
from telaah.serve.stage import Stage

TYPES = {
    ".css": "text/css; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8", ".json": "application/json", ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8", ".xml": "application/xml",
}  # fmt: skip
"""Media types of our own files; the system's table differs between machines."""
OWN = {SCRIPT: "reload.js", STYLE: "preview.css"}
HEARTBEAT = 15.0
"""Seconds after which a waiting browser is sent a sign of life, by which a closed tab is noticed."""


class PortTaken(Exception):
    """The address cannot be listened on; its text says why."""


class Server:
    """Listens on one address; each answer comes from what is shown at that moment."""

    def __init__(self, host: str, port: int, stage: Stage) -> None:
        try:
            self._http = _Http(host, port, stage)
        except (OSError, OverflowError) as error:
            raise PortTaken(f"cannot listen on {host}, port {port}: {error}") from error
        shown = f"[{host}]" if ":" in host else host
        self.address = f"http://{shown}:{self._http.server_address[1]}/"

    @contextmanager
    def running(self) -> Iterator[None]:
        """Answer in the background."""
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
        try:
            yield
        finally:
            self._http.shutdown()
            self._http.server_close()


class _Http(http.server.ThreadingHTTPServer):
    """The library's server, which knows what is shown and by which names it may be asked."""

    daemon_threads = True

    def __init__(self, host: str, port: int, stage: Stage) -> None:
        self.stage = stage
        self.names = frozenset({"localhost", host.lower()})
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), _Handler)


class _Handler(http.server.BaseHTTPRequestHandler):
    """Answers GET and HEAD."""

    server: _Http

    def do_GET(self) -> None:
        host = self.headers.get("Host", "")
        # A page of the web may give its own name this machine's address (DNS rebinding) and read what we serve;
        # it cannot do so with an address in numbers, or with a name that we were given.
        if not _is_ours(host, self.server.names):
            self._answer(HTTPStatus.MISDIRECTED_REQUEST, "text/plain", b"this preview answers to its own name\n")
            return
        path = unquote(urlsplit(self.path).path)
        if path == EVENTS:
            self._events()
        elif path in OWN:
            content = (Path(__file__).parent / OWN[path]).read_bytes()
            self._answer(HTTPStatus.OK, TYPES[posixpath.splitext(path)[1]], content)
        else:
            self._page(path.lstrip("/"), f"http://{host}")

    def do_HEAD(self) -> None:
        self.do_GET()

    def _page(self, path: str, origin: str) -> None:
        shown = self.server.stage.shown
        file = path + "index.html" if path.endswith("/") or not path else path
        content, status = shown.content(file), HTTPStatus.OK
        if not shown.pages:
            content, status, file = without_site(shown), HTTPStatus.SERVICE_UNAVAILABLE, "index.html"
        elif content is None:
            content, status, file = shown.content("404.html") or b"", HTTPStatus.NOT_FOUND, "404.html"
        kind = TYPES.get(posixpath.splitext(file)[1], "application/octet-stream")
        self._answer(status, kind, dressed(content, shown, origin) if file.endswith(".html") else content)

    def _answer(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self._guard()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _guard(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()

    def _events(self) -> None:
        """Tell the browser every version from the one shown now on, until it goes away."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self._guard()
        told = ""
        with suppress(OSError):
            while self.command != "HEAD":
                version = self.server.stage.wait(told, HEARTBEAT)
                self.wfile.write(b": \n\n" if version == told else f"data: {version}\n\n".encode())
                told = version

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Stay silent; the terminal is for builds and problems."""


def _is_ours(host: str, names: frozenset[str]) -> bool:
    name = urlsplit(f"//{host}").hostname or ""
    if name in names:
        return True
    try:
        return bool(ipaddress.ip_address(name))
    except ValueError:
        return False

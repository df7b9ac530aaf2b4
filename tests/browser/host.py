"""A folder becomes a site on loopback, compressed and with cache headers as any web host has them."""

import gzip
import http.server
import threading
import time
from functools import cache, partial
from http import HTTPStatus
from pathlib import Path

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml"}
FOR_EVER = "public, max-age=31536000, immutable"
"""For what has its hash in its name (docs/guide/publish.md)."""
HASHED = ("/assets/", "/pagefind/fragment/", "/pagefind/index/", "/pagefind/filter/")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serve a folder without a word, compressed as any web host does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if path.suffix not in COMPRESSED or not path.is_file():
            super().do_GET()
            return
        body = gzipped(path)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self):
        if any(part in self.path for part in HASHED):
            self.send_header("Cache-Control", FOR_EVER)
        super().end_headers()

    def log_message(self, *_):
        return


def gzipped(path):
    return _gzipped(path, path.stat().st_mtime_ns)


@cache
def _gzipped(path, _):
    return gzip.compress(path.read_bytes())


class Slow(http.server.SimpleHTTPRequestHandler):
    """Serve a folder without a word; the next articles asked for are as late as `delays` says, in seconds."""

    def do_GET(self):
        if ".pf_fragment" in self.path and self.server.delays:
            time.sleep(self.server.delays.pop(0))
        super().do_GET()

    def log_message(self, *_):
        return


class Host:
    """Hosts for folders, each with a port of its own; `close` ends them all."""

    def __init__(self):
        self.servers = []

    def start(self, folder):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}/"

    def close(self):
        for server in self.servers:
            server.shutdown()
            server.server_close()

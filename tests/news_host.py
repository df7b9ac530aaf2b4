"""A small news site on loopback for tests that fetch: it answers what it is given, and notes what it is asked."""

import http.server
import threading

PAGE = """<!doctype html><html lang="id"><head><meta charset="{charset}"><title>{title} - Kabar Muara</title>
<meta property="og:site_name" content="Kabar Muara"><meta property="og:title" content="{title}">
<meta property="article:published_time" content="2024-05-08T10:15:00+07:00">{canonical}</head><body>
<nav><a href="/">Beranda</a> <a href="/daerah">Daerah</a></nav><article><h1>{title}</h1>
<p>MUARA JERNIH - Warga membangun kembali jembatan bambu yang hanyut terbawa banjir pada awal bulan ini.</p>
<p>Jembatan sepanjang dua belas meter itu menghubungkan dua dusun dan dipakai setiap hari oleh anak sekolah.</p>
<p>Kepala dusun berharap jembatan selesai sebelum musim panen tiba, sebab hasil sawah diangkut lewat sana.</p>
</article><footer>Hak cipta Kabar Muara</footer></body></html>
"""


def page(title="Jembatan bambu dibangun lagi", charset="utf-8", address=None):
    link = f'<link rel="canonical" href="{address}">' if address else ""
    return PAGE.format(title=title, charset=charset, canonical=link).encode(charset)


class Host(http.server.ThreadingHTTPServer):
    """Answers the paths in `files`, (status, media type, body) each, and notes every path in `asked`."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Answer)
        self.asked = []
        self.files = {}
        self.address = f"http://127.0.0.1:{self.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()


class _Answer(http.server.BaseHTTPRequestHandler):
    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        self.server.asked.append(self.path)
        status, kind, content = self.server.files.get(self.path, (404, "text/plain", b"-"))
        self.send_response(status)
        self.send_header("Location" if status in (301, 302) else "Content-Type", kind)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(content)

    def log_message(self, *_):
        return

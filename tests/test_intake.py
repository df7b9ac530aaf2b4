"""Pages are taken in as they are, understood, and never twice; only a server of our own is asked."""

import hashlib
import tomllib

import pytest
from news_host import Host, page
from test_cli import run, snapshot

from telaah.intake.feed import addresses
from telaah.intake.known import canonical
from telaah.intake.raw import NotTaken
from telaah.scaffold import init

TEXT = """Jembatan bambu dibangun lagi

Warga dua dusun membangun kembali jembatan bambu yang hanyut terbawa banjir pada awal bulan ini.

Jembatan sepanjang dua belas meter itu dipakai setiap hari oleh anak sekolah dan petani, kata kepala dusun.

Ia berharap jembatan selesai sebelum musim panen tiba, sebab hasil sawah diangkut lewat sana.
"""


@pytest.fixture
def host():
    with Host() as server:
        yield server


@pytest.fixture
def briefing(tmp_path):
    init(tmp_path / "taklimat")
    return tmp_path / "taklimat"


@pytest.fixture
def articles(briefing):
    return briefing / "content" / "articles"


def test_an_address_is_fetched_stored_untouched_and_understood(briefing, articles, host):
    host.files["/2024/jembatan-bambu.html"] = (200, "text/html; charset=utf-8", page())
    address = f"{host.address}/2024/jembatan-bambu.html"
    done = run("add", address, cwd=briefing)
    assert done.returncode == 0, done.stderr
    assert (articles / "jembatan-bambu.html").read_bytes() == page()
    sidecar = tomllib.loads((articles / "jembatan-bambu.toml").read_text("utf-8"))
    assert sidecar["url"] == address
    assert sidecar["retrieved"][:2] == "20"
    assert set(sidecar) == {"url", "retrieved"}  # the rest was read, and keeps the evidence of the page
    for said in ("content/articles/jembatan-bambu.html", "Jembatan bambu dibangun lagi", "2024-05-08", "3 paragraphs"):
        assert said in done.stdout
    assert "not known  byline; fill in content/articles/jembatan-bambu.toml" in done.stdout
    assert host.asked == ["/robots.txt", "/2024/jembatan-bambu.html"]
    assert run("check", "--no-search", cwd=briefing).returncode == 0


def test_a_page_is_not_taken_twice_by_address_or_by_bytes(briefing, host, tmp_path):
    host.files["/jembatan.html"] = (200, "text/html", page())
    assert run("add", f"{host.address}/jembatan.html", cwd=briefing).returncode == 0
    before = snapshot(briefing)
    host.asked.clear()
    again = run("add", f"{host.address}/jembatan.html?utm_source=surat#atas", cwd=briefing)
    assert again.returncode == 1
    assert "[article-known]" in again.stderr
    assert "articles/jembatan.html" in again.stderr
    assert host.asked == []  # what is known already is not even asked for
    (tmp_path / "salinan.html").write_bytes(page())
    assert "the same bytes" in run("add", tmp_path / "salinan.html", cwd=briefing).stderr
    (tmp_path / "asli.html").write_bytes(page("Judul lain", address=f"{host.address}/jembatan.html"))
    assert "the same address" in run("add", tmp_path / "asli.html", cwd=briefing).stderr
    assert snapshot(briefing) == before


def test_saved_files_of_every_kind_are_taken(briefing, articles, tmp_path):
    (tmp_path / "Halaman Simpanan.htm").write_bytes(page(charset="iso-8859-1"))
    (tmp_path / "teks.txt").write_text(TEXT, "utf-8")
    (tmp_path / "artikel.md").write_text("---\ntitle: Artikel\n---\n\nIsi artikel ini satu kalimat saja.\n", "utf-8")
    done = run("add", *(tmp_path / name for name in ("Halaman Simpanan.htm", "teks.txt", "artikel.md")), cwd=briefing)
    assert done.returncode == 0, done.stderr
    assert (articles / "halaman-simpanan.html").read_bytes() == page(charset="iso-8859-1")
    assert (articles / "teks.txt").read_text("utf-8") == TEXT
    assert (articles / "teks.toml").is_file()
    assert not (articles / "artikel.toml").exists()
    assert run("check", "--no-search", cwd=briefing).returncode == 0


def test_a_mail_is_kept_whole_and_its_page_taken_out(briefing, articles, tmp_path):
    mail = (
        "From: a@example.org\nTo: b@example.org\nSubject: =?utf-8?q?Jembatan_bambu_=E2=80=93_kabar?=\n"
        "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n--x\n"
        f'Content-Type: text/plain; charset="utf-8"\n\n{TEXT}\n--x\n'
        f'Content-Type: text/html; charset="utf-8"\n\n{page().decode()}\n--x--\n'
    ).encode()
    (tmp_path / "surat.eml").write_bytes(mail)
    done = run("add", tmp_path / "surat.eml", cwd=briefing)
    assert done.returncode == 0, done.stderr
    assert (articles / "_jembatan-bambu-kabar.eml").read_bytes() == mail
    assert (articles / "jembatan-bambu-kabar.html").read_bytes().strip() == page().strip()
    sidecar = tomllib.loads((articles / "jembatan-bambu-kabar.toml").read_text("utf-8"))
    assert sidecar["source"]["sha256"] == hashlib.sha256(mail).hexdigest()
    assert run("add", tmp_path / "surat.eml", cwd=briefing).returncode == 1
    assert run("check", "--no-search", cwd=briefing).returncode == 0


def test_what_cannot_be_taken_is_said_and_nothing_is_written(briefing, host, tmp_path):
    before = snapshot(briefing)
    (tmp_path / "foto.png").write_bytes(b"\x89PNG")
    (tmp_path / "kosong.eml").write_bytes(b"Subject: x\n\n")
    host.files["/foto"] = (200, "image/png", b"\x89PNG")
    host.files["/besar"] = (200, "text/html", b"x" * 5_000_001)
    host.files["/putar"] = (302, "/putar", b"")
    host.files["/berkas"] = (302, "file:///etc/hostname", b"")
    wrong = {
        tmp_path / "foto.png": "file-kind", tmp_path / "tidak-ada.html": "file-unreadable",
        tmp_path / "kosong.eml": "mail-empty", f"{host.address}/hilang": "fetch-failed",
        f"{host.address}/foto": "file-kind", f"{host.address}/besar": "fetch-failed",
        f"{host.address}/putar": "fetch-failed", f"{host.address}/berkas": "fetch-failed",
    }  # fmt: skip
    done = run("add", *wrong, cwd=briefing)
    assert done.returncode == 1
    assert [line.rsplit("[")[-1].rstrip("]") for line in done.stderr.splitlines() if ": error: " in line] == list(
        wrong.values()
    )
    assert "Traceback" not in done.stderr
    assert snapshot(briefing) == before


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        ((200, "text/plain", b"User-agent: *\nDisallow: /tertutup/\n"), False),
        ((200, "text/plain", b"User-agent: telaah\nDisallow: /\n"), False),
        ((200, "text/plain", b"User-agent: lain\nDisallow: /\n"), True),
        ((404, "text/plain", b""), True),
        ((503, "text/plain", b""), False),
    ],
)
def test_robots_txt_is_respected(briefing, host, robots, allowed):
    host.files["/robots.txt"] = robots
    host.files["/tertutup/x.html"] = (200, "text/html", page())
    done = run("add", f"{host.address}/tertutup/x.html", cwd=briefing)
    assert (done.returncode == 0) is allowed
    assert ("[robots]" in done.stderr) is not allowed
    assert ("/tertutup/x.html" in host.asked) is allowed


def test_a_site_out_of_reach_is_told_apart_from_one_that_does_not_want_us(briefing, host):
    host.files["/robots.txt"] = (503, "text/plain", b"")
    failing = run("add", f"{host.address}/x.html", cwd=briefing).stderr
    assert "robots.txt cannot be read, so nothing is fetched: the server answers 503" in failing
    host.files["/robots.txt"] = (200, "text/plain", b"User-agent: *\nDisallow: /\n")
    assert "robots.txt asks programs not to fetch" in run("add", f"{host.address}/x.html", cwd=briefing).stderr


def test_a_file_without_text_is_refused_and_a_folder_with_it_stays_buildable(briefing, tmp_path):
    (tmp_path / "kosong.txt").write_bytes(b" \n")
    (tmp_path / "gambar.txt").write_bytes(bytes(range(256)))
    (tmp_path / "teks.txt").write_text(TEXT, "utf-8")
    done = run("add", *(tmp_path / name for name in ("kosong.txt", "gambar.txt", "teks.txt")), tmp_path, cwd=briefing)
    assert done.returncode == 1
    assert f"{tmp_path / 'kosong.txt'}: error: the file is empty [file-empty]" in done.stderr
    assert f"{tmp_path / 'gambar.txt'}: error: the file is not text: it holds a NUL byte" in done.stderr
    assert f"'{tmp_path}' is a folder; files are taken one by one [file-kind]" in done.stderr
    assert {path.stem for path in (briefing / "content" / "articles").glob("*.txt")} == {"perahu-pasar-kembali", "teks"}
    assert run("check", "--no-search", cwd=briefing).returncode == 0


def test_an_address_is_one_in_capitals_too(briefing, host):
    host.files["/jembatan.html"] = (200, "text/html", page())
    assert run("add", f"HTTP{host.address[4:]}/jembatan.html", cwd=briefing).returncode == 0


@pytest.mark.parametrize(
    "feed",
    [
        """<rss version="2.0"><channel><title>K</title><item><title>Satu</title><link>{0}/satu.html</link></item>
        <item><title>Dua</title><link>{0}/dua.html</link></item></channel></rss>""",
        """<feed xmlns="http://www.w3.org/2005/Atom"><title>K</title>
        <entry><title>Satu</title><id>1</id><link href="{0}/satu.html"/></entry>
        <entry><title>Dua</title><id>2</id><link href="/dua.html"/></entry></feed>""",
    ],
    ids=["rss", "atom"],
)
def test_the_new_entries_of_a_feed_are_taken_once(briefing, articles, host, feed):
    host.files["/feed.xml"] = (200, "application/xml", feed.format(host.address).encode())
    for name in ("satu", "dua"):
        host.files[f"/{name}.html"] = (200, "text/html", page(f"Kabar {name} dari muara sungai"))
    assert run("add", f"{host.address}/satu.html", cwd=briefing).returncode == 0
    host.asked.clear()
    done = run("add", "--feed", f"{host.address}/feed.xml", cwd=briefing)
    assert done.returncode == 0, done.stderr
    assert host.asked == ["/feed.xml", "/robots.txt", "/dua.html"]
    assert (articles / "dua.html").is_file()
    again = run("add", "--feed", f"{host.address}/feed.xml", cwd=briefing)
    assert (again.returncode, again.stdout) == (0, "")
    assert "notice: the feed has 2 entries that can be taken, and none is new [feed-nothing-new]" in again.stderr


def test_what_is_no_feed_is_refused_and_no_file_is_opened_by_its_words(tmp_path):
    with pytest.raises(NotTaken):
        addresses(page(), "x")
    feed = '<rss version="2.0"><channel><item><link>http://x.example/</link></item></channel></rss>'
    (tmp_path / "feed.xml").write_text(feed)
    with pytest.raises(NotTaken):
        addresses(str(tmp_path / "feed.xml").encode(), "x")
    assert addresses(feed.encode(), "x") == ("http://x.example/",)


def test_two_addresses_of_one_page_are_told_from_two_pages():
    one = canonical("https://www.kabar.example/a/b/?utm_source=x&id=7#atas")
    assert one == canonical("http://kabar.example/a/b?id=7") == "kabar.example/a/b?id=7"
    assert one != canonical("http://kabar.example/a/b?id=8")
    assert one != canonical("http://kabar.example/a/B?id=7")


def test_an_added_page_never_takes_the_place_of_another(briefing, articles, tmp_path):
    (tmp_path / "floating-market-returns.txt").write_text(TEXT, "utf-8")
    done = run("add", tmp_path / "floating-market-returns.txt", cwd=briefing)
    assert done.returncode == 0, done.stderr
    assert (articles / "floating-market-returns-2.txt").is_file()


def test_a_strangers_feed_cannot_send_us_into_our_own_network():
    links = (
        "http://127.0.0.1/a",
        "http://localhost:631/",
        "http://192.168.1.1/",
        "http://[::1]/",
        "https://b.example/",
    )
    items = "".join(f"<item><link>{link}</link></item>" for link in links)
    feed = f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()
    assert addresses(feed, "https://kabar.example/feed") == ("https://b.example/",)
    assert addresses(feed, "http://127.0.0.1:8000/feed") == links

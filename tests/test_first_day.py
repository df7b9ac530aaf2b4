"""A desk's first day, command by command, from an empty folder to a site that anybody can check."""

import json

import pytest
from news_host import Host, page
from test_cli import run

TITLES = {
    "jembatan-bambu": "Jembatan bambu dibangun lagi",
    "panen-raya": "Panen raya menunggu jembatan selesai",
    "sekolah-dusun": "Anak sekolah menyeberang dengan perahu",
}


@pytest.fixture
def host():
    with Host() as server:
        for name, title in TITLES.items():
            server.files[f"/{name}.html"] = (200, "text/html; charset=utf-8", page(title))
        yield server


def test_the_first_day(tmp_path, host):
    def telaah(*arguments, code=0):
        done = run(*arguments, cwd=desk)
        assert done.returncode == code, f"{arguments}: {done.stderr}"
        return done

    desk = tmp_path
    telaah("init", "taklimat")
    desk = tmp_path / "taklimat"
    articles = desk / "content" / "articles"

    said = telaah("add", *(f"{host.address}/{name}.html" for name in TITLES)).stdout
    assert all(title in said for title in TITLES.values())
    telaah("add", f"{host.address}/panen-raya.html", code=1)  # a page is taken once

    sidecar = articles / "panen-raya.toml"
    text = sidecar.read_text("utf-8")
    assert "# byline = " in text
    lines = [line for line in text.splitlines() if not line.startswith(("# byline = ", "place = ", "# place = "))]
    sidecar.write_text("\n".join([*lines, 'byline = [{ name = "Sri Wahyuni", role = "reporter" }]', 'place = "Muara"']))
    assert "Sri Wahyuni, reporter" in telaah("explain", "content/articles/panen-raya.html").stdout

    telaah("new", "topic", "Jembatan bambu")
    topic = desk / "content" / "topics" / "jembatan-bambu.md"
    topic.write_text(topic.read_text("utf-8").replace("articles: []", f"articles: [{', '.join(TITLES)}]"), "utf-8")
    telaah("new", "article", "Kabar yang belum selesai")

    assert "1 draft left out articles/kabar-yang-belum-selesai.md" in telaah("check", "--no-search").stderr
    telaah("build")
    briefing = json.loads((desk / "site" / "data" / "briefing.json").read_text("utf-8"))
    by_id = {article["id"]: article for article in briefing["articles"]}
    assert set(TITLES) < set(by_id)
    assert by_id["panen-raya"]["bylines"][0]["name"] == "Sri Wahyuni"
    assert by_id["panen-raya"]["place"] == "Muara"
    topics = {each["id"]: each for each in briefing["topics"]}
    assert set(topics["jembatan-bambu"]["articles"]) == set(TITLES)
    assert "Kabar yang belum selesai" not in (desk / "site" / "index.html").read_text("utf-8")

    telaah("verify")
    shown = desk / "site" / "articles" / "panen-raya.html"
    shown.write_bytes(shown.read_bytes().replace(b"Panen raya", b"Gagal panen"))
    assert "articles/panen-raya.html" in telaah("verify", code=1).stderr
    telaah("build")
    telaah("verify")


def test_the_days_after(tmp_path):
    """Correct, retract, rename, wait: what a desk does with what is published already."""

    def telaah(*arguments, code=0):
        done = (
            run(*arguments, "--no-search", cwd=desk)
            if arguments[0] in ("build", "check")
            else run(*arguments, cwd=desk)
        )
        assert done.returncode == code, f"{arguments}: {done.stderr}"
        return done

    def page(path):
        return (desk / "site" / path).read_text("utf-8")

    desk = tmp_path
    telaah("init", "taklimat")
    desk = tmp_path / "taklimat"
    content = desk / "content"
    telaah("build")

    page_file = content / "articles" / "perahu-pasar-kembali.txt"
    page_file.write_text(page_file.read_text("utf-8").replace("84 perahu", "86 perahu"), "utf-8")
    assert "[text-changed]" in telaah("check").stderr
    telaah("build", "--strict", code=1)
    assert "84 perahu" in page("articles/perahu-pasar-kembali.html")
    log = content / "corrections.toml"
    entry = '\n[[correction]]\narticle = "{}"\ndate = 2024-05-12\n{}\n'
    numbers = 'was = "84 perahu"\nnow = "86 perahu"\nwhy = "Kabar Muara memperbaiki angkanya."'
    log.write_text(log.read_text("utf-8") + entry.format("perahu-pasar-kembali", numbers), "utf-8")
    assert "[text-changed]" not in telaah("build").stderr
    assert "<del>84 perahu</del>" in page("articles/perahu-pasar-kembali.html")
    assert "Kabar Muara memperbaiki angkanya." in page("corrections.html")

    withdrawn = 'kind = "retraction"\nwhy = "Estuary Post menarik artikelnya."'
    log.write_text(log.read_text("utf-8") + entry.format("floating-market-returns", withdrawn), "utf-8")
    telaah("build")
    assert "Estuary Post menarik artikelnya." in page("articles/floating-market-returns.html")
    assert "Traders are back" not in page("articles/floating-market-returns.html")
    assert "floating-market-returns.html" in page("topics/pasar-terapung.html")

    old, new = (content / "articles" / f"{name}.md" for name in ("intisari-dermaga-kedua", "dermaga-kedua"))
    text = old.read_text("utf-8")
    old.unlink()
    new.write_text(text, "utf-8")
    topic = content / "topics" / "pasar-terapung.md"
    topic.write_text(topic.read_text("utf-8").replace("intisari-dermaga-kedua", "dermaga-kedua"), "utf-8")
    assert "write 'aliases: [intisari-dermaga-kedua]' there" in telaah("check").stderr
    new.write_text(text.replace("kind: digest", "kind: digest\naliases: [intisari-dermaga-kedua]"), "utf-8")
    assert "[page-gone]" not in telaah("build").stderr
    assert "url=../articles/dermaga-kedua.html" in page("articles/intisari-dermaga-kedua.html")

    telaah("check")
    telaah("verify")

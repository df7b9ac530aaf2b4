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

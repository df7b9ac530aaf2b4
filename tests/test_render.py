"""A whole briefing becomes its pages: which there are, what all of them share."""

import re
from dataclasses import replace
from functools import partial

import pytest
from render_builder import BY_DESK, article, pages, placed, text_of, topic

from telaah.model import Upstream
from telaah.problems import InputError


@pytest.fixture
def site(tmp_path):
    return partial(pages, tmp_path)


def test_a_briefing_has_every_page_the_contract_lists(site):
    pages = site(placed(article()), placed(article("kedua"), keywords=("padi",)))
    wanted = [
        "index.html",
        "topics.html",
        "topics/padi.html",
        "articles/panen.html",
        "articles/kedua.html",
        "outlets/harian-lereng.html",
        "keywords.html",
        "keywords/padi.html",
        "timeline.html",
        "sources.html",
        "search.html",
        "method.html",
        "404.html",
        "search-data.js",
        "robots.txt",
        "data/briefing.json",
    ]
    assert set(wanted) <= set(pages)
    assert "keywords/lereng-utara.html" not in pages, "a keyword of one article has no page"


def test_the_same_briefing_gives_the_same_bytes(site):
    members = [placed(article()), placed(article("kedua"))]
    topics = (topic("padi", members),)
    assert site(*members, topics=topics) == site(*reversed(members), topics=topics)


def test_every_link_and_fragment_inside_the_site_leads_somewhere(site):
    pages = site(placed(article(), related=("kedua",)), placed(article("kedua", outlet=None, published=None)))
    ids = {path: set(re.findall(r' id="([^"]+)"', text)) for path, text in pages.items()}
    checked = 0
    for path, text in pages.items():
        if not path.endswith(".html"):
            continue
        for href in re.findall(r'(?:href|action|src)="([^"]*)"', text):
            if href.startswith("http"):
                continue
            target, _, fragment = href.partition("#")
            parts = (path.rpartition("/")[0] + "/" + target).strip("/").split("/") if target else path.split("/")
            while ".." in parts:
                at = parts.index("..")
                del parts[at - 1 : at + 1]
            found = "/".join(parts)
            assert found in pages, (path, href)
            assert not fragment or fragment in ids[found], (path, href)
            checked += 1
    assert checked > 100


def test_only_web_addresses_become_links(site):
    good = site(placed(article(stated={"url": "https://contoh.test/a?b=1&c=2"})))["articles/panen.html"]
    assert 'href="https://contoh.test/a?b=1&amp;c=2"' in good
    for url in ("javascript:alert(1)", "data:text/html,x", "//contoh.test", "https://a@b.test/", 'https://b.test/"x'):
        page = site(placed(article(stated={"url": url, "archived": url})))["articles/panen.html"]
        assert not [href for href in re.findall(r'href="([^"]*)"', page) if "test" in href or "alert" in href], url
        assert "Alamat menurut keterangan" in page


def test_markup_in_any_value_stays_text(site):
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u2028"
    one = article(title=evil, outlet=evil, texts=(f"{evil}.",), place=evil, stated={"url": evil, "note": evil})
    upstream = (Upstream(evil, "cue", BY_DESK),)
    pages = site(
        placed(replace(one, upstream=upstream), keywords=(evil,)),
        placed(article("kedua"), keywords=(evil,)),
        about=evil.replace("\u2028", ""),
        name="<b>Nama</b>",
    )
    for path, text in pages.items():
        if path.endswith((".html", ".js")) and not path.startswith("assets/"):
            assert "<script>alert" not in text, path
            assert "<img" not in text, path
            assert "\u2028" not in "".join(re.findall(r"ld\+json\">(.*?)</script>", text)), path
    assert "&lt;script&gt;alert" in pages["articles/panen.html"], "the values did reach the page"


def test_every_page_carries_the_strict_policy_before_anything_is_loaded(site):
    pages = site(placed(article()))
    strict = "default-src 'none'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'"
    strict += "; base-uri 'none'"
    html = {path: text for path, text in pages.items() if path.endswith(".html") and path != "search.html"}
    assert len(html) > 8
    for path, text in html.items():
        start = f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{strict}">'
        assert start in text, path
        assert " style=" not in text, path
        scripts = re.findall(r"<script[^>]*>", text)
        assert all(tag == '<script type="application/ld+json">' for tag in scripts), path


def test_the_page_for_lost_readers_knows_the_sites_path(site):
    assert 'href="/taklimat/index.html"' in site(placed(article()), base_url="https://contoh.test/taklimat")["404.html"]
    assert 'href="index.html"' in site(placed(article()))["404.html"]


def test_the_lead_is_the_largest_topic_then_the_latest_or_the_one_named(site):
    old, new = placed(article("lama", published="2020")), placed(article("baru", published="2022"))
    topics = (topic("a", (old,), "Topik lama"), topic("b", (new,), "Topik baru"))
    head = r'<h1 id="h-lead">.*?</h1>'
    members = (replace(old, topics=("a",)), replace(new, topics=("b",)))
    assert "Topik baru" in re.search(head, site(*members, topics=topics)["index.html"])[0]
    assert "Topik lama" in re.search(head, site(*members, topics=topics, lead="a")["index.html"])[0]
    with pytest.raises(InputError, match="not a topic"):
        site(*members, topics=topics, lead="c")


def test_the_edition_is_named_by_the_desk_or_the_newest_known_date(site):
    two = (placed(article()), placed(article("kedua", published="2022-09")))
    assert "Edisi 6 September 2022" in text_of(site(*two)["index.html"])
    assert "Edisi 1 Oktober 2022" in text_of(site(*two, edition="2022-10-01")["index.html"])

import json
import re
import sys
from dataclasses import replace
from datetime import datetime

import feedparser
import pytest
from lxml import etree
from render_builder import article, briefing, placed, settings, topic

from telaah.model import Correction
from telaah.render import render
from telaah.render.instants import day_parts, instant, latest, latest_stated, moment, w3c
from telaah.render.xml_file import Element, xml_file

BASE = "https://contoh.test/taklimat/"
HOSTILE = (
    "Padi & <b>beras</b> ]]> \"kutip\" 'satu' {kurung} } \\ 100% $5 #1 _a ~ ^ قمة ‮ 😀 <!-- <script>alert(1)</script>"
)
ODD = "Padi\x0b dan\x00 beras\ufffe"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def site(tmp_path):
    def build(*members, topics=None, **keys):
        made = briefing(*members, topics=topics)
        keys = {"base_url": BASE, "languages": ["id", "en"], **keys}
        keys = {key: value for key, value in keys.items() if value is not None}
        return {page.path: page.content for page in render(made, settings(tmp_path, **keys))}

    return build


def read(content):
    found = feedparser.parse(content)
    assert not found.bozo, found.get("bozo_exception")
    return found


def whole_address(path):
    return BASE + re.sub(r"(^|/)index\.html$", r"\1", path)


def replaced(one, correction):
    """Return an article with an entry of the log."""
    source = replace(one.article.source, corrections=(correction,))
    return replace(one, analysis=replace(one.analysis, article=replace(one.article, source=source)))


def members():
    return (
        placed(article("lama", published="2022-09-05")),
        placed(article("baru", published="2022-09-06T11:24+07:00", stated={"url": "https://contoh.test/asli?a=1&b=2"})),
        placed(article("tanpa", published=None)),
        placed(article("bulan", published="2022-08")),
    )


def test_every_feed_is_read_without_complaint_and_knows_its_own_address(site):
    pages = site(*members())
    feeds = [path for path in pages if path.endswith(".xml") and "sitemap" not in path]
    assert sorted(feeds) == ["en/feed.xml", "en/topics/padi.xml", "feed.xml", "topics/padi.xml"]
    for path in feeds:
        found = read(pages[path])
        assert found.version == "atom10"
        assert [each.href for each in found.feed.links if each.rel == "self"] == [BASE + path]
        assert found.feed.language == ("en" if path.startswith("en/") else "id")
        ids = [each.id for each in found.entries]
        tree = "en/" if path.startswith("en/") else ""
        assert ids == [f"{BASE}{tree}articles/{name}.html" for name in ("baru", "lama", "bulan", "tanpa")]
        assert [each.link for each in found.entries] == ids, "an entry leads to the page that is its id"


def test_dates_are_those_the_articles_state_and_of_the_others_only_the_edition_s(site):
    found = read(site(*members())["feed.xml"])
    by_id = {each.id.rpartition("/")[2]: each for each in found.entries}
    assert by_id["baru.html"].published == "2022-09-06T11:24:00+07:00"
    assert by_id["lama.html"].published == "2022-09-05T12:00:00Z", "a day without a time"
    for undated in ("tanpa.html", "bulan.html"):
        assert "published" not in by_id[undated]
        assert by_id[undated].updated == "2022-09-06T11:24:00+07:00", "that of the edition"
        assert "Tanggal entri ini adalah tanggal edisi." in by_id[undated].content[0].value
    assert "Tanggal entri ini" not in by_id["baru.html"].content[0].value
    assert "Agustus 2022" in by_id["bulan.html"].content[0].value
    assert found.feed.updated == "2022-09-06T11:24:00+07:00"
    assert "2 artikel tidak bertanggal" in found.feed.subtitle
    for value in re.findall(r"<(?:updated|published)>([^<]*)<", site(*members())["feed.xml"].decode()):
        assert RFC3339.fullmatch(value)
        datetime.fromisoformat(value)


def test_the_day_that_the_desk_names_is_the_edition_of_a_feed(site):
    found = read(site(*members(), edition="2023-01-02")["feed.xml"])
    assert {each.updated for each in found.entries if "published" not in each} == {"2023-01-02T12:00:00Z"}


def test_without_any_date_there_is_a_feed_only_in_the_form_that_needs_none(site):
    pages = site(placed(article(published=None)))
    assert "feed.xml" not in pages
    assert "topics/padi.xml" not in pages
    assert "feed.xml" not in pages["index.html"].decode()
    [item] = json.loads(pages["feed.json"])["items"]
    assert "date_published" not in item


def test_without_base_url_there_is_neither_a_feed_nor_a_map_nor_a_link_to_one(site):
    pages = site(*members(), base_url=None)
    assert not [path for path in pages if path.endswith((".xml", ".ninjs.json")) or "feed" in path]
    assert all(b"feed.xml" not in content for content in pages.values())
    assert pages["robots.txt"] == b"User-agent: *\nAllow: /\n"


def test_pages_name_the_feeds_of_their_language_and_a_topic_its_own(site):
    pages = {path: content.decode() for path, content in site(*members()).items() if path.endswith(".html")}
    link = '<link rel="alternate" type="application/atom+xml" title="Telaah – Atom" href="{}">'
    assert link.format("feed.xml") in pages["index.html"]
    assert link.format("../feed.xml") in pages["en/topics/padi.html"]
    assert 'type="application/feed+json" title="Telaah – JSON Feed" href="feed.json"' in pages["index.html"]
    assert (
        '<link rel="alternate" type="application/atom+xml" title="Panen padi – Atom" href="../topics/padi.xml">'
        in (pages["topics/padi.html"])
    )
    assert '<a href="../topics/padi.xml" type="application/atom+xml">Atom</a>' in pages["topics/padi.html"]


def test_links_in_a_feed_are_whole_addresses(site):
    pages = site(*members())
    for path in ("feed.xml", "topics/padi.xml", "en/feed.xml"):
        for each in read(pages[path]).entries:
            hrefs = [link.href for link in each.links] + re.findall(r'href="([^"]*)"', each.content[0].value)
            assert len(hrefs) > 2
            assert all(href.startswith("https://contoh.test/") for href in hrefs)
    entry = read(pages["feed.xml"]).entries[0]
    assert [link.href for link in entry.links if link.rel == "via"] == ["https://contoh.test/asli?a=1&b=2"]


def test_json_feed_says_the_same_as_atom(site):
    pages = site(*members())
    for tree in ("", "en/"):
        atom, feed = read(pages[f"{tree}feed.xml"]), json.loads(pages[f"{tree}feed.json"])
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["feed_url"] == f"{BASE}{tree}feed.json"
        assert feed["home_page_url"] == f"{BASE}{tree}"
        for entry, item in zip(atom.entries, feed["items"], strict=True):
            assert (item["id"], item["url"], item["title"]) == (entry.id, entry.link, entry.title)
            assert item.get("date_published") == entry.get("published")
            assert item["authors"] == [{"name": each.name} for each in entry.authors]
    undated = feed["items"][-1]
    assert "date_published" not in undated
    assert "Tanggal entri ini" not in undated["content_html"]
    assert feed["items"][0]["_telaah"] == {
        "kind": "article", "outlet": "Harian Lereng", "published": "2022-09-06T11:24+07:00", "rights": "full",
    }  # fmt: skip


def test_a_digest_is_ours_and_says_so_and_an_article_is_its_writer_s(site):
    own = placed(article("kami", stated={"kind": "digest"}))
    nobody = placed(article("siapa", outlet=None, bylines=()))
    found = {each.id.rpartition("/")[2]: each for each in read(site(own, nobody, *members())["feed.xml"]).entries}
    assert found["kami.html"].title.startswith("Intisari dari: ")
    assert [each.name for each in found["kami.html"].authors] == ["Telaah"]
    assert "Ini intisari." in found["kami.html"].content[0].value
    assert [each.name for each in found["baru.html"].authors] == ["Sari Melati"]
    assert "Ini intisari." not in found["baru.html"].content[0].value
    assert [each.name for each in found["siapa.html"].authors] == ["Outlet tidak disebut pada sumber"]


@pytest.mark.parametrize("rights", ["full", "excerpt", "link"])
def test_a_feed_holds_no_more_than_the_summary_and_of_a_linked_article_nothing(site, rights):
    one = article(stated={"rights": rights})
    pages = site(placed(one))
    quoted, withheld = "Panen padi di lereng utara naik lagi tahun ini.", "Gudang desa kini penuh."
    for path in ("feed.xml", "feed.json", "topics/padi.xml"):
        text = pages[path].decode()
        assert (quoted in text) == (rights != "link"), path
        assert withheld not in text, path
    assert withheld in {p.text.split(". ")[-1] for p in one.paragraphs}, "the article does say so"


@pytest.mark.parametrize("title", [HOSTILE, ODD], ids=["markup", "no characters"])
def test_a_hostile_headline_arrives_as_it_is_written(site, title):
    pages = site(placed(article(title=title, outlet=title, bylines=())))
    written = re.sub("[\x0b\x00\ufffe]", "\ufffd", title)
    for path in ("feed.xml", "topics/padi.xml"):
        read(pages[path])
        [entry] = etree.fromstring(pages[path]).iter(f"{ATOM}entry")
        assert entry.findtext(f"{ATOM}title") == written
        assert entry.findtext(f"{ATOM}author/{ATOM}name") == written
        html = entry.findtext(f"{ATOM}content")
        assert "<script" not in html
        assert written in " ".join(etree.HTML(html).itertext())
    [item] = json.loads(pages["feed.json"])["items"]
    assert item["title"] == title
    assert "<script" not in item["content_html"]


def test_a_correction_is_news_in_the_feed_whatever_the_age_of_its_article(site):
    fixed = Correction(
        "correction", "2023-05-01", "lama", None, "Seratus karung.", "Sepuluh karung.", "Salah.", None, None, 1
    )
    gone = Correction("retraction", "2022-12-01", "tanpa", None, None, None, "Kami keliru.", None, None, 2)
    first, second, third, fourth = members()
    first = replaced(first, fixed)
    third = replaced(third, gone)
    pages = site(first, second, third, fourth)
    found = read(pages["feed.xml"]).entries
    assert [each.id.rpartition("/")[2] for each in found] == ["lama.html", "tanpa.html", "baru.html", "bulan.html"]
    assert (found[0].published, found[0].updated) == ("2022-09-05T12:00:00Z", "2023-05-01T12:00:00Z")
    assert "1 Mei 2023" in found[0].content[0].value
    assert "Sepuluh karung." in found[0].content[0].value
    assert found[1].title.startswith("Ditarik: ")
    assert found[1].updated == "2022-12-01T12:00:00Z"
    assert "Panen padi di lereng utara naik lagi" not in found[1].content[0].value
    items = json.loads(pages["feed.json"])["items"]
    assert [item.get("date_modified") for item in items] == [
        "2023-05-01T12:00:00Z", "2022-12-01T12:00:00Z", None, None,
    ]  # fmt: skip
    assert "<lastmod>2023-05-01</lastmod>" in pages["sitemap.xml"].decode()
    assert json.loads(pages["data/articles/tanpa.ninjs.json"])["pubStatus"] == "canceled"
    assert "bodies" not in json.loads(pages["data/articles/tanpa.ninjs.json"])


def test_a_feed_has_the_newest_and_counts_the_rest(site):
    many = [placed(article(f"a{n:03}", published=f"2022-{1 + n % 12:02}-{1 + n % 28:02}")) for n in range(60)]
    found = read(site(*many)["feed.xml"])
    assert len(found.entries) == 50
    dates = [each.published for each in found.entries]
    assert dates == sorted(dates, reverse=True)
    assert "10 artikel yang lebih lama hanya ada di situs." in found.feed.subtitle


def test_each_topic_feed_holds_its_own_articles(site):
    one, other = placed(article("satu"), ("a",)), placed(article("dua"), ("b",))
    pages = site(one, other, topics=(topic("a", (one,)), topic("b", (other,))))
    assert [each.id for each in read(pages["topics/a.xml"]).entries] == [f"{BASE}articles/satu.html"]
    assert [each.id for each in read(pages["topics/b.xml"]).entries] == [f"{BASE}articles/dua.html"]


@pytest.mark.parametrize(
    ("stated", "exact", "day", "w3c_form", "parts"),
    [
        ("2022-09-06T11:24+07:00", "2022-09-06T11:24:00+07:00", None, None, (2022, 9, 6)),
        ("2022-09-06T11:24:05.5Z", "2022-09-06T11:24:05Z", None, None, (2022, 9, 6)),
        ("2022-09-06T11:24", None, "2022-09-06T12:00:00Z", "2022-09-06", (2022, 9, 6)),
        ("2022-09-06", None, "2022-09-06T12:00:00Z", "2022-09-06", (2022, 9, 6)),
        ("2022-09-06T25:00Z", None, "2022-09-06T12:00:00Z", "2022-09-06", (2022, 9, 6)),
        ("2022-09", None, None, "2022-09", (2022, 9)),
        ("0999", None, None, "0999", (999,)),
        ("2022-02-30", None, None, None, ()),
        ("kemarin", None, None, None, ()),
        (None, None, None, None, ()),
    ],
)
def test_a_date_is_never_more_precise_than_stated(stated, exact, day, w3c_form, parts):
    assert moment(stated) == exact
    assert instant(stated) == (exact or day)
    assert w3c(stated) == (exact or w3c_form)
    assert day_parts(stated) == parts


def test_the_last_instant_is_found_across_zones():
    assert latest(["2022-09-06T23:00:00+07:00", "2022-09-06T17:00:00Z"]) == "2022-09-06T17:00:00Z"
    assert latest([]) is None
    assert latest_stated(["2022-09", "2022-09-06", "2022"]) == "2022-09-06"


def test_a_map_lists_every_page_once_with_its_languages_and_the_dates_of_articles(site):
    pages = site(*members())
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    urls = {each.findtext(f"{space}loc"): each for each in etree.fromstring(pages["sitemap.xml"]).iter(f"{space}url")}
    whole = {
        path for path in pages if path.endswith(".html") and path.rpartition("/")[2] not in ("404.html", "search.html")
    }
    assert set(urls) == {whole_address(path) for path in whole}
    for path in whole:
        assert f'<link rel="canonical" href="{whole_address(path)}">' in pages[path].decode()
    one = urls[f"{BASE}en/articles/baru.html"]
    links = {link.get("hreflang"): link.get("href") for link in one.iter("{http://www.w3.org/1999/xhtml}link")}
    assert links == {"id": f"{BASE}articles/baru.html", "en": f"{BASE}en/articles/baru.html"}
    dates = {loc.removeprefix(BASE): each.findtext(f"{space}lastmod") for loc, each in urls.items()}
    assert dates["articles/lama.html"] == "2022-09-05"
    assert dates["articles/bulan.html"] == "2022-08"
    assert dates["articles/tanpa.html"] is None
    assert dates["en/topics/padi.html"] == "2022-09-06T11:24:00+07:00"
    assert dates["method.html"] is None
    assert pages["robots.txt"].decode() == f"User-agent: *\nAllow: /\nSitemap: {BASE}sitemap.xml\n"


def test_a_map_that_would_be_too_long_becomes_several(site, monkeypatch):
    monkeypatch.setattr(sys.modules["telaah.render.sitemap"], "MOST", 10)
    pages = site(*members())
    listed = re.findall(r"<loc>([^<]*)</loc>", pages["sitemap.xml"].decode())
    assert listed == [f"{BASE}sitemap.{n}.xml" for n in range(1, len(listed) + 1)]
    parts = [pages[each.removeprefix(BASE)].decode().count("<loc>") for each in listed]
    assert max(parts) == 10
    assert len(parts) > 2
    assert sum(parts) > 20


def test_attributes_without_a_value_are_left_out_of_xml():
    assert xml_file(Element("a", {"b": None, "c": "<&"})).endswith(b'<a c="&lt;&amp;" />\n')

"""Every link, fragment and reference of whole sites, read anew with the standard library's parser."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from places import shared
from test_render_scale import made, many

POINTERS = {"aria-labelledby", "aria-describedby", "aria-controls", "interestfor", "for", "popovertarget"}
"""Attributes that name ids of their own page."""
ADDRESSES = {"href", "src", "action"}
HOST = "http://site.test/"


class Read(HTMLParser):
    """The ids of a page, the addresses on it, the ids it names, and the language of its root."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.addresses, self.named, self.lang = [], [], [], None
        self.langs = set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.ids += [values["id"]] if "id" in values else []
        self.addresses += [value for name, value in attrs if name in ADDRESSES]
        self.named += [one for name in POINTERS & values.keys() for one in values[name].split()]
        self.langs |= {values["lang"]} if "lang" in values else set()
        if tag == "html":
            self.lang = values.get("lang")


def broken(pages, files):
    """Return what leads nowhere: (page, address); `pages` are HTML by path, `files` the paths of all."""
    read = {path: Read(text) for path, text in pages.items()}
    wrong = []
    for path, page in read.items():
        wrong += [(path, f"id {one} twice") for one in set(page.ids) if page.ids.count(one) > 1]
        wrong += [(path, f"#{one} by attribute") for one in page.named if one not in page.ids]
        for address in page.addresses:
            full = urljoin(HOST + path, address)
            if not full.startswith(HOST):
                continue
            target, fragment = unquote(urlsplit(full).path[1:]), unquote(urlsplit(full).fragment.partition(":~:")[0])
            if target not in files or (fragment and fragment not in read[target].ids):
                wrong.append((path, address))
    return wrong


def wrong_languages(pages, others=("en",)):
    """Return pages whose root does not name the language of their tree."""
    trees = {path: path.partition("/")[0] for path in pages}
    wanted = {path: tree if tree in others else "id" for path, tree in trees.items()}
    return [path for path, text in pages.items() if Read(text).lang != wanted[path]]


def of(site):
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return {path: (site / path).read_text("utf-8") for path in files if path.endswith(".html")}, files


def test_every_link_of_our_own_site_leads_somewhere_in_both_languages(site):
    pages, files = of(site)
    assert sum(path.startswith("en/") for path in pages) > 20
    assert broken(pages, files) == []
    assert wrong_languages(pages) == []


def test_every_link_of_a_site_of_raw_articles_leads_somewhere(build, tmp_path):
    build("--content", shared("seeds"), "--site", tmp_path / "site")
    pages, files = of(tmp_path / "site")
    assert len(pages) > 20
    assert broken(pages, files) == []
    assert wrong_languages(pages) == []


def test_every_link_of_a_large_briefing_in_three_languages_leads_somewhere(tmp_path):
    catalogues = tmp_path / "templates" / "locales" / "ar" / "LC_MESSAGES"
    catalogues.mkdir(parents=True)
    (catalogues / "telaah.po").write_text('msgid ""\nmsgstr "Language: ar\\n"\n', "utf-8")
    pages = made(tmp_path, list(many(160)), templates=tmp_path / "templates", languages=["id", "en", "ar"])
    files = set(pages)
    pages = {path: text for path, text in pages.items() if path.endswith(".html")}
    assert len(pages) > 1000
    assert any(re.fullmatch(r"topics/besar\.\d+\.html", path) for path in pages), "long lists are split"
    assert broken(pages, files) == []
    assert wrong_languages(pages, ("en", "ar")) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('href="topics.html"', 'href="topik.html"', "topik.html"),
        ("#p-", "#x-", "articles/"),
        ('interestfor="h1"', 'interestfor="h99"', "#h99 by attribute"),
        ('id="isi"', 'id="h1"', "id h1 twice"),
    ],
)
def test_what_leads_nowhere_is_found(site, old, new, said):
    pages, files = of(site)
    assert old in pages["index.html"]
    pages["index.html"] = pages["index.html"].replace(old, new)
    wrong = broken(pages, files)
    assert any(path == "index.html" and said in words for path, words in wrong), wrong


def test_a_wrong_language_is_found(site):
    pages, _ = of(site)
    pages["en/index.html"] = pages["index.html"]
    assert wrong_languages(pages) == ["en/index.html"]

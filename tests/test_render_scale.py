import re
from dataclasses import replace

import pytest
from render_builder import article, briefing, placed, settings, topic

from telaah.render import render
from telaah.render.split import split

LARGEST = 60_000
"""Bytes of a page of a large briefing."""
MANY = 400
WORDS = [f"kata{n}" for n in range(500)]


def many(count):
    """Make articles of which half belong to one topic, one day and one outlet, and some have neither day nor outlet."""
    for n in range(count):
        half = n % 2
        one = article(
            f"artikel-{n:04}",
            title=f"Judul artikel nomor {n} tentang keadaan di lereng utara dan selatan",
            outlet=None if n % 10 == 1 else "Harian Lereng" if half else f"Outlet {n % 130}",
            published=None if n % 7 == 0 else f"20{10 + n % 14}-03-{1 + n % 28:02}" if half else "2024-06-01",
        )
        words = ("padi", *(WORDS[(n * 7 + k) % len(WORDS)] for k in range(6)))
        yield placed(one, topics=("besar" if half else f"topik-{n % 60}",), keywords=words)


def briefed(folder, members, **site):
    """Return a briefing of these and the settings of a site for it, as the renderer takes them."""
    groups = {}
    for member in members:
        for id_ in member.topics:
            groups.setdefault(id_, []).append(member)
    topics = tuple(
        replace(topic(id_, own, f"Topik {id_}"), summary=topic(id_, own[:5]).summary) for id_, own in groups.items()
    )
    return replace(briefing(*members, topics=topics or ((),)), topics=topics), settings(folder, **site)


def made(folder, members, **site):
    pages = render(*briefed(folder, members, **site))
    return {page.path: page.content.decode("utf-8", "replace") for page in pages}


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    return made(tmp_path_factory.mktemp("large"), list(many(MANY)))


def test_every_page_of_a_large_briefing_stays_small(large):
    sizes = {path: len(text.encode()) for path, text in large.items() if path.endswith(".html")}
    assert len(sizes) > MANY
    assert [path for path, size in sizes.items() if size > LARGEST] == []
    assert sum(len(large[p]) for p in large if p.startswith("timeline.")) > LARGEST, "in one piece it would be larger"


@pytest.mark.parametrize("first", ["topics/besar.html", "keywords/padi.html", "timeline.html"])
def test_every_article_of_a_long_list_is_reached_by_going_back(large, first):
    path, seen, steps = first, [], 0
    while path:
        seen += re.findall(r"<(?:li><h3|p)><a class=\"hl\" href=\"[./]*articles/([\w-]+)\.html", large[path])
        following = re.search(r'rel="next" href="[./]*([^"]+)"', large[path])
        path, steps = (following[1] if following else None), steps + 1
    wanted = MANY // 2 if "besar" in first else MANY
    assert steps > 2
    assert len(set(seen)) == wanted


def test_a_new_article_on_top_moves_nothing_on_numbered_pages(large, tmp_path):
    newest = placed(article("terbaru", published="2025-01-01"), topics=("besar",), keywords=("padi",))
    after = made(tmp_path, [*many(MANY), newest])
    numbered = [path for path in large if re.fullmatch(r"(topics/besar|timeline|keywords/padi)\.\d+\.html", path)]
    assert len(numbered) > 10

    def listed(page):
        return re.findall(r"articles/([\w-]+)\.html", page.partition("<main")[2])

    for path in numbered:
        assert listed(after[path]) == listed(large[path]), path
    assert "terbaru" in listed(after["topics/besar.html"])


def test_many_keywords_are_found_under_their_first_letter(large):
    assert "keywords.k.html" in large
    assert 'href="keywords.k.html"' in large["keywords.html"]
    assert "<h1>Kata kunci: K</h1>" in large["keywords.k.html"]


def test_the_front_page_says_how_much_it_leaves_out(large):
    assert re.search(r"dan \d+ artikel lain", large["index.html"])
    assert 'href="timeline.html">Semua tanggal' in large["index.html"]


@pytest.mark.parametrize("count", [0, 1, 74, 75, 124, 125, 1000])
def test_a_split_list_loses_nothing_and_fills_its_numbered_pages(count):
    parts = split(range(count), "a/b.html")
    assert [item for part in parts for item in part.items] == list(range(count))
    assert all(len(part.items) == 50 for part in parts[1:])
    assert len(parts[0].items) < 75
    assert [part.pager.number for part in parts] == [None, *range(len(parts) - 1, 0, -1)]
    assert parts[0].path == "a/b.html"
    assert parts[-1].path == ("a/b.1.html" if len(parts) > 1 else "a/b.html")


def test_one_article_alone_and_none_at_all_make_whole_sites(tmp_path):
    alone = made(tmp_path / "one", [placed(article("satu"), topics=())])
    assert "articles/satu.html" in alone["index.html"]
    assert "articles/satu.html" in alone["timeline.html"]
    assert "Belum ada topik" in alone["topics.html"]
    empty = made(tmp_path / "none", [])
    assert "Belum ada artikel" in empty["index.html"]
    for path in ("timeline.html", "topics.html", "keywords.html", "sources.html"):
        assert 'class="empty"' in empty[path], path

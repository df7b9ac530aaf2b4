import re

import pytest
from render_builder import article, briefing, placed, settings, topic

from telaah.render import render


@pytest.fixture
def method(tmp_path):
    def made(*members, **site):
        pages = render(briefing(*members, topics=(topic("padi", members),)), settings(tmp_path, **site))
        return {page.path: page.content.decode("utf-8", "replace") for page in pages}["method.html"]

    return made


def figures(page):
    return dict(re.findall(r'<tr><th scope="row">([^<]+)</th><td class="num">([^<]+)</td></tr>', page))


def test_the_method_page_counts_this_build_and_its_gaps(method):
    members = (
        placed(article("satu", published=None)),
        placed(article("dua", outlet=None, upstream=())),
        placed(article("tiga")),
    )
    found = figures(method(*members))
    assert found["Artikel"] == "3"
    assert found["Artikel tanpa tanggal pada sumber"] == "1"
    assert found["Artikel tanpa nama outlet pada sumber"] == "1"
    assert found["Artikel yang menyebut sumber kabarnya"] == "2"
    assert found["Kalimat dalam ringkasan, semua ditemukan kata demi kata"] == str(
        sum(len(one.analysis.summary) for one in members)
    )
    assert found["Topik"] == found["di antaranya dinamai redaksi"] == "1"
    assert found["Bagian yang dibersihkan"] == "0"


def test_the_method_page_says_how_to_reach_the_desk_reply_and_cite(method):
    page = method(placed(article("satu")), contact="https://meja.test/surat", base_url="https://kabar.test/telaah/")
    assert 'href="https://meja.test/surat"' in page
    assert "hak jawab" in page
    assert "https://kabar.test/telaah/method.html#h-quote" in page
    silent = method(placed(article("satu")))
    assert "tidak mencantumkan alamat" in silent
    assert "alamat di atas" in page
    assert "alamat di atas" not in silent
    assert "kabar.test" not in silent


def test_the_method_page_lists_its_sections(method):
    page = method(placed(article("satu")))
    listed = re.findall(r'<li><a href="#([^"]+)">', page.partition('id="h-toc"')[2].partition("</nav>")[0])
    assert listed == [id_ for id_ in re.findall(r'<h2 id="([^"]+)"', page) if id_ != "h-toc"]
    assert len(listed) > 10

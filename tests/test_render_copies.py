import re
from dataclasses import replace

import pytest
from render_builder import article, briefing, placed, settings, topic

from telaah.model import Copies
from telaah.render import render

SHARED = "Panen padi di lereng utara naik lagi tahun ini kata petani."
FIRST, SECOND = f"{SHARED} Hujan datang tepat waktu.", f"{SHARED} Irigasi baru membantu."


@pytest.fixture
def site(tmp_path):
    def build(*copies, **changes):
        people = (
            placed(article("asli", outlet="Antara", texts=(FIRST,), stated=changes.get("rights", {}))),
            placed(article("salinan", outlet="Kabar Kota", texts=(SECOND,))),
            placed(article("lain", outlet="Harian Lereng", texts=("Kabar lain.",))),
        )
        found = replace(briefing(*people, topics=(topic("padi", people),)), copies=copies)
        return {page.path: page.content.decode() for page in render(found, settings(tmp_path))}

    return build


COPY = Copies(("asli", "salinan"), 0.92, "copy")


def test_a_copy_stands_below_its_original_in_the_list_of_its_topic(site):
    def listed(page):
        return re.findall(r'<li><h3><a class="hl" href="../articles/([a-z]+)', page.partition('id="h-art"')[2])

    with_copy, without = site(COPY)["topics/padi.html"], site()["topics/padi.html"]
    assert sorted(listed(with_copy)) == ["asli", "lain"]
    assert '<p class="meta">Salinan: <a href="../articles/salinan.html">Kabar Kota</a></p>' in with_copy
    assert sorted(listed(without)) == ["asli", "lain", "salinan"]


def test_two_texts_stand_side_by_side_with_what_each_has_alone(site):
    page = site(COPY)["copies/asli.salinan.html"]
    assert f"{SHARED} <del>Hujan datang tepat waktu.</del></p>" in page
    assert f"{SHARED} <ins>Irigasi baru membantu.</ins></p>" in page
    assert "92%" in page


def test_both_articles_name_each_other_and_lead_to_the_comparison(site):
    pages = site(COPY)
    for own, other in (("asli", "salinan"), ("salinan", "asli")):
        card = pages[f"articles/{own}.html"].partition('id="h-same"')[2].partition("</section>")[0]
        assert f'href="../articles/{other}.html"' in card
        assert 'href="../copies/asli.salinan.html">Bandingkan' in card
    assert "h-same" not in pages["articles/lain.html"]
    passages = site(Copies(("asli", "salinan"), 0.3, "shared passages"))["articles/asli.html"]
    assert "Bagian teks yang sama, 30%." in passages


def test_texts_that_may_not_be_shown_are_not_compared(site):
    pages = site(COPY, rights={"rights": "link"})
    assert not [path for path in pages if path.startswith("copies/")]
    assert "h-same" in pages["articles/salinan.html"], "that they are the same is still said"
    assert "Bandingkan" not in pages["articles/salinan.html"]

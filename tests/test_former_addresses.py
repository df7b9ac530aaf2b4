"""Former ids lead on: by a page on any host, by rules where a host reads them; what cannot lead anywhere is told."""

import pytest
from desk import Desk


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path)
    made.article("jembatan", None, "aliases: [jembatan-lama, titian]")
    made.article("sekolah")
    made.topic("hulu", "jembatan", aliases=("sungai", "desa"))
    made.topic("lembah", "sekolah", aliases=("desa",))
    return made


def test_a_former_address_leads_on_in_every_language(desk):
    desk.in_english_too()
    assert desk.said() == []
    for tree in ("", "en/"):
        page = desk.page(f"{tree}articles/titian.html")
        assert '<meta http-equiv="refresh" content="0; url=../articles/jembatan.html">' in page
        assert '<link rel="canonical" href="../articles/jembatan.html">' in page
        assert '<meta name="robots" content="noindex">' in page
        assert '<a href="../articles/jembatan.html"' in page
        assert "url=../topics/hulu.html" in desk.page(f"{tree}topics/sungai.html")
    assert "titian" not in desk.page("search-data.js")
    assert "titian.html" not in desk.page("index.html")


def test_with_an_address_the_canonical_link_and_the_rules_are_whole(desk):
    desk.in_english_too()
    desk.build(base_url="https://kabar.test/arsip")
    assert 'rel="canonical" href="https://kabar.test/arsip/articles/jembatan.html"' in desk.page("articles/titian.html")
    rules = desk.page("_redirects").splitlines()
    assert "/arsip/articles/titian.html /arsip/articles/jembatan.html 301" in rules
    assert "/arsip/en/topics/sungai /arsip/en/topics/hulu.html 301" in rules
    assert not any("desa" in rule for rule in rules)


def test_a_topic_that_was_divided_names_its_parts(desk):
    desk.build()
    page = desk.page("topics/desa.html")
    assert "Topik ini telah dibagi" in page
    assert "topics/hulu.html" in page
    assert "topics/lembah.html" in page
    assert "refresh" not in page


def test_without_former_ids_there_are_no_rules(tmp_path):
    desk = Desk(tmp_path)
    desk.article("jembatan")
    desk.build()
    assert not desk.has("_redirects")


def test_a_draft_leaves_its_former_addresses_with_itself(desk):
    desk.article("jembatan", None, "aliases: [titian]", "draft: true")
    desk.build()
    assert not desk.has("articles/titian.html")


@pytest.mark.parametrize(
    ("aliases", "said"),
    [
        ("sekolah", "names 'sekolah', which is the id of articles/sekolah.md [alias-taken]"),
        ("jembatan", "names 'jembatan', which is the id of this article itself [alias-taken]"),
        ("Titian Lama", "names 'Titian Lama', which no address can hold [id-invalid]"),
    ],
)
def test_an_alias_that_cannot_lead_here_is_told_at_its_line(desk, aliases, said):
    desk.article("jembatan", None, f"aliases: [{aliases}]")
    (problem,) = desk.refused()
    assert problem.startswith("content/articles/jembatan.md:5: error: 'aliases' ")
    assert said in problem


def test_one_former_id_cannot_lead_to_two_articles(desk):
    desk.article("sekolah", None, "aliases: [titian]")
    (problem,) = desk.refused()
    assert "which is an alias of articles/jembatan.md too [alias-taken]" in problem


def test_a_topic_cannot_take_the_id_of_another(desk):
    desk.topic("hulu", "jembatan", aliases=("lembah", "hulu", "Hulu Lama"))
    codes = sorted(problem.split("\n")[0].rpartition("[")[2] for problem in desk.refused())
    assert codes == ["alias-taken]", "alias-taken]", "id-invalid]"]


def test_an_automatic_topic_that_still_has_the_id_keeps_its_page(desk):
    desk.topic("lembah", aliases=("t-sekolah",))
    desk.topic("hulu", "jembatan", aliases=("t-sekolah",))
    assert desk.said().count("alias-taken") >= 1
    assert "refresh" not in desk.page("topics/t-sekolah.html")

import csv
import io
import json
import re
import warnings
from dataclasses import replace

import extruct
import pybtex.database
import pytest
import RISparser
from citeproc.source.json import CiteProcJSON
from lxml import html
from ninjs_schema import validated
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db
from render_builder import BY_DESK, article, briefing, placed, settings, topic

from telaah.model import Byline, Hop, Name, Upstream
from telaah.render import render

BASE = "https://contoh.test/taklimat/"
HOSTILE = (
    "Padi & <b>beras</b> ]]> \"kutip\" 'satu' {kurung} } \\textbf 100% $5 #1 _a ~ ^ قمة ‮ 😀 <script>alert(1)</script>"
)
LINES = "Padi\nTY  - JOUR\r\nER  - \n@misc{x}\x0bberas"


@pytest.fixture
def site(tmp_path):
    def build(*members, topics=None, **keys):
        keys = {"base_url": BASE, **keys}
        keys = {key: value for key, value in keys.items() if value is not None}
        made = briefing(*members, topics=topics)
        return {page.path: page.content for page in render(made, settings(tmp_path, **keys))}

    return build


def full():
    """Return an article of which everything is stated."""
    return placed(
        article(
            "panen",
            place="Lereng",
            stated={"url": "https://contoh.test/a_b?c=%20d&e#f", "retrieved": "2023-01-02"},
            bylines=(
                Byline("Sari Melati", "reporter", BY_DESK),
                Byline("Al and Co", "author", BY_DESK),
                Byline("Edi Tor", "editor", BY_DESK),
            ),
        )
    )


def digest():
    return placed(article("intisari", stated={"kind": "digest", "url": "https://contoh.test/asli"}))


def plain(latex):
    """Return LaTeX as text, by the reader of another library, taught the three signs that it does not know."""
    signs = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
    known = get_default_latex_context_db()
    known.add_context_category("signs", prepend=True, macros=[MacroTextSpec(*sign) for sign in signs.items()])
    return LatexNodes2Text(latex_context=known).latex_to_text(latex)


def bib(content):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return pybtex.database.parse_string(content.decode(), "bibtex").entries


def ris(content):
    return list(RISparser.readris(io.StringIO(content.decode(), newline="")))


def csl(content):
    return json.loads(content)


def authors(entry):
    return [plain(str(person)).strip("{}") for person in entry.persons.get("author", ())]


def test_an_article_is_cited_with_the_same_facts_in_every_form(site):
    pages = site(full())
    title, outlet = "Panen padi di lereng utara naik tiga tahun berturut-turut", "Harian Lereng"
    address, names = "https://contoh.test/a_b?c=%20d&e#f", ["Sari Melati", "Al and Co"]
    [entry] = bib(pages["data/articles/panen.bib"]).values()
    assert (entry.key, entry.type) == ("panen", "article")
    assert plain(entry.fields["title"]) == title
    assert authors(entry) == names
    assert dict(entry.fields) == {
        "title": f"{{{title}}}", "journal": outlet, "date": "2022-09-06", "year": "2022", "urldate": "2023-01-02",
        "language": "id", "url": address,
    }  # fmt: skip
    assert ris(pages["data/articles/panen.ris"]) == [
        {
            "type_of_reference": "NEWS", "title": title, "authors": names, "secondary_title": outlet, "year": "2022",
            "date": "2022/09/06/", "access_date": "2023/01/02/", "language": "id", "url": address, "id": "panen",
        }
    ]  # fmt: skip
    assert csl(pages["data/articles/panen.csl.json"]) == [
        {
            "id": "panen", "type": "article-newspaper", "title": title, "author": [{"literal": name} for name in names],
            "container-title": outlet, "issued": {"date-parts": [[2022, 9, 6]]},
            "accessed": {"date-parts": [[2023, 1, 2]]}, "language": "id", "URL": address,
        }
    ]  # fmt: skip


def test_a_citation_processor_takes_the_items(site):
    read = CiteProcJSON(csl(site(full(), digest())["data/citations.json"]))
    assert set(read) == {"panen", "intisari"}
    assert (str(read["panen"].title), read["panen"].issued.year) == (
        "Panen padi di lereng utara naik tiga tahun berturut-turut", 2022,
    )  # fmt: skip
    assert read["panen"].type == "article-newspaper"


def test_what_is_not_known_has_no_field(site):
    one = article(outlet=None, published=None, bylines=(), language="und")
    pages = site(placed(one))
    assert set(csl(pages["data/articles/panen.csl.json"])[0]) == {"id", "type", "title"}
    [entry] = bib(pages["data/articles/panen.bib"]).values()
    assert (entry.type, set(entry.fields), dict(entry.persons)) == ("misc", {"title"}, {})
    assert set(ris(pages["data/articles/panen.ris"])[0]) == {"type_of_reference", "title", "id"}
    assert "n.d." not in pages["data/citations.bib"].decode()


@pytest.mark.parametrize(
    ("stated", "iso", "slashed", "parts"),
    [("2022", "2022", "2022///", [2022]), ("2022-09", "2022-09", "2022/09//", [2022, 9])],
)
def test_a_date_is_cited_as_precisely_as_it_is_known(site, stated, iso, slashed, parts):
    pages = site(placed(article(published=stated)))
    assert bib(pages["data/citations.bib"])["panen"].fields["date"] == iso
    assert ris(pages["data/citations.ris"])[0]["date"] == slashed
    assert csl(pages["data/citations.json"])[0]["issued"] == {"date-parts": [parts]}
    assert "issued" in csl(pages["data/citations.json"])[0]


def test_a_digest_is_cited_as_ours_and_names_the_original(site):
    pages = site(digest())
    title = "Panen padi di lereng utara naik tiga tahun berturut-turut"
    [item] = csl(pages["data/articles/intisari.csl.json"])
    assert item["title"] == f"Intisari dari: {title}"
    assert item["author"] == [{"literal": "Telaah"}]
    assert item["URL"] == f"{BASE}articles/intisari.html"
    assert "issued" not in item, "when we wrote it nobody states"
    assert (item["original-title"], item["original-publisher"]) == (title, "Harian Lereng")
    assert item["original-date"] == {"date-parts": [[2022, 9, 6]]}
    [entry] = bib(pages["data/articles/intisari.bib"]).values()
    assert (entry.type, authors(entry), entry.fields["origdate"]) == ("misc", ["Telaah"], "2022-09-06")
    assert "date" not in entry.fields
    [record] = ris(pages["data/articles/intisari.ris"])
    assert record["original_publication"].startswith("Sari Melati. Panen padi")
    assert "URL" not in csl(site(digest(), base_url=None)["data/citations.json"])[0]


def test_the_site_and_each_topic_have_the_citations_of_their_articles(site):
    one, other = placed(article("satu"), ("a",)), placed(article("dua"), ("b",))
    pages = site(one, other, topics=(topic("a", (one,)), topic("b", (other,))))
    for stem, ending, ids in (
        ("data/citations", ".json", {"satu", "dua"}),
        ("data/topics/a", ".csl.json", {"satu"}),
        ("data/topics/b", ".csl.json", {"dua"}),
        ("data/articles/dua", ".csl.json", {"dua"}),
    ):
        assert {item["id"] for item in csl(pages[stem + ending])} == ids
        assert set(bib(pages[f"{stem}.bib"])) == ids
        assert {record["id"] for record in ris(pages[f"{stem}.ris"])} == ids


@pytest.mark.parametrize("title", [HOSTILE, LINES], ids=["markup", "lines"])
def test_a_hostile_headline_arrives_in_every_form(site, title):
    one = article(title=title, outlet=title, bylines=(Byline(title, "author", BY_DESK),))
    other = article("lain")
    pages = site(placed(one), placed(other))
    line = " ".join(re.sub("[\x00-\x1f]", " ", title).split())
    entries = bib(pages["data/citations.bib"])
    assert set(entries) == {"panen", "lain"}
    assert plain(entries["panen"].fields["title"]) == line
    assert plain(entries["panen"].fields["journal"]) == line
    assert len(entries["panen"].persons["author"]) == 1
    records = {record["id"]: record for record in ris(pages["data/citations.ris"])}
    assert set(records) == {"panen", "lain"}
    assert (records["panen"]["title"], records["panen"]["authors"]) == (line, [line])
    items = {item["id"]: item for item in csl(pages["data/citations.json"])}
    assert items["panen"]["title"] == title
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(pages["data/articles.csv"].decode(), newline=""))}
    assert (rows["panen"]["title"], rows["panen"]["outlet"], set(rows)) == (line, line, {"panen", "lain"})
    assert json.loads(pages["data/articles/panen.ninjs.json"])["title"] == title


def test_the_table_has_a_row_for_each_article_and_an_empty_cell_for_what_is_not_known(site):
    content = site(full(), digest(), placed(article("kosong", outlet=None, published=None, title=None)))[
        "data/articles.csv"
    ]
    assert content.count(b"\r\n") == 4
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    assert [row["id"] for row in rows] == ["intisari", "kosong", "panen"]
    assert rows[2] == {
        "id": "panen", "kind": "article", "title": "Panen padi di lereng utara naik tiga tahun berturut-turut",
        "outlet": "Harian Lereng", "authors": "Sari Melati; Al and Co", "published": "2022-09-06T11:24+07:00",
        "language": "id", "place": "Lereng", "upstream": "Antara", "topics": "padi", "rights": "full",
        "url": "https://contoh.test/a_b?c=%20d&e#f", "archived": "", "sha256": "0" * 64,
    }  # fmt: skip
    assert (rows[0]["kind"], rows[0]["outlet"], rows[0]["url"]) == (
        "digest",
        "Harian Lereng",
        "https://contoh.test/asli",
    )
    assert (rows[1]["title"], rows[1]["outlet"], rows[1]["published"]) == ("", "", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_of_the_table_is_run_as_a_formula(site, start):
    title = f'{start}HYPERLINK("https://contoh.test","Padi")'
    content = site(placed(article(title=title)), placed(article("lain")))["data/articles.csv"]
    titles = [row["title"] for row in csv.DictReader(io.StringIO(content.decode(), newline=""))]
    assert titles == ["Panen padi di lereng utara naik tiga tahun berturut-turut", "'" + title]


def test_an_article_is_ninjs_with_everybody_its_report_goes_back_to(site):
    one = full()
    chain = (
        Hop("outlet", "Harian Lereng", "printed", 2, None, None, "Harian Lereng"),
        Hop("credit", "Reuters", "dateline", 3, None, None, "REUTERS"),
        Hop("first-report", "Antara", "first-report", 6, None, None, "lebih dulu memuat"),
        Hop("unnamed", "seorang pejabat", "lexicon", 7, None, None, "seorang pejabat"),
    )
    names = (Name("Wulan", "person"), Name("Bulog", "organisation"), Name("Lereng", "place"), Name("Idul", "other"))
    one = replace(one, chain=chain, analysis=replace(one.analysis, names=names))
    item = validated(site(one)["data/articles/panen.ninjs.json"])
    assert item["uri"] == f"{BASE}articles/panen.html"
    assert item["standard"]["version"] == "3.1"
    assert item["contentCreated"] == "2022-09-06T11:24:00+07:00"
    assert [(each["name"], each["role"]) for each in item["infoSources"]] == [
        ("Telaah", "aggregator"), ("Harian Lereng", "publisher"), ("Reuters", "credited"), ("Antara", "first-report"),
    ]  # fmt: skip
    assert item["by"] == "Sari Melati, Al and Co"
    assert item["located"] == "Lereng"
    assert [[each["name"] for each in item[key]] for key in ("people", "organisations", "places")] == [
        ["Wulan"], ["Bulog"], ["Lereng"],
    ]  # fmt: skip
    assert {"role": "original", "value": "https://contoh.test/a_b?c=%20d&e#f"} in item["altIds"]
    assert item["representationType"] == "full"


def test_a_date_without_time_or_zone_is_no_date_of_ninjs(site):
    for published in ("2022-09-06", "2022-09-06T11:24", None):
        pages = site(placed(article(published=published)))
        assert "contentCreated" not in validated(pages["data/articles/panen.ninjs.json"])


@pytest.mark.parametrize("rights", ["full", "excerpt", "link"])
def test_no_file_holds_more_than_the_rights_allow(site, rights):
    pages = site(placed(article(stated={"rights": rights})), placed(digest().article))
    withheld, quoted = "Gudang desa kini penuh.", "Panen padi di lereng utara naik lagi tahun ini."
    own = {path: content.decode() for path, content in pages.items() if "panen" in path or path.startswith("data/cit")}
    own = {path: text for path, text in own.items() if not path.endswith(".png")}
    assert len([path for path in own if path.startswith("data/articles/panen")]) == 5
    assert {path for path, text in own.items() if withheld in text} == (
        {"articles/panen.html", "data/articles/panen.json", "data/articles/panen.ninjs.json"}
        if rights == "full"
        else set()
    )
    item = validated(pages["data/articles/panen.ninjs.json"])
    assert (quoted in json.dumps(item, ensure_ascii=False)) == (rights != "link")
    assert ("bodies" in item) == (rights != "link")
    assert item["representationType"] == ("full" if rights == "full" else "partial")
    assert withheld not in pages["data/articles.csv"].decode()


def test_pages_link_the_files_that_cite_them(site):
    pages = site(full())
    article_page, topic_page = pages["articles/panen.html"].decode(), pages["topics/padi.html"].decode()
    for ending in ("bib", "ris", "csl.json", "json", "ninjs.json"):
        assert f'<a href="../data/articles/panen.{ending}"' in article_page
    for ending in ("bib", "ris", "csl.json"):
        assert f'<a href="../data/topics/padi.{ending}"' in topic_page
    assert "ninjs" not in site(full(), base_url=None)["articles/panen.html"].decode()


def test_tags_of_a_page_say_what_its_files_say(site):
    pages = site(full(), digest())
    for name in ("panen", "intisari"):
        head = html.fromstring(pages[f"articles/{name}.html"]).find("head")
        tags = [(tag.get("name"), tag.get("content")) for tag in head.iter("meta")]
        [item] = csl(pages[f"data/articles/{name}.csl.json"])
        assert [value for key, value in tags if key == "citation_title"] == [item["title"]]
        assert [value for key, value in tags if key == "citation_author"] == [
            each["literal"] for each in item["author"]
        ]
        assert [value for key, value in tags if key == "citation_public_url"] == [item["URL"]]
        assert [value for key, value in tags if key == "citation_publisher"] == [item["container-title"]]
        dates = ["/".join(f"{n:02}" for n in item["issued"]["date-parts"][0])] if "issued" in item else []
        assert [value for key, value in tags if key == "citation_publication_date"] == dates


def jsonld(page, address):
    [found] = extruct.extract(page.decode(), base_url=address, syntaxes=["json-ld"])["json-ld"]
    return found


@pytest.mark.parametrize("title", ["Panen padi", HOSTILE], ids=["plain", "markup"])
def test_other_programs_read_whose_article_a_page_is_based_on(site, title):
    own = article("intisari", title=title, stated={"kind": "digest", "url": "https://contoh.test/asli"})
    other = article("panen", title=title, stated={"url": "https://contoh.test/asli"},
                    upstream=(Upstream("Reuters", "dateline", BY_DESK),))  # fmt: skip
    pages = site(placed(own), placed(other))
    page = jsonld(pages["articles/panen.html"], BASE)
    assert (page["@type"], page["url"]) == ("WebPage", f"{BASE}articles/panen.html")
    assert "author" not in page, "a page about somebody's article is not our article"
    based = page["isBasedOn"]
    assert (based["@type"], based["headline"], based["url"]) == ("NewsArticle", title, "https://contoh.test/asli")
    assert based["author"] == [{"@type": "Person", "name": "Sari Melati"}]
    assert based["publisher"]["name"] == "Harian Lereng"
    assert based["datePublished"] == "2022-09-06T11:24+07:00"
    assert [each["name"] for each in based["citation"]] == ["Reuters"]
    page = jsonld(pages["articles/intisari.html"], BASE)
    assert (page["@type"], page["author"]["name"], page["headline"]) == ("Article", "Telaah", title)
    assert "datePublished" not in page, "when we wrote it nobody states"
    assert (page["isBasedOn"]["@type"], page["isBasedOn"]["headline"]) == ("NewsArticle", title)
    assert jsonld(pages["index.html"], BASE)["@type"] == "WebSite"


def test_other_programs_read_how_a_page_wants_to_be_shown(site):
    found = extruct.extract(site(full())["articles/panen.html"].decode(), base_url=BASE, syntaxes=["opengraph"])
    graph = dict(found["opengraph"][0]["properties"])
    assert graph["og:url"] == f"{BASE}articles/panen.html"
    assert graph["og:image"] == f"{BASE}topics/padi.png"
    assert (graph["og:type"], graph["og:locale"]) == ("article", "id_ID")

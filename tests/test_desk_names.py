"""A desk corrects names in names.toml: what it says wins, is marked, and is told line by line where it is wrong."""

import json
from dataclasses import replace

import pytest
from analysed import article
from places import ROOT

from telaah import pipeline
from telaah.analyse import corrected
from telaah.group import check_names, misspelt_names
from telaah.model import NO_READING, Analysis, Keyword, Name
from telaah.names import names
from telaah.settings import Options


@pytest.fixture
def desk(tmp_path):
    def read(text):
        (tmp_path / "names.toml").write_text(text, "utf-8")
        found, problems = names(tmp_path / "names.toml")
        assert not problems
        return found

    return read


def problems_of(tmp_path, text):
    (tmp_path / "names.toml").write_text(text, "utf-8")
    return [(problem.code, problem.line) for problem in names(tmp_path / "names.toml")[1]]


def analysis(*given, id_="a", keywords=()):
    return Analysis(article(id_, "Judul"), (), given, tuple(Keyword(text, 0.5) for text in keywords), (), NO_READING)


def signed(desk_names, *given, id_="a"):
    return corrected(analysis(*given, id_=id_), desk_names).names


KIM = Name("Kim Jong Un", "person", ("Kim",))


def test_without_a_file_nothing_changes(tmp_path):
    found, problems = names(tmp_path / "names.toml")
    made = analysis(KIM)
    assert not problems
    assert corrected(made, found) is made


def test_aliases_become_one_name_as_the_desk_prints_it(desk):
    merged = signed(
        desk('[kim]\nname = "Kim Jong Un"\naliases = ["Pemimpin Besar"]\n'),
        Name("Pemimpin Besar", "other"),
        Name("Seoul", "place"),
        Name("Kim Jong-un", "person", ("Kim",)),
    )
    assert merged == (
        Name("Kim Jong Un", "person", ("Pemimpin Besar", "Kim Jong-un", "Kim"), "kim"),
        Name("Seoul", "place"),
    )


def test_the_kind_is_the_desks(desk):
    given = desk('[donetsk]\nname = "Donetsk"\nkind = "place"\n')
    assert signed(given, Name("Donetsk", "person")) == (Name("Donetsk", "place", ("Donetsk",), "donetsk"),)


def test_a_name_set_apart_is_a_name_of_its_own(desk):
    given = desk('[kim]\nname = "Kim Jong Un"\napart = ["Kim"]\n')
    assert [(name.text, name.forms) for name in signed(given, KIM)] == [("Kim", ()), ("Kim Jong Un", ("Kim Jong Un",))]


def test_an_ignored_name_is_none_and_no_keyword(desk):
    given = desk('[baca]\nname = "Baca Juga"\naliases = ["Simak"]\nignore = true\n')
    made = analysis(Name("BACA JUGA", "other"), Name("Seoul", "place", ("Simak",)), keywords=("baca juga", "roket"))
    kept = corrected(made, given)
    assert [(name.text, name.forms) for name in kept.names] == [("Seoul", ())]
    assert [keyword.text for keyword in kept.keywords] == ["roket"]


def test_entries_for_some_articles_say_nothing_of_others(desk):
    given = desk('[budi-1]\nname = "Budi"\narticles = ["a"]\n[budi-2]\nname = "Budi"\narticles = ["b"]\n')
    told = [signed(given, Name("Budi", "person"), id_=id_)[0].desk for id_ in "abc"]
    assert told == ["budi-1", "budi-2", None]


def test_an_alias_that_an_article_uses_for_another_longer_name_stays_with_that_one(desk):
    sister = Name("Kim Yo Jong", "person", ("Kim",))
    everywhere = desk('[kim]\nname = "Kim Jong Un"\naliases = ["Kim"]\n')
    assert signed(everywhere, sister) == (sister,)
    here = desk('[kim]\nname = "Kim Jong Un"\naliases = ["Kim"]\narticles = ["a"]\n')
    assert [(name.text, name.forms) for name in signed(here, sister)] == [
        ("Kim Jong Un", ("Kim",)),
        ("Kim Yo Jong", ()),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[kim]\nname = "Kim"\nalias = ["K"]\n', [("key-unknown", 3)]),
        ('[kim]\nname = "Kim"\naliases = "K"\n', [("value-type", 3)]),
        ('[kim]\nname = "Kim"\nignore = "yes"\n', [("value-type", 3)]),
        ('[kim]\nname = "Kim"\n\nkind = "persona"\n', [("value-unknown", 4)]),
        ('[kim]\nkind = "person"\n', [("name-missing", 1)]),
        ('[kim]\nname = "…"\n[Kim-2]\nname = "Kim"\n', [("name-missing", 1), ("id-invalid", 3)]),
        ('kim = "Kim"\n', [("name-table", 1)]),
        ('[a]\nname = "Kim"\n[b]\nname = "K"\naliases = ["KIM"]\n', [("name-duplicate", 3)]),
        ("[kim\n", [("toml-syntax", 1)]),
    ],
)
def test_every_problem_has_its_line(tmp_path, text, expected):
    assert problems_of(tmp_path, text) == expected


def test_the_same_name_in_different_articles_is_no_double(tmp_path):
    text = '[a]\nname = "Budi"\narticles = ["x"]\n[b]\nname = "Budi"\n'
    assert problems_of(tmp_path, text) == []


def test_an_article_that_does_not_exist_is_named_with_the_nearest(desk):
    given = desk('[budi]\nname = "Budi"\narticles = ["banjir-1", "draf"]\n')
    (problem,) = check_names(given, [article("banjir", "Judul")], ["draf"])
    assert (problem.code, problem.file, problem.line) == ("article-unknown", "names.toml", 1)
    assert "did you mean 'banjir'?" in problem.message


def test_a_name_that_looks_misspelt_is_noticed_and_one_that_waits_is_not(desk):
    given = desk('[putin]\nname = "Vladimir Puttin"\n[later]\nname = "Somebody Else"\n')
    made = analysis(Name("Vladimir Putin", "person"))
    (problem,) = misspelt_names(given, [made])
    assert (problem.severity, problem.code, problem.line) == ("notice", "name-unmatched", 1)
    assert not misspelt_names(given, [replace(made, names=(Name("Puttin", "person", ("Vladimir Puttin",)),))])


@pytest.fixture
def options(tmp_path):
    content = tmp_path / "content" / "articles"
    content.mkdir(parents=True)
    for name in ("satu", "dua"):
        text = "Kemarin Ratna Sulastri berbicara tentang tanggul di Wanaraya.\n\nWarga setuju dan pulang ke rumah.\n"
        (content / f"{name}.md").write_text(f"---\ntitle: Kabar {name}\noutlet: RMOL\n---\n\n{text}", "utf-8")
    return Options(tmp_path / "content", tmp_path / "site", ROOT / "templates", search=False)


def told(options):
    data = json.loads((options.site / "data" / "briefing.json").read_text("utf-8"))
    return {entity["text"]: (entity["id"], entity["kind"], entity["basis"]) for entity in data["names"]}


def test_what_the_desk_says_reaches_articles_pages_data_and_the_manifest(options):
    (options.content / "names.toml").write_text(
        '[wanaraya]\nname = "Wanaraya"\nkind = "organisation"\n[ratna]\nname = "Ratna Sulastri"\nignore = true\n'
    )
    pipeline.build(options)
    assert told(options) == {"Wanaraya": ("wanaraya", "organisation", "desk")}
    assert (options.site / "names" / "wanaraya.html").is_file()
    assert not (options.site / "names" / "ratna-sulastri.html").exists()
    listed = json.loads((options.site / "manifest.json").read_text("utf-8"))["inputs"]
    assert "names.toml" in {entry["file"] for entry in listed}
    analyses, _ = pipeline.explain(options.content / "articles" / "satu.md", options)
    assert [name.desk for analysis in analyses for name in analysis.names] == ["wanaraya"]


def test_a_preview_follows_a_changed_names_toml(options):
    first = pipeline.preview(options)
    assert {entity.text: entity.kind for entity in first.briefing.names}["Ratna Sulastri"] == "person"
    (options.content / "names.toml").write_text('[ratna]\nname = "Ratna Sulastri"\nignore = true\n')
    second = pipeline.preview(options, first)
    assert "Ratna Sulastri" not in {entity.text for entity in second.briefing.names}
    (options.content / "names.toml").unlink()
    third = pipeline.preview(options, second)
    assert third.briefing.names == first.briefing.names

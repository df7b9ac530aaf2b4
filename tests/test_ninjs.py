"""Every article that leaves as ninjs is ninjs, and our statement of ninjs allows nothing that the IPTC's forbids."""

import copy

import pytest
from desk import Desk
from jsonschema import Draft202012Validator
from ninjs_schema import PUBLISHED_ID, USED, by, published, validated
from places import ROOT, shared

from telaah import pipeline
from telaah.settings import Options

BASE = "https://contoh.test/taklimat/"
WRONG = (
    {},
    {"uri": 1},
    {"uri": "no address"},
    {"uri": "a:b", "contentCreated": "2022-09-06"},
    {"uri": "a:b", "headline": "x"},
    {"uri": "a:b", "bodies": [{"role": "main"}]},
    {"uri": "a:b", "subjects": [{"name": "x", "relevance": 101}]},
    {"uri": "a:b", "type": "artikel"},
    {"uri": "a:b", "pubStatus": "retracted"},
    {"uri": "a:b", "infoSources": [{"uri": "https://kabar.example/a b"}]},
)
OUTLETS = """
[lereng]
name = "Harian Lereng"
domains = ["lereng.example"]
country = "ID"

[kabar-utara]
name = "Kábar Utara"
domains = ["kábar-utara.example"]
rights = "excerpt"
"""
LOG = """
[[correction]]
article = "batal"
kind = "retraction"
date = 2024-05-09
why = "Dinas membantah."

[[correction]]
article = "utuh"
date = 2024-05-08
was = "empat"
now = "enam"
why = "Salah salin."
"""
ENGLISH = (
    "Villagers upstream cross the river again on a bamboo bridge that was finished on Saturday. The head of the "
    "village, Wulan Sari, said in Lereng that the work took them six weeks."
)
RAW = """Jembatan hulu dibuka lagi

Warga dusun di hulu menyeberang lagi lewat jembatan bambu yang selesai dibangun pada hari Sabtu.

Kepala dusun berkata bahwa pekerjaan itu memakan waktu enam pekan dan dibiayai oleh warga sendiri.
"""


def items(site):
    """Return the items of a built site by the ids of their articles, each valid by every schema at hand."""
    folder = site / "data" / "articles"
    return {file.name.split(".")[0]: validated(file.read_bytes()) for file in sorted(folder.glob("*.ninjs.json"))}


@pytest.mark.parametrize("schema", [pytest.param(USED, id="used"), pytest.param(published(), id="published")])
def test_a_schema_refuses_what_is_not_ninjs(schema):
    if not schema:
        pytest.skip("the IPTC's schema is not at hand (TELAAH_NINJS_SCHEMA): items were held to our statement alone")
    Draft202012Validator.check_schema(schema)
    assert [wrong for wrong in WRONG if by(schema).is_valid(wrong)] == []
    assert by(schema).is_valid({"uri": "a:b"})


def test_every_kind_of_article_leaves_as_ninjs(tmp_path):
    desk = Desk(tmp_path, base_url=BASE)
    desk.in_english_too()
    desk.site_toml(base_url=BASE)
    (desk.content / "outlets.toml").write_text(OUTLETS, "utf-8")
    desk.log(LOG)
    byline = "byline: [{name: Sari Melati, role: reporter}, {name: Edi Tor, role: editor}]"
    moment = "published: 2024-05-06T11:24+07:00"
    desk.article("utuh", ENGLISH, moment, "language: en", byline, "upstream: [Reuters]", "place: Lereng")
    desk.article("batal", ENGLISH, title='"Batal: <b>\\"&\\\\ \u202e قمة"')
    desk.article("petikan", ENGLISH, "rights: excerpt", "archived: https://arsip.example/a%20b")
    desk.article("tautan", ENGLISH, "rights: link")
    desk.article("intisari", ENGLISH, "kind: digest", moment)
    desk.article("tanpa-tanggal", ENGLISH, "published:")
    (desk.content / "articles" / "mentah.txt").write_text(RAW, "utf-8")
    (desk.content / "articles" / "kosong.md").write_text(
        "---\ntitle: Hanya judul\n---\n\nSatu kalimat saja.\n", "utf-8"
    )
    (desk.content / "articles" / "utara.md").write_text(
        f"---\ntitle: Utara\noutlet: Kábar Utara\nlanguage: id\n---\n\n{ENGLISH}\n", "utf-8"
    )
    desk.build()
    found = items(tmp_path / "site")
    assert set(found) == {
        "utuh", "batal", "petikan", "tautan", "intisari", "tanpa-tanggal", "mentah", "kosong", "utara",
    }  # fmt: skip
    status = {
        name: (item["representationType"], item.get("pubStatus"), "bodies" in item) for name, item in found.items()
    }
    assert status["utuh"] == ("full", None, True)
    assert status["batal"] == ("partial", "canceled", False)
    assert status["petikan"] == ("partial", None, True)
    assert status["tautan"] == ("partial", None, False)
    assert {name for name, item in found.items() if "contentCreated" in item} == {"utuh"}
    assert {item.get("language") for item in found.values()} >= {"en", "id"}
    north = next(each for each in found["utara"]["infoSources"] if each["name"] == "Kábar Utara")
    assert "uri" not in north, "an address of other letters is no URI"


def test_our_own_briefing_leaves_as_ninjs(tmp_path):
    site = tmp_path / "site"
    pipeline.build(Options(ROOT / "content", site, ROOT / "templates", base_url=BASE, search=False))
    assert len(items(site)) == len(list((ROOT / "content" / "articles").rglob("*.md"))) > 0


def test_raw_pages_leave_as_ninjs(tmp_path):
    site = tmp_path / "site"
    pipeline.build(Options(shared("seeds"), site, ROOT / "templates", base_url=BASE, search=False))
    assert len(items(site)) == len(list(shared("seeds").glob("*.txt"))) > 0


COMPARED = {"$ref", "type", "properties", "required", "items", "enum", "format", "minimum", "maximum"}
CLOSING = {"additionalProperties", "unevaluatedProperties"}
SAYS_NOTHING = {"title", "description", "$schema", "$comment", "$id", "$defs"}


def looser(own, theirs, wholes, place="item"):
    """Give what a part of our statement allows though theirs forbids it; both are parts of the two wholes.

    It understands the words of JSON Schema that the two use for what we write, and says so of any other.
    """
    own, theirs = (_followed(part, whole) for part, whole in zip((own, theirs), wholes, strict=True))
    yield from (
        f"{place}: what '{word}' asks was not compared" for word in {*own, *theirs} - COMPARED - CLOSING - SAYS_NOTHING
    )
    kind = own.get("type") or ("string" if all(isinstance(each, str) for each in own.get("enum", (None,))) else None)
    if theirs.get("type") not in (None, kind):
        yield f"{place}: {kind} for {theirs['type']}"
    if "enum" in theirs and not set(own.get("enum", ("anything",))) <= set(theirs["enum"]):
        yield f"{place}: other values"
    if own.get("format") != theirs.get("format"):
        yield f"{place}: {own.get('format')} for {theirs.get('format')}"
    if own.get("minimum", float("-inf")) < theirs.get("minimum", float("-inf")):
        yield f"{place}: less"
    if own.get("maximum", float("inf")) > theirs.get("maximum", float("inf")):
        yield f"{place}: more"
    if set(theirs.get("required", ())) - set(own.get("required", ())):
        yield f"{place}: less than it must have"
    yield from _looser_inside(own, theirs, wholes, place)


def _looser_inside(own, theirs, wholes, place):
    known = theirs.get("properties", {})
    if known and own.get("additionalProperties") is not False:
        yield f"{place}: open to everything"
    for name, part in own.get("properties", {}).items():
        if name in known:
            yield from looser(part, known[name], wholes, f"{place}.{name}")
        else:
            yield f"{place}.{name}: not known"
    if "items" in theirs:
        yield from looser(own.get("items", {}), theirs["items"], wholes, f"{place}[]")


def _followed(part, whole):
    """Return a part with what it refers to inside its own schema; what it says itself counts as well."""
    while "$ref" in part:
        path = part["$ref"].removeprefix("#/").split("/")
        target = whole
        for step in path:
            target = target[step]
        part = {**target, **{word: value for word, value in part.items() if word != "$ref"}}
    return part


THEIRS = {
    "type": "object",
    "required": ["uri"],
    "additionalProperties": False,
    "properties": {
        "uri": {"type": "string", "format": "uri"},
        "type": {"enum": ["text", "audio"], "type": "string"},
        "notes": {"type": "array", "items": {"$ref": "#/$defs/note"}},
    },
    "$defs": {
        "note": {
            "type": "object",
            "additionalProperties": False,
            "required": ["value"],
            "properties": {"value": {"type": "string"}, "weight": {"type": "integer", "minimum": 0, "maximum": 9}},
        }
    },
}


def test_the_comparison_of_statements_sees_every_kind_of_looseness():
    def found(change):
        own = copy.deepcopy(THEIRS)
        change(own)
        return [line.split(":")[0] for line in looser(own, THEIRS, (own, THEIRS))]

    def note(own):
        return own["$defs"]["note"]

    assert found(note) == [], "nothing is changed, nothing is looser"
    assert found(lambda own: own.update(required=[])) == ["item"]
    assert found(lambda own: own.update(additionalProperties=True)) == ["item"]
    assert found(lambda own: own["properties"].update(more={})) == ["item.more"]
    assert found(lambda own: own["properties"]["uri"].pop("format")) == ["item.uri"]
    assert found(lambda own: own["properties"]["type"]["enum"].append("poem")) == ["item.type"]
    assert found(lambda own: note(own).pop("required")) == ["item.notes[]"]
    assert found(lambda own: note(own)["properties"]["value"].update(type="integer")) == ["item.notes[].value"]
    assert found(lambda own: note(own)["properties"]["weight"].update(minimum=-1)) == ["item.notes[].weight"]
    assert found(lambda own: note(own)["properties"]["weight"].pop("maximum")) == ["item.notes[].weight"]
    assert found(lambda own: note(own).update(minProperties=1)) == ["item.notes[]"]


def test_our_statement_of_ninjs_allows_nothing_that_the_published_schema_forbids():
    schema = published()
    if not schema:
        pytest.skip("the IPTC's schema is not at hand (TELAAH_NINJS_SCHEMA): our statement was not compared with it")
    assert schema["$id"] == PUBLISHED_ID
    assert list(looser(USED, schema, (USED, schema))) == []

"""What rights withhold leaves the building in no file: pages, data, pictures' words, and the search index unpacked."""

import csv
import gzip
import html
import io
import json
import re
from dataclasses import dataclass
from pathlib import Path

import cbor2
import pytest
from PIL import ImageDraw
from places import ROOT

from telaah import pipeline
from telaah.settings import Options

OUTLETS = """
[kabar-satu]
name = "Kabar Satu"
[kabar-dua]
name = "Kabar Dua"
rights = "excerpt"
[kabar-tiga]
name = "Kabar Tiga"
rights = "link"
"""
RIGHTS = {
    "penuh": "full", "petik": "excerpt", "taut": "link", "gerai-petik": "excerpt", "gerai-taut": "link",
    "simpan-petik": "excerpt", "simpan-taut": "link",
}  # fmt: skip
"""Each article's rights; those that begin with `gerai` are bound by their outlet, with `simpan` are saved pages."""
OUTLET = {"gerai-petik": "Kabar Dua", "gerai-taut": "Kabar Tiga"}
WITHOUT_SENTENCES = {
    ".bib", ".css", "_headers", ".csv", ".pagefind", ".pf_filter", ".pf_index", ".pf_meta", ".png", ".ris", ".svg",
    ".txt",
}  # fmt: skip
"""Kinds of file that carry no sentence of an article in the control either; a new kind must be thought about."""
PIECE = 5
"""Words in a row by which a sentence is known even where it was cut; fewer are names and labels, which may be shown."""


COINED = {
    "penuh": "satria", "petik": "jenggala", "taut": "mandala", "gerai-petik": "purnama", "gerai-taut": "bestari",
    "simpan-petik": "cendana", "simpan-taut": "gemilang",
}  # fmt: skip
"""A word in both halves of everything that an article says; by it a sentence is told from that of another article.

The second time it carries a letter of its own, so that a sentence is known by one word in the index of words too.
"""


def lines(name):
    """Return a raw page of one event; the numbers differ, so that the texts are compared and disagree."""
    at, word = sorted(RIGHTS).index(name), COINED[name]
    number, outlet = 40 + 7 * at, OUTLET.get(name, "Kabar Satu")
    return f"""Beranda
Daerah

Banjir Merendam Dusun Lembah Asri

Penulis: Wulan Sari

{outlet}, Selasa, 7 Mei 2024 07:3{at} WIB

Foto: perahu karet regu {word} milik relawan menembus gang sempit {word} kemarin sore (Dok. {outlet})

LEMBAH ASRI, {outlet} - Banjir di blok {word} merendam {number} rumah di Dusun Lembah Asri Senin malam, kata {word}b.

Kepala Desa Rahmat Hidayat dari {word} mengatakan {number} rumah itu terendam setinggi dada orang dewasa {word}c.

Dilansir Antara dari regu {word}, bantuan beras belum tiba sampai Selasa pagi di dapur umum {word}d milik warga.

Baca juga: Tujuh cara {word} menjemur kasur yang basah menurut penulis {word}f yang rumahnya kebanjiran

Seorang warga {word} yang tidak mau disebut namanya membantah angka {number} rumah itu di balai {word}g kemarin.

Menurut juru bicara {word}, tanggul desa akan diperbaiki pada 20 Mei 2024 dengan dana {word}p Rp {number} miliar.

Sekolah {word} diliburkan tiga hari, lalu para guru memindahkan buku pelajaran {word}j ke lantai dua gedung kecamatan.

Warga blok {word} menjemur padi di jalan raya, sedangkan regu {word}k menjaga pompa air sampai pagi tanpa istirahat.

Hak Cipta 2024 {outlet}
"""


def saved(name):
    """Return the same page as a browser saves it, with a description and a caption in its metadata."""
    parts = [part for part in lines(name).split("\n\n") if part]
    photo = next(part for part in parts if part.startswith("Foto:"))
    text = [part for part in parts if len(part.split()) > 12 and not part.startswith(("Foto:", "Baca juga"))]
    return f"""<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{parts[1]}</title>
<meta name="description" content="{text[3]}"><meta property="og:description" content="{text[4]}">
<meta property="article:published_time" content="2024-05-07T08:00:00+07:00"></head><body><article><h1>{parts[1]}</h1>
<figure><img src="x.jpg" alt="{photo}"><figcaption>{photo}</figcaption></figure>
{"".join(f"<p>{each}</p>" for each in text)}</article></body></html>
"""


def write(content: Path, rights):
    (content / "articles").mkdir(parents=True)
    (content / "topics").mkdir()
    (content / "outlets.toml").write_text(OUTLETS if rights else OUTLETS.replace("rights", "# rights"), "utf-8")
    (content / "site.toml").write_text(
        'name = "Uji hak"\nlanguages = ["id", "en"]\nbase_url = "https://uji.example/"\nedition = "2024-05-08"\n'
        'default_rights = "full"\n',
        "utf-8",
    )
    topic = 'title: {id: "Banjir Lembah Asri", en: "The flood"}\narticles: [' + ", ".join(RIGHTS) + "]"
    (content / "topics" / "banjir.md").write_text(f"---\n{topic}\n---\n\nTopik uji.\n", "utf-8")
    for name, right in RIGHTS.items():
        is_saved = name.startswith("simpan")
        page = content / "articles" / f"{name}.{'html' if is_saved else 'txt'}"
        page.write_text(saved(name) if is_saved else lines(name), "utf-8")
        outlet = OUTLET.get(name, "Kabar Satu")
        sidecar = f'outlet = "{outlet}"\nurl = "https://{outlet.lower().replace(" ", "-")}.example/{name}"\n'
        if rights and name not in OUTLET:
            sidecar += f'rights = "{right}"\n'
        (content / "articles" / f"{name}.toml").write_text(sidecar, "utf-8")


@dataclass(frozen=True)
class Built:
    site: Path
    drawn: tuple[str, ...]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Return the same articles built twice: with their rights, and, for control, all in full."""

    def build(rights):
        folder = tmp_path_factory.mktemp("hak")
        write(folder / "content", rights)
        drawn = []
        with pytest.MonkeyPatch.context() as patch:
            real = ImageDraw.ImageDraw.text
            patch.setattr(ImageDraw.ImageDraw, "text", lambda *a, **k: (drawn.append(a[2]), real(*a, **k))[1])
            pipeline.build(Options(folder / "content", folder / "site", ROOT / "templates"))
        return Built(folder / "site", tuple(drawn))

    return {True: build(True), False: build(False)}


@pytest.fixture(scope="module")
def withheld(built):
    """Return every sentence, caption and cut line that the rights withhold, by its article; read from our own data.

    What the article in full says too is not withheld, and neither is what its summary quotes.
    """
    whole = json.loads((built[False].site / "data" / "briefing.json").read_text("utf-8"))
    bound = json.loads((built[True].site / "data" / "briefing.json").read_text("utf-8"))
    allowed = {a["id"]: {s["text"] for s in a["summary"]} for a in bound["articles"] if RIGHTS[a["id"]] == "excerpt"}
    found = {}
    for article in whole["articles"]:
        if RIGHTS[article["id"]] != "full":
            pieces = [s for p in article["paragraphs"] for s in p["sentences"]]
            pieces += [c["text"] for c in article["captions"]] + [r["text"] for r in article["removed"]]
            found[article["id"]] = [
                piece
                for piece in pieces
                if COINED[article["id"]] in piece and piece not in allowed.get(article["id"], ())
            ]
    return found


def same(text: str) -> str:
    """Return a text as a grep would have to see it: references resolved, tags gone, one blank between words."""
    return " ".join(html.unescape(re.sub(r"<[^<>]*>", "", text)).split())


def unpacked(path: Path) -> str:
    """Return all that a file says, packed, escaped or not; quotes and line breaks of its format taken away."""
    raw = packed(path)
    if path.suffix in (".pf_index", ".pf_meta", ".pf_filter"):
        return "\n".join(strings(cbor2.loads(raw)))
    if path.suffix == ".pf_fragment" or path.suffix == ".json":
        return "\n".join(map(same, strings(json.loads(raw))))
    if path.suffix == ".png":
        return raw.decode("latin-1")
    text = raw.decode("utf-8", "replace")
    if path.suffix == ".csv":
        return "\n".join(same(cell) for row in csv.reader(io.StringIO(text)) for cell in row)
    attributes = " ".join(re.findall(r'"([^"]*)"', text)) if path.suffix in (".html", ".xml", ".svg") else ""
    return f"{same(text)}\n{html.unescape(attributes)}\n{' '.join(re.findall(r'[^{}]+', text))}"


def packed(path: Path) -> bytes:
    raw = path.read_bytes()
    raw = gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw
    return raw.removeprefix(b"pagefind_dcd")


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from strings(key)
            yield from strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from strings(each)


def kind(path: Path) -> str:
    return path.suffix or path.name


def leaks(site: Path, sentences, word) -> list[tuple[str, str]]:
    """Return (file, sentence) where a file of the site holds five words of it in a row, the coined one among them."""
    pieces = [(sentence, piece) for sentence in sentences for piece in windows(sentence, word)]
    found = []
    for path in sorted(site.rglob("*")):
        if path.is_file():
            text = unpacked(path)
            found += [(path.relative_to(site).as_posix(), sentence) for sentence, piece in pieces if piece in text]
    return list(dict.fromkeys(found))


def windows(sentence, word):
    words = sentence.split()
    every = (words[at : at + PIECE] for at in range(max(1, len(words) - PIECE + 1)))
    return [" ".join(piece) for piece in every if word in " ".join(piece)]


def test_no_withheld_sentence_is_in_any_file_of_the_site(built, withheld):
    for article, sentences in withheld.items():
        assert len(sentences) >= 4, "there is something to withhold"
        assert leaks(built[True].site, sentences, COINED[article]) == [], article


def test_the_same_search_finds_them_all_where_everything_is_published(built, withheld):
    kinds = set()
    for article, sentences in withheld.items():
        found = leaks(built[False].site, sentences, COINED[article])
        assert {sentence for _, sentence in found} == set(sentences), article
        kinds |= {kind(Path(file)) for file, _ in found}
    assert kinds >= {".html", ".json", ".pf_fragment", ".js"}
    present = {kind(path) for path in built[True].site.rglob("*") if path.is_file()}
    assert present - kinds <= WITHOUT_SENTENCES, "a new kind of file: see that it can be read here"


def test_no_word_of_a_withheld_sentence_is_in_the_index_of_words(built, withheld):
    bound = json.loads((built[True].site / "data" / "briefing.json").read_text("utf-8"))
    said = {a["id"]: " ".join(strings([a["keywords"], a["names"], a["summary"]])) for a in bound["articles"]}
    checked = 0
    for article, sentences in withheld.items():
        marks = {mark for each in sentences for mark in re.findall(rf"{COINED[article]}[bcdfgjkmp]\b", each)}
        for mark in marks - set(said[article].split()):
            assert mark not in index_words(built[True].site)
            checked += "Baca juga" not in next(each for each in sentences if mark in each)
            if not any(mark in cut for cut in receipts(article, built[False].site)):
                assert mark in index_words(built[False].site), "the control"
    assert checked > 10


def test_pictures_say_titles_and_counts_alone(built, withheld):
    for article in withheld:
        assert not [text for text in built[True].drawn if COINED[article] in text]
    assert "Banjir Lembah Asri" in built[True].drawn


def index_words(site: Path) -> set[str]:
    return {word for path in site.rglob("*.pf_index") for word in strings(cbor2.loads(packed(path)))}


def receipts(article, site):
    """Return what was cut from an article, which is on its page but not in the index."""
    value = json.loads((site / "data" / "articles" / f"{article}.json").read_text("utf-8"))
    return [each["text"] for each in (*value["removed"], *value["captions"])]

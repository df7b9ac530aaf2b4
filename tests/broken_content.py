"""A good content folder becomes a broken one: kinds of damage, each with the problem it must be told by."""

import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

GOOD = """---
title: Panen raya di lembah {0}
outlet: Kabar Lembah
published: 2024-05-0{1}T07:15+07:00
url: https://kabar-lembah.example/panen-{0}
byline: [{{name: Sri Rahayu, role: reporter}}]
---

Petani di lembah {0} mulai memanen padi pada hari Senin pagi. Hasilnya {1}2 ton menurut kepala desa.

Harga gabah naik setelah jembatan dibuka lagi, kata seorang pedagang di pasar {0}.
"""
RAW = """Beranda
Daerah

Jembatan bambu dibangun lagi

Kabar Lembah, Senin, 6 Mei 2024 07:30 WIB

Warga dua dusun membangun kembali jembatan bambu yang hanyut terbawa banjir pada awal bulan ini.

Jembatan sepanjang dua belas meter itu dipakai setiap hari oleh anak sekolah dan petani, kata kepala dusun.
"""
SITE = 'name = "Uji"\nlanguages = ["id"]\ntime_zone = "Asia/Jakarta"\ndefault_rights = "full"\n'
OUTLETS = '[kabar-lembah]\nname = "Kabar Lembah"\ndomains = ["kabar-lembah.example"]\n'
TOPIC = '---\ntitle: {id: "Panen raya"}\narticles: [panen-satu, panen-dua]\n---\n\nTentang panen.\n'


@dataclass(frozen=True)
class Damage:
    """What was broken: the file that the problem names, the problem's code, and whether it lies in the settings."""

    file: str
    code: str
    in_settings: bool = False


SCRAPS = (
    b"", b"\0", b"\xff\xfe", b"\r", b"\n---\n", b": [", b"\"", b"'", b"{{{{", b"]]>", b"<script>", b"\n\t", b"9" * 400,
    b"\xe2\x80\xae", b"\xed\xa0\x80", b"\xc2\x85", b"\xe2\x80\xa8", b"%00", b"../", b"\\", b"&#0;", b"<<<< HEAD\n",
)  # fmt: skip
"""What is put into damaged files."""

OFTEN = 0.2
"""Share of folders in which the settings, or the log, are broken beside something else."""

Break = Callable[[Path], Damage]


def write_good(content: Path) -> None:
    """Write a folder that builds without an error."""
    (content / "articles" / "lama").mkdir(parents=True)
    (content / "topics").mkdir()
    for number, name in enumerate(("satu", "dua", "tiga"), 1):
        (content / "articles" / f"panen-{name}.md").write_text(GOOD.format(name, number), "utf-8")
    (content / "articles" / "lama" / "jembatan.txt").write_text(RAW, "utf-8")
    (content / "articles" / "lama" / "jembatan.toml").write_text('place = "Lembah"\n', "utf-8")
    (content / "topics" / "panen.md").write_text(TOPIC, "utf-8")
    (content / "site.toml").write_text(SITE, "utf-8")
    (content / "outlets.toml").write_text(OUTLETS, "utf-8")


def break_(content: Path, seed: int) -> list[Damage]:
    """Break a good folder in one to five ways, chosen by the seed; no two breaks touch one file."""
    chance = random.Random(seed)  # noqa: S311 - chance that is the same every time
    # The first way is chosen by turns, so that no seed decides whether a way is tried.
    first = (*KINDS, *IN_SETTINGS, *IN_LOG)[seed % len((*KINDS, *IN_SETTINGS, *IN_LOG))]
    # Two breaks of one file could hide each other.
    others = [chance.choice(group) for group in (IN_SETTINGS, IN_LOG) if first not in group and chance.random() < OFTEN]
    return [each(content) for each in dict.fromkeys([first, *chance.sample(KINDS, chance.randint(0, 4)), *others])]


def mutate(content: Path, seed: int) -> None:
    """Damage the bytes of a few files of a good folder, as a bad disk, a bad editor or a bad merge would."""
    chance = random.Random(seed)  # noqa: S311
    files = sorted(path for path in content.rglob("*") if path.is_file())
    for path in chance.sample(files, chance.randint(1, 3)):
        raw = bytearray(path.read_bytes())
        for _ in range(chance.randint(1, 6)):
            at, end = sorted(chance.randrange(len(raw) + 1) for _ in range(2))
            raw[at : min(end, at + chance.choice((0, 1, 5, 200)))] = chance.choice(SCRAPS)
        path.write_bytes(bytes(raw))


def _text(name: str, code: str, text: str | bytes) -> Break:
    """Return a break that adds a file of its own; articles/ and the text's bytes are as given."""

    def add(content: Path) -> Damage:
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        named = "topics/banjir" if name.startswith("topics/banjir/") else name
        return Damage(named, code, "/" not in name)

    return add


def _matter(name: str, code: str, lines: str) -> Break:
    return _text(f"articles/rusak-{name}.md", code, f"---\ntitle: Rusak\n{lines}\n---\n\nSatu kalimat saja di sini.\n")


def _topic(name: str, code: str, lines: str) -> Break:
    return _text(f"topics/rusak-{name}.md", code, f"---\n{lines}\n---\n\nPengantar.\n")


def _page(name: str, code: str, sidecar: str) -> Break:
    def add(content: Path) -> Damage:
        (content / "articles" / f"{name}.txt").write_text(RAW, "utf-8")
        return _text(f"articles/{name}.toml", code, sidecar)(content)

    return add


def _log(code: str, text: str) -> Break:
    """Return a break of the log of corrections, in an entry of its own."""

    def add(content: Path) -> Damage:
        with (content / "corrections.toml").open("a", encoding="utf-8") as file:
            file.write(text)
        return Damage("corrections.toml", code)

    return add


def _setting(line: str, code: str) -> Break:
    def add(content: Path) -> Damage:
        with (content / "site.toml").open("a", encoding="utf-8") as file:
            file.write(line + "\n")
        return Damage("site.toml", code, in_settings=True)

    return add


def _link(name: str, code: str, target: str) -> Break:
    def add(content: Path) -> Damage:
        (content / "articles" / name).symlink_to(target)
        return Damage(f"articles/{name}", code)

    return add


def _junk(content: Path) -> Damage:
    (content / "articles" / "sampah.txt").write_bytes(b"\0" + random.Random(4).randbytes(4_000))  # noqa: S311
    return Damage("articles/sampah.txt", "file-not-text")


def _pipe(content: Path) -> Damage:
    os.mkfifo(content / "articles" / "pipa.txt")
    return Damage("articles/pipa.txt", "file-kind")


def _odd_name(content: Path) -> Damage:
    (Path(os.fsdecode(os.fsencode(content / "articles") + b"/nama-\xff\xfe.txt"))).write_text(RAW, "utf-8")
    return Damage("articles/nama-", "file-name")


def _twice(content: Path) -> Damage:
    (content / "articles" / "lama" / "panen-satu.md").write_text(GOOD.format("lama", 4), "utf-8")
    return Damage("articles/panen-satu.md", "id-duplicate")


KINDS: tuple[Break, ...] = (
    _junk, _pipe, _odd_name, _twice,
    _text("articles/kosong.txt", "file-empty", " \n\t\n"),
    _text("articles/nol.md", "file-empty", b""),
    _text("articles/besar.txt", "file-too-large", b"kata " * 1_000_001),
    _text("articles/kabar.docx", "file-kind", b"PK\3\4"),
    _text("articles/utf16.txt", "file-not-text", b"\xff\xfe\0\0" + "x".encode("utf-32-le")),
    _text("articles/tanpa-akhir.md", "front-matter", "---\ntitle: X\nIsi tanpa penutup.\n"),
    _text("articles/yaml.md", "front-matter", "---\ntitle: [a, {b: c\n---\n\nIsi.\n"),
    _text("articles/tab.md", "front-matter", "---\ntitle: a\n\tx: y\n---\n\nIsi.\n"),
    _text("articles/jangkar.md", "front-matter", "---\ntitle: &a x\nplace: *a\n---\n\nIsi.\n"),
    _text("articles/dalam.md", "front-matter", f"---\ntitle: {'[' * 3000}\n---\n\nIsi.\n"),
    _text("articles/daftar.md", "front-matter", "---\n- a\n- b\n---\n\nIsi.\n"),
    _text("articles/tanpa-judul.md", "title-missing", "---\noutlet: X\n---\n\nIsi satu kalimat di sini.\n"),
    _text("articles/tanpa-isi.md", "text-missing", "---\ntitle: Tanpa isi\n---\n"),
    _text("articles/sendiri.toml", "sidecar-alone", 'title = "x"\n'),
    _matter("tanggal", "date-invalid", "published: 31-11-2022"),
    _matter("bulan", "date-invalid", "published: 2022-13"),
    _matter("hari", "date-invalid", "retrieved: kemarin"),
    _matter("alamat", "url-invalid", "url: javascript:alert(1)"),
    _matter("kunci", "key-unknown", "outlett: X"),
    _matter("jenis", "value-unknown", "kind: ringkasan"),
    _matter("hak", "value-unknown", "rights: semua"),
    _matter("naskah", "value-unknown", "draft: mungkin"),
    _matter("bahasa", "language-invalid", "language: Indonesia"),
    _matter("orang", "byline-form", "byline: Sri"),
    _matter("orang-dua", "byline-form", "byline: [{role: reporter}]"),
    _matter("daftar-tempat", "value-type", "place: [a, b]"),
    _matter("sumber", "source-form", "source: {sha256: abc}"),
    _matter("id", "id-invalid", 'id: "Bukan Id"'),
    _matter("topik", "topic-unknown", "topics: [tidak-ada]"),
    _topic("judul", "topic-title", "articles: [panen-satu]"),
    _topic("judul-teks", "topic-title", "title: Panen\narticles: [panen-satu]"),
    _topic("kunci", "key-unknown", "title: {id: X}\narticls: [panen-satu]"),
    _topic("artikel", "article-unknown", "title: {id: X}\narticles: [panen-sattu]"),
    _topic("bentuk", "value-type", "title: {id: X}\narticles: {a: b}"),
    _text("topics/Nama Salah.md", "id-invalid", "---\ntitle: {id: X}\narticles: [panen-satu]\n---\n"),
    _text("topics/banjir/banjir.md", "file-kind", TOPIC),
    _text("topics/biner.md", "file-not-text", b"\0\1\2"),
    _text("topics/catatan.docx", "file-kind", b"PK\3\4"),
    _page("sisi-toml", "toml-syntax", "title = \n"),
    _page("sisi-kunci", "key-unknown", 'judul = "x"\n'),
    _page("sisi-jenis", "value-type", "title = [1, 2]\n"),
    _page("sisi-dalam", "toml-syntax", f"title = {'[' * 5000}\n"),
    _page("sisi-biner", "file-not-text", "\0"),
    _link("putus.txt", "symlink-broken", "tidak-ada.txt"),
    _link("putar.txt", "symlink-broken", "putar.txt"),
    _link("luar.txt", "symlink-outside", "/etc/hostname"),
    _link("lingkar", "symlink-folder", "."),
)  # fmt: skip
"""Every way of breaking articles and topics."""
IN_LOG: tuple[Break, ...] = (
    _log("correction-form", 'correction = "x"\n'),
    _log("article-unknown", '[[correction]]\narticle = "panen-sattu"\ndate = 2024-05-31\nkind = "update"\nwhy = "x"\n'),
    _log("date-invalid", '[[correction]]\narticle = "panen-satu"\ndate = "kemarin"\nkind = "update"\nwhy = "x"\n'),
    _log("value-unknown", '[[correction]]\narticle = "panen-satu"\ndate = 2024-05-31\nkind = "ralat"\nwhy = "x"\n'),
    _log("toml-syntax", "[[correction]\n"),
)  # fmt: skip
"""Every way of breaking the log of corrections."""
IN_SETTINGS: tuple[Break, ...] = (
    _setting('nama = "x"', "key-unknown"),
    _setting("base_url = 7", "value-type"),
    _setting('edition = "besok"', "date-invalid"),
    _setting('lead = "a', "toml-syntax"),
    _text("names.toml", "name-table", 'name = "X"\n'),
    _text("names.toml", "name-missing", '[x]\naliases = ["Y"]\n'),
    _text("names.toml", "value-type", '[x]\nname = ["Y"]\n'),
    _text("names.toml", "toml-syntax", "= 1\n"),
    _text("names.toml", "file-not-text", b'[x]\nname = "caf\xe9"\n'),
    _text("outlets.toml", "toml-syntax", "[a\n"),
    _text("outlets.toml", "outlet-table", 'name = "X"\n'),
    _text("outlets.toml", "key-unknown", '[x]\nnaem = "X"\n'),
    _text("outlets.toml", "toml-syntax", f"x = {'[' * 5000}\n"),
    _text("outlets.toml", "file-not-text", b'[x]\nname = "caf\xe9"\n'),
)  # fmt: skip
"""Every way of breaking settings."""

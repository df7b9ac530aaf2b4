"""A few articles written for the tests become a small site with a search page, an index, and data for file://."""

import json
from dataclasses import dataclass
from html import escape
from pathlib import Path
from types import SimpleNamespace

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader, StrictUndefined

from telaah.index import index
from telaah.model import Page

TEMPLATES = Path(__file__).parents[2] / "templates"
FRAME = """<!DOCTYPE html><html lang="{{ language }}"><head><meta charset="utf-8"><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="{% block csp %}{% endblock %}">
<title>{% block title %}{% endblock %}</title>{% block head %}{% endblock %}</head>
<body>{% block nav_search %}{% endblock %}{% block main %}{% endblock %}</body></html>"""
"""The page frame without its look: what the search page puts into it is what is tested."""
SUB_PATH = "kabar/telaah"
"""The site is served below a path, because that is the harder case."""
FILLER = 12
"""Articles about nothing in particular, so that results go beyond one screenful of ten."""


@dataclass(frozen=True)
class Written:
    """An article as the tests know it; `date` is ISO 8601 or empty."""

    id: str
    title: str
    summary: str
    text: str
    outlet: str = "-"
    topics: tuple[str, ...] = ("lain",)
    date: str = ""
    language: str = "id"
    roots: str = ""
    section: str = ""
    keywords: tuple[str, ...] = ()

    @property
    def year(self) -> str:
        return self.date[:4] or "-"


WRITTEN = (
    Written(
        "tosen",
        "渡船が座礁",
        "乗客は全員が救助された。",
        "渡船は14日未明に港の沖合で座礁した。乗客1250人は全員が救助された。",
        "Kabar Jauh",
        ("jauh",),
        "2021-03-14",
        language="ja",
    ),
    Written(
        "abbara",
        "جنوح العبّارة قرب الميناء",
        "جنحت العبّارة فجرا.",
        "جنحت العبّارة قرب الميناء فجرا ونجا جميع الركاب.",
        "Kabar Jauh",
        ("jauh",),
        "2021-03-14",
        language="ar",
    ),
    Written(
        "gandum",
        "Pasokan gandum kota bertambah",
        "Pembelian gandum oleh kota naik dua kali lipat.",
        "Wali kota menandatangani pembelian itu pada malam hari. Gudang baru disiapkan di pelabuhan.",
        "Kabar Pagi",
        ("pangan", "kota"),
        "2022-09-06",
        keywords=("gandum-kota", "pelabuhan"),
        section="Gudang di pelabuhan",
    ),
    Written(
        "beras",
        "Beras dari tetangga",
        "Koperasi membuka pembelian beras dari negara tetangga.",
        "Harga di pasar turun setelah beras tiba. Pedagang menunggu kapal berikutnya.",
        "Suara Sore",
        ("pangan",),
        "2023-03-01",
    ),
    Written(
        "surat",
        "Surat untuk tukang pos",
        "Warga mengirim surat kepada tukang pos yang sakit.",
        "Surat itu ditulis tangan oleh anak sekolah.",
        "Kabar Pagi",
        ("kota",),
        "2023-05-17",
        roots="kirim mengirim dikirim kiriman",
    ),
    Written(
        "paket",
        "Paket tertahan di gudang",
        "Ribuan paket menunggu truk.",
        "Kantor pos menambah jam kerja. Ongkos kirim tidak naik.",
        "Suara Sore",
        ("kota",),
        "",
        roots="kirim mengirim dikirim kiriman",
    ),
    Written(
        "tanda",
        "Tanda <b>tebal</b> & <img src=x onerror=alert(1)>",
        "Rumus a < b & c > d dibahas di kelas matematika.",
        "Guru menulis <script>alert(1)</script> di papan tulis sebagai contoh matematika.",
        "-",
        ("sekolah",),
        "",
    ),
    Written(
        "harbour",
        "A harbour opens",
        "The council opened a harbour for grain.",
        "Ships may enter from Monday.",
        "Kabar Pagi",
        ("pangan",),
        "2022-09-08",
        "en",
    ),
    *(
        Written(
            f"isi-{day:02}",
            f"Catatan ke-{day}",
            f"Catatan harian nomor {day}.",
            "Tidak ada yang luar biasa.",
            "Buku Harian",
            ("lain",),
            f"2021-01-{day:02}",
        )
        for day in range(1, FILLER + 1)
    ),
)


def write_site(folder: Path, indexed: bool = True, data: bool = True) -> None:
    """Write the site into an empty folder, with its index or without, with data for file:// or without."""
    articles = [Page(f"articles/{one.id}.html", _article(one).encode()) for one in WRITTEN]
    script = Page("assets/search.js", (TEMPLATES / "assets" / "search.js").read_bytes())
    files = [*articles, script, Page("search.html", _search_page().encode())]
    files.append(Page("en/search.html", _search_page("en").encode()))
    files += [Page(f"en/{page.path}", page.content) for page in articles]
    if indexed:
        files += index(articles, "id")
    if data:
        files.append(Page("search-data.js", _data().encode()))
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)


def _article(one: Written) -> str:
    marks = (
        ("meta", f"outlet:{one.outlet}"),
        ("meta", f"date:{_printed(one)}"),
        ("meta", f"date-en:day {one.date}"),
        *([("meta", f"akar:{one.roots}")] if one.roots else []),
        ("filter", f"outlet:{one.outlet}"),
        *(("filter", f"topic:{topic}") for topic in one.topics),
        *(("filter", f"keyword:{keyword}") for keyword in one.keywords),
        ("filter", f"year:{one.year}"),
        ("filter", f"language:{one.language}"),
        ("sort", f"newest:{one.date or '0000-00-00'}"),
        ("sort", f"oldest:{one.date or '9999-99-99'}"),
    )
    spans = "".join(f'<span hidden data-pagefind-{kind}="{value}"></span>' for kind, value in marks)
    section = f'<h2 id="bagian">{one.section}</h2>' if one.section else ""
    return f"""<!DOCTYPE html><html lang="{one.language}"><head><meta charset="utf-8">
<title>{escape(one.title)}</title><link rel="icon" href="data:,"></head><body>
<main data-pagefind-body><h1 data-pagefind-meta="title">{escape(one.title)}</h1>{spans}
<p data-pagefind-meta="summary">{escape(one.summary)}</p>{section}<p>{escape(one.text)}</p></main></body></html>"""


def _data() -> str:
    records = [
        {
            "u": f"articles/{one.id}.html",
            "t": one.title,
            "outlet": one.outlet,
            "topic": one.topics,
            "keyword": one.keywords,
            "year": one.year,
            "language": one.language,
            "d": one.date,
            "date": _printed(one),
            "date-en": f"day {one.date}",
            "x": f"{one.title} {one.section} {one.summary}".lower(),
        }
        for one in WRITTEN
    ]
    return f"window.SEARCH_DATA={json.dumps(records)};"


def _search_page(language: str = "id") -> str:
    environment = Environment(
        loader=ChoiceLoader([DictLoader({"base.html": FRAME}), FileSystemLoader(TEMPLATES)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["_"] = str
    environment.filters.update(number=str, remembered=lambda macro: macro)
    prefix = "" if language == "id" else f"{language}/"
    return environment.get_template("search.html").render(
        facets=tuple(_facet(key) for key in ("topic", "outlet", "keyword", "year", "language")),
        asset=lambda name: f"{'../' if prefix else ''}assets/{name}",
        root="",
        top="../" if prefix else "",
        language=language,
        date_key=f"date-{language}" if prefix else "date",
        settings=SimpleNamespace(name="Telaah"),
    )


def _facet(key: str) -> SimpleNamespace:
    found = [v for one in WRITTEN for v in _values(one, key)]
    options = tuple(
        SimpleNamespace(value=v, label=_label(v), lang=None, count=found.count(v)) for v in sorted(set(found))
    )
    return SimpleNamespace(key=key, legend=key, options=options)


def _values(one: Written, key: str) -> tuple[str, ...]:
    lists = {"topic": one.topics, "keyword": one.keywords}
    return lists.get(key) or (() if key in lists else (getattr(one, key),))


def _label(value: str) -> str:
    return "tidak disebut" if value == "-" else value.replace("-", " ") if value[0].isalpha() else value


def _printed(one: Written) -> str:
    return f"tanggal {one.date}" if one.date else "tanpa tanggal"

"""Briefings built by hand, so that pages can be tested without the stages before them. Every sentence is ours."""

import hashlib
import re
from pathlib import Path

from telaah.group.entities import entities
from telaah.model import (
    NO_READING,
    Address,
    Analysis,
    Article,
    Briefing,
    Byline,
    CitedSentence,
    Evidence,
    Html,
    Keyword,
    OutletRead,
    Paragraph,
    Placed,
    Published,
    Sentence,
    Source,
    Stated,
    Topic,
    Upstream,
)
from telaah.names import DeskNames
from telaah.render import render
from telaah.settings import Options, Settings
from telaah.settings import settings as read_settings

TEMPLATES = Path(__file__).parent.parent / "templates"
STATED = Evidence("stated", 3, "as printed")
BY_DESK = Evidence("desk", None, None)


def paragraph(text, kind="body", line=None):
    return Paragraph("p-" + hashlib.sha256(text.encode()).hexdigest()[:8], kind, line, text)


def article(
    id_="panen",
    title="Panen padi di lereng utara naik tiga tahun berturut-turut",
    outlet="Harian Lereng",
    published="2022-09-06T11:24+07:00",
    texts=(
        "Panen padi di lereng utara naik lagi tahun ini. Petani menyebut hujan datang tepat waktu.",
        "Kantor berita Antara lebih dulu memuat angkanya. Gudang desa kini penuh.",
        "Harga gabah belum turun.",
    ),
    **changes,
):
    paragraphs = changes.pop("paragraphs", None) or tuple(paragraph(text, line=n) for n, text in enumerate(texts, 5))
    stated = Stated(**changes.pop("stated", {}))
    evidence = changes.pop("evidence", STATED)
    values = {
        "source": Source(f"articles/{id_}.txt", id_, "0" * 64, "text", "", 1, stated, {}),
        "title": title,
        "language": "id",
        "outlet": OutletRead(outlet, None, evidence if outlet else None),
        "bylines": (Byline("Sari Melati", "reporter", evidence),),
        "published": Published(published, evidence if published else None),
        "place": None,
        "upstream": (Upstream("Antara", "first-report", Evidence("stated", 6, "lebih dulu memuat")),),
        "captions": (),
        "pages": None,
        "starts_mid_story": False,
        "paragraphs": paragraphs,
        "removed": (),
        "lines": (),
        "problems": (),
        "url": Address(stated.url, BY_DESK if stated.url else None),
    }
    return Article(**{**values, **changes})


def placed(article_, topics=("padi",), related=(), keywords=("padi", "lereng utara"), summary=None, names=()):
    bodies = [part for part in article_.paragraphs if part.kind != "subhead"]
    first = tuple(Sentence(part.text.split(". ")[0].rstrip(".") + ".", part.id) for part in bodies[:2])
    chosen = first if summary is None else summary
    scored = tuple(Keyword(text, 0.9 - n / 10) for n, text in enumerate(keywords))
    return Placed(Analysis(article_, chosen, names, scored, chosen, NO_READING), topics, related)


def topic(id_, members, title="Panen padi", introduction=None):
    points = tuple(
        CitedSentence(sentence.text, one.article.id, sentence.paragraph)
        for one in members
        for sentence in one.analysis.summary[:1]
    )
    return Topic(
        id=id_,
        titles={"id": title, "en": "Rice"},
        basis="desk",
        articles=tuple(one.article.id for one in members),
        keywords=members[0].analysis.keywords,
        summary=points,
        outlets=tuple(sorted({one.article.outlet.name for one in members if one.article.outlet.name})),
        introduction=Html(f"<p>{introduction}</p>") if introduction else None,
    )


def briefing(*members, topics=None):
    groups = topics or (topic("padi", members, introduction="Topik ini menghimpun kabar tentang panen."),)
    ordered = tuple(sorted(members, key=lambda one: one.article.id))
    return Briefing(tuple(groups), ordered, (), entities(ordered, DeskNames()))


def settings(folder, templates=TEMPLATES, **site):
    content = folder / "content"
    content.mkdir(parents=True, exist_ok=True)
    lines = [f"{key} = {value!r}" for key, value in {"name": "Telaah", **site}.items()]
    (content / "site.toml").write_text("\n".join(lines).replace("'", '"'), "utf-8")
    return read_settings(Options(content=content, site=folder / "site", templates=templates))


__all__ = [
    "BY_DESK",
    "STATED",
    "TEMPLATES",
    "Settings",
    "article",
    "briefing",
    "paragraph",
    "placed",
    "settings",
    "topic",
]


def pages(folder, *members, topics=None, templates=TEMPLATES, **keys):
    """Return the pages of a briefing as text by their address; settings are read in a folder of the test's own."""
    made = render(briefing(*members, topics=topics), settings(folder, templates, **keys))
    return {page.path: page.content.decode() for page in made if not page.path.endswith(".png")}


def text_of(html):
    """Return what a reader sees of some markup, blanks made one."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html)).replace("&nbsp;", " ")

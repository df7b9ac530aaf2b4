"""The briefing becomes data for machines: data/briefing.json, data/articles/<id>.json and the lines of explain."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

from telaah.model import Analysis, Briefing, Correction, Evidence, Figure, Name, Page, Placed, Topic
from telaah.problems import Problem
from telaah.render.quotable import quotable, quotable_chain
from telaah.render.text import Shown, shown
from telaah.settings import Settings
from telaah.standing import standing

SCHEMA = 1

Json = Mapping[str, "Json"] | Sequence["Json"] | str | int | float | bool | None


def data(briefing: Briefing, settings: Settings, edition: str | None) -> Iterator[Page]:
    """Give the data files of the site; text withheld under its rights is in none of them."""
    articles = [_text(_published(placed, settings)) for placed in briefing.articles]
    may = {placed.article.id: shown(placed, settings) for placed in briefing.articles}
    site: Json = {
        "name": settings.name,
        "languages": settings.languages,
        "base_url": settings.base_url,
        "edition": edition,
    }
    whole = {
        "schema": _text(SCHEMA),
        "site": _text(site),
        "topics": _text([_topic(quotable(topic, may)) for topic in briefing.topics]),
        "articles": _list(articles),
        "copies": _text([asdict(copies) for copies in briefing.copies]),
        "names": _text([asdict(entity) for entity in briefing.names]),
        "corrections": _text([_correction(each) for each in briefing.corrections]),
    }
    yield Page("data/briefing.json", _bytes(_object(whole)))
    for placed, article in zip(briefing.articles, articles, strict=True):
        yield Page(f"data/articles/{placed.article.id}.json", _bytes(article))


def _published(placed: Placed, settings: Settings) -> dict[str, Json]:
    """Return the article object of the contract's section 4, without what its rights withhold."""
    analysed = _analysed(placed.analysis)
    may = shown(placed, settings)
    if may.rights != "full":
        analysed = {**analysed, **_withheld(placed, may)}
    return {
        **analysed,
        "topics": placed.topics,
        "related": placed.related,
        "chain": [asdict(hop) for hop in quotable_chain(placed, settings).chain],
        "standing": standing(placed.article, settings.edition),
        "updated": placed.article.updated,
        "corrections": [_correction(each) for each in placed.article.source.corrections],
        "problems": _problems(placed.article.problems),
    }


def _correction(entry: Correction) -> dict[str, Json]:
    return {
        "date": entry.date,
        "kind": entry.kind,
        "article": entry.article,
        "topic": entry.topic,
        "title": entry.title,
        "was": entry.was,
        "now": entry.now,
        "why": entry.why,
        "by": entry.by,
    }


def explained(analysis: Analysis) -> str:
    """Return the article object with the class of every line, as one line of JSON."""
    value = _analysed(analysis)
    lines: Json = [{"line": each.line, "class": each.cls, "rule": each.rule} for each in analysis.article.lines]
    ordered: dict[str, Json] = {}
    for key in value:
        ordered[key] = value[key]
        if key == "removed":
            ordered["lines"] = lines
    whole = {**ordered, "topics": (), "related": (), "problems": _problems(analysis.article.problems)}
    return json.dumps(whole, ensure_ascii=False)


def _analysed(analysis: Analysis) -> dict[str, Json]:
    article = analysis.article
    sentences: dict[str, list[str]] = {paragraph.id: [] for paragraph in article.paragraphs}
    for sentence in analysis.sentences:
        sentences[sentence.paragraph].append(sentence.text)
    return {
        "file": article.source.file,
        "id": article.id,
        "sha256": article.source.sha256,
        "kind": article.source.stated.kind,
        "title": article.title,
        "language": article.language,
        "outlet": {"name": article.outlet.name, "domain": article.outlet.domain, **_evidence(article.outlet.evidence)},
        "bylines": [
            {"name": by.name, "role": by.role, "basis": by.evidence.basis, "line": by.evidence.line}
            for by in article.bylines
        ],
        "published": {"value": article.published.value, **_evidence(article.published.evidence)},
        "place": article.place,
        "upstream": [{"name": up.name, "how": up.how, **_evidence(up.evidence)} for up in article.upstream],
        "captions": [asdict(caption) for caption in article.captions],
        "pages": asdict(article.pages) if article.pages else None,
        "starts_mid_story": article.starts_mid_story,
        "paragraphs": [
            {"id": p.id, "kind": p.kind, "line": p.line, "text": p.text, "sentences": sentences[p.id]}
            for p in article.paragraphs
        ],
        "removed": [asdict(removed) for removed in article.removed],
        "names": [_name(name) for name in analysis.names],
        "keywords": [asdict(keyword) for keyword in analysis.keywords],
        "summary": [asdict(sentence) for sentence in analysis.summary],
    }


def _name(name: Name) -> dict[str, Json]:
    """Return a name; only what the desk says of it is marked."""
    marked: dict[str, Json] = {"basis": "desk"} if name.desk else {}
    return {"text": name.text, "kind": name.kind, "forms": name.forms, **marked}


def _evidence(evidence: Evidence | None) -> dict[str, Json]:
    if evidence is None:
        return {"basis": None, "line": None, "evidence": None}
    return {"basis": evidence.basis, "line": evidence.line, "evidence": evidence.text}


def _withheld(placed: Placed, may: Shown) -> dict[str, Json]:
    """Return what takes the place of the text: for an excerpt the cited sentences, for a link nothing."""
    lines = {paragraph.id: paragraph.line for paragraph in placed.article.paragraphs}
    quoted: dict[str, list[Json]] = {sentence.paragraph: [] for sentence in may.summary}
    for sentence in may.summary:
        quoted[sentence.paragraph].append(sentence.text)
    paragraphs: Json = [
        {"id": b.id, "kind": b.kind, "line": lines[b.id], "text": b.text, "sentences": quoted[b.id]} for b in may.blocks
    ]
    return {
        "captions": [],
        "paragraphs": paragraphs,
        "removed": [],
        "summary": [asdict(sentence) for sentence in may.summary],
    }


def _problems(problems: Iterable[Problem]) -> list[Json]:
    return [
        {
            "severity": p.severity,
            "code": p.code,
            "line": p.line,
            "column": p.column,
            "message": p.message,
            "hint": p.hint,
        }
        for p in problems
    ]


def _topic(topic: Topic) -> dict[str, Json]:
    return {
        "id": topic.id,
        "title": dict(sorted(topic.titles.items())),
        "basis": topic.basis,
        "articles": topic.articles,
        "members": [asdict(member) for member in topic.members],
        "keywords": [asdict(keyword) for keyword in topic.keywords],
        "summary": [asdict(sentence) for sentence in topic.summary],
        "outlets": topic.outlets,
        "origins": asdict(topic.origins),
        "disagreements": [
            {"id": each.id, **asdict(each), "figures": [_figure(figure) for figure in each.figures]}
            for each in topic.disagreements
        ],
        "timeline": [asdict(moment) for moment in topic.timeline],
        "claims": [{"id": claim.id, **asdict(claim)} for claim in topic.claims],
        "figures": [_figure(figure) for figure in topic.figures],
        "silenced": [asdict(row) for row in topic.silenced],
        "aliases": topic.aliases,
        "silent": topic.silent,
    }


def _figure(figure: Figure) -> dict[str, Json]:
    """Return a figure with whole numbers where they are whole."""
    low, high = (int(value) if value and value.is_integer() else value for value in (figure.low, figure.high))
    return {"quote": asdict(figure.quote), "kind": figure.kind, "unit": figure.unit, "low": low, "high": high}


def _text(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _object(parts: Mapping[str, str]) -> str:
    """Return an object of values that are JSON already: articles are written once, for their own files and for all."""
    return "{\n" + ",\n".join(f' "{key}": {_inner(text)}' for key, text in parts.items()) + "\n}"


def _list(items: Sequence[str]) -> str:
    return "[\n" + ",\n".join(f" {_inner(text)}" for text in items) + "\n]" if items else "[]"


def _inner(text: str) -> str:
    """Indent one step further; no string in JSON holds a line break."""
    return text.replace("\n", "\n ")


def _bytes(text: str) -> bytes:
    return f"{text}\n".encode()

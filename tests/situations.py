"""Hand-made situations for grouping, read from tests/cases/group/*.toml: articles, and what must come out and why."""

import tomllib
from dataclasses import replace
from pathlib import Path

from analysed import article

from telaah.analyse import analyse
from telaah.group import group
from telaah.model import DeskTopic, Evidence, Rule, Silenced, Upstream
from telaah.outlets import Outlet, Outlets

FOLDER = Path(__file__).parent / "cases" / "group"


def situations():
    return sorted(FOLDER.glob("*.toml"))


def load(file):
    return tomllib.loads(file.read_text("utf-8"))


def analyses(case):
    found = []
    for entry in case["article"]:
        read = article(
            entry["id"],
            entry["title"],
            *entry["text"].strip().split("\n"),
            language=entry.get("language", "id"),
            published=entry.get("published"),
            outlet=entry.get("outlet"),
        )
        upstream = tuple(
            Upstream(name, "first-report" if how == "first" else "footer", Evidence("stated", 9, f"Sumber: {name}"))
            for how, name in (("credit", entry.get("credits")), ("first", entry.get("first")))
            if name
        )
        found.append(analyse(replace(read, upstream=upstream)))
    return found


def outlets(case):
    return Outlets.of(
        tuple(Outlet(id=table["name"].lower().replace(" ", "-"), **table) for table in case.get("outlet", ()))
    )


def briefing(case, order=None):
    """Group the articles of a case; where it says so, the desk has put them all into one topic."""
    read = order or analyses(case)
    pinned = tuple(entry["id"] for entry in case["article"]) if case.get("one_topic") else ()
    topics = [DeskTopic("topics/satu.md", "satu", {"id": "Satu"}, pinned, "")] if pinned else []
    topics += [desk_topic(table) for table in case.get("topic", ())]
    silenced = [Silenced(table["id"], table["reason"], None) for table in case.get("silenced", ())]
    return group(read, topics, {}, outlets(case), silenced=silenced)


def desk_topic(table):
    return DeskTopic(
        f"topics/{table['id']}.md",
        table["id"],
        {"id": table["id"]},
        tuple(table.get("articles", ())),
        "",
        rules=tuple(map(rule, table.get("match", ()))),
        exclude=tuple(table.get("exclude", ())),
    )


def rule(table):
    lists = {key: tuple(table.get(key, ())) for key in ("names", "keywords", "outlets", "languages")}
    return Rule(**lists, start=table.get("from"), end=table.get("to"), at_least=table.get("at_least"))


def summary(found, topic_of):
    """Return what a case expects, as its [expect] table is written."""
    topic = next(topic for topic in found.topics if topic_of in topic.articles)
    return {
        "topics": sorted(sorted(topic.articles) for topic in found.topics),
        "origins": [topic.origins.at_least, topic.origins.at_most],
        "members": sorted(
            f"{m.article}: {m.how}{''.join(f' {met.key}={met.value}' for met in m.met)}" for m in topic.members
        ),
        "summary": [f"{cited.article}: {cited.text}" for cited in topic.summary],
        "known": sorted(group.name for group in topic.origins.groups if group.known),
        "why": sorted(
            f"{join.code}: {' '.join(join.articles)}" for group in topic.origins.groups for join in group.why
        ),
        "copies": [[copies.how, *copies.articles] for copies in found.copies],
        "disagreements": sorted(
            f"{d.how}: {' | '.join(quote.text for quote in d.quotes)}" for d in topic.disagreements
        ),
        "timeline": [f"{m.start}{' planned' if m.planned else ''}" for m in topic.timeline],
        "beyond": sorted(cell.sentence for claim in topic.claims for cell in claim.cells if cell.beyond),
        "claims": [f"{claim.id} {claim.cells[0].sentence}" for claim in topic.claims],
        "silenced": [f"{row.id} {row.kind}: {row.reason} {len(row.quotes)}" for row in topic.silenced],
        "status": sorted(
            f"{cell.article}:{''.join(f' {mark}' for mark in cell.status)}"
            for claim in topic.claims
            for cell in claim.cells
        ),
        "denied": sorted(
            cell.sentence for claim in topic.claims if claim.denied for cell in claim.cells if cell.denial
        ),
    }

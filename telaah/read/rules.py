"""The `match` of a topic becomes rules, or problems that say what to write instead."""

import re
from collections.abc import Iterator

from telaah.model import Rule
from telaah.read.front_matter import Entry
from telaah.read.statements import ABSENT, LANGUAGE, Reader

KEYS = ("names", "keywords", "outlets", "languages", "from", "to", "at_least")
_NUMBER = re.compile(r"[1-9]\d?")


def rules(entry: Entry | None, reader: Reader) -> tuple[Rule, ...]:
    """Return the rules of a topic; one mapping is one rule, a list of them several of which one must hold."""
    if entry is None or entry.value in ABSENT:
        return ()
    items = entry.value if isinstance(entry.value, list) else [entry]
    return tuple(_rules(items, reader))


def _rules(items: list[Entry], reader: Reader) -> Iterator[Rule]:
    for item in items:
        if not isinstance(item.value, dict):
            hint = "write match: {names: [Sri Rahayu], from: 2022-09-01}"
            reader.wrong(item, "match-form", "'match' should say what an article must have", hint)
            continue
        reader.unknown_keys(item.value, KEYS)
        rule = _rule(item.value, item, reader)
        if rule:
            yield rule


def _rule(entries: dict[str, Entry], item: Entry, reader: Reader) -> Rule | None:
    names, keywords = reader.texts(entries, "names"), reader.texts(entries, "keywords")
    languages = reader.texts(entries, "languages")
    for code in languages:
        if not LANGUAGE.fullmatch(code):
            message = f"'languages' holds \"{code}\", which is not a language code"
            reader.wrong(entries["languages"], "language-invalid", message, "write it as id, en ...")
    start, end = reader.day(entries, "from"), reader.day(entries, "to")
    rule = Rule(
        names=names,
        keywords=keywords,
        outlets=reader.texts(entries, "outlets"),
        languages=languages,
        start=start[:10] if start else None,
        end=end[:10] if end else None,
        at_least=_at_least(entries, len(names) + len(keywords), reader),
    )
    if not (names or keywords or rule.outlets or languages or start or end):
        if entries.keys() <= {"at_least"}:  # else what is wrong has been said
            hint = f"write one of {', '.join(KEYS[:-1])}, or leave 'match' out"
            reader.wrong(item, "match-form", "this 'match' says nothing that an article must have", hint)
        return None
    if rule.start and rule.end and rule.end[: len(rule.start)] < rule.start[: len(rule.end)]:
        message = f"'to' is {rule.end}, before 'from', {rule.start}"
        reader.wrong(entries["to"], "match-form", message, "write the earlier day as 'from'")
    return rule


def _at_least(entries: dict[str, Entry], most: int, reader: Reader) -> int | None:
    written = reader.text(entries, "at_least")
    if written is None:
        return None
    if not _NUMBER.fullmatch(written) or int(written) > most:
        message = f"'at_least' is \"{written}\", but {most} names and keywords are listed"
        hint = "write how many of them an article must have, or leave it out"
        reader.wrong(entries["at_least"], "match-form", message, hint)
        return None
    return int(written)

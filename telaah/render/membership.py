"""Why articles are in a topic becomes a list in words, each with what it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass

from telaah.model import Membership, Met, Topic
from telaah.render.catalogue import Words
from telaah.render.dates import when
from telaah.render.directory import Directory
from telaah.render.view import ArticleLine, Link


@dataclass(frozen=True, slots=True)
class Here:
    """An article of a topic, why it is here, and the article that is most like it where that is why."""

    article: Link
    reason: str
    near: Link | None


def membership(topic: Topic, lines: Iterable[ArticleLine], look: Directory) -> tuple[Here, ...]:
    """Return for each of these articles why it is in the topic; a topic of one found article needs no reason."""
    why = {member.article: member for member in topic.members}
    if all(member.how == "found" and member.near is None for member in topic.members):
        return ()
    return tuple(_here(why[line.id], look) for line in lines if line.id in why)


def _here(member: Membership, look: Directory) -> Here:
    near = look.lines[member.near].link if member.near else None
    return Here(look.lines[member.article].link, _reason(member, look.words), near)


def _reason(member: Membership, words: Words) -> str:
    if member.how == "pinned":
        return words.gettext("placed here by the desk")
    if member.how == "stated":
        return words.gettext("the desk names this topic in the article's own entry")
    if member.how == "matched":
        found: dict[str, list[str]] = {}
        for met in member.met:
            found.setdefault(_key(met, words), []).append(_value(met, words))
        told = "; ".join(f"{key}: {', '.join(values)}" for key, values in found.items())
        return words.gettext("meets a rule of the desk. %(found)s") % {"found": told}
    if member.likeness is None:
        return words.gettext("found by its words")
    return words.gettext("found by its words, %(share)s like those of") % {"share": words.percent(member.likeness)}


def _value(met: Met, words: Words) -> str:
    if met.key == "languages":
        return words.language_name(met.value) or met.value
    printed = when(met.value, words) if met.key == "published" else None
    return printed.short.text if printed else met.value


def _key(met: Met, words: Words) -> str:
    keys = {
        "names": words.gettext("names"),
        "keywords": words.gettext("keywords"),
        "outlets": words.gettext("published by"),
        "languages": words.gettext("language"),
        "published": words.gettext("day of publication"),
    }
    return keys[met.key]

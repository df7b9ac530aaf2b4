"""Former ids of articles and topics become problems wherever an old address could not lead to where it should."""

from collections.abc import Iterable, Iterator, Mapping

from telaah.ids import id_of
from telaah.model import DeskTopic, Source
from telaah.problems import Problem


def article_aliases(sources: Iterable[Source], content: str) -> Iterator[Problem]:
    """Give a problem for each alias that no address can hold, that is the id of an article, or of two articles."""
    every = tuple(sources)
    living = {source.id: source.file for source in every}
    owners: dict[str, str] = {}
    for source in every:
        for alias in source.stated.aliases:
            file, line = f"{content}/{source.file}", source.stated_at.get("aliases")
            owner = owners.setdefault(alias, source.file)
            if not good_alias(alias):
                yield invalid_alias(alias, file, line)
            elif alias in living:
                message = f"'aliases' names '{alias}', which is the id of {_who(living[alias], source.file)}"
                hint = "an alias is an id that an article had before; take it out, or give the other article another id"
                yield Problem("error", "alias-taken", message, hint, file, line)
            elif owner != source.file:
                message = f"'aliases' names '{alias}', which is an alias of {owner} too"
                yield Problem("error", "alias-taken", message, "an old address leads to one article", file, line)


def topic_aliases(topics: Iterable[DeskTopic], lines: Mapping[str, int], content: str) -> Iterator[Problem]:
    """Give a problem for each alias of a topic that no address can hold, or that is the id of a topic.

    `lines` says where a file states its aliases. Several topics may have one alias: what had it was divided.
    """
    every = tuple(topics)
    living = {topic.id: topic.file for topic in every}
    for topic in every:
        for alias in topic.aliases:
            file, line = f"{content}/{topic.file}", lines.get(topic.file)
            if not good_alias(alias):
                yield invalid_alias(alias, file, line)
            elif alias in living:
                who = "this topic itself" if alias == topic.id else living[alias]
                message = f"'aliases' names '{alias}', which is the id of {who}"
                hint = "an alias is an id that a topic had before; take it out, or delete the other topic's file"
                yield Problem("error", "alias-taken", message, hint, file, line)


def good_alias(alias: str) -> bool:
    """Say whether a former id can be part of an address."""
    return alias == id_of(alias)


def invalid_alias(alias: str, file: str, line: int | None) -> Problem:
    """Return the problem of an alias that was never an id."""
    message = f"'aliases' names '{alias}', which no address can hold"
    hint = f"write the former id as it stood in the address; perhaps {id_of(alias)}"
    return Problem("error", "id-invalid", message, hint, file, line)


def _who(owner: str, asking: str) -> str:
    return "this article itself" if owner == asking else owner

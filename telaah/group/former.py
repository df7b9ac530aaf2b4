"""Topics and the ids that desk topics had before become the problems of old addresses that still have their page."""

from collections.abc import Iterable, Iterator

from telaah.model import DeskTopic, Topic
from telaah.problems import Problem


def check_aliases(topics: Iterable[Topic], desk: Iterable[DeskTopic]) -> Iterator[Problem]:
    """Give a warning for each alias of a desk topic that is the id of an automatic one: such ids come and go.

    `file` is the path below the content folder.
    """
    found = {topic.id for topic in topics if topic.basis == "automatic"}
    for topic in desk:
        for alias in topic.aliases:
            if alias in found:
                message = f"'aliases' names '{alias}', but an automatic topic still has that id, and keeps its page"
                hint = f"list its articles in {topic.file} too, and the old address will lead here"
                yield Problem("warning", "alias-taken", message, hint, topic.file)

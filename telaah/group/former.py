"""Topics and the ids they had before become the problems of old addresses that cannot lead anywhere else."""

from collections.abc import Iterable, Iterator

from telaah.model import DeskTopic, Topic
from telaah.problems import Problem


def check_aliases(topics: Iterable[Topic], desk: Iterable[DeskTopic]) -> Iterator[Problem]:
    """Give a problem for each alias of a desk topic that is the id of a topic of the briefing.

    An error where the desk named that topic, a warning where it was found automatically: such ids come and go. `file`
    is the path below the content folder.
    """
    living = {topic.id: topic.basis for topic in topics}
    named = {topic.id: topic.file for topic in desk}
    for topic in desk:
        for alias in topic.aliases:
            if alias in named:
                who = "this topic's own id" if alias == topic.id else f"the id of {named[alias]}"
                message = f"'aliases' names '{alias}', which is {who}"
                hint = "an alias is an id that a topic had before; take it out, or delete the other topic's file"
                yield Problem("error", "alias-taken", message, hint, topic.file)
            elif alias in living:
                message = f"'aliases' names '{alias}', but an automatic topic still has that id, and keeps its page"
                hint = f"list its articles in {topic.file} too, and the old address will lead here"
                yield Problem("warning", "alias-taken", message, hint, topic.file)

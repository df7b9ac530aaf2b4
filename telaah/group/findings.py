"""A topic and its analyses become the topic with what they have found together: origins, claims, figures, timeline."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from telaah.group.aligned import passages
from telaah.group.claims import claims
from telaah.group.disagreements import disagreements
from telaah.group.figures import figures
from telaah.group.moments import merged, moments
from telaah.group.origins import origins
from telaah.model import Analysis, Copies, Topic
from telaah.settings import Outlets

COMPARED = 30
"""Articles of a topic, the best fitting first, whose sentences are compared: the work grows with the square."""


def findings(topic: Topic, analyses: Mapping[str, Analysis], copies: Sequence[Copies], outlets: Outlets) -> Topic:
    """Return the topic with its origins, claims, figures, disagreements and timeline."""
    members = [analyses[name] for name in topic.articles]
    compared = members[:COMPARED]
    found_origins = origins(members, copies, outlets)
    found_figures = tuple(figure for analysis in members for figure in figures(analysis))
    said = [passage for analysis in compared for passage in passages(analysis)]
    return replace(
        topic,
        origins=found_origins,
        claims=claims(compared, said, found_origins),
        figures=found_figures,
        disagreements=disagreements(compared, said, found_figures, found_origins),
        timeline=merged([moment for analysis in members for moment in moments(analysis)]),
    )

"""What comparing a topic's articles found becomes the sections of its page."""

from telaah.model import Topic
from telaah.render.claims import claim_table
from telaah.render.directory import Directory
from telaah.render.events import events
from telaah.render.findings_view import Findings
from telaah.render.origins import disagreement_lines, origin_list


def findings(topic: Topic, look: Directory) -> Findings:
    """Return claims, origins, disagreements and events; what there is nothing of stays empty."""
    return Findings(
        claims=claim_table(topic, look),
        origins=origin_list(topic, look),
        disagreements=disagreement_lines(topic, look),
        events=events(topic, look),
    )

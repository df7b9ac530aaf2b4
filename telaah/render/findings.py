"""What comparing a topic's articles found becomes the sections of its page."""

from telaah.model import Topic
from telaah.render.claims import claim_table
from telaah.render.differences import disagreement_lines
from telaah.render.directory import Directory
from telaah.render.events import events
from telaah.render.findings_view import Findings
from telaah.render.origins import origin_list
from telaah.render.proofs import proofs, silenced_lines


def findings(topic: Topic, look: Directory) -> Findings:
    """Return claims, origins, disagreements, their proofs and events; what there is nothing of stays empty."""
    return Findings(
        claims=claim_table(topic, look),
        origins=origin_list(topic, look),
        disagreements=disagreement_lines(topic, look),
        proofs=proofs(topic, look),
        silenced=silenced_lines(topic, look),
        silenced_lang=look.desk_lang,
        events=events(topic, look),
    )

"""Files, addresses and feeds become raw articles in the content folder, each with a sidecar for the desk to correct."""

from telaah.intake.add import add, add_feed
from telaah.intake.store import Taken
from telaah.intake.understood import understood

__all__ = ["Taken", "add", "add_feed", "understood"]

"""Nothing becomes a briefing folder that builds, or a name becomes a commented file to fill in."""

from telaah.scaffold.init import init
from telaah.scaffold.new import new_article, new_topic
from telaah.scaffold.refused import Refused

__all__ = ["Refused", "init", "new_article", "new_topic"]

"""Pages become the site: the finished folder takes the old one's place in one exchange, or nothing changes."""

from telaah.publish.errors import Busy, PublishError
from telaah.publish.inputs import inputs
from telaah.publish.locking import lock
from telaah.publish.takeover import publish

__all__ = ["Busy", "PublishError", "inputs", "lock", "publish"]

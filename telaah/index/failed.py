"""Why there is no search index, in one sentence."""


class IndexFailed(Exception):
    """The search indexer is missing, fails, hangs or answers wrongly; the message is a full sentence for the desk."""

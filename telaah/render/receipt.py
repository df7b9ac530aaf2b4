"""The rules that removed a page's clutter become lines of a receipt in plain words, each with a count."""

from collections import Counter
from collections.abc import Iterable, Mapping

from telaah.model import Removed
from telaah.render.catalogue import Words


def receipt(removed: Iterable[Removed], words: Words) -> tuple[tuple[str, int], ...]:
    """Return how many pieces each rule took out, most first; the removed words themselves are in the data."""
    reasons = _reasons(words)
    counts = Counter(reasons.get(piece.rule, piece.rule) for piece in removed)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _reasons(words: Words) -> Mapping[str, str]:
    """Return what each rule of cleaning is called; a rule that has no words here is shown by its code."""
    return {
        "alternative-text": words.gettext("Name of an icon or a logo"),
        "among-the-metadata": words.gettext("Short line between headline and text"),
        "before-the-headline": words.gettext("Above the headline"),
        "beginning-of-a-longer-line": words.gettext("Beginning of a line that stands in full elsewhere"),
        "comment-form": words.gettext("Comments and their form"),
        "copyright": words.gettext("Copyright line"),
        "dateline": words.gettext("Place and agency before the text, kept as such"),
        "end-mark": words.gettext("Mark at the end of the text"),
        "furniture-phrase": words.gettext("Menu, button or link of the page"),
        "headline-again-in-other-case": words.gettext("Headline repeated"),
        "no-story": words.gettext("Not part of a story"),
        "no-words": words.gettext("Line without words"),
        "outside-the-story": words.gettext("Outside the story"),
        "promo-phrase": words.gettext("Advertisement or appeal to readers"),
        "read-also-phrase": words.gettext("Link to another article"),
        "repeated": words.gettext("Repeated text"),
    }

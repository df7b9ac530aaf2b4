"""A line that says by its own words what it is becomes a class with a reason."""

import re

from telaah.clean.cues import Cues
from telaah.clean.dates import DateRead, date_of
from telaah.clean.lines import LONG_WORDS, PROSE_WORDS, Mark, ends_sentence, word_count
from telaah.clean.people import byline

DATE_REST_WORDS = 5
"""Most words beside a date on a date line: a name or a section; a sentence that holds a date has more."""
SENTENCE_REST_WORDS = 3
"""Words beside a date from which a line that ends with a full stop is a sentence."""
DATE_LETTERS = 30
"""Most characters of a date of digits and signs alone: "2023-03-14 08:15:22 +07:00" has 26."""
NOTICE_WORDS = 60
"""Most words of a cookie notice; a report about cookies is spread over more lines than one."""

_COPYRIGHT = re.compile(r"^(?:©|\(c\)|copyright\b)", re.IGNORECASE)

_WHOLE_RULES = {
    "furniture": "furniture-phrase", "section": "section-name", "most_read": "most-read", "author_bio": "author-bio",
}  # fmt: skip


def own_mark(text: str, cues: Cues) -> Mark | None:
    """Return the class that a line's own words give it, whatever stands around it; else None."""
    if not any(map(str.isalpha, text)):
        date = date_of(text, cues) if len(text) <= DATE_LETTERS else None
        return Mark("date", "date-alone") if date and not date.rest else Mark("furniture", "no-words")
    count = word_count(text)
    mark = _whole(text, count, cues) or _labelled(text, count, cues)
    return mark or (_notice(text, count, cues) if cues.hints(text) else None)


def _whole(text: str, count: int, cues: Cues) -> Mark | None:
    """Read lines that are one phrase from beginning to end, and notices of rights."""
    if _COPYRIGHT.match(text) or (count < LONG_WORDS and cues.within("copyright", text)):
        return Mark("furniture", "copyright")
    if any(match.start() < PROSE_WORDS for match in cues.found("republished", text)):
        return Mark("republish_credit", "republished-phrase")
    if count >= LONG_WORDS:
        return None
    if any(len(match[0]) == len(text) for match in cues.found("pagination", text)):
        return Mark("pagination", "page-of-pages")
    whole = cues.whole(text)
    if whole:
        return Mark("furniture", _WHOLE_RULES[whole])
    return Mark("furniture", "share-bar") if cues.is_share_bar(text) else None


def _labelled(text: str, count: int, cues: Cues) -> Mark | None:
    """Read lines that begin with a label, and dates."""
    also = cues.begins("read_also", text)
    if also and (also["colon"] or not also["rest"]):
        return Mark("read_also", "read-also-phrase")
    if cues.begins("comment_form", text):
        return Mark("furniture", "comment-form")
    if count >= LONG_WORDS:
        return None
    source = cues.begins("source_credit", text)
    if source and source["colon"] and count < PROSE_WORDS:
        return Mark("source_credit", "source-label")
    if byline(text, cues):
        return Mark("byline", "role-label")
    date = date_of(text, cues) if "@" not in text else None  # the date of somebody's message, not of the page
    if date and len(date.rest.split()) <= DATE_REST_WORDS and not ends_sentence(date.rest) and not _says(text, date):
        return Mark("date", "date-alone")
    return None


def _says(text: str, date: DateRead) -> bool:
    """Say whether a line with a date is a short sentence ("Hasil uji akan keluar pada 29 Januari 2025.")."""
    return ends_sentence(text) and len(date.rest.split()) >= SENTENCE_REST_WORDS


def _notice(text: str, count: int, cues: Cues) -> Mark | None:
    """Read what a page asks of its reader: cookies, a newsletter, an app, to follow it."""
    if count < NOTICE_WORDS and cues.within("cookie", text):
        return Mark("furniture", "cookie-notice")
    if count >= LONG_WORDS:
        return None
    if cues.within("newsletter", text):
        return Mark("promo", "newsletter")
    return Mark("promo", "promo-phrase") if cues.within("promo", text) else None

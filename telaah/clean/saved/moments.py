"""Claimed and printed dates of a saved page become its publication date; an update, a copyright or a guess is none."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lxml import html

from telaah.clean.cues import Cues
from telaah.clean.dates import FIRST_YEAR, LAST_YEAR, date_of
from telaah.clean.people import byline
from telaah.clean.saved.claims import Claims
from telaah.clean.saved.linked_data import text
from telaah.clean.saved.tree import Marked, Seen, named, words
from telaah.clean.saved.window import Window
from telaah.model import Evidence, Published

TAGS = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "citation_publication_date", "citation_online_date", "citation_date", "parsely-pub-date", "pubdate", "publishdate",
    "publish_date", "publish-date", "published_date", "publisheddate", "publication_date", "sailthru.date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "og:pubdate", "content_published_date",
    "article.published", "date", "cxenseparse:recs:publishtime", "bt:pubdate", "gsa_date", "publishtime",
)  # fmt: skip
"""Meta tags that name the publication date, the commonest first; those that may name an update come late."""
DATE_WORDS = 16
"""Most words of a line that holds a date, an author and counters; a sentence about an event is longer."""
UPDATES = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
LABEL_WORDS = 3
"""Most words of a label on a line of its own above a date."""
REST_WORDS = 7
"""Most words beside a date on such a line, once its labels are gone."""

_ISO = re.compile(
    r"(?P<year>\d{4})[-/. ]?(?P<month>\d{2})[-/. ]?(?P<day>\d{2})"
    r"(?:[T ]+(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2}))?(?:[.,]\d+)?\s*"
    r"(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_UPDATE = re.compile(
    r"modif|updat|revis|edited|edit-|diperbarui|perubahan|aktualisiert|actualiz|atualiz|gewijzigd", re.I
)
_COPYRIGHT = re.compile(r"©|\(c\)|copyright", re.I)
# A label of an update within a line begins another statement: "Published on ... Updated on ...".
_PARTS = re.compile(
    r"\s*[•·⋅|]\s*|\s+(?=(?:last )?(?:updated|modified|diperbarui)\b)|\s+(?=(?:first )?published\b)", re.I
)
_AMERICAN = re.compile(r"(?<!\d)(0?[1-9]|1[0-2])/(1[3-9]|2\d|3[01])/(\d{4})(?!\d)")
_PATH = re.compile(r"/(?P<year>(?:19|20)\d{2})[/-](?P<month>\d{1,2})(?:[/-](?P<day>\d{1,2}))?(?=[/-]|$)")


def published(claims: Claims, seen: Seen, head: Window | None, cues: Cues, zone: str | None) -> Published:
    """Return the publication date by the best evidence: claimed of the article, printed on it, in its address.

    A moment in another offset is told in the outlet's zone; midnight in a machine's date is a day without a time.
    """
    near = next(_near(seen, head, cues), None)
    printed = near or next(_anywhere(seen, cues), None)
    for value, words_ in _claimed(claims, printed):
        read = machine(value, zone) or _of_citation(value, cues)
        if read:
            if near and _differs(read, near, claims):
                return Published(near[0], Evidence("stated", None, near[1]))
            return Published(_day_printed(read, printed), Evidence("metadata", None, words_))
    if printed:
        return Published(printed[0], Evidence("stated", None, printed[1]))
    return _of_address(claims.url)


def machine(value: str, zone: str | None) -> str | None:
    """Return a date as machines write it in ISO 8601, to the minute, in the outlet's zone where both are known."""
    found = _ISO.match(value.strip())
    if found is None:
        return None
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            return None
        if found["hour"] is None or {found["hour"], found["minute"], found["second"] or "00"} == {"00"}:
            return day.isoformat()
        mark = (found["zone"] or "").upper()
        offset = "+00:00" if mark in ("Z", "UTC", "GMT") else re.sub(r"^([+-]\d{2})(\d{2})$", r"\1:\2", mark)
        moment = datetime.fromisoformat(f"{day.isoformat()}T{found['hour']}:{found['minute']}{offset}")
        if zone and moment.tzinfo:
            moment = moment.astimezone(ZoneInfo(zone))
    except (ValueError, OverflowError):
        return None
    return moment.isoformat(timespec="minutes")


def _claimed(claims: Claims, printed: tuple[str, str] | None) -> Iterator[tuple[str, str]]:
    """Give (value, words) of the dates that the head claims, the most trusted first."""
    value = text(claims.article.get("datePublished"))
    if value:
        yield value, f"datePublished {value}"
    for name in TAGS:
        for content in claims.meta.get(name, ()):
            yield content, f"{name} {content}"
    value = text(claims.page.get("datePublished"))
    # Content systems date every page, company pages too; such a date counts where the page calls itself an article.
    if value and (printed or "article" in claims.meta.get("og:type", ())) and not _is_timeless(claims):
        yield value, f"datePublished {value}"


def _is_timeless(claims: Claims) -> bool:
    return not any(name.startswith("article:published") for name in claims.meta) and not claims.article


def _near(seen: Seen, head: Window | None, cues: Cues) -> Iterator[tuple[str, str]]:
    """Give (value, words) of the dates printed near the headline: time elements, then lines, below it before above."""
    if head is None:
        return
    inside = (each for each in seen.moments if each.element.tag == "time" and head.holds(each) and not each.elsewhere)
    yield from _of_elements(inside, seen, cues)
    for number in (*range(head.at, head.end), *range(head.at - 1, head.start - 1, -1)):
        yield from _of_line(seen, number, cues)


def _anywhere(seen: Seen, cues: Cues) -> Iterator[tuple[str, str]]:
    """Give (value, words) of the dates that say themselves that they are the publication's, wherever they stand.

    Outside the article, in a sidebar, only a date below a label that is a line of its own does.
    """
    said = (each for each in seen.moments if "datepublished" in named(each.element).lower() and not each.elsewhere)
    yield from _of_elements(said, seen, cues)
    labelled: list[tuple[str, str]] = []
    aside: list[tuple[str, str]] = []
    for number, line in enumerate(seen.lines):
        above = seen.lines[number - 1].text if number else ""
        if line.elsewhere:
            aside += _below_label(line.text, above, cues)
        elif any(_is_label(each, cues) for each in (line.text, above)) or byline(above, cues):
            labelled += _of_line(seen, number, cues)
    # Several days that all say they are the publication's are those of several stories.
    for found in (labelled, aside):
        if found:
            if len({value[:10] for value, _ in found}) == 1:
                yield found[0]
            return


def _below_label(line: str, above: str, cues: Cues) -> Iterator[tuple[str, str]]:
    """Give the date that a line is, where the line above is nothing but its label."""
    label = cues.begins("published", above)
    if label and label.end() == len(above):
        read = date_of(_day_first(line), cues)
        if read and not read.rest:
            yield read.value, line


def _of_elements(marked: Iterable[Marked], seen: Seen, cues: Cues) -> Iterator[tuple[str, str]]:
    for each in marked:
        shown = words(each.element)
        line = seen.lines[each.line].text if each.line < len(seen.lines) else ""
        before = line.partition(shown)[0] if shown else ""
        if _is_update(each.element) or _is_about_update(f"{before} {shown}", cues):
            continue
        given = each.element.get("datetime") or each.element.get("content") or ""
        read, printed = machine(given, None), date_of(shown, cues)
        if read:
            yield _day_printed(read, (printed.value, shown) if printed else None), f"{given} {shown}".strip()
        elif printed:
            yield printed.value, shown


def _of_line(seen: Seen, number: int, cues: Cues) -> Iterator[tuple[str, str]]:
    """Give the date of a short line, unless it or the label above it speaks of an update or a copyright."""
    line, above = seen.lines[number].text, seen.lines[number - 1].text if number else ""
    if seen.lines[number].elsewhere or len(line.split()) > DATE_WORDS or _COPYRIGHT.search(line):
        return
    label = above if len(above.split()) <= LABEL_WORDS else ""
    for part in _PARTS.split(line):
        read = date_of(_day_first(part), cues)
        alone = f"{label} {part}" if read and not read.rest else part
        if read and len(read.rest.split()) <= REST_WORDS and not _is_about_update(alone, cues):
            yield read.value, line


def _is_label(words_: str, cues: Cues) -> bool:
    return len(words_.split()) <= DATE_WORDS and cues.begins("published", words_) is not None


def _is_about_update(words_: str, cues: Cues) -> bool:
    return bool(_UPDATE.search(words_)) or cues.within("updated", words_)


def _is_update(element: html.HtmlElement) -> bool:
    """Say whether an element's attributes, or those of what holds it, speak of an update."""
    parent = element.getparent()
    around = [element, parent] if parent is not None else [element]
    return any(_UPDATE.search(named(each)) and "publish" not in named(each).lower() for each in around)


def _day_first(part: str) -> str:
    """Return American dates whose second number can be no month (2/24/2026) with the day first."""
    return _AMERICAN.sub(r"\2/\1/\3", part)


def _of_citation(value: str, cues: Cues) -> str | None:
    """Return a date as citation tags write it, the year first: 2023 Jan 7."""
    turned = re.sub(r"^(\d{4})[ /]+([^\W\d]+\.?)[ /]+(\d{1,2})$", r"\3 \2 \1", value.strip())
    read = date_of(turned, cues)
    return read.value if read and not read.rest else None


def _differs(claimed: str, near: tuple[str, str], claims: Claims) -> bool:
    """Say whether the page prints another day than its head claims, and not the day of its last update."""
    day = near[0][:10]
    updates = [text(claims.article.get("dateModified")), text(claims.page.get("dateModified")), *claims.of(*UPDATES)]
    known = {read[:10] for each in updates if each and (read := machine(each, None))}
    return (
        len(day) == len("2022-11-30") and not _is_next(day, claimed) and not any(_is_next(day, each) for each in known)
    )


def _is_next(day: str, other: str) -> bool:
    """Say whether two days are the same or neighbours: a moment belongs to two days, by zone."""
    return abs((date.fromisoformat(day) - date.fromisoformat(other[:10])).days) <= 1


def _day_printed(claimed: str, printed: tuple[str, str] | None) -> str:
    """Return the day printed where a moment in a far zone claims its eve or its morrow; else the claim."""
    if printed is None or len(printed[0]) < len("2022-11-30"):
        return claimed
    same = claimed[:10] == printed[0][:10]
    return printed[0] if not same and _is_next(printed[0][:10], claimed) else claimed


def _of_address(url: str | None) -> Published:
    found = _PATH.search(url or "")
    if found is None:
        return Published(None, None)
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"] or 1))
    except ValueError:
        return Published(None, None)
    value = day.isoformat() if found["day"] else day.isoformat()[:7]
    return Published(value, Evidence("inferred", None, url))

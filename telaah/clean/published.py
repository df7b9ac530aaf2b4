"""The date lines of a raw page say when it was published: one beside the headline or right behind the text, or none.

Dates further off belong to comments and to teasers of other pages. On the 150 pages of html/meta, as four converters
write them, 294 of 322 date lines beside a headline give the page's day, and 142 of 1,080 behind its text.
"""

from collections.abc import Iterator, Mapping, Sequence

from telaah.clean.cues import Cues
from telaah.clean.dates import date_of
from telaah.clean.lines import Mark, RawLine
from telaah.model import Evidence, LineClass, Published

ABOVE = 20
"""Lines above the headline in which its date may stand; the furthest on those pages, 9 lines or more, is right."""
FOOT = 4
"""Lines behind the text within which the only date line of a page is its date; on those pages it is on 8 of 8."""

_TEXT: frozenset[LineClass] = frozenset({"body", "quote", "list", "table", "subhead"})
_CREDITS: frozenset[LineClass] = frozenset(
    {"byline", "date", "source_credit", "republish_credit", "image_credit", "caption", "outlet_label"}
)


def published(lines: Sequence[RawLine], marks: Mapping[int, Mark], cues: Cues) -> Published:
    """Return the date of a page: by the headline before behind the text, and rather not the date of an update.

    A bare date is given the time that another line beside the headline or behind the text prints for the same day.
    """
    dates = []
    for behind, line in _candidates(lines, [marks[line.number].cls for line in lines], cues):
        read = date_of(line.text, cues)
        if read:
            dates.append((bool(cues.begins("updated", line.text)), behind, not read.has_time, line.number, read))
    if not dates:
        return Published(None, None)
    *_, number, read = min(dates, key=lambda each: each[:4])
    timed = [each for each in dates if each[4].value.startswith(f"{read.value}T")]
    if timed:
        *_, number, read = min(timed, key=lambda each: each[:4])
    return Published(read.value, Evidence("stated", number, read.text))


def _candidates(lines: Sequence[RawLine], classes: Sequence[LineClass], cues: Cues) -> Iterator[tuple[bool, RawLine]]:
    """Give the date lines that may be the page's, and whether each stands behind the text."""
    text = [place for place, cls in enumerate(classes) if cls in _TEXT]
    paragraphs = [place for place in text if classes[place] == "body"]
    end = paragraphs[1] if len(paragraphs) > 1 else text[-1] if text else len(lines)
    first = paragraphs[0] if paragraphs else 0
    head = max((place for place in range(end) if classes[place] == "headline"), default=first)
    dates = [place for place, cls in enumerate(classes) if cls == "date"]
    yield from ((False, lines[place]) for place in dates if head - ABOVE <= place < end)
    behind = max(end, text[-1] + 1 if text else 0)
    alone = len(dates) == 1
    if alone and dates[0] >= behind and cues.begins("published", lines[dates[0]].text):
        yield True, lines[dates[0]]
    for place in range(behind, len(lines)):
        if classes[place] == "date":
            yield True, lines[place]
        elif classes[place] not in _CREDITS and not (
            alone and place < behind + FOOT and not _heads_others(lines[place], cues)
        ):
            return


def _heads_others(line: RawLine, cues: Cues) -> bool:
    """Say whether a line heads comments or a list of other pages."""
    return cues.within("related_head", line.text) or cues.within("comments_head", line.text)

"""The words of a page say which outlet published it, or that they do not say."""

import re
from collections.abc import Iterable, Iterator, Mapping

from telaah.clean.credits import is_domain
from telaah.clean.cues import Cues
from telaah.clean.cuts import Dateline
from telaah.clean.lines import Mark, RawLine
from telaah.clean.upstream import via_itself
from telaah.model import Basis, Evidence, OutletRead
from telaah.settings import Outlets

NO_OUTLET = OutletRead(None, None, None)

_LINK = re.compile(r"https?://(?P<host>[^/\s'\"<>:]+)", re.IGNORECASE)
_OWNER = re.compile(
    r"^(?:\w{2,8}\s?)?(?:©|\(c\)|copyright)[\s©,]*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*"
    r"(?P<name>.+?)(?:[,.|]\s*|\s+all rights?\b|$)",
    re.IGNORECASE,
)
_FAMILY = re.compile(r"\b(?:network|group|grup|media group|holding|inc|llc|ltd|corp)\b", re.IGNORECASE)


def outlet(
    lines: Iterable[RawLine],
    marks: Mapping[int, Mark],
    dateline: tuple[Dateline, int] | None,
    cues: Cues,
    outlets: Outlets,
) -> OutletRead:
    """Return the outlet by the best evidence on the page; a network's copyright line names no outlet."""
    for name, basis, line, words in _candidates(tuple(lines), marks, dateline, cues, outlets):
        known = outlets.find(name)
        if known:
            domain = known.domains[0] if known.domains else None
            return OutletRead(known.name, domain, Evidence(basis, line, words))
        if is_domain(name):
            return OutletRead(name, name.casefold(), Evidence(basis, line, words))
    return NO_OUTLET


def _candidates(
    lines: tuple[RawLine, ...],
    marks: Mapping[int, Mark],
    dateline: tuple[Dateline, int] | None,
    cues: Cues,
    outlets: Outlets,
) -> Iterator[tuple[str, Basis, int, str]]:
    """Give (name, basis, line, words as printed), the best evidence first."""
    if dateline and dateline[0].outlet:
        yield dateline[0].outlet, "stated", dateline[1], dateline[0].text.strip()
    ranked: dict[int, list[tuple[str, Basis, int, str]]] = {}
    for line in lines:
        for rank, name, basis, words in _in_line(line, marks[line.number], cues, outlets):
            ranked.setdefault(rank, []).append((name, basis, line.number, words))
    for rank in sorted(ranked):
        yield from ranked[rank]


def _in_line(line: RawLine, mark: Mark, cues: Cues, outlets: Outlets) -> Iterator[tuple[int, str, Basis, str]]:
    """Give (rank, name, basis, words) of what one line says of the outlet; a lower rank is better evidence."""
    if mark.cls == "outlet_label":
        yield 1, line.text, "stated", line.text
    elif mark.cls == "body":
        through = via_itself(line.text, cues, outlets)
        if through:
            yield 2, through, "stated", through
    elif mark.cls == "promo":
        for match in cues.found("outlet_promo", line.text):
            yield 3, match["outlet"], "inferred", line.text
    elif mark.cls in ("byline", "headline") and (link := _LINK.search(line.raw)):
        yield 4, link["host"].removeprefix("www."), "inferred", link[0]
    elif mark.rule == "copyright" and (owner := _OWNER.match(line.text)) and not _FAMILY.search(line.text):
        yield 5, cues.before("copyright", owner["name"]), "inferred", line.text

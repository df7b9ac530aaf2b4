"""Claimed authors and printed bylines of a saved page become its people with roles; no site, no address, no handle."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from telaah.clean.cues import Cues
from telaah.clean.dates import date_of
from telaah.clean.people import byline, in_name_case
from telaah.clean.saved.claims import Claims, folded
from telaah.clean.saved.linked_data import ORGANISATIONS, Json, text, types
from telaah.clean.saved.tree import Marked, Seen, pieces
from telaah.clean.saved.window import Window
from telaah.model import Basis, Byline, Evidence, Role

TAGS = ("citation_author", "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
        "sailthru.author", "byl", "article.author")  # fmt: skip
NAME_WORDS = 5
"""Most words of a person's name; a longer run is a sentence or a list without commas."""
BYLINE_WORDS = 14
"""Most words of an element or line that is a byline."""
MOST = 0.6
"""Least share of a site's name that a name takes up when it is the site's: "Tempo" of "Tempo.co"."""

_NAME = re.compile(r"[^\W\d_][\w.'’\-]*(?: [^\W\d_][\w.'’\-]*)*")
_JOINED = re.compile(r"\s*(?:[,;|&•·⋅]|\s[-–—]\s|\b(?:and|dan|und|et|y)\b)\s*")
_PARTS = re.compile(r"\s*[•·⋅|]\s*|\s+[-–—]\s+")
_DEGREE = re.compile(
    r"(?:ph\.?\s?d|m\.?d|jr|sr|rn|esq|mba|msc|ma|bsc|s\.?h|m\.?h|s\.?e|m\.?si|cfp|cpa|ii|iii)\.?", re.I
)
_LABEL = re.compile(r"^(?:the\s+)?(?:author|penulis|autor|auteur|byline)s?\s*:?\s+", re.I)
_ATTRIBUTES = re.compile(r"(?:^|[-_ ])(?:name|author)(?:$|[-_ ])|author-?name|byline", re.I)
# Accounts, desks and counters that stand where a person's name should.
_NOBODY = re.compile(
    r"https?:|www\.|@|[/\\<>{}|]|\b(?:admin|administrator|authors?|editors?|editorial|staff|redaksi|redaktur|reporter|"
    r"contributors?|guest|newsroom|news desk|user|unknown|anonymous|webmaster|follow|about|share|view|posts?|photo|"
    r"comments?|updated|published|min|read|by|profile|bio|avatar|subscribe|login|more|articles?|image|link|copy)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Site:
    """What the site calls itself, folded, and whether a name is one of that."""

    keys: frozenset[str]
    printed: frozenset[str]

    def owns(self, name: str) -> bool:
        """Say whether a name is the site's; a person's own site is, unless the page prints the name as its author."""
        key = folded(name)
        return key not in self.printed and any(key in own and len(key) >= MOST * len(own) for own in self.keys)


def authors(claims: Claims, seen: Seen, head: Window | None, cues: Cues, outlet: str | None) -> tuple[Byline, ...]:
    """Return the people behind the text: whom the head claims, unless a labelled byline near the headline differs."""
    lines = [line.text for line in seen.lines[head.start : head.end]] if head else []
    printed = frozenset(folded(_without_label(line, cues)) for line in lines if len(line.split()) in range(2, 5))
    site = _Site(frozenset(folded(each) for each in (*claims.sites(), outlet or "") if each), printed)
    claimed = next((found for each in _claimed(claims) if (found := _people(each, "metadata", site, cues))), ())
    labelled = tuple(_labelled(lines, head.at - head.start if head else 0, cues, site))
    writers = tuple(each for each in labelled if each.role in ("author", "reporter"))
    others = tuple(each for each in labelled if each not in writers)
    if writers and not claimed:
        claimed = writers
    elif writers:
        agreed = [folded(each.name) for each in claimed if any(folded(each.name) in folded(w.name) for w in writers)]
        more = len(agreed) == len(claimed) < len(writers)
        claimed = writers if more or not agreed else claimed
    found = claimed or _people(_printed(seen, head), "stated", site, cues) or _alone(seen, site, cues)
    merged: dict[str, Byline] = {}
    for one in (*found, *others):
        merged.setdefault(folded(one.name), one)
    return tuple(merged.values())


def _claimed(claims: Claims) -> Iterator[list[str]]:
    """Give the names of each place in the head that names anybody, the most trusted first."""
    ids = {str(node.get("@id")): node for node in claims.nodes if node.get("@id") and node.get("name")}
    for key in ("author", "creator"):
        yield list(_of_node(claims.article.get(key), ids))
    for name in TAGS:
        yield [*claims.meta.get(name, ())]


def _of_node(value: Json, ids: Mapping[str, Mapping[str, Json]]) -> Iterator[str]:
    """Give the names in an author value: a text, a node, a reference to one, or a list of these."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, str):
            yield text(each) or ""
        elif isinstance(each, Mapping):
            node = each if each.get("name") else ids.get(str(each.get("@id")), each)
            names = node.get("name")
            for name in map(text, names if isinstance(names, list) else [names]):
                if name and not any(ORGANISATIONS.search(kind) for kind in types(node)):
                    yield name


def _people(texts: Iterable[str], basis: Basis, site: _Site, cues: Cues) -> tuple[Byline, ...]:
    found: dict[str, Byline] = {}
    for printed in texts:
        for name, role in _names(printed, site, cues):
            found.setdefault(folded(name), Byline(name, role, Evidence(basis, None, printed)))
    return tuple(found.values())


def _names(printed: str, site: _Site, cues: Cues) -> Iterator[tuple[str, Role]]:
    """Give the names in the words of an author field or element."""
    labelled = byline(printed, cues)
    if labelled:
        yield from ((name, role) for name, role in labelled if not site.owns(name))
        return
    if site.owns(printed):
        return
    for part in _JOINED.split(_LABEL.sub("", _without_label(printed, cues))):
        name = part.strip(" .,:;*")
        if name and _is_name(name, site):
            yield in_name_case(name), "author"


def _without_label(printed: str, cues: Cues) -> str:
    """Return a byline without the label before it ("By", "Written by")."""
    for label in sorted(cues.roles, key=lambda each: (-len(each), each)):
        if printed.casefold().startswith(label) and not printed[len(label) : len(label) + 1].isalnum():
            return printed[len(label) :].lstrip(" :-–—")
    return printed


def _is_name(name: str, site: _Site) -> bool:
    fits = bool(_NAME.fullmatch(name)) and len(name.split()) <= NAME_WORDS and len(name) > 2
    proper = not name.split()[0][:1].islower() or name.split()[0] in ("the", "van", "von", "de", "al", "el")
    proper = proper and not name.split()[-1][:1].islower() and not _DEGREE.fullmatch(name)
    return fits and proper and not _NOBODY.search(name) and not site.owns(name)


def _labelled(lines: list[str], title: int, cues: Cues, site: _Site) -> Iterator[Byline]:
    """Give the people of lines that begin with a role ("Editor: ...", "By ...", "6 May 2024 by ...").

    A label may stand on a line of its own, but only below the headline, line `title`: above it stand menus.
    """
    for number, (above, line) in enumerate(zip(["", *lines], lines, strict=False)):
        if len(line.split()) > BYLINE_WORDS:
            continue
        alone = number > title + 1 and above.strip(" :").casefold() in cues.roles
        for part in [f"{above.strip(' :')}: {_PARTS.split(line)[0]}"] if alone else _PARTS.split(line):
            date = date_of(part, cues)
            for name, role in byline(date.rest if date else part, cues):
                if _is_name(name, site):
                    yield Byline(name, role, Evidence("stated", None, f"{above} {line}" if alone else line))


def _printed(seen: Seen, head: Window | None) -> Iterator[str]:
    """Give the words of the innermost element in the article's head that is marked as an author's."""
    marked = [each for each in seen.people if head and head.holds(each) and not each.elsewhere]
    for each in marked:
        inner = [other for other in marked if each.element in other.element.iterancestors() and pieces(other.element)]
        lines = pieces(each.element)
        if lines and not inner and len(lines[0].split()) <= BYLINE_WORDS:
            yield lines[0]
            return


def _alone(seen: Seen, site: _Site, cues: Cues) -> tuple[Byline, ...]:
    """Return the one person whom author elements anywhere on the page name, other stories and comments left out."""
    sure = [each for each in seen.people if not each.elsewhere and _is_sure(each)]
    texts = [lines[0] for each in sure if (lines := pieces(each.element)) and len(lines[0].split()) <= BYLINE_WORDS]
    found = _people(texts, "stated", site, cues)
    return found if len(found) == 1 else ()


def _is_sure(marked: Marked) -> bool:
    element = marked.element
    said = f"{element.get('rel') or ''} {element.get('itemprop') or ''}".split()
    return "author" in said or bool(_ATTRIBUTES.search(element.get("class") or ""))

"""The text of a saved page becomes a tree, and the tree the lines a reader sees, with the elements that say whose."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree, html

from telaah.clean.plain import plain

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd", "details",
        "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "label", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
"""Elements that begin a line of their own."""
UNSEEN = frozenset(
    {
        "script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "textarea", "math",
        "canvas",
    }
)  # fmt: skip
"""Elements whose words no reader sees."""

_NOT_SHOWN = re.compile(r"display\s*:\s*none")
_NOTHING = (False, False, False)
_CALLS = ("class", "id", "rel", "itemprop", "data-testid")
_PEOPLE = re.compile(r"author|byline|by-line|writer|penulis|reporter|autor|redaktion|journalist|contributor")
_PROFILE = re.compile(
    r"/(?:authors?|penulis|by|reporters?|contributors?|profiles?|people|staff|writers?|bylines?|autor|auteur)/", re.I
)
_MOMENTS = re.compile(r"date|publish|posted|time|tanggal|waktu|datum|fecha")
# Places that name other people and other days: comments, boxes of other stories, adverts.
_ELSEWHERE = re.compile(
    r"comment|komentar|respond|testimonial|related|terkait|recommend|more-?(?:posts|stories|articles|from)|latest|"
    r"popular|terpopuler|sidebar|widget|footer|promo|newsletter|carousel|trending|read-?(?:next|more)|"
    r"(?:^|[-_ ])(?:card|nav|menu|teaser)s?(?:$|[-_ ])"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A run of words between two breaks, the element that holds its beginning, and whether it belongs to others."""

    text: str
    holder: html.HtmlElement
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """An element whose attributes say that it holds a person or a date; `line` is where in the lines it begins."""

    element: html.HtmlElement
    line: int
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reader sees of a page, top to bottom."""

    lines: tuple[Line, ...]
    people: tuple[Marked, ...]
    moments: tuple[Marked, ...]


_CONTROLS = bytes(32 if code < 32 and code not in b"\t\n\f\r" else code for code in range(256))
"""Every byte, with a blank for the control characters that a tree is not allowed to hold: moving such a text fails."""
_NONCHARACTERS = tuple(code.encode() for code in ("\ufffe", "\uffff"))
_REFERENCES = re.compile(
    rb"&#(?:0*(?:[0-8]|1[14-9]|2[0-9]|3[01])|x0*(?:[0-8bef]|1[0-9a-f]))(?![0-9a-f]);?", re.IGNORECASE
)
"""References to such characters."""
_PLAIN = etree.ElementDefaultClassLookup(element=html.HtmlElement)
"""All elements are of one class: lxml's own lookup is asked in Python for every element, a tenth of the whole cost."""


def tree(text: str) -> html.HtmlElement | None:
    """Return the tree of a page; None where there is no element in it. Nothing is fetched."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_PLAIN)
    written = text.encode("utf-8", "replace").translate(_CONTROLS)
    for each in _NONCHARACTERS:
        written = written.replace(each, b" ")
    try:
        return html.document_fromstring(_REFERENCES.sub(b" ", written), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def words(element: html.HtmlElement) -> str:
    """Return the words of an element as a reader sees them, one blank between blocks."""
    return " ".join(pieces(element))


def pieces(element: html.HtmlElement) -> tuple[str, ...]:
    """Return the words of an element line by line, as blocks and breaks divide them."""
    return tuple(text for each in _pieces(element) if (text := plain(each)))


def named(element: html.HtmlElement) -> str:
    """Return what class, id, rel and itemprop call an element."""
    return _called(dict(element.items()))


def _called(given: Mapping[str, str]) -> str:
    return " ".join([given[key] for key in _CALLS if key in given])


def without_code(root: html.HtmlElement) -> None:
    """Take out of a tree what holds no words: scripts, styles and drawings; whoever copies it copies half as much."""
    etree.strip_elements(root, "style", "svg", with_tail=False)
    for script in [each for each in root.iter("script") if "ld+json" not in (each.get("type") or "")]:
        script.drop_tree()


def seen(root: html.HtmlElement, heading: html.HtmlElement | None) -> Seen:
    """Walk the page once, top to bottom; whatever holds the heading is no place of other stories."""
    walk = _Walk(() if heading is None else heading.iterancestors())
    body = root.find("body")
    if body is not None:
        walk.over(body)
    return Seen(tuple(walk.lines), tuple(walk.people), tuple(walk.moments))


class _Walk:
    """Collects lines and marked elements while the tree is walked."""

    def __init__(self, own: Iterable[html.HtmlElement]) -> None:
        self.own = frozenset(own)
        self.lines: list[Line] = []
        self.people: list[Marked] = []
        self.moments: list[Marked] = []
        self._names: dict[str, tuple[bool, bool, bool]] = {}
        self._parts: list[str] = []
        self._holder: html.HtmlElement | None = None
        self._elsewhere: html.HtmlElement | None = None

    def over(self, body: html.HtmlElement) -> None:
        walk = etree.iterwalk(body, events=("start", "end"))
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                given = dict(element.items())
                if not tag or tag in UNSEEN or (given and _is_hidden(given)):
                    walk.skip_subtree()
                    continue
                self._enter(element, tag, given)
            else:
                self._leave(element, tag)
        self._end_line()

    def _enter(self, element: html.HtmlElement, tag: str, given: Mapping[str, str]) -> None:
        if tag in BLOCKS:
            self._end_line()
            self._holder = element
        elsewhere, people, moments = self._told(_called(given)) if given else _NOTHING
        if elsewhere and self._elsewhere is None and element not in self.own:
            self._elsewhere = element
        if tag == "time" or moments:
            self.moments.append(Marked(element, len(self.lines), self._elsewhere is not None))
        if people or (tag == "a" and _PROFILE.search(given.get("href", ""))):
            self.people.append(Marked(element, len(self.lines), self._elsewhere is not None))
        self._add(element.text, element)

    def _told(self, called: str) -> tuple[bool, bool, bool]:
        """Say whether an element's names speak of other stories, of people, of dates; pages repeat their names."""
        if called not in self._names:
            small = called.lower()
            one, two, three = (bool(pattern.search(small)) for pattern in (_ELSEWHERE, _PEOPLE, _MOMENTS))
            self._names[called] = (one, two, three)
        return self._names[called]

    def _leave(self, element: html.HtmlElement, tag: str) -> None:
        if tag in BLOCKS:
            self._end_line()
        if element is self._elsewhere:
            self._elsewhere = None
        parent = element.getparent()
        if tag != "body" and parent is not None:
            self._add(element.tail, parent)

    def _add(self, text: str | None, element: html.HtmlElement) -> None:
        if text and text.strip():
            if not self._parts:
                self._holder = element
            self._parts.append(text)
        elif text and self._parts:
            self._parts.append(" ")

    def _end_line(self) -> None:
        if not self._parts:
            return
        text = plain("".join(self._parts))
        if text and self._holder is not None:
            self.lines.append(Line(text, self._holder, self._elsewhere is not None))
        self._parts = []


def _is_hidden(given: Mapping[str, str]) -> bool:
    style = given.get("style")
    return "hidden" in given or bool(style and _NOT_SHOWN.search(style))


def _pieces(element: html.HtmlElement) -> Iterator[str]:
    """Give the texts of an element, glued where no block or break stands between them."""
    glued: list[str] = []
    for event, each in etree.iterwalk(element, events=("start", "end")):
        tag = each.tag if isinstance(each.tag, str) else None
        if tag in BLOCKS and glued:
            yield "".join(glued)
            glued = []
        if event == "start" and tag and tag not in UNSEEN and each.text:
            glued.append(each.text)
        if event == "end" and each is not element and each.tail:
            glued.append(each.tail)
    yield "".join(glued)

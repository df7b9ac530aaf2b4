"""The text of an HTML page becomes its ids, its links and its policies, and every fault in how elements are closed.

Stricter than HTML: every element that can hold something has its end tag. Our own templates are the only authors, so
the grammar is theirs, and what it does not know is a fault. One compiled expression, because html.parser, doing
nothing, needs 1.5 ms for a page of 14 KB and 480 tags where all of this needs 0.6 to 1.0, and because what it lets pass
changes from one patch release of Python to the next.
"""

import html
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
"""Elements without content or end tag (HTML standard, 13.1.2)."""
FOREIGN = frozenset({"svg", "math"})
"""Inside these a slash closes an element; elsewhere browsers ignore it."""
CLOSES_P = (
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul"
)
"""Start tags at which a browser closes an open paragraph by itself (HTML standard, 13.2.6.4.7)."""
NEVER_INSIDE = {"a": "a", "button": "button", "form": "form", **dict.fromkeys(CLOSES_P.split(), "p")}
"""A start tag, and the element that browsers close, or whose nesting they ignore, when they meet it inside."""
ADDRESSES = frozenset({"href", "xlink:href", "src", "srcset", "poster", "action", "formaction", "data"})
"""Attributes that hold an address."""
LOADS = frozenset({"link", "script", "style", "img", "base"})
"""Elements that a policy must come before, for it governs only what follows it."""

_ATTRIBUTE = r"""\s++([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++)))?+"""
_ATTRIBUTES = re.sub(r"\((?!\?)", "(?:", f"(?:{_ATTRIBUTE})*+")
_TOKEN = re.compile(
    rf"""<(?:
      (?P<raw>script|style)(?P<raw_attributes>{_ATTRIBUTES})\s*+>(?P<raw_text>.*?)(?:</(?P=raw)\s*+>|(?P<cut>\Z))
    | (?P<open>[a-z][^\s/<>"']*+)(?P<attributes>{_ATTRIBUTES})\s*+(?P<slash>/?+)>
    | /(?P<close>[a-z][^\s/<>"']*+)\s*+>
    | !--(?:.*?-->|(?P<endless>.*))
    | !doctype[^<>]*+>
    | (?P<stray>)
    )""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_EACH_ATTRIBUTE = re.compile(_ATTRIBUTE)
_WANTED = re.compile(rf"\s(?:id|http-equiv|{'|'.join(sorted(ADDRESSES))})\s*=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at an offset of the page's text: a stable code and a sentence."""

    code: str
    at: int
    message: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address in an attribute, with character references resolved, and the offset of its element."""

    element: str
    attribute: str
    address: str
    at: int


@dataclass(frozen=True, slots=True)
class Markup:
    """What the check needs to know about a page; `policies` are those a browser obeys: in the head, before a load."""

    ids: frozenset[str]
    links: tuple[Link, ...]
    policies: tuple[str, ...]
    faults: tuple[Fault, ...]


@dataclass(slots=True)
class _Reader:
    """The state of one reading: open elements with their offsets, and what was found so far."""

    stack: list[tuple[str, int]] = field(default_factory=list)
    open: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    ids: set[str] = field(default_factory=set)
    links: list[Link] = field(default_factory=list)
    policies: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    loads: bool = False

    def fault(self, code: str, at: int, message: str) -> None:
        self.faults.append(Fault(code, at, message))


def markup(text: str) -> Markup:
    """Read one page in a single pass, in time linear to its length."""
    reader = _Reader()
    for token in _TOKEN.finditer(text):
        kind, at = token.lastgroup, token.start()
        if kind == "slash":
            _start(reader, token["open"].lower(), token["attributes"], token["slash"] == "/", at)
        elif kind == "close":
            _end(reader, token["close"].lower(), at)
        elif kind == "raw_text":
            _raw(reader, token["raw"].lower(), token["raw_attributes"], token["raw_text"], at)
        elif kind in ("cut", "endless"):
            what = f"<{token['raw'].lower()}>" if kind == "cut" else "a comment"
            reader.fault("html-structure", at, f"{what} is never closed")
        elif kind == "stray":
            reader.fault("html-structure", at, "a '<' begins no complete tag")
    for name, at in reader.stack:
        reader.fault("html-structure", at, f"<{name}> is never closed")
    return Markup(frozenset(reader.ids), tuple(reader.links), tuple(reader.policies), tuple(reader.faults))


def _start(reader: _Reader, name: str, attributes: str, slash: bool, at: int) -> None:
    around = NEVER_INSIDE.get(name)
    if around and reader.open[around]:
        reader.fault("html-structure", at, f"<{name}> cannot stand inside <{around}>")
    if attributes and (values := _values(attributes)):
        _attributes(reader, name, values, at)
    reader.loads = reader.loads or name in LOADS
    foreign = reader.open["svg"] or reader.open["math"] or name in FOREIGN
    if name in VOID or (slash and foreign):
        return
    if slash:
        reader.fault("html-structure", at, f"<{name}/> is not closed: a slash closes nothing outside a drawing")
    reader.stack.append((name, at))
    reader.open[name] += 1


@lru_cache(maxsize=1 << 14)
def _values(attributes: str) -> Mapping[str, str]:
    """Return the attributes by name, none where none of them is looked at; many elements of a site have the same."""
    values: dict[str, str] = {}
    if _WANTED.search(attributes):
        for name, double, single, bare in _EACH_ATTRIBUTE.findall(attributes):
            values.setdefault(name.lower(), html.unescape(double or single or bare))
    return values


def _attributes(reader: _Reader, element: str, values: Mapping[str, str], at: int) -> None:
    identifier = values.get("id")
    if identifier in reader.ids:
        reader.fault("id-twice", at, f'the id "{identifier}" stands on this page twice')
    elif identifier is not None:
        reader.ids.add(identifier)
    for name in values.keys() & ADDRESSES:
        reader.links.append(Link(element, name, values[name], at))
    if element == "meta" and values.get("http-equiv", "").lower() == "refresh":
        reader.links.append(Link(element, "content", values.get("content", "").partition("url=")[2], at))
    if element == "meta" and values.get("http-equiv", "").lower() == "content-security-policy":
        if reader.open["head"] and not reader.loads:
            reader.policies.append(values.get("content", ""))
        else:
            reader.fault("policy", at, "the content security policy must stand in the head, before anything is loaded")


def _end(reader: _Reader, name: str, at: int) -> None:
    if name in VOID or not reader.open[name]:
        reader.fault("html-structure", at, f"</{name}> closes nothing")
        return
    while reader.stack:
        last, opened_at = reader.stack.pop()
        reader.open[last] -= 1
        if last == name:
            return
        reader.fault("html-structure", opened_at, f"<{last}> is not closed before </{name}>")


def _raw(reader: _Reader, name: str, attributes: str, text: str, at: int) -> None:
    """Read a script or style, whose text is not markup; JSON-LD writes its '<' as an escape, so none may be there."""
    if "<" in text:
        reader.fault("html-structure", at, f"the text of <{name}> holds a '<'")
    if attributes and (values := _values(attributes)):
        _attributes(reader, name, values, at)
    reader.loads = True

"""Elements become an XML file that every parser takes, whatever their words hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

NO_CHARACTER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write, section 2.2; a page copied from the web may hold it."""
LANGUAGE = "xml:lang"


@dataclass(frozen=True, slots=True)
class Element:
    """An element: its name with the prefix it is written with, its attributes, and its words or what it holds.

    Attributes without a value are left out.
    """

    name: str
    attributes: Mapping[str, str | None] = field(default_factory=dict)
    text: str | None = None
    children: tuple["Element", ...] = ()


def xml_file(root: Element) -> bytes:
    """Return the file, indented; the root's attributes declare the namespaces."""
    tree = _tree(root)
    ElementTree.indent(tree, " ")
    text: str = ElementTree.tostring(tree, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _tree(element: Element) -> ElementTree.Element:
    attributes = {key: _writable(value) for key, value in element.attributes.items() if value is not None}
    made = ElementTree.Element(element.name, attributes)
    made.text = _writable(element.text) if element.text is not None else None
    made.extend(_tree(child) for child in element.children)
    return made


def _writable(text: str) -> str:
    return NO_CHARACTER.sub("\ufffd", text)

"""The bytes of a file become text: byte order marks, strict UTF-8, what a page declares, else Windows-1252."""

import codecs
import re

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
FALLBACK = "cp1252"
"""What pages that are not UTF-8 were saved in; charset detectors misread Indonesian in Windows-1252."""

DECLARED_WITHIN = 4096
"""Bytes from the beginning of a page within which it may declare its charset; browsers look at 1024."""

_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,30})|<\?xml[^>]{0,80}encoding=["']([\w.:-]{2,30})""",
    re.I,
)
# What pages mean by these names is Windows-1252 (WHATWG Encoding Standard).
_LATIN = frozenset({"ascii", "iso8859-1", "cp1252"})
# A page that can be searched for these names byte by byte is not written in them.
_NEVER = ("utf-8", "utf-16", "utf-32", "utf-7")


class NotText(ValueError):
    """Bytes that are no text: they hold a NUL, or a code unit that its encoding does not allow."""


def decode(raw: bytes, *, markup: bool = False) -> str:
    """Return the text of a file, its line ends (LF, CRLF) as LF; raise NotText for anything else.

    `markup` says that the file is a saved page, which may declare its charset.
    """
    text = _decoded(raw, markup=markup)
    if "\0" in text:
        raise NotText("it holds a NUL byte")
    # A carriage return alone ends no line, or every line number after it would differ from an editor's.
    return text.replace("\r\n", "\n").replace("\r", " ")


def _decoded(raw: bytes, *, markup: bool) -> str:
    for bom, encoding in BOMS:
        if raw.startswith(bom):
            try:
                return raw[len(bom) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise NotText(f"its mark says {encoding}, its bytes do not") from error
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _declared(raw) if markup else None
    if declared:
        try:
            return raw.decode(declared)
        except UnicodeDecodeError:
            pass
    # Five bytes mean nothing in Windows-1252; a page that holds one keeps the rest of its words.
    return raw.decode(FALLBACK, errors="replace")


def _declared(raw: bytes) -> str | None:
    """Return the charset that a page declares, where it is a charset of bytes that Python knows."""
    found = _DECLARED.search(raw, 0, DECLARED_WITHIN)
    if found is None:
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
        "".encode(name)
    except (LookupError, UnicodeError):
        return None
    return None if name in _LATIN or name.startswith(_NEVER) else name

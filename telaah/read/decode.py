"""The bytes of a file become text: byte order marks, strict UTF-8, else Windows-1252."""

import codecs

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
FALLBACK = "cp1252"
"""What pages that are not UTF-8 were saved in; charset detectors misread Indonesian in Windows-1252."""


class NotText(ValueError):
    """Bytes that are no text: they hold a NUL, or a code unit that its encoding does not allow."""


def decode(raw: bytes) -> str:
    """Return the text of a file, every line end (CRLF, CR) as LF; raise NotText for anything else."""
    text = _decoded(raw)
    if "\0" in text:
        raise NotText("it holds a NUL byte")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(raw: bytes) -> str:
    for bom, encoding in BOMS:
        if raw.startswith(bom):
            try:
                return raw[len(bom) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise NotText(f"its mark says {encoding}, its bytes do not") from error
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252; a page that holds one keeps the rest of its words.
        return raw.decode(FALLBACK, errors="replace")

"""Quotation marks become the stretches that they quote, whichever marks a language sets."""

import re

_PAIRS = (("“", "”"), ("„", "“”"), ("«", "»"), ("»", "«"), ("‹", "›"), ("「", "」"), ("『", "』"))
"""Marks that open and those that close them: English and Indonesian, German and Polish, French, Danish, East Asian."""
_PAIRED = "|".join(rf"{opening}[^{closing}]*(?:[{closing}]|$)" for opening, closing in _PAIRS)
QUOTED = re.compile(rf"{_PAIRED}|\"[^\"]*(?:\"|$)|‚[^‘’]*(?:[‘’]|$)|(?<!\w)‘.*?(?:’(?!\w)|$)")
"""A quotation with its marks, to the end of the text where it is not closed."""

_CLOSING = dict([*_PAIRS, ('"', '"')])
_MARKS = re.compile(r"[“”„«»‹›「」『』\"]")


def quoting_after(text: str, mark: str) -> str:
    """Return the mark of the quotation that is open behind a text, or nothing; `mark` is the one open before it.

    Inside a quotation only what closes it counts: "“" opens in English and closes what "„" began in German.
    """
    for found in _MARKS.findall(text):
        if not mark:
            mark = found if found in _CLOSING else ""
        elif found in _CLOSING[mark]:
            mark = ""
    return mark

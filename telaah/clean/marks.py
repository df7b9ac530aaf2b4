"""A line that a converter wrote as Markdown becomes the words it stands for: links, emphasis, headings, bullets."""

import re

_IMAGE = re.compile(r"!\[([^\[\]]{0,300})\]\([^()\s]{0,2000}(?:\s\"[^\"]{0,300}\")?\)")
_LINK = re.compile(r"\[([^\[\]]{0,500})\]\((?:https?:|/|#|mailto:|<)[^()\s]{0,2000}(?:\s\"[^\"]{0,300}\")?\)")
_STRONG = re.compile(r"(?<![\w*])(\*\*|__)(?=\S)([^*_]{1,500}?)(?<=\S)\1(?![\w*])")
_EMPHASIS = re.compile(r"(?<![\w_*])([_*])(?=[^\s_*])([^_*]{1,500}?)(?<=[^\s_*])\1(?![\w_*])")
_LEADING = re.compile(r"^\s*(?:(?:[>]|#{1,6}|[*•])\s+)+(?=\S)")
_ESCAPE = re.compile(r"\\([-.*_()\[\]{}+#!>|`~])")


def unmarked(raw: str) -> str:
    """Return a line without the marks of Markdown; marks that are part of what somebody wrote stay."""
    text = raw
    if "](" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    if text.lstrip().startswith(("#", ">", "*", "•")):
        text = _LEADING.sub("", text)
    if "**" in text or "__" in text:
        text = _STRONG.sub(r"\2", text)
    if "_" in text or "*" in text:
        text = _EMPHASIS.sub(r"\2", text)
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text

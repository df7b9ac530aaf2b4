"""A piece of raw text becomes plain text: tags and entities resolved, one kind of blank, nothing invisible."""

import hashlib
import html
import re
import unicodedata

_SCRIPT = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
# Only element names of HTML: "a < b" and "<nama>" are words that somebody wrote.
_TAG = re.compile(
    r"</?(?:a|abbr|article|aside|b|big|blockquote|br|button|center|cite|code|dd|del|div|dl|dt|em|figcaption|figure|font|"
    r"footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|label|li|main|mark|nav|noscript|ol|p|picture|pre|q|s|script|"
    r"section|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|thead|time|tr|u|ul|video|wbr)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
# Zero-width space, word joiner, byte order mark, soft hyphen, and control characters that are no blanks.
# The zero-width joiner and non-joiner stay: Persian and the scripts of India are misspelt without them.
_UNSEEN = re.compile("[\u200b\u2060\ufeff\u00ad\x00-\x08\x0e-\x1b\x7f]")


def plain(raw: str) -> str:
    """Return the words of a piece of text as the contract's section 4 defines them."""
    text = _TAG.sub("", _SCRIPT.sub("", raw)) if "<" in raw else raw
    text = html.unescape(text) if "&" in text else text
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    return " ".join(text.split())


def paragraph_id(text: str) -> str:
    """Return p- and the first 8 hex digits of the SHA-256 of the text."""
    return "p-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]

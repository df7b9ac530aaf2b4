"""A piece of raw text becomes plain text: tags and entities resolved, one kind of blank, nothing invisible."""

import hashlib
import html
import re
import unicodedata

_UNREAD = re.compile(r"<(script|style)\b[^<>]*>", re.IGNORECASE)
# Only element names of HTML: "a < b" and "<nama>" are words that somebody wrote.
_INLINE = re.compile(
    r"</?(?:a|abbr|b|big|cite|code|del|em|font|i|ins|label|mark|picture|q|s|script|small|source|span|strike|strong|style|"
    r"sub|sup|svg|time|u|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BLOCK = re.compile(
    r"</?(?:article|aside|blockquote|br|button|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|"
    r"img|input|li|main|nav|noscript|ol|p|pre|section|table|tbody|td|th|thead|tr|ul|video)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
# Zero-width space, word joiner, byte order mark, soft hyphen, and control characters that are no blanks.
# The zero-width joiner and non-joiner stay: Persian and the scripts of India are misspelt without them.
_UNSEEN = re.compile("[\u200b\u2060\ufeff\u00ad\x00-\x08\x0e-\x1b\x7f]")


def plain(raw: str) -> str:
    """Return the words of a piece of text as the contract's section 4 defines them."""
    text = _BLOCK.sub(" ", _INLINE.sub("", _without_scripts(raw))) if "<" in raw else raw
    return tidy(html.unescape(text) if "&" in text else text)


def tidy(text: str) -> str:
    """Return words without markup in NFC, with one kind of blank and without characters that cannot be seen."""
    if not (text.isascii() and text.isprintable()):
        text = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    return " ".join(text.split())


def _without_scripts(raw: str) -> str:
    """Return markup without its scripts and styles; what is not closed is left to be read as text."""
    kept, at, folded = [], 0, raw.lower()
    while opened := _UNREAD.search(raw, at):
        name = opened[1].lower()
        closed = folded.find(f"</{name}", opened.end())
        if closed < 0:
            break
        end = folded.find(">", closed)
        kept.append(raw[at : opened.start()])
        at = len(raw) if end < 0 else end + 1
    return "".join(kept) + raw[at:]


def paragraph_id(text: str) -> str:
    """Return p- and the first 8 hex digits of the SHA-256 of the text."""
    return "p-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]

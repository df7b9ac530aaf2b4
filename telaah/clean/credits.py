"""Who made a picture, and where its caption ends: credits as they are printed on, over and beside captions."""

import re

from telaah.clean.cues import Cues
from telaah.languages.scripts import may_be_capital
from telaah.settings import Outlets

CREDIT_WORDS = 5
"""Most words of a credit after a slash or in brackets; longer ones are part of the sentence."""
CAPTION_WORDS = 40
"""Most words of a caption that carries its own credit; the longest seen on real pages has 36."""

_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,6}", re.IGNORECASE)
_JOIN = re.compile(r"\s+(?:via|/|-|&)\s+|/|,\s*", re.IGNORECASE)
_BEHIND = re.compile(  # "... in the harbour. Photo: Agency/Name"
    r"(?<=[.。\s])[(（]?(?P<label>[^\W\d_]{1,12}(?: [^\W\d_]{1,12})?)\s?[:：]\s?"
    r"(?P<credit>[^:：()（）]{2,40})[)）]?\.?$"
)
BEHIND_LETTERS = 80
"""Letters at the end of a line in which a label and its credit are looked for."""
_SIGN = re.compile(r"[:：/)）]")
"""What every line with a credit has, and most lines have not."""
_SLASH = re.compile(r"^(?P<text>.*[^.!?\s\d])\s*/\s*(?P<credit>[^\W\d_a-z][^/]*)$")
_SLASH_KNOWN = re.compile(r"^(?P<text>.*\S)\s+/\s?(?P<credit>[^/]{2,40})$")
_BRACKET = re.compile(r"^(?P<text>.*?)\s*[(（](?P<credit>[^()（）]+)[)）]\.?$")
_ALONE = re.compile(r"^[(（](?P<inside>[^()（）]{2,40})[)）]\.?$")
_BEFORE = re.compile(r"^(?P<credit>[^:：]{2,40}?)\s*[:：]\s*(?P<text>\S.*)$")


def is_domain(text: str) -> bool:
    """Say whether a word is a host name, such as example.co.id."""
    return bool(_DOMAIN.fullmatch(text))


def is_credit(text: str, cues: Cues, outlets: Outlets) -> bool:
    """Say whether a line names nothing but outlets, agencies, host names or picture archives."""
    parts = [part.strip(" .()") for part in _JOIN.split(text) if part.strip(" .()")]
    return bool(parts) and all(_is_archive(part, cues, outlets) for part in parts)


def agencies_alone(text: str, cues: Cues, outlets: Outlets) -> tuple[str, ...]:
    """Return the agencies that are all a line says, in brackets or behind a word for "with": "(Avec AFP)"."""
    match = _ALONE.match(text)
    inside = match["inside"] if match else text
    led = cues.begins("with_agency", inside)
    if not (match or led) or len(text.split()) > CREDIT_WORDS:
        return ()
    parts = [part for part in cues.joins.split((led["rest"] if led else inside).strip(" .")) if part]
    return tuple(parts) if parts and all(outlets.find(part) for part in parts) else ()


def caption_credit(text: str, cues: Cues, outlets: Outlets) -> tuple[str, str | None] | None:
    """Return a caption's words and its credit where the line carries both ("...", /Agency, (Photo: X), X : ...).

    A line that begins with "Photo:" is a caption whether or not it carries a credit.
    """
    if not _SIGN.search(text) or "://" in text or len(text.split()) > CAPTION_WORDS:
        return None
    before = _BEFORE.match(text)
    if before and _is_archive(before["credit"], cues, outlets):
        return before["text"], before["credit"]
    if before and _is_label(before["credit"], cues):
        return _labelled(before["text"])
    behind = _BEHIND.search(text, max(0, len(text) - BEHIND_LETTERS))
    if behind and _is_label(behind["label"], cues) and len(behind["credit"].split()) <= CREDIT_WORDS:
        return text[: behind.start()].strip(" |–-"), behind["credit"].strip(" .")
    slash = _SLASH.match(text)
    if (
        slash
        and " / " not in slash["text"]  # "Home / City / Markets" is the way to a page
        and slash["text"].count("(") == slash["text"].count(")")
        and len(slash["credit"].split()) <= CREDIT_WORDS
        and " " in slash["text"]
        and _short(slash["credit"])
    ):
        return slash["text"], slash["credit"]
    known = _SLASH_KNOWN.match(text)
    if known and " / " not in known["text"] and _is_archive(known["credit"], cues, outlets):
        return known["text"], known["credit"]
    bracket = _BRACKET.match(text)
    if bracket and bracket["text"]:
        credit = bracket["credit"]
        label, colon, rest = credit.replace("：", ":").partition(":")
        if colon and rest and _is_label(label, cues):
            return bracket["text"], rest.strip()
        if not bracket["text"].endswith((".", "!", "?", "”", '"', "。", "！", "？")) and is_credit(
            credit, cues, outlets
        ):
            return bracket["text"], credit
    return None


def _labelled(text: str) -> tuple[str, str | None]:
    """Return the words behind a label such as "Photo:", and the name that closes them in brackets."""
    bracket = _BRACKET.match(text)
    named = bracket and len(bracket["credit"].split()) <= CREDIT_WORDS and _short(bracket["credit"])
    return (bracket["text"], bracket["credit"]) if bracket and bracket["text"] and named else (text, None)


def _is_archive(part: str, cues: Cues, outlets: Outlets) -> bool:
    known = any(part.casefold() in one.cues.get("image_source", ()) for one in cues.languages)
    return known or is_domain(part) or outlets.find(part) is not None


def _is_label(text: str, cues: Cues) -> bool:
    return any(text.strip().casefold() in one.cues.get("photo_credit", ()) for one in cues.languages)


def _short(credit: str) -> bool:
    """Say whether a credit is a name: "Defence View", but not the second half of "Senin/Selasa pagi ini"."""
    return all(may_be_capital(word[:1]) or word in ("for", "via", "of") for word in credit.split())

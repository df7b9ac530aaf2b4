"""A paragraph becomes its sentences, each a substring of it, in the order in which they stand."""

import re
from collections.abc import Iterator

from telaah.languages import Language

_OPENERS = "\"'“‘„‚«»‹¿¡([{–—-"
_CLOSERS = "\"'”’“‘»«›)]}"
"""Marks that close in one language open in another („so“, »so«); what stands right behind a stop closes."""
_STOP = re.compile(
    rf"(?P<mark>[.!?…؟۔।]+)(?P<after>[{re.escape(_CLOSERS)}]*(?:\s[»›](?=\s))?)(?P<gap>\s+|(?<=[a-z]{{2}}[.!?])(?=[A-Z]))"
)
_WIDE = re.compile("[。！？]+(?![。！？」』）”’])|(?<=[。！？])[”」](?=[^」』）”，。、と])")
"""The stops of scripts without blanks between words; before a bracket that closes, the sentence around it goes on, and
behind the bracket too, unless what it quotes was announced: 他说：“……。”"""
_WIDE_OPENERS, _WIDE_CLOSERS = "「『（“", "」』）”"
_ANNOUNCED = re.compile("[：:，]\\s?[“「]")
_WORD = re.compile(rf"[^\s{re.escape(_OPENERS)}]*\Z")
ORDINAL_DIGITS = 2
"""Digits of the longest number that a full stop makes an ordinal of; longer ones are years and counts."""
LONGEST_WORD = 40
"""Characters before a stop that are looked at as its word; the longest abbreviation in the language files has 8."""
_BLANK = re.compile(r"\s*\Z")
_NEXT = re.compile(rf"[{re.escape(_OPENERS)}\s]*(?P<word>\w[\w'’-]*)?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
"""One letter, or letters with full stops between them: J. K. Rowling, U.S. Army, A.M. Hendropriyono."""


def split(text: str, language: Language) -> tuple[str, ...]:
    """Return the sentences of `text`: substrings in order that leave out only the white space between them.

    A full stop, question or exclamation mark ends a sentence, with the quotes and brackets that close behind it, when
    what follows can begin one. Abbreviations come from the language's data: one listed with a full stop ("dll.") may
    end a sentence, one listed without ("dr") stands before a name or a number and does not.
    """
    sentences, start = [], 0
    for end in sorted({*_ends(text, language), *_wide_ends(text)}):
        sentences.append(text[start:end].strip())
        start = end
    return tuple(sentence for sentence in (*sentences, text[start:].strip()) if sentence)


def _ends(text: str, language: Language) -> Iterator[int]:
    start = 0
    for stop in _STOP.finditer(text):
        following = _NEXT.match(text, stop.end())
        after = following["word"] if following else None
        word = _WORD.search(text, max(start, stop.start() - LONGEST_WORD), stop.start())
        first = word is None or _BLANK.match(text, start, word.start()) is not None
        if after and _is_end(stop, word[0] if word else "", after, language, first=first):
            yield stop.end("after")
            start = stop.end("after")


def _wide_ends(text: str) -> Iterator[int]:
    """Yield where a full-width stop ends a sentence: wherever it does not stand in a quotation or in brackets."""
    start = depth = last = 0
    for stop in _WIDE.finditer(text):
        passed = text[start : stop.end()]
        depth += sum(map(passed.count, _WIDE_OPENERS)) - sum(map(passed.count, _WIDE_CLOSERS))
        start = stop.end()
        said = stop[0] in _WIDE_CLOSERS
        if depth <= 0 and (not said or _ANNOUNCED.search(text, last, stop.start())):
            last = stop.end()
            yield last


def _is_end(stop: re.Match[str], word: str, after: str, language: Language, *, first: bool) -> bool:
    """Say whether a stop ends a sentence; `first` says that nothing of the sentence stands before its word."""
    word, begins = word.strip("()[]"), after.lower() in language.function_words
    if not stop["gap"]:  # "selesai.Namun": a missing space, believed only before a word that often begins a sentence
        return begins and after[0].isupper() and word[-1:].islower()
    if after[0].islower():
        return False
    if stop["mark"] != ".":
        return True
    if word.isdigit():  # "1. Jakarta" numbers a list, "3. Oktober" is a date, "zum 2. Mal" counts in German
        counts = language.ordinal_dots and len(word) <= ORDINAL_DIGITS and not begins
        return not first and not counts and after.lower() not in language.months
    return _may_end(word, after, begins, language)


def _may_end(word: str, after: str, begins: bool, language: Language) -> bool:
    known = word.lower()
    if _INITIALS.fullmatch(word):
        return begins
    if after[0].isdigit() and known in language.months:  # "3 Sept. 2022"
        return False
    if f"{known}." in language.abbreviations:
        return not after[0].isdigit()  # "hal. 5", but "banyak hal. Lalu"
    return known not in language.abbreviations

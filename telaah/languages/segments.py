"""Words that no blank divides become words of their own: the most probable division by how common each word is."""

import functools
import re
from collections.abc import Iterator
from math import inf, log

from telaah.languages import Language
from telaah.languages.frequencies import folded, frequencies, has_list
from telaah.languages.scripts import unspaced_runs

BREAK = "\u200b"
"""Stands between two words that no blank divides: the zero-width space, which no text of ours has."""
LONGEST = 8
"""Characters of the longest word that is looked up; longer ones of the lists are titles and transcriptions."""
UNKNOWN = 1e-9
"""Share of running words given to a character that the list does not have, for each of its characters."""

_KATAKANA = re.compile("[\u30a0-\u30ff\uff66-\uff9f]+")
"""Katakana spells one foreign word or name, however long."""


def divided(text: str, known: Language) -> str:
    """Return a text with a `BREAK` wherever one word ends and the next begins without a blank.

    Words that lean on the next one are set off too: "l’usine" is two. Text in a script without blanks is given back as
    it is where nobody has counted the language's words.
    """
    if known.elided:
        text = _leaning(known.elided).sub(rf"\g<0>{BREAK}", text)
    return (
        _divided(text, known.code, known.function_words, known.word_ends)
        if unspaced_runs(text) and has_list(known.code)
        else text
    )


@functools.cache
def _leaning(elided: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’])(?:{'|'.join(sorted(elided))})['’](?=\w)", re.IGNORECASE)


@functools.lru_cache(maxsize=512)
def _divided(text: str, code: str, function_words: frozenset[str], word_ends: frozenset[str]) -> str:
    parts, end = [], 0
    for run in unspaced_runs(text):
        if run.start() > end:
            parts.append(text[end : run.start()])
        parts += _ended(_merged(_words(run[0], code), function_words), word_ends)
        end = run.end()
    return BREAK.join([*parts, text[end:]] if end < len(text) else parts)


def _words(run: str, code: str) -> list[str]:
    """Return the division of a run with the highest product of frequencies (Viterbi over all words of the list)."""
    known, looked_up = frequencies(code), folded(run, code)
    best, begins = [0.0] + [-inf] * len(run), [0] * (len(run) + 1)
    kana = {match.start(): match.end() for match in _KATAKANA.finditer(run)}
    start = 0
    while start < len(run):
        if start in kana:  # a whole stretch of katakana or nothing
            end = kana[start]
            best[end], begins[end] = best[start] + log(UNKNOWN), start
            start = end
            continue
        limit = min([len(run), start + LONGEST, *(at for at in kana if at > start)])
        for end in range(start + 1, limit + 1):
            share = known.get(looked_up[start:end], UNKNOWN if end == start + 1 else 0.0)
            if share and best[start] + log(share) > best[end]:
                best[end], begins[end] = best[start] + log(share), start
        start += 1
    words, end = [], len(run)
    while end:
        words.append(run[begins[end] : end])
        end = begins[end]
    return words[::-1]


def _merged(words: list[str], function_words: frozenset[str]) -> Iterator[str]:
    """Give the words, neighbouring single characters that are no function words as one: names that no list has."""
    single = ""
    for word in words:
        if len(word) == 1 and word not in function_words and not "\u3040" <= word <= "\u309f":
            single += word
            continue
        if single:
            yield single
            single = ""
        yield word
    if single:
        yield single


def _ended(words: Iterator[str], ends: frozenset[str]) -> list[str]:
    """Return the words, a single character that ends words as a part of the one before it."""
    found: list[str] = []
    for word in words:
        if word in ends and found and len(found[-1]) > 1:
            found[-1] += word
        else:
            found.append(word)
    return found

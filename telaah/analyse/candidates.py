"""Running words become candidate phrases: what YAKE finds, and the names, which it cannot."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from telaah.analyse.names import Span
from telaah.analyse.stop_words import stop_words
from telaah.analyse.words import Line, Text, Word
from telaah.analyse.yake_scores import SHORTEST, yake_scores
from telaah.languages import Language
from telaah.languages.scripts import is_unspaced, printed_together

LONGEST = 3
"""Words in a candidate, YAKE's own default; one more where a stop word stands inside ("roket dan peluru artileri")."""
SIGN = ","
"""What stands for any sign between two words: no phrase runs across it."""

SHORTEST_UNSPACED = 2
"""Letters of the shortest word where they are written without blanks: most of Japanese and Chinese have two."""
SHORTEST_BASE = 3
"""Letters of the shortest word that an ending is taken off."""

HEADLINE = 0
"""The line number of the headline; sentences count from 1."""

_Place = tuple[int, int, Line, bool]
"""Line number, first word, the words of one occurrence, and whether a name follows at once."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase of the article.

    `keys` are its words in lower case and without the language's endings, `count` how often it stands there whole,
    `below` how often below the headline, `first` its first place there as (sentence, word) or None, `names` how many
    of its words are names, `before_name` whether another name follows it at once ("Presiden Rusia" before "Vladimir
    Putin"), `yake` its YAKE score (lower is better) or None where YAKE has none.
    """

    text: str
    keys: tuple[str, ...]
    count: int
    below: int
    first: tuple[int, int] | None
    names: int
    before_name: bool
    yake: float | None

    @property
    def in_headline(self) -> bool:
        """Whether the headline has it."""
        return self.below < self.count


def candidates(text: Text, names: tuple[tuple[Span, ...], ...], language: Language) -> tuple[Candidate, ...]:
    """Return the article's candidate phrases, sorted by words: none begins or ends in a stop word or inside a name."""
    stop = stop_words(language)
    shortest = SHORTEST if language.spaced else SHORTEST_UNSPACED
    scores = yake_scores([_tokens(line) for line in text.lines], stop, shortest)
    base = _bases(text, language)
    found: dict[tuple[str, ...], list[_Place]] = {}
    for number, (line, spans) in enumerate(zip(text.lines, names, strict=True), 0 if text.headline else 1):
        for start, end in _phrases(line, spans, stop, language.no_keyword_ends):
            followed = end < len(line) and line[end].name and line[end].joined
            place = (number, start, line[start:end], followed)
            found.setdefault(tuple([base[word.key] for word in line[start:end]]), []).append(place)
    return tuple(_candidate(keys, found[keys], scores) for keys in sorted(found))


def first_place(phrase: Candidate) -> tuple[int, int]:
    """Return where a phrase stands first: line and word."""
    return (HEADLINE, 0) if phrase.in_headline else phrase.first or (HEADLINE, 0)


def _bases(text: Text, language: Language) -> Mapping[str, str]:
    """Return every word's form without clitic or plural sign, where the text has that form as well."""
    keys = {word.key for line in text.lines for word in line}
    return {key: next((bare for bare in _bare(key, language) if bare in keys), key) for key in keys}


def _bare(key: str, language: Language) -> Iterator[str]:
    for ending in language.endings:
        if key.endswith(ending) and len(key) >= len(ending) + SHORTEST_BASE:
            yield key.removesuffix(ending)
    for beginning in language.beginnings:
        if key.startswith(beginning) and len(key) >= len(beginning) + SHORTEST_BASE:
            yield key.removeprefix(beginning)


def _tokens(line: Line) -> list[str]:
    """Return the words of a line with a sign wherever more than white space stands between two."""
    tokens: list[str] = []
    for word in line:
        if not word.joined and tokens:
            tokens.append(SIGN)
        tokens.append(word.text)
    return tokens


def _phrases(line: Line, spans: tuple[Span, ...], stop: frozenset[str], no_ends: str) -> Iterator[Span]:
    inside = {place for start, end in spans for place in range(start + 1, end)}
    whole = set(spans)
    for start in range(len(line)):
        if start in inside or not _may_edge(line[start].key, stop, line[start].name):
            continue
        for end in range(start + 1, min(len(line), start + LONGEST + 1) + 1):
            if end > start + 1 and not line[end - 1].joined:
                break
            if (
                end in inside
                or not _may_edge(line[end - 1].key, stop, line[end - 1].name)
                or _ends(line[end - 1], no_ends)
            ):
                continue
            has_stop = any(word.key in stop for word in line[start:end])
            if end - start <= LONGEST or has_stop or (start, end) in whole:
                yield start, end


def _ends(word: Word, letters: str) -> bool:
    """Say whether a word ends in a letter of a class of a regular expression."""
    return bool(letters) and re.search(f"[{letters}]$", word.key) is not None


def _may_edge(key: str, stop: frozenset[str], name: bool) -> bool:
    if key in stop or not any(letter.isalpha() for letter in key):
        return False
    return name or len(key) > 2 or (len(key) == 2 and is_unspaced(key))


def _candidate(keys: tuple[str, ...], places: list[_Place], scores: Mapping[str, float]) -> Candidate:
    printed = Counter([printed_together([word.text for word in words]) for _, _, words, _ in places])
    scored = {" ".join([word.text.lower() for word in words]) for _, _, words, _ in places}
    below = [(line, start) for line, start, _, _ in places if line > HEADLINE]
    return Candidate(
        text=min(printed, key=lambda form: (-printed[form], len(form), form)),
        keys=keys,
        count=len(places),
        below=len(below),
        first=below[0] if below else None,
        names=max(sum(word.name for word in words) for _, _, words, _ in places),
        before_name=any(followed for _, _, _, followed in places),
        yake=min((scores[form] for form in scored if form in scores), default=None),
    )

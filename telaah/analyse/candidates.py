"""Running words become candidate phrases: what YAKE finds, and the names, which it cannot."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from telaah.analyse.names import Span
from telaah.analyse.stop_words import stop_words
from telaah.analyse.verbs import is_verb
from telaah.analyse.words import Line, Text, Word
from telaah.analyse.yake_scores import SHORTEST, yake_scores
from telaah.languages import Language
from telaah.languages.frequencies import frequencies
from telaah.languages.naming import Naming, naming
from telaah.languages.scripts import is_unspaced, printed_together

LONGEST = 3
"""Words in a candidate, YAKE's own default; one more where a stop word stands inside ("roket dan peluru artileri")."""
SIGN = ","
"""What stands for any sign between two words: no phrase runs across it."""

SHORTEST_UNSPACED = 2
"""Letters of the shortest word where they are written without blanks: most of Japanese and Chinese have two."""
IDLE = 6
"""Letters up to which an ending says nothing: "mente" itself."""
ADDRESS = "www."
"""How the address of a site begins, which is no keyword."""
SHORTEST_BASE = 3
"""Letters of the shortest word that an ending is taken off."""

HEADLINE = 0
"""The line number of the headline; sentences count from 1."""

_Place = tuple[int, int, Line, int, bool]
"""Line number, first word, the words of one occurrence, how many are names, and whether a name follows at once."""


@dataclass(frozen=True, slots=True)
class _Marks:
    """Words of the text: stop words, those that neither begin nor end a phrase, those behind which none goes on."""

    stop: frozenset[str]
    idle: frozenset[str]
    closing: frozenset[str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase of the article.

    `keys` are its words in lower case and without the language's endings, `count` how often it stands there whole,
    `below` how often below the headline, `first` its first place there as (sentence, word) or None, `last` its last
    sentence or 0, `names` how many of its words are names, `before_name` whether another name follows it at once
    ("Presiden Rusia" before "Vladimir Putin"), `yake` its YAKE score (lower is better) or None where YAKE has none.
    """

    text: str
    keys: tuple[str, ...]
    count: int
    below: int
    first: tuple[int, int] | None
    last: int
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
    about = naming(language.code)
    marks = _marks(base, stop, language, about)
    found: dict[tuple[str, ...], list[_Place]] = {}
    for number, (line, spans) in enumerate(zip(text.lines, names, strict=True), 0 if text.headline else 1):
        for start, end in _phrases(line, spans, marks, language):
            followed = end < len(line) and line[end].name and line[end].joined
            words = line[start:end]
            named = len(words) if (start, end) in spans else sum([word.name for word in words])
            place = (number, start, words, named, followed)
            found.setdefault(tuple([base[word.key] for word in line[start:end]]), []).append(place)
    return tuple(
        _candidate(keys, found[keys], scores, language)
        for keys in sorted(found)
        if not _is_clause(found[keys][0], len(found[keys]) > 1, marks.idle, about)
    )


def first_place(phrase: Candidate) -> tuple[int, int]:
    """Return where a phrase stands first: line and word."""
    return (HEADLINE, 0) if phrase.in_headline else phrase.first or (HEADLINE, 0)


def _bases(text: Text, language: Language) -> Mapping[str, str]:
    """Return every word's form without clitic or plural sign, where the text or the language's list has that form."""
    keys = {word.key for line in text.lines for word in line}
    known = frequencies(language.code)
    return {key: next(_bare(key, keys, known, language), key) for key in keys}


def _bare(key: str, keys: Set[str], known: Mapping[str, float], language: Language) -> Iterator[str]:
    for ending in (*language.clitics, *language.endings):
        bare = key.removesuffix(ending)
        if bare != key and len(bare) >= SHORTEST_BASE:
            clitic = ending in language.clitics and (bare in known or not ending.isalpha())
            if clitic or bare in keys:
                yield bare
    for beginning in language.beginnings:
        bare = key.removeprefix(beginning)
        if bare != key and len(bare) >= SHORTEST_BASE and bare in keys:
            yield bare


def _tokens(line: Line) -> list[str]:
    """Return the words of a line with a sign wherever more than white space stands between two."""
    tokens: list[str] = []
    for word in line:
        if not word.joined and tokens:
            tokens.append(SIGN)
        tokens.append(word.text)
    return tokens


def _marks(base: Mapping[str, str], stop: frozenset[str], language: Language, about: Naming) -> _Marks:
    hanging = tuple(filter(str.isalpha, language.clitics))
    return _Marks(
        stop=stop,
        idle=frozenset(key for key, bare in base.items() if _is_idle(key, bare, stop, language, about)),
        closing=frozenset(key for key, bare in base.items() if key != bare and key.endswith(hanging)),
    )


def _is_idle(key: str, bare: str, stop: frozenset[str], language: Language, about: Naming) -> bool:
    """Say whether a word neither begins nor ends a phrase."""
    if key in stop or bare in stop or not any(map(str.isalpha, key)):
        return True
    if language.modifiers and "-" in key and key.partition("-")[0] in stop:
        return True
    adverb = key.endswith(language.idle_endings) and len(key) > IDLE
    return adverb or key.startswith(ADDRESS) or is_verb(bare, about)


def _phrases(line: Line, spans: tuple[Span, ...], marks: _Marks, language: Language) -> Iterator[Span]:
    inside = {place for start, end in spans for place in range(start + 1, end)}
    whole = set(spans)
    edge = [word.key not in marks.idle and _is_long(word) for word in line]
    ends = [edge[place] and not _ends(word, language.no_keyword_ends) for place, word in enumerate(line)]
    for start in range(len(line)):
        if start in inside or not edge[start]:
            continue
        has_stop = False
        for end in range(start + 1, min(len(line), start + LONGEST + 1) + 1):
            last = line[end - 1]
            if end > start + 1 and not last.joined:
                break
            has_stop = has_stop or last.key in marks.stop
            if end > start + 1 and line[end - 2].key in marks.closing:
                break
            if end in inside or not ends[end - 1] or (end == start + 1 and last.key in language.abbreviations):
                continue
            if end - start <= LONGEST or has_stop or (start, end) in whole:
                yield start, end


def _is_long(word: Word) -> bool:
    return word.name or len(word.key) >= SHORTEST or (len(word.key) == SHORTEST_UNSPACED and is_unspaced(word.key))


def _ends(word: Word, letters: str) -> bool:
    """Say whether a word ends in a letter of a class of a regular expression."""
    return bool(letters) and re.search(f"[{letters}]$", word.key) is not None


def _is_clause(place: _Place, again: bool, idle: Set[str], about: Naming) -> bool:
    """Say whether words are no term but a piece of a sentence: a name and a verb, or "mencari cara yang tepat" once."""
    _, _, words, named, _ = place
    inside = [word.key for word in words[1:-1]]
    if again:
        return 0 < named < len(words) and any(is_verb(key, about) for key in inside)
    ends_in_names = words[0].name and words[-1].name
    return not ends_in_names and any(key in idle and key not in about.joiners for key in inside)


def _candidate(
    keys: tuple[str, ...], places: list[_Place], scores: Mapping[str, float], language: Language
) -> Candidate:
    forms = Counter([_printed(keys, words, language) for _, _, words, _, _ in places])
    read = {" ".join([word.text for word in words]).lower() for _, _, words, _, _ in places}
    below = [(line, start) for line, start, *_ in places if line > HEADLINE]
    return Candidate(
        text=min(forms, key=lambda form: (-forms[form], len(form), form)) if len(forms) > 1 else next(iter(forms)),
        keys=keys,
        count=len(places),
        below=len(below),
        first=below[0] if below else None,
        last=below[-1][0] if below else HEADLINE,
        names=max([named for _, _, _, named, _ in places]),
        before_name=any(followed for *_, followed in places),
        yake=min([scores[form] for form in read if form in scores], default=None),
    )


def _printed(keys: tuple[str, ...], words: Line, language: Language) -> str:
    """Return a phrase as it stands there, without what hangs on its last word."""
    text, last = printed_together([word.text for word in words]), words[-1].key
    hanging = last.removeprefix(keys[-1])
    return text[: -len(hanging)] if hanging != last and hanging in language.clitics else text

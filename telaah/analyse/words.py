"""Sentences become running words, with the case of every word judged by the evidence of the whole text."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from telaah.languages import UNKNOWN, Language, language
from telaah.languages.frequencies import has_list
from telaah.languages.scripts import LETTER, has_case, is_unspaced, printed_together
from telaah.languages.segments import BREAK, divided

TITLE_CASE = 0.6
"""Share of capitalised words from which a headline counts as Title Case; sentence-case headlines stay below .5."""
LONGEST_KNOWN = 4
"""Words in the longest known name that is looked up where nothing has a capital."""

_WORD = re.compile(rf"\w[{LETTER}]*(?:[-'’&./][{LETTER}]+)*")
_JOINS = re.compile(rf"\s+|{BREAK}")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it should be printed inside a sentence.

    `key` is its lower-case form, `name` whether it is a proper one, `joined` whether only white space stands between
    it and the word before it.
    """

    text: str
    key: str
    name: bool
    joined: bool


PLAIN = language(UNKNOWN)
"""A language that divides nothing but at blanks."""

Line = tuple[Word, ...]
Opens = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Text:
    """An article as lines of words: the headline's, then those of every sentence."""

    headline: Line
    body: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The headline and the sentences, in reading order."""
        return (self.headline, *self.body) if self.headline else self.body


def _never(_word: str, _following: str) -> bool:
    return False


def words(
    title: str,
    sentences: Sequence[str],
    stop_words: frozenset[str],
    opens: Opens = _never,
    known: Language = PLAIN,
    names: frozenset[str] = frozenset(),
) -> Text:
    """Return the article's words; a word is capitalised only where the text itself shows that it always is.

    The first word of a sentence and every word of a Title Case headline are capitalised for another reason; they count
    as proper when the body has them capitalised in mid-sentence and not in lower case more often, a first word also
    where `opens`, asked with it and the word after it, knows it for a name, a word of the headline also where it stands
    in `names` and the body has it as nothing else. In a script without capitals only what stands in `names` is one.
    """
    raw = [_tokens(sentence, known) for sentence in sentences]
    heading = _tokens(title, known)
    capital = sum(token[0][:1].isupper() for token in heading)
    title_case = capital >= TITLE_CASE * len(heading)
    evidence = _evidence(raw if title_case else [*raw, heading])
    body = tuple(_line(tokens, evidence, stop_words, opens, first_only=True) for tokens in raw)
    common = {word.key for line in body for word in line if not word.name}

    def knows(word: str, _following: str) -> bool:
        return word.lower() in names and word.lower() not in common

    text = Text(_line(heading, evidence, stop_words, knows, first_only=not title_case), body)
    if has_case(" ".join(sentences[:1])) or not names:
        return text
    return Text(_with_known(text.headline, names), tuple(_with_known(line, names) for line in body))


def _with_known(line: Line, names: frozenset[str]) -> Line:
    """Return a line with the words of known names marked, the longest names first."""
    marked = list(line)
    at = 0
    while at < len(line):
        size = next(
            (n for n in range(min(LONGEST_KNOWN, len(line) - at), 0, -1) if _phrase(line[at : at + n]) in names), 0
        )
        marked[at : at + size] = [replace(word, name=True) for word in line[at : at + size]]
        at += size or 1
    return tuple(marked)


def _phrase(words: Sequence[Word]) -> str:
    return printed_together([word.key for word in words])


def _tokens(sentence: str, known: Language) -> list[tuple[str, bool]]:
    tokens, end, text = [], 0, divided(sentence, known)
    undivided = not has_list(known.code)
    for match in _WORD.finditer(text):
        if undivided and is_unspaced(match[0]):  # a stretch of words that nobody can tell apart is no word
            continue
        tokens.append((match[0], bool(_JOINS.fullmatch(text, end, match.start()))))
        end = match.end()
    return tokens


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What mid-sentence shows: the printed form of words mostly capitalised there, and words seen in lower case."""

    proper: Mapping[str, str]
    common: frozenset[str]


def _evidence(lines: Sequence[Sequence[tuple[str, bool]]]) -> _Evidence:
    printed: dict[str, dict[str, int]] = {}
    for form, count in Counter([text for line in lines for text, _ in line[1:]]).items():
        printed.setdefault(_key(form), {})[form] = count
    proper = {}
    for key, forms in printed.items():
        upper = [form for form in forms if form[:1].isupper()]
        if upper and 2 * sum([forms[form] for form in upper]) >= sum(forms.values()):
            proper[key] = min(upper, key=lambda form: (-forms[form], form))
    return _Evidence(proper, frozenset(key for key, forms in printed.items() if key in forms))


def _key(text: str) -> str:
    return text.lower().replace("’", "'")


def _line(
    tokens: Sequence[tuple[str, bool]], evidence: _Evidence, stop: frozenset[str], opens: Opens, *, first_only: bool
) -> Line:
    line: list[Word] = []
    for place, (text, joined) in enumerate(tokens):
        key = _key(text)
        doubtful = place == 0 or not first_only
        if key in evidence.proper and (doubtful or text[:1].islower()):
            text = evidence.proper[key]
        elif doubtful and not _is_acronym(text) and not _is_known(tokens[place:], evidence, stop, opens):
            text = key
        line.append(Word(text, key, text[:1].isupper() and key not in stop, joined))
    return tuple(line)


def _is_known(tokens: Sequence[tuple[str, bool]], evidence: _Evidence, stop: frozenset[str], opens: Opens) -> bool:
    """Say whether the first of these words is a name: it is never in lower case, and `opens` knows it for one."""
    word = tokens[0][0]
    key = word.lower()
    if not word[:1].isupper() or key in stop or key in evidence.common:
        return False
    return opens(word, tokens[1][0] if len(tokens) > 1 and tokens[1][1] else "")


def _is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper()

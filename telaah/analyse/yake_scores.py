"""Sentences of words become YAKE's score of every phrase in them; lower is better.

The formula of Campos et al. (2020), "YAKE! Keyword extraction from single documents using multiple local features",
as release 0.7.3 of the yake library computes it with a window of one word, without its graph library and numpy: the
same phrases and scores in a fraction of the time. The tests hold the two against each other.
"""

import math
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

LONGEST = 3
"""Words in a phrase, the default of the library."""
SHORTEST = 3
"""Letters of the shortest word that is no stop word, where words are written with blanks between them."""
PLURAL_FROM = 4
"""Letters of the shortest word whose final s is taken for a plural."""

_PUNCTUATION = frozenset(string.punctuation)
_BARE = str.maketrans("", "", string.punctuation)

_Token = tuple["_Term", str, bool]
"""The term, its lower-case form as printed, and whether it may stand in a phrase: no digits and no strange signs."""


@dataclass(slots=True, eq=False)
class _Term:
    """What is counted of one word while the text is read, and its weight at the end."""

    stop: bool
    count: int = 0
    acronyms: int = 0
    capitals: int = 0
    sentences: list[int] = field(default_factory=list)
    after: dict["_Term", int] = field(default_factory=dict)
    before: dict["_Term", int] = field(default_factory=dict)
    weight: float = 0.0

    __hash__ = object.__hash__


def yake_scores(
    sentences: Sequence[Sequence[str]], stop_words: frozenset[str], shortest: int = SHORTEST
) -> Mapping[str, float]:
    """Return the score of every phrase of up to `LONGEST` words that YAKE finds, by its lower-case words.

    `shortest` is the least number of letters of a word that is no stop word. A sentence is its words and signs in
    order; a token of punctuation alone divides it, and no phrase runs across.
    """
    terms: dict[str, _Term] = {}
    blocks = [
        block
        for number, sentence in enumerate(sentences)
        for block in _blocks(number, sentence, terms, stop_words, shortest)
    ]
    _weigh(terms, len(sentences))
    found: dict[str, tuple[Sequence[_Token], int, bool]] = {}
    for block in blocks:
        for end in range(1, len(block) + 1):
            if block[end - 1][0].stop:
                continue
            for start in range(end - 1, max(end - LONGEST, 0) - 1, -1):
                if not block[start][0].stop:
                    tokens = block[start:end]
                    key = " ".join([printed for _, printed, _ in tokens])
                    first, count, valid = found.get(key, (tokens, 0, False))
                    found[key] = (first, count + 1, valid or all(usable for _, _, usable in tokens))
    return {
        key: _score([term for term, _, _ in tokens], count) for key, (tokens, count, valid) in found.items() if valid
    }


def _blocks(
    number: int, sentence: Sequence[str], terms: dict[str, _Term], stop_words: frozenset[str], shortest: int
) -> list[list[_Token]]:
    """Count the words of a sentence and their neighbours; return them in blocks between its signs."""
    blocks: list[list[_Token]] = []
    block: list[_Token] = []
    for place, word in enumerate(sentence):
        if _PUNCTUATION.issuperset(word):
            block = []
            continue
        lower = word.lower()
        term = _term(lower, terms, stop_words, shortest)
        usable = _count(term, word, place, number)
        if not block:
            blocks.append(block)
        elif usable and block[-1][2]:
            left = block[-1][0]
            left.after[term] = left.after.get(term, 0) + 1
            term.before[left] = term.before.get(left, 0) + 1
        block.append((term, lower, usable))
    return blocks


def _term(lower: str, terms: dict[str, _Term], stop_words: frozenset[str], shortest: int) -> _Term:
    """Return the term of a word; whether it is a stop word is settled where it stands first."""
    key = lower[:-1] if len(lower) >= PLURAL_FROM and lower[-1] == "s" else lower
    term = terms.get(key)
    if term is None:
        stop = lower in stop_words or key in stop_words or len(key.translate(_BARE)) < shortest
        term = terms[key] = _Term(stop)
    return term


def _count(term: _Term, word: str, place: int, sentence: int) -> bool:
    """Count one occurrence of a word with its case; return whether it may stand in a phrase."""
    term.count += 1
    if not term.sentences or term.sentences[-1] != sentence:
        term.sentences.append(sentence)
    if not word.isalpha() and not _usable(word):
        return False
    if word.isupper():
        term.acronyms += 1
    elif place and len(word) > 1 and word[0].isupper() and sum(map(str.isupper, word)) == 1:
        term.capitals += 1
    return True


def _usable(word: str) -> bool:
    """Say whether a word is neither a number nor strange: letters among digits, neither of both, or several signs.

    A time ("9:40") counts as usable, as it does in the library; `candidates` takes no phrase that ends in one.
    """
    bare = word.replace(",", "")
    if bare.isdigit() or bare.replace(".", "", 1).isdigit():
        return False
    digits, letters = any(map(str.isdigit, word)), any(map(str.isalpha, word))
    return digits != letters and sum(letter in _PUNCTUATION for letter in word) < 2


def _weigh(terms: Mapping[str, _Term], sentences: int) -> None:
    """Give every word that is no stop word its weight: position, neighbours, case, frequency and spread."""
    counts = [term.count for term in terms.values() if not term.stop]
    if not counts:
        return
    most = max(term.count for term in terms.values())
    mean = sum(counts) / len(counts)
    usual = mean + math.sqrt(math.fsum((count - mean) ** 2 for count in counts) / len(counts))
    for term in terms.values():
        if not term.stop:
            share = term.count / most
            related = 1 + (_variety(term.before) + _variety(term.after)) * share
            case = max(term.acronyms, term.capitals) / (1 + math.log(term.count))
            position = math.log(math.log(3 + _median(term.sentences)))
            spread = len(term.sentences) / sentences
            term.weight = position * related / (case + (term.count / usual + spread) / related)


def _variety(neighbours: Mapping[_Term, int]) -> float:
    """Return how many different words stand on one side, a neighbour: 1 where each stands there once."""
    return len(neighbours) / sum(neighbours.values()) if neighbours else 0.0


def _median(ordered: Sequence[int]) -> float:
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _score(terms: Sequence[_Term], count: int) -> float:
    """Return a phrase's score: its words' weights, a stop word inside weighed by how firmly it joins its neighbours."""
    if len(terms) == 1:
        weight = terms[0].weight
        return weight / ((weight + 1) * count)
    product, total = 1.0, 0.0
    for place, term in enumerate(terms):
        if term.stop:
            left, right = terms[place - 1], terms[place + 1]
            joined = left.after.get(term, 0) / left.count * (term.after.get(right, 0) / right.count)
            product *= 2 - joined
            total -= 1 - joined
        else:
            product *= term.weight
            total += term.weight
    return product / ((total + 1) * count)

"""Search the two columns of telaah/analyse/weights.py; print them, and what they are worth on articles not searched on.

python -m pip install -r benchmarks/requirements.txt
python -m benchmarks.fit_keywords [--data ../shared/bench/data] [--only general,id] [--check]

The general column is searched on the keywords that people gave to French, Portuguese and English news. There is no such
set for Indonesian, so its column is judged on IndoSum, where people wrote headlines and summaries: the truth of an
article are the phrases that both have in common, as long as they go; single words only where they are names, since
headlines are full of bare verbs ("beli", "kirim") that are no keywords. The headline is hidden from the article, or
it would tell the truth; so the weights that speak of headlines are the general ones and are not searched. Two further
figures say the same less sharply: how well the keywords' words are the summary's (F), and how much of the headline they
hold. Words count by their rarity; stop words and verbs do not. The column is searched on `SHARES` of the three.
"""

# ruff: noqa: T201 - a command that prints

import argparse
import math
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from benchmarks.quality.rouge import f1_at_10
from benchmarks.quality.rows import Row, page, rows
from benchmarks.search import search
from telaah.analyse.candidates import Candidate, candidates
from telaah.analyse.keywords import keywords
from telaah.analyse.name_words import bridges
from telaah.analyse.names import names
from telaah.analyse.openings import is_name
from telaah.analyse.stop_words import stop_words
from telaah.analyse.verbs import is_verb
from telaah.analyse.weights import GENERAL, OPEN_COMPOUNDS, Weights
from telaah.analyse.words import words
from telaah.languages import language
from telaah.languages.frequencies import frequency
from telaah.languages.naming import naming
from telaah.languages.sentences import split

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "bench" / "data"
LONGEST = 3
"""Words of the phrases that headline and summary have in common."""
SHARES = (2.0, 1.0, 0.5)
"""What a point of each figure for Indonesian is worth: F1 of phrases is nearest to keywords, headlines are noisy."""
STEPS = (0.2, -0.2, 0.4, -0.4)
"""By how much the search moves a weight of the general column."""
FIXED = {"in_headline", "headline_only", "frequency", "grown", "mostly_short", "mixed", "title", "common_from"}
"""Weights that are not searched there: the ruler, and those that keep what readers see whole, which single phrases
counted as right or wrong do not show."""
STEPS_ID: Mapping[str, tuple[float, ...]] = {
    "frequency": (0.1, -0.1), "nested": (0.1, -0.1), "name": (0.2, -0.2), "name_once": (0.2, -0.2),
    "name_again": (0.1, -0.1), "rarity": (0.05, -0.05), "yake": (0.1, -0.1), "common": (0.2, -0.2),
    "common_from": (-1e-5, -3e-5, 3e-5), "phrase": (0.1, -0.1), "letters": (0.1, -0.1), "never_alone": (0.2, -0.2),
    "grown": (0.1, -0.1),
}  # fmt: skip
"""By how much it moves those of the Indonesian one: neither those of headlines, which are hidden, nor of the place in
the text, since summaries favour the beginning."""
GAIN = 0.1
"""Points of F1 from which a step is taken: less is chance."""
GAIN_ID = 0.04
"""Points of the mean of three figures over three times as many articles."""
ROUNDS = 2
_WORD = re.compile(r"\w+(?:[-'’&./]\w+)*")
_PROPER = re.compile(r"(?<=[^\W\d_] )[A-Z]\w*(?:[-'’&./]\w+)*")
"""A word that a summary has with a capital behind another word."""


@dataclass(frozen=True, slots=True)
class Given:
    """An article's candidates, its language and the phrases that are right for it."""

    candidates: tuple[Candidate, ...]
    code: str
    wanted: tuple[str, ...]
    summary: str
    headline: str


def main() -> None:
    """Search, each column first on halves."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--only", default="general,id")
    parser.add_argument(
        "--check", action="store_true", help="say what the columns of the table are worth, search nothing"
    )
    args = parser.parse_args()
    if "general" in args.only.split(","):
        sets = [rows(args.data / "keywords" / f"{code}.jsonl.gz", None) for code in ("fr", "pt", "en")]
        _column("general", [[_given(row, row["keywords"]) for row in each] for each in sets], GENERAL, args.check)
    if "id" in args.only.split(","):
        texts = rows(args.data / "summaries" / "id.jsonl.gz", None)
        given = [_given({**row, "title": "", "whole_title": row["title"]}, _shared(row)) for row in texts]
        _column("id", [[each for each in given if each.wanted]], OPEN_COMPOUNDS, args.check)


def _column(name: str, sets: Sequence[Sequence[Given]], column: Weights, check: bool) -> None:
    """Print what a column is worth, what each half finds and is worth on the other, and what the whole finds."""
    print(f"{name}, the table's column {_all(sets, column)}", flush=True)
    if check:
        return
    halves = []
    for found in sets:
        order = random.Random(3).sample(range(len(found)), len(found))  # noqa: S311 - the same halves at every run
        halves.append([[found[place] for place in order[half::2]] for half in (0, 1)])
    for here in (0, 1):
        fitted = _searched([half[here] for half in halves], column)
        there = [half[1 - here] for half in halves]
        worth = f"{_all(there, fitted)} on the other half (general {_all(there, GENERAL)}, table {_all(there, column)})"
        print(f"{name}, half {here}: {_written(fitted)}: {worth}", flush=True)
    whole = _searched(sets, column)
    print(f"{name}, the whole: {_written(whole)}: {_all(sets, whole)}", flush=True)


def _searched(sets: Sequence[Sequence[Given]], start: Weights) -> Weights:
    general = {field.name: STEPS for field in fields(Weights) if field.name not in FIXED}
    moves, gain = (STEPS_ID, GAIN_ID) if start is OPEN_COMPOUNDS else (general, GAIN)
    return search(start, moves, lambda column: _mean(sets, column), gain, ROUNDS)


def _mean(sets: Sequence[Sequence[Given]], column: Weights) -> float:
    """Return the mean of F1, or of the three figures in their shares where there are summaries."""
    means = []
    for each in sets:
        figures = (_f1(each, column), *_held(each, column))
        shares = SHARES[: len(figures)]
        means.append(sum(share * figure for share, figure in zip(shares, figures, strict=True)) / sum(shares))
    return sum(means) / len(means)


def _all(sets: Sequence[Sequence[Given]], column: Weights) -> str:
    """Return F1 of every set, with the words of summaries and of headlines where there are summaries."""
    figures = [(_f1(each, column), *_held(each, column)) for each in sets]
    return ", ".join(" / ".join(f"{figure:.1f}" for figure in each) for each in figures)


def _f1(found: Sequence[Given], column: Weights) -> float:
    scores = []
    for each in found:
        mine = keywords(each.candidates, naming(each.code), frozenset(), column)
        scores.append(f1_at_10([phrase.text for phrase in mine], each.wanted, each.code))
    return 100 * sum(scores) / len(scores)


def _given(row: Row, wanted: Sequence[str]) -> Given:
    article, known, about = page(row), language(row["language"]), naming(row["language"])
    title = row.get("title", article.title)
    sentences = [text for paragraph in article.paragraphs for text in split(paragraph.text, known)]
    text = words(
        title or "", sentences, stop_words(known), lambda word, after: is_name(word, after, about), known, about.known
    )
    spans = names(text, lambda line, start, place: bridges(line, start, place, about))
    summary = " ".join(row.get("reference", ()))
    return Given(candidates(text, spans, known), row["language"], tuple(wanted), summary, row.get("whole_title", ""))


def _held(found: Sequence[Given], column: Weights) -> tuple[float, ...]:
    """Return how well the words of keywords are those of human summaries, and how much of headlines they hold."""
    scores = []
    for each in (given for given in found if given.summary):
        mine = keywords(each.candidates, naming(each.code), frozenset(), column)
        said, headline = _weighed(each.summary, each.code), _weighed(each.headline, each.code)
        shares = [_share(_weighed(phrase.text, each.code), said) for phrase in mine]
        right = sum(shares) / max(1, len(shares))
        all_ = _weighed(" ".join(phrase.text for phrase in mine), each.code)
        told = _held_weight(all_, said)
        scores.append((2 * right * told / (right + told) if right + told else 0.0, _held_weight(all_, headline)))
    return tuple(100 * sum(each) / len(scores) for each in zip(*scores, strict=True))


def _weighed(text: str, code: str) -> Mapping[str, float]:
    """Return the words of a text with their rarity, in powers of ten above one in a hundred."""
    stop, about = stop_words(language(code)), naming(code)
    found = (word.lower() for word in _WORD.findall(text))
    kept = (word for word in found if word not in stop and len(word) > 2 and not is_verb(word, about))
    return {word: max(0.0, -math.log10(frequency(word, code)) - 2) for word in kept}


def _share(words_: Mapping[str, float], wanted: Mapping[str, float]) -> float:
    return sum(word in wanted for word in words_) / max(1, len(words_))


def _held_weight(words_: Mapping[str, float], wanted: Mapping[str, float]) -> float:
    whole = sum(wanted.values())
    return sum(weight for word, weight in wanted.items() if word in words_) / whole if whole else 0.0


def _shared(row: Row) -> tuple[str, ...]:
    """Return the phrases of a headline that the human summary has as well, none inside another."""
    stop = stop_words(language(row["language"]))
    headline = [word.lower() for word in _WORD.findall(row["title"])]
    summary = f" {' '.join(word.lower() for word in _WORD.findall(' '.join(row['reference'])))} "
    found: list[tuple[int, int]] = []
    for size in range(LONGEST, 0, -1):
        for start in range(len(headline) - size + 1):
            phrase = headline[start : start + size]
            inside = any(begin <= start and start + size <= end for begin, end in found)
            if not inside and not stop.intersection((phrase[0], phrase[-1])) and f" {' '.join(phrase)} " in summary:
                found.append((start, start + size))
    phrases = [" ".join(headline[start:end]) for start, end in found]
    proper = set(map(str.lower, _PROPER.findall(" ".join(row["reference"]))))
    return tuple(phrase for phrase in phrases if " " in phrase or phrase in proper)


def _written(column: Weights) -> str:
    changed = ((field.name, getattr(column, field.name)) for field in fields(Weights))
    return (
        ", ".join(f"{name}={value}" for name, value in changed if value != getattr(GENERAL, name)) or "as the general"
    )


if __name__ == "__main__":
    main()

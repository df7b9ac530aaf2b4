"""Fit the two columns of telaah/analyse/summary_weights.py; print them, and what they are worth elsewhere.

python -m pip install -r benchmarks/requirements.txt
python -m benchmarks.fit_summaries [--data ../shared/bench/data] [--only general,id] [--check]

The general column comes from fifty English articles, too few to search on ROUGE itself. So a ridge regression learns,
from every sentence, the share of its words and pairs of words that the human summary has (`shares`).
The Indonesian column comes from 721 articles by coordinate search on ROUGE (`halves`). The measure jumps as sentences
change places, and a search on it finds what holds for one half and not for the other; so it is the mean over several
choices of each article with jittered merits and aims.
"""

# ruff: noqa: T201 - a command that prints

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from benchmarks.quality.rouge import rouge, words
from benchmarks.quality.rows import Row, page, rows
from benchmarks.search import search
from telaah.analyse import analyse
from telaah.analyse.signs import Unit, likeness, units
from telaah.analyse.summary import choose
from telaah.analyse.summary_weights import GENERAL, OPEN_COMPOUNDS, SIGNS, SummaryWeights
from telaah.clean.story import starts_mid_story
from telaah.languages import language
from telaah.site_keys import SUMMARY_WORDS

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "bench" / "data"
BY_HAND = ("captioned", "headline")
"""Signs of the general column that no data decide: readers need them, and CNN/DailyMail has no headlines."""
SHARED = ("early", "opening", "depth", "company", "keywords", "capitals", "figures", "quoted")
"""Signs of the general column; without one of them, or with another, the cross-validated figures are no better."""
L2 = 300.0
"""Weight of the penalty on the regression. Cross-validated, 100 to 500 differ by .4 points of ROUGE-1."""
RULER = 0.2
"""Share that counts as much as .4 times the likeness to a sentence already chosen (.3: .2 points less)."""
FOLDS, SEEDS = 10, 4
ROUNDS = 3
NOTHING = SummaryWeights(**dict.fromkeys((*SIGNS, "repetition"), 0.0))
START = replace(NOTHING, early=1.0, middle=0.5, headline=0.2, quoted=-0.5, captioned=-0.4, repetition=-0.4)
"""Where the search begins: round numbers, so that nothing found before is carried over."""
STEPS: Mapping[str, float] = {
    "early": 0.1, "depth": 0.1, "headline": 0.05,  "middle": 0.05, "company": 0.1,
    "keywords": 0.2, "capitals": 0.1, "figures": 0.03, "paragraph": 0.02, "quoted": 0.1, "repetition": 0.1,
}  # fmt: skip
"""By how much the search moves each weight; also by two and a half times as much."""
GAIN = 0.03
"""Points of the smoothed measure from which a step is taken."""
JITTER, AIMS = 0.06, (0.94, 0.97, 1.0, 1.0, 1.03, 1.06)
"""Standard deviation of the noise on merits, and the factors on the words asked for, of one smoothed measure."""


@dataclass(frozen=True, slots=True)
class Given:
    """An article's sentences, their signs in the order of `SIGNS`, how alike they are, its human summary's words."""

    units: tuple[Unit, ...]
    signs: np.ndarray
    alike: tuple[tuple[float, ...], ...]
    said: tuple[tuple[str, ...], ...]
    wanted: tuple[str, ...]
    noise: np.ndarray
    known: dict[tuple[int, ...], float]

    def rouge(self, chosen: tuple[int, ...]) -> tuple[float, float, float]:
        """Return ROUGE-1, 2 and L of a choice."""
        return rouge([word for place in chosen for word in self.said[place]], self.wanted)

    def choice(self, merits: Sequence[float], repetition: float, asked: float) -> tuple[int, ...]:
        """Return the program's own choice under these merits."""
        return choose(self.units, merits, lambda one, other: self.alike[one][other], asked, repetition)


def main() -> None:
    """Fit, each column first on parts."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--only", default="general,id")
    parser.add_argument("--check", action="store_true", help="say what the columns of the table are worth, fit nothing")
    args = parser.parse_args()
    for name, code, column in (("general", "en", GENERAL), ("id", "id", OPEN_COMPOUNDS)):
        if name in args.only.split(","):
            found = [
                _given(row, place) for place, row in enumerate(rows(args.data / "summaries" / f"{code}.jsonl.gz", None))
            ]
            _say(f"{name}, the table's column", [_plain(each, column) for each in found])
            if not args.check:
                for line in shares(found) if name == "general" else halves(found):
                    print(line, flush=True)


def shares(found: Sequence[Given]) -> Iterator[str]:
    """Cross-validate the regression, then give the column fitted on everything."""
    scores = []
    for seed in range(SEEDS):
        order = random.Random(seed).sample(range(len(found)), len(found))  # noqa: S311 - the same folds at every run
        for fold in range(FOLDS):
            held_out = set(order[fold::FOLDS])
            column = regression([each for place, each in enumerate(found) if place not in held_out])
            scores += [_plain(found[place], column) for place in sorted(held_out)]
    _say(f"general, {FOLDS}-fold, {SEEDS} times", scores)
    yield _written(regression(found))


def regression(found: Sequence[Given]) -> SummaryWeights:
    """Return the column by which a sentence's merit is nearest to its share of the summary, every article alike."""
    columns = [SIGNS.index(name) for name in SHARED]
    signs = np.concatenate([each.signs[:, columns] - each.signs[:, columns].mean(0) for each in found])
    share = np.concatenate([_shares(each) - _shares(each).mean() for each in found])
    weight = np.concatenate([np.full(len(each.units), 15 / len(each.units)) for each in found])
    spread = np.sqrt((signs**2 * weight[:, None]).sum(0) / weight.sum())
    scaled = signs / spread
    square = scaled.T @ (scaled * weight[:, None]) + L2 * np.eye(len(columns))
    solved = np.linalg.solve(square, scaled.T @ (weight * share)) / spread / RULER
    by_hand = replace(NOTHING, repetition=GENERAL.repetition, **{name: getattr(GENERAL, name) for name in BY_HAND})
    return replace(by_hand, **{name: round(float(value), 3) for name, value in zip(SHARED, solved, strict=True)})


def _shares(article: Given) -> np.ndarray:
    wanted, pairs = Counter(article.wanted), Counter(pairwise(article.wanted))
    return np.array(
        [
            (Counter(said) & wanted).total() / max(1, len(said)) / 2
            + (Counter(pairwise(said)) & pairs).total() / max(1, len(said) - 1) / 2
            for said in article.said
        ]
    )


def halves(found: Sequence[Given]) -> Iterator[str]:
    """Search on each half and say what it is worth on the other, then give the column searched on everything."""
    order = random.Random(3).sample(range(len(found)), len(found))  # noqa: S311 - the same halves at every run
    parts = [[found[place] for place in order[half::2]] for half in (0, 1)]
    scores = []
    for here, there in (parts, parts[::-1]):
        column = _searched(here)
        scores += [_plain(each, column) for each in there]
        yield _written(column)
    _say("id, each half by the other's column", scores)
    yield _written(_searched(found))


def _searched(found: Sequence[Given]) -> SummaryWeights:
    moves = {name: (step, -step, 2.5 * step, -2.5 * step) for name, step in STEPS.items()}
    return search(START, moves, lambda column: _smooth(found, column), GAIN, ROUNDS)


def _smooth(found: Sequence[Given], column: SummaryWeights) -> float:
    weights = np.array([getattr(column, name) for name in SIGNS])
    total = 0.0
    for article in found:
        merits = article.signs @ weights
        for noise, factor in zip(article.noise, AIMS, strict=True):
            chosen = article.choice((merits + noise).tolist(), column.repetition, factor * SUMMARY_WORDS)
            if chosen not in article.known:
                article.known[chosen] = sum(article.rouge(chosen)) / 3
            total += article.known[chosen]
    return 100 * total / len(found) / len(AIMS)


def _plain(article: Given, column: SummaryWeights) -> tuple[float, float, float, float]:
    merits = [column.merit(unit) for unit in article.units]
    chosen = article.choice(merits, column.repetition, SUMMARY_WORDS)
    return (*article.rouge(chosen), float(sum(len(article.said[place]) for place in chosen)))


def _say(what: str, scores: Sequence[tuple[float, float, float, float]]) -> None:
    means = np.array(scores).mean(0)
    print(
        f"{what:<36} " + " ".join(f"{100 * value:6.2f}" for value in means[:3]) + f" {means[3]:6.1f} words", flush=True
    )


def _written(column: SummaryWeights) -> str:
    return ", ".join(f"{name}={getattr(column, name)}" for name in (*SIGNS, "repetition") if getattr(column, name))


def _given(row: Row, seed: int) -> Given:
    article, known = page(row), language(row["language"])
    article = replace(article, starts_mid_story=starts_mid_story(article.title, None, article.paragraphs, known))
    analysis = analyse(article)
    found = units(article, analysis.sentences, analysis.keywords, known)
    return Given(
        units=found,
        signs=np.array([[unit.signs[name] for name in SIGNS] for unit in found]),
        alike=tuple(tuple(likeness(one.vector, other.vector) for other in found) for one in found),
        said=tuple(tuple(words(sentence.text)) for sentence in analysis.sentences),
        wanted=tuple(words(" ".join(row["reference"]))),
        noise=np.random.default_rng(seed).normal(0, JITTER, (len(AIMS), len(found))),
        known={},
    )


if __name__ == "__main__":
    main()

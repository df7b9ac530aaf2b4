"""The features of a page's lines become a choice: which lines are the text of the story.

A linear chain: each line has a score, the sum of its features by their weights, and each step from one line to the
next has one (text after text, text after clutter ...), so that a story holds together. The weights stand in
line_model.toml, made by benchmarks/fit_lines.py.
"""

import functools
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log1p
from pathlib import Path

from telaah.clean.features import Features

PROSE_BONUS = (0.0, 2.0, 4.0, 8.0, 12.0, 16.0, 20.0)
"""What lines of prose are given on top, in turn; the choice expected to be best is taken. Without it a page unlike
those the weights were fitted on ends without text: F1 .915 instead of .924 in cross-validation."""


@dataclass(frozen=True, slots=True)
class LineModel:
    """Weights of the features, and of the steps clutter-clutter, clutter-text, text-clutter, text-text."""

    bias: float
    weights: Mapping[str, float]
    steps: tuple[float, float, float, float]

    def choose(self, lines: Sequence[Features], counts: Sequence[int]) -> list[bool]:
        """Say of each line whether it is text; `counts` are the lines' words, by which a choice is valued."""
        if not lines:
            return []
        scores = [self.score(line) for line in lines]
        sure = self._probabilities(scores)
        expected = sum(p * count for p, count in zip(sure, counts, strict=True))
        prose = [line.get("prose", 0.0) for line in lines]
        best: list[bool] = [False] * len(lines)
        best_value = 0.0
        for bonus in PROSE_BONUS:
            chosen = self._best_path([score + bonus * is_prose for score, is_prose in zip(scores, prose, strict=True)])
            found = sum(count for count, is_text in zip(counts, chosen, strict=True) if is_text)
            hits = sum(p * n for p, n, is_text in zip(sure, counts, chosen, strict=True) if is_text)
            value = 2 * hits / (found + expected) if found else 0.0
            if value > best_value:
                best, best_value = chosen, value
        return best

    def score(self, line: Features) -> float:
        """Return how much a line looks like text by itself and its surroundings; above 0 it rather does."""
        weight, score = self.weights.get, self.bias
        for name, value in line.items():
            if value:
                score += weight(name, 0.0) * value
        return score

    def _best_path(self, scores: Sequence[float]) -> list[bool]:
        """Return the choice with the highest sum of scores and steps (Viterbi)."""
        cc, ct, tc, tt = self.steps
        clutter, text = 0.0, scores[0]
        origins = []
        for score in scores[1:]:
            to_clutter, to_text = text + tc > clutter + cc, text + tt > clutter + ct
            origins.append((to_clutter, to_text))
            clutter, text = (
                text + tc if to_clutter else clutter + cc,
                (text + tt if to_text else clutter + ct) + score,
            )
        path = [text > clutter]
        for from_text in reversed(origins):
            path.append(from_text[path[-1]])
        return path[::-1]

    def _probabilities(self, scores: Sequence[float]) -> list[float]:
        """Return how probable it is that each line is text (forward and backward sums in logarithms)."""
        cc, ct, tc, tt = self.steps
        forward = [(0.0, scores[0])]
        for score in scores[1:]:
            clutter, text = forward[-1]
            forward.append((_add(clutter + cc, text + tc), _add(clutter + ct, text + tt) + score))
        backward = [(0.0, 0.0)]
        for score in reversed(scores[1:]):
            clutter, text = backward[-1]
            text += score
            backward.append((_add(cc + clutter, ct + text), _add(tc + clutter, tt + text)))
        total = _add(*forward[-1])
        return [exp(f[1] + b[1] - total) for f, b in zip(forward, reversed(backward), strict=True)]


@functools.cache
def line_model() -> LineModel:
    """Return the model whose weights are packaged."""
    table = tomllib.loads((Path(__file__).parent / "line_model.toml").read_text("utf-8"))
    steps = table["steps"]
    return LineModel(
        table["bias"],
        table["weights"],
        (steps["clutter_clutter"], steps["clutter_text"], steps["text_clutter"], steps["text_text"]),
    )


def _add(a: float, b: float) -> float:
    """Return the logarithm of the sum of two numbers given as logarithms."""
    return a + log1p(exp(b - a)) if a > b else b + log1p(exp(a - b))

"""The measures of a raw page's lines become its headline: the line that most looks like one, or none.

Each line has a score, the sum of its features by their weights, and so has the page's having no headline at all; the
highest wins. The weights stand in headline_model.toml, made by benchmarks/fit_headlines.py.
"""

import functools
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from telaah.clean.headline_features import NONE, Features, Headlines
from telaah.clean.lines import RawLine
from telaah.clean.measures import Measure


def headline(lines: Sequence[RawLine], read: Sequence[Measure], function_words: frozenset[str]) -> RawLine | None:
    """Return the line of a page that is its headline; None where no line says anything that the text says too."""
    page = Headlines(lines, read, function_words)
    places = page.candidates()
    best, most = None, score({NONE: 1.0})
    for place, features in zip(places, page.features(places), strict=True):
        value = score(features)
        if value > most:
            best, most = lines[place], value
    return best


def score(features: Features) -> float:
    """Return how much a line looks like a headline, to be compared with others of its page."""
    weights = headline_weights()
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


@functools.cache
def headline_weights() -> Mapping[str, float]:
    """Return the packaged weights of the features."""
    table = tomllib.loads((Path(__file__).parent / "headline_model.toml").read_text("utf-8"))
    weights: Mapping[str, float] = table["weights"]
    return weights

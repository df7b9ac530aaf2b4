"""Fit the line model and write telaah/clean/line_model.toml; with --check only cross-validate it.

python -m pip install -r benchmarks/requirements.txt
python -m benchmarks.fit_lines [--data ../shared/bench/data] [--check] [--l2 30] [--seed 1] [--without REGEX]
"""

import argparse
import random
import re
from collections.abc import Sequence
from pathlib import Path
from statistics import mean, stdev

import numpy as np

from benchmarks.lines.chain import fit
from benchmarks.lines.score import page_scores, total
from benchmarks.lines.views import View, views
from telaah.clean.line_model import LineModel
from telaah.settings import Options, settings

ROOT = Path(__file__).resolve().parent.parent
FOLDS = 5
L2 = 30.0
"""Weight of the penalty. From 3 to 30 the cross-validated F1 is the same (.927 to .929); 30 leaves least between it and
the F1 of the pages fitted on."""


def main() -> None:
    """Cross-validate by page, then fit on everything and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "bench" / "data")
    parser.add_argument("--check", action="store_true", help="cross-validate only")
    parser.add_argument("--fit", action="store_true", help="fit only")
    parser.add_argument("--l2", type=float, default=L2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without", default="(?!)", help="features to leave out")
    args = parser.parse_args()
    outlets = settings(Options(ROOT / "content", ROOT / "site", ROOT / "templates")).outlets
    pages = list(views(args.data, outlets))
    left_out = re.compile(args.without)
    names = sorted({name for page in pages for line in page.features for name in line if not left_out.fullmatch(name)})
    print(f"{len(pages)} views of {len({page.id for page in pages})} pages, {len(names)} features")  # noqa: T201 - a benchmark prints
    if not args.fit:
        cross_validate(pages, names, args.l2, args.seed)
    if not args.check:
        (ROOT / "telaah" / "clean" / "line_model.toml").write_text(written(train(pages, names, args.l2)), "utf-8")


def cross_validate(pages: Sequence[View], names: Sequence[str], l2: float, seed: int) -> None:
    """Print F1 of the model on pages it has not seen in any view."""
    ids = sorted({page.id for page in pages})
    random.Random(seed).shuffle(ids)  # noqa: S311 - the same folds at every run
    fold = {id_: place % FOLDS for place, id_ in enumerate(ids)}
    scored, by_fold = [], []
    for number in range(FOLDS):
        model = train([page for page in pages if fold[page.id] != number], names, l2)
        here = [_score(page, model) for page in pages if page.real and fold[page.id] == number]
        scored += here
        by_fold.append(total(here).f1)
    found = total(scored)
    spread = stdev(by_fold) / FOLDS**0.5
    score = f"F1 {found.f1:.4f} P {found.precision:.4f} R {found.recall:.4f} exact {found.exact:.3f}"
    print(f"l2 {l2} seed {seed}: {score}; folds {mean(by_fold):.4f} +- {spread:.4f}", flush=True)  # noqa: T201


def train(pages: Sequence[View], names: Sequence[str], l2: float) -> LineModel:
    """Fit a model to these pages; weights are rounded as they are written."""
    place = {name: n for n, name in enumerate(names, 1)}
    weights, steps = fit([(_matrix(page, place), np.array(page.truth)) for page in pages], l2)
    rounded = {name: round(float(weights[n]), 3) for name, n in place.items()}
    cc, ct, tc, tt = (round(float(step), 3) for step in steps.ravel())
    return LineModel(round(float(weights[0]), 3), {name: w for name, w in rounded.items() if w}, (cc, ct, tc, tt))


def _matrix(page: View, place: dict[str, int]) -> np.ndarray:
    matrix = np.zeros((len(page.lines), len(place) + 1))
    matrix[:, 0] = 1
    for row, line in enumerate(page.features):
        for name, value in line.items():
            if name in place:
                matrix[row, place[name]] = value
    return matrix


def _score(page: View, model: LineModel) -> tuple[float | None, float | None, bool]:
    chosen = model.choose(page.features, page.counts)
    text = "\n".join(line.text for line, is_text in zip(page.lines, chosen, strict=True) if is_text)
    return page_scores(text, page.body)


def written(model: LineModel) -> str:
    """Return the model as TOML."""
    cc, ct, tc, tt = model.steps
    lines = [
        "# Made by benchmarks/fit_lines.py from pages of the benchmark; do not edit by hand, fit again.",
        "# A line's score is the bias and the sum of its features (telaah/clean/features.py) by these weights;",
        "# above 0 it looks like text. A step's score is added for each pair of neighbouring lines.",
        f"bias = {model.bias}",
        "",
        "[steps]",
        *(f"{name} = {value}" for name, value in
          (("clutter_clutter", cc), ("clutter_text", ct), ("text_clutter", tc), ("text_text", tt))),
        "",
        "[weights]",
        *(f"{name} = {weight}" for name, weight in sorted(model.weights.items())),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()

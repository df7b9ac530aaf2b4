"""Fit the line model and write telaah/clean/line_model.toml; with --check only cross-validate it.

python -m pip install -r benchmarks/requirements.txt
python -m benchmarks.fit_lines [--data ../shared/bench/data] [--check] [--l2 30] [--seed 1] [--without REGEX]
"""

from collections.abc import Sequence
from statistics import mean, stdev

import numpy as np

from benchmarks.fitting import CLEAN, FOLDS, folds, matrix, names_of, outlets, parser, rounded, written
from benchmarks.lines.chain import fit
from benchmarks.lines.score import page_scores, total
from benchmarks.lines.views import View, views
from telaah.clean.line_model import LineModel

L2 = 30.0
"""Weight of the penalty. From 3 to 30 the cross-validated F1 is the same (.927 to .929); 30 leaves least between it and
the F1 of the pages fitted on."""
COMMENTS = (
    "Made by benchmarks/fit_lines.py from pages of the benchmark; do not edit by hand, fit again.",
    "A line's score is the bias and the sum of its features (telaah/clean/features.py) by these weights;",
    "above 0 it looks like text. A step's score is added for each pair of neighbouring lines.",
)
STEPS = ("clutter_clutter", "clutter_text", "text_clutter", "text_text")


def main() -> None:
    """Cross-validate by page, then fit on everything and write the weights."""
    arguments = parser(__doc__, L2)
    arguments.add_argument("--fit", action="store_true", help="fit only")
    args = arguments.parse_args()
    pages = list(views(args.data, outlets()))
    names = names_of((line for page in pages for line in page.features), args.without)
    print(f"{len(pages)} views of {len({page.id for page in pages})} pages, {len(names)} features")  # noqa: T201 - a benchmark prints
    if not args.fit:
        cross_validate(pages, names, args.l2, args.seed)
    if not args.check:
        model = train(pages, names, args.l2)
        tables = {"steps": dict(zip(STEPS, model.steps, strict=True)), "weights": model.weights}
        (CLEAN / "line_model.toml").write_text(written(COMMENTS, {"bias": model.bias}, tables), "utf-8")


def cross_validate(pages: Sequence[View], names: Sequence[str], l2: float, seed: int) -> None:
    """Print F1 of the model on pages it has not seen in any view."""
    fold = folds((page.id for page in pages), seed)
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
    weights, steps = fit([(_with_bias(page, names), np.array(page.truth)) for page in pages], l2)
    cc, ct, tc, tt = (round(float(step), 3) for step in steps.ravel())
    return LineModel(round(float(weights[0]), 3), rounded(names, weights[1:]), (cc, ct, tc, tt))


def _with_bias(page: View, names: Sequence[str]) -> np.ndarray:
    """Return the features of a page's lines, the bias as the first."""
    return np.hstack([np.ones((len(page.lines), 1)), matrix(page.features, names)])


def _score(page: View, model: LineModel) -> tuple[float | None, float | None, bool]:
    chosen = model.choose(page.features, page.counts)
    text = "\n".join(line.text for line, is_text in zip(page.lines, chosen, strict=True) if is_text)
    return page_scores(text, page.body)


if __name__ == "__main__":
    main()

"""Fit the headline model and write telaah/clean/headline_model.toml; with --check only cross-validate it.

python -m pip install -r benchmarks/requirements.txt
python -m benchmarks.fit_headlines [--data ../shared/bench/data] [--check] [--l2 3] [--seed N] [--without REGEX]
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize

from benchmarks.fitting import CLEAN, FOLDS, folds, matrix, names_of, outlets, parser, rounded, written
from benchmarks.headlines.views import Choice, choices

L2 = 3.0
"""Weight of the penalty. From 1 to 10 as many headlines are right in cross-validation."""
MAX_STEPS = 200
COMMENTS = (
    "Made by benchmarks/fit_headlines.py from pages of the benchmark; do not edit by hand, fit again.",
    "A line's score is the sum of its features (telaah/clean/headline_features.py) by these weights;",
    "the page's highest wins, unless `none`, the score of having no headline, is higher.",
)


def main() -> None:
    """Cross-validate by page, then fit on everything and write the weights."""
    arguments = parser(__doc__, L2)
    arguments.add_argument("--show", type=int, default=0, help="wrong choices to print")
    args = arguments.parse_args()
    pages = list(choices(args.data, outlets()))
    names = names_of((line for page in pages for line in page.features), args.without)
    print(f"{len(pages)} views of {len({page.id for page in pages})} pages, {len(names)} features")  # noqa: T201
    cross_validate(pages, names, args.l2, args.seed, args.show)
    if not args.check:
        weights = {"weights": rounded(names, fit(pages, names, args.l2))}
        (CLEAN / "headline_model.toml").write_text(written(COMMENTS, {}, weights), "utf-8")


def cross_validate(pages: Sequence[Choice], names: Sequence[str], l2: float, seed: int, show: int) -> None:
    """Print how many headlines are right on pages not seen in any view, set by set."""
    fold = folds((page.id for page in pages), seed)
    right, wrong = Counter[tuple[str, bool]](), list[str]()
    for number in range(FOLDS):
        weights = fit([page for page in pages if fold[page.id] != number], names, l2)
        for page in pages:
            if fold[page.id] == number:
                best = int(np.argmax(matrix(page.features, names) @ weights))
                right[page.set, page.wanted != "" and not page.right[-1]] += page.right[best]
                if not page.right[best]:
                    wrong.append(f"{page.id}: {page.wanted!r}, chosen {page.texts[best]!r}")
    total = Counter((page.set, page.wanted != "" and not page.right[-1]) for page in pages)
    for key in sorted(total):
        print(f"{key[0]:<12} {'a headline' if key[1] else 'none':<11} {right[key]:>4} of {total[key]:>4} right")  # noqa: T201
    for line in wrong[:: max(1, len(wrong) // show)] if show else ():
        print(line)  # noqa: T201


def fit(pages: Sequence[Choice], names: Sequence[str], l2: float) -> np.ndarray:
    """Return the weights by which the right line is the likeliest of its page (conditional logit, with L2)."""
    matrices = [matrix(page.features, names) for page in pages]
    features = np.concatenate(matrices)
    truth = np.concatenate([page.right for page in pages]).astype(float)
    sizes = [len(each) for each in matrices]
    first = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    page_of = np.repeat(np.arange(len(pages)), sizes)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = features @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, first)[page_of])
        chances = powers / np.add.reduceat(powers, first)[page_of]
        hit = np.add.reduceat(chances * truth, first)
        value = -np.log(hit).sum() + l2 * (weights @ weights) / 2
        return float(value), features.T @ (chances - chances * truth / hit[page_of]) + l2 * weights

    start = np.zeros(len(names))
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": MAX_STEPS}).x


if __name__ == "__main__":
    main()

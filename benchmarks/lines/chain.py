"""Labelled lines become the weights of a linear chain: a conditional random field with two states, fitted with L2."""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize

MAX_STEPS = 120
"""Steps of the optimiser; the sum of squares of the weights and the cross-validated F1 no longer move after 80."""


class Chains:
    """Pages side by side, longest first, so that one step of the forward sums serves all of them."""

    def __init__(self, pages: Sequence[tuple[np.ndarray, np.ndarray]]) -> None:
        pages = sorted(pages, key=lambda page: -len(page[1]))
        sizes = np.array([len(truth) for _, truth in pages])
        self.features = np.concatenate([features for features, _ in pages])
        self.truth = np.concatenate([truth for _, truth in pages]).astype(int)
        first = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        self.at = [first[: np.sum(sizes > step)] + step for step in range(sizes[0])]
        self.last = first + sizes - 1
        self.page = np.repeat(np.arange(len(pages)), sizes)
        self.steps = np.zeros((2, 2))
        for _, truth in pages:
            np.add.at(self.steps, (truth[:-1].astype(int), truth[1:].astype(int)), 1)


def fit(pages: Sequence[tuple[np.ndarray, np.ndarray]], l2: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the weights (bias first, as the first feature is 1) and the 2x2 scores of steps."""
    chains = Chains(pages)
    size = chains.features.shape[1]
    start = np.zeros(size + 4)
    found = minimize(_loss, start, args=(chains, l2), jac=True, method="L-BFGS-B", options={"maxiter": MAX_STEPS})
    return found.x[:size], found.x[size:].reshape(2, 2)


def _loss(values: np.ndarray, chains: Chains, l2: float) -> tuple[float, np.ndarray]:
    """Return the negative log-likelihood with its penalty, and its gradient (Lafferty and others, 2001)."""
    size = chains.features.shape[1]
    weights, steps = values[:size], values[size:].reshape(2, 2)
    scores = np.zeros((len(chains.truth), 2))
    scores[:, 1] = chains.features @ weights
    forward, backward = scores.copy(), np.zeros_like(scores)
    for above, here in zip(chains.at, chains.at[1:], strict=False):
        both = forward[above[: len(here)]][:, :, None] + steps
        forward[here] += np.logaddexp(both[:, 0], both[:, 1])
    for above, here in zip(chains.at[-2::-1], chains.at[:0:-1], strict=True):
        both = (backward[here] + scores[here])[:, None, :] + steps
        backward[above[: len(here)]] = np.logaddexp(both[:, :, 0], both[:, :, 1])
    total = np.logaddexp(forward[chains.last, 0], forward[chains.last, 1])
    whole = total[chains.page]
    sure = np.exp(forward[:, 1] + backward[:, 1] - whole)
    by_weight = chains.features.T @ (sure - chains.truth)
    by_step = -chains.steps
    for above, here in zip(chains.at, chains.at[1:], strict=False):
        both = forward[above[: len(here)]][:, :, None] + steps + (scores[here] + backward[here])[:, None, :]
        by_step = by_step + np.exp(both - whole[here][:, None, None]).sum(0)
    reached = scores[np.arange(len(chains.truth)), chains.truth].sum() + (steps * chains.steps).sum() - total.sum()
    penalty = np.full(size, l2)
    penalty[0] = l2 / 100
    loss = -reached + (penalty * weights**2).sum() / 2 + l2 / 10 * (steps**2).sum() / 2
    return float(loss), np.concatenate([by_weight + penalty * weights, (by_step + l2 / 10 * steps).ravel()])

"""What fits of a model to pages have in common: arguments, folds, features as a matrix, weights as TOML."""

import argparse
import random
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from telaah.settings import Options, Outlets, settings

ROOT = Path(__file__).resolve().parent.parent
CLEAN = ROOT / "telaah" / "clean"
"""Where the models stand beside the code that reads them."""
FOLDS = 5

Features = Mapping[str, float]


def parser(doc: str, l2: float) -> argparse.ArgumentParser:
    """Return the arguments that every fit takes."""
    found = argparse.ArgumentParser(description=doc.split("\n")[0])
    found.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "bench" / "data")
    found.add_argument("--check", action="store_true", help="cross-validate only")
    found.add_argument("--l2", type=float, default=l2, help="weight of the penalty")
    found.add_argument("--seed", type=int, default=1, help="of the folds")
    found.add_argument("--without", default="(?!)", help="features to leave out, as a pattern")
    return found


def outlets() -> Outlets:
    """Return the outlets that a build of the repository's own content knows."""
    return settings(Options(ROOT / "content", ROOT / "site", ROOT / "templates")).outlets


def names_of(lines: Iterable[Features], without: str) -> tuple[str, ...]:
    """Return the names of all features but those left out, sorted."""
    left_out = re.compile(without)
    return tuple(sorted({name for line in lines for name in line if not left_out.fullmatch(name)}))


def folds(pages: Iterable[str], seed: int) -> Mapping[str, int]:
    """Return the fold of each page, all views of it in one."""
    ids = sorted(set(pages))
    random.Random(seed).shuffle(ids)  # noqa: S311 - the same folds at every run
    return {page: place % FOLDS for place, page in enumerate(ids)}


def matrix(lines: Sequence[Features], names: Sequence[str]) -> np.ndarray:
    """Return a row for each line, a column for each feature."""
    column = {name: place for place, name in enumerate(names)}
    found = np.zeros((len(lines), len(names)))
    for row, line in enumerate(lines):
        for name, value in line.items():
            if name in column:
                found[row, column[name]] = value
    return found


def rounded(names: Sequence[str], weights: Sequence[float]) -> Mapping[str, float]:
    """Return the weights as they are written, those that come to nothing left out."""
    found = {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}
    return {name: weight for name, weight in found.items() if weight}


def written(comments: Sequence[str], values: Mapping[str, float], tables: Mapping[str, Mapping[str, float]]) -> str:
    """Return a model as TOML: comments, values, then each table under its name."""
    lines = [f"# {comment}" for comment in comments]
    lines += [f"{name} = {value}" for name, value in values.items()]
    for table, entries in tables.items():
        lines += ["", f"[{table}]", *(f"{name} = {value}" for name, value in entries.items())]
    return "\n".join(lines) + "\n"

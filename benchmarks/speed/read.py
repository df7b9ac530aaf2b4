"""The pages of the benchmark become milliseconds of CPU a page: `python -m benchmarks.speed.read`.

The best of several runs is printed, since other programs on the machine only ever add to a figure.
"""

# ruff: noqa: T201 - a command that prints a table

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from telaah.clean import clean
from telaah.model import Form, Source, Stated
from telaah.settings import Options, Outlets, settings

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "bench" / "data"
SETS: Sequence[tuple[str, Form, str, float]] = (
    ("raw/en", "text", "text", 15.0),
    ("html/en", "html", "html", 35.0),
    ("html/meta", "html", "html", 35.0),
)
"""Set, form, the key of the page in a row, and the limit in milliseconds of CPU a page."""
RUNS = 3


def main() -> None:
    """Print a line a set: pages, mean and median milliseconds, and the limit."""
    outlets = settings(Options(ROOT / "content", ROOT / "site", ROOT / "templates")).outlets
    print(f"{'set':<10} {'pages':>5} {'mean ms':>8} {'median':>7} {'limit':>6}")
    for name, form, key, limit in SETS:
        with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            pages = [json.loads(line)[key] for line in lines]
        costs = sorted(_cost(page, form, outlets) for page in pages)
        mean = sum(costs) / len(costs)
        print(f"{name:<10} {len(pages):>5} {mean:>8.1f} {costs[len(costs) // 2]:>7.1f} {limit:>6.1f}")


def _cost(page: str, form: Form, outlets: Outlets) -> float:
    """Return the milliseconds of CPU that reading one page takes, best of several runs."""
    source = Source("page", "page", "0" * 64, form, page, 1, Stated(), {})
    return min(_once(source, outlets) for _ in range(RUNS))


def _once(source: Source, outlets: Outlets) -> float:
    began = process_time()
    clean(source, outlets, "page")
    return 1000 * (process_time() - began)


if __name__ == "__main__":
    main()

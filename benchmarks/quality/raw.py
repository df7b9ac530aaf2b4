"""The text of raw pages, ours beside simple heuristics and the best possible choice of lines, in one table.

python -m benchmarks.quality.raw [--data ../shared/bench/data/raw/en.jsonl.gz] [--limit N]
"""

import argparse
import gzip
import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.lines.score import page_scores, total
from benchmarks.lines.views import truth
from telaah.clean import clean
from telaah.clean.lines import is_prose, raw_lines
from telaah.model import Source, Stated
from telaah.settings import Options, Outlets, settings

ROOT = Path(__file__).resolve().parent.parent.parent
Row = Mapping[str, str]


def main() -> None:
    """Print F1 of 4-word shingles, precision, recall, share of exact pages and CPU milliseconds a page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "bench" / "data" / "raw" / "en.jsonl.gz")
    parser.add_argument("--limit", type=int, help="only the first pages")
    args = parser.parse_args()
    with gzip.open(args.data, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][: args.limit]
    print(f"{len(rows)} pages\n{'':<24} {'F1':>6} {'P':>6} {'R':>6} {'exact':>6} {'ms':>6}")  # noqa: T201
    for name, read in readers().items():
        read(rows[0])  # what is loaded once is no cost of a page
        began = time.process_time()
        texts = [read(row) for row in rows]
        spent = 1000 * (time.process_time() - began) / len(rows)
        found = total([page_scores(text, row["body"]) for text, row in zip(texts, rows, strict=True)])
        figures = f"{found.f1:6.3f} {found.precision:6.3f} {found.recall:6.3f} {found.exact:6.3f} {spent:6.1f}"
        print(f"{name:<24} {figures}")  # noqa: T201


def readers() -> Mapping[str, Callable[[Row], str]]:
    """Return every way of finding the text, ours first."""
    outlets = settings(Options(ROOT / "content", ROOT / "site", ROOT / "templates")).outlets
    return {
        "telaah": lambda row: ours(row, outlets),
        "long full sentences": lambda row: chosen(row, [is_prose(line.text) for line in raw_lines(row["text"])]),
        "nothing removed": lambda row: row["text"],
        "best choice of lines": lambda row: chosen(row, truth([ln.text for ln in raw_lines(row["text"])], row["body"])),
    }


def ours(row: Row, outlets: Outlets) -> str:
    """Return the paragraphs of the article that a raw page becomes."""
    source = Source("page.txt", "page", "0" * 64, "text", row["text"], 1, Stated(), {})
    return "\n".join(paragraph.text for paragraph in clean(source, outlets, source.file).paragraphs)


def chosen(row: Row, kept: list[bool]) -> str:
    """Return the text of the lines that are kept."""
    return "\n".join(line.text for line, keep in zip(raw_lines(row["text"]), kept, strict=True) if keep)


if __name__ == "__main__":
    main()

"""The text of saved pages, ours beside trafilatura, readability, jusText and simple heuristics, in one table.

python -m pip install -r benchmarks/requirements.txt
python -m benchmarks.quality.html [--data ../shared/bench/data/html/en.jsonl.gz] [--limit N]
"""

import argparse
import gzip
import json
import logging
import re
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import justext
from lxml import html
from readability import Document
from trafilatura import extract

from benchmarks.lines.score import page_scores, total
from telaah.clean import clean
from telaah.model import Source, Stated
from telaah.settings import Options, Outlets, settings

ROOT = Path(__file__).resolve().parent.parent.parent
LONG_WORDS = 12
"""Fewest words of a line that the simple heuristic keeps, when it ends like a sentence."""

Extractor = Callable[[str], str]


def main() -> None:
    """Print F1 of 4-word shingles, precision, recall, share of exact pages and CPU milliseconds a page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "bench" / "data" / "html" / "en.jsonl.gz")
    parser.add_argument("--limit", type=int, help="only the first pages")
    args = parser.parse_args()
    with gzip.open(args.data, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][: args.limit]
    logging.disable(logging.CRITICAL)
    head = f"{'':<24} {'F1':>6} {'P':>6} {'R':>6} {'exact':>6} {'ms':>6}"
    print(f"{len(rows)} pages\n{head}")  # noqa: T201 - a benchmark prints
    for name, read in extractors().items():
        read(rows[0]["html"])  # what is loaded once is no cost of a page
        began = time.process_time()
        texts = [attempt(read, row["html"]) for row in rows]
        spent = 1000 * (time.process_time() - began) / len(rows)
        found = total([page_scores(text, row["body"]) for text, row in zip(texts, rows, strict=True)])
        figures = f"{found.f1:6.3f} {found.precision:6.3f} {found.recall:6.3f} {found.exact:6.3f} {spent:6.1f}"
        print(f"{name:<24} {figures}")  # noqa: T201


def extractors() -> Mapping[str, Extractor]:
    """Return every way of finding the text, ours first."""
    outlets = settings(Options(ROOT / "content", ROOT / "site", ROOT / "templates")).outlets
    return {
        "telaah": lambda page: ours(page, outlets),
        "trafilatura precision": lambda page: extract(page, favor_precision=True, include_comments=False) or "",
        "trafilatura": lambda page: extract(page, include_comments=False) or "",
        "readability-lxml": lambda page: "\n".join(html.fromstring(Document(page).summary()).itertext()),
        "jusText": jus,
        "long full sentences": simple,
    }


def attempt(read: Extractor, page: str) -> str:
    """Return what an extractor finds; one that fails on a page finds nothing there."""
    try:
        return read(page)
    except Exception:
        return ""


def ours(page: str, outlets: Outlets) -> str:
    """Return the paragraphs that a build would publish."""
    article = clean(Source("page.html", "page", "0" * 64, "html", page, 1, Stated(), {}), outlets, "page.html")
    return "\n".join(paragraph.text for paragraph in article.paragraphs)


def jus(page: str) -> str:
    """Return what jusText keeps, with its English stop words."""
    kept = justext.justext(page.encode("utf-8"), justext.get_stoplist("English"), encoding="utf-8")
    return "\n".join(paragraph.text for paragraph in kept if not paragraph.is_boilerplate)


def simple(page: str) -> str:
    """Return the lines of a page that are long and end like sentences."""
    root = html.document_fromstring(page.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    blocks = (" ".join(each.text_content().split()) for each in root.iter("p", "li", "blockquote", "h2", "h3"))
    return "\n".join(text for text in blocks if len(text.split()) >= LONG_WORDS and re.search(r"[.!?”\"]$", text))


if __name__ == "__main__":
    main()

"""Reports of events, bare and inside the pages of invented sites, become topics; ours beside the labels, in one table.

python -m benchmarks.quality.events [--data ../shared/bench/data/events/en.jsonl.gz] [--limit N]
"""

import argparse
import contextlib
import io
import itertools
import json
import random
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.quality.rows import Row, blocks, rows, title
from benchmarks.quality.sites import Page, as_html, as_markdown, as_text, pages
from telaah.cli import main as run

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = 421
"""Pages, as many as the collection of real pages has that the program is judged on and that we do not have."""
WORDS = 100
"""Words a report must have: a page of one sentence is no news page, and a teaser of it is all of it."""

HEADLINE_WORDS = (3, 19)
"""Fewest and most words of a headline; what is longer, or ends in a full stop, is a first sentence in its place, and a
page that is handed over whole has no line by which its headline could be found."""

Form = tuple[str, Callable[[Page], str]]


def forms() -> Mapping[str, Form]:
    """Return the ways in which a report is handed over: file ending and text."""
    return {
        "bare reports, headline known": (".md", lambda page: _front(page) + "\n\n".join(map(_plain, blocks(page.row)))),
        "whole page as text, headline known": (".md", lambda page: as_markdown(page, _head(page))),
        "whole page as text": (".txt", as_text),
        "whole page as HTML": (".html", as_html),
    }


def main() -> None:
    """Print B-cubed precision, recall and F, and pairs called copies across events, for every form of page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--data", type=Path, default=ROOT.parent / "shared" / "bench" / "data" / "events" / "en.jsonl.gz"
    )
    parser.add_argument("--limit", type=int, default=PAGES, help=f"pages, {PAGES} if not given")
    args = parser.parse_args()
    every = [row for row in rows(args.data, None) if len(row["text"].split()) >= WORDS and _has_headline(row)]
    chosen = random.Random(69).sample(every, min(args.limit, len(every)))  # noqa: S311 - a sample, no secret
    made = list(pages(chosen))
    print(f"{len(made)} pages, {len({row['event'] for row in chosen})} events")  # noqa: T201
    print(f"{'':<36} {'P':>6} {'R':>6} {'F':>6} {'topics':>6} {'false copies':>12}")  # noqa: T201
    for name, form in forms().items():
        print(f"{name:<36} {measured(made, form)}")  # noqa: T201


def measured(made: Sequence[Page], form: Form) -> str:
    """Build a site of the pages and return its figures, ready to print."""
    ending, write = form
    with tempfile.TemporaryDirectory() as folder:
        content, site = Path(folder, "content"), Path(folder, "site")
        content.mkdir()
        for number, page in enumerate(made):
            (content / f"r{number:05}{ending}").write_text(write(page), "utf-8")
        with contextlib.redirect_stderr(io.StringIO()):  # what is said of pages without dates
            run(["--content", str(content), "--site", str(site), "--cache", f"{folder}/cache", "--no-search"])
        briefing = json.loads((site / "data" / "briefing.json").read_text("utf-8"))
    event = {f"r{number:05}": page.row["event"] for number, page in enumerate(made)}
    topic = {article["id"]: article["topics"][0] for article in briefing["articles"]}
    precision, recall = b_cubed([(topic[name], event[name]) for name in topic])
    false = sum(
        event[one] != event[other]
        for each in briefing["copies"]
        for one, other in itertools.combinations(each["articles"], 2)
    )
    score = 200 * precision * recall / (precision + recall)
    return f"{100 * precision:6.1f} {100 * recall:6.1f} {score:6.1f} {len(set(topic.values())):>6} {false:>12}"


def b_cubed(placed: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Return B-cubed precision and recall of articles by topic found and event labelled (Bagga and Baldwin 1998)."""
    both, found, labelled = Counter(placed), Counter(t for t, _ in placed), Counter(e for _, e in placed)
    precision = sum(both[each] / found[each[0]] for each in placed) / len(placed)
    return precision, sum(both[each] / labelled[each[1]] for each in placed) / len(placed)


def _has_headline(row: Row) -> bool:
    """Say whether what stands as a report's headline is one."""
    printed = title(row).rstrip('"” ')
    fewest, most = HEADLINE_WORDS
    return fewest <= len(printed.split()) <= most and not printed.endswith(".")


def _head(page: Page) -> Mapping[str, str]:
    return {"title": json.dumps(_title(page.row), ensure_ascii=False), "language": "en"}


def _title(row: Row) -> str:
    return _plain(row.get("title") or " ".join(blocks(row)[0].split()[:8]))


def _front(page: Page) -> str:
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in _head(page).items()) + "---\n\n"


def _plain(text: str) -> str:
    """Return a paragraph without leading signs that Markdown would read as markup."""
    return text.lstrip("#>-*+=|~` ")


if __name__ == "__main__":
    main()

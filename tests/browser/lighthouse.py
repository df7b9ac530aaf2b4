"""The site of our own content becomes a table of Lighthouse's mobile figures, the median of five runs: make lighthouse.

python tests/browser/lighthouse.py [--site SITE] [--runs 5] [PAGE ...]

Exits 1 when a page misses its bar. The speed figures mean something on an idle machine only; runs on one that is too
busy, by Lighthouse's own measure of it, are marked.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from host import Host

ROOT = Path(__file__).resolve().parents[2]
HOME = ROOT / ".cache" / "lighthouse"
"""Where `make lighthouse` installs it."""
PAGES = (
    "index.html",
    "topics/intelijen-as-2022.html",
    "articles/rmol-intelijen-as-roket-korut.html",
    "search.html?q=membeli",
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu"
BAR, SEARCH_BAR = 100, 95
"""Least score of a page in each category; the search page, which has a script, may have less in the first."""
PAINTED = 1000
"""Milliseconds until the largest part of a reading page stands, on the simulated slow phone."""
IDLE = 1000
"""Lighthouse's benchmarkIndex below which a machine is too slow or too busy for the speed figures."""


@dataclass(frozen=True)
class Run:
    """What one run found: scores 0 to 100 by category, times in ms, the layout's shift, bytes, requests."""

    scores: dict[str, int]
    painted: float
    blocked: float
    shift: float
    bytes: int
    requests: int
    idle: bool


def main() -> None:
    """Measure the pages named, or one of each kind that has a bar, and say which miss theirs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="*", default=PAGES, metavar="PAGE")
    parser.add_argument("--site", type=Path, help="a built site; without it, ours is built")
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    host = Host()
    with tempfile.TemporaryDirectory() as made:
        site = asked.site or built(Path(made) / "site")
        address = host.start(site)
        sys.stdout.write(f"{'page':46} perf a11y best  seo  LCP ms  TBT ms   CLS   bytes files\n")
        missed = [page for page in asked.pages if not shown(page, [run(address + page) for _ in range(asked.runs)])]
    host.close()
    if missed:
        sys.exit(f"below the bar: {', '.join(missed)}")


def built(site: Path) -> Path:
    command = [sys.executable, "build.py", "--quiet", "--site", str(site)]
    subprocess.run(command, cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
    return site


def run(url: str) -> Run:
    """Let Lighthouse look at an address once, as a phone on a slow connection would."""
    command = [
        HOME / "node_modules" / ".bin" / "lighthouse",
        url,
        "--quiet",
        "--output=json",
        f"--chrome-flags={FLAGS}",
    ]
    chromium = os.environ.get("CHROME_PATH") or shutil.which("chromium") or sys.exit("chromium is missing")
    done = subprocess.run(command, env={**os.environ, "CHROME_PATH": chromium}, capture_output=True, check=True)
    found = json.loads(done.stdout)
    audits = found["audits"]
    loaded = audits["network-requests"]["details"]["items"]
    return Run(
        {name: round(100 * found["categories"][name]["score"]) for name in CATEGORIES},
        audits["largest-contentful-paint"]["numericValue"],
        audits["total-blocking-time"]["numericValue"],
        audits["cumulative-layout-shift"]["numericValue"],
        sum(one["transferSize"] for one in loaded),
        len(loaded),
        found["environment"]["benchmarkIndex"] >= IDLE,
    )


def shown(page: str, runs: list[Run]) -> bool:
    """Print the medians of a page; return whether they reach its bar."""
    scores = [int(median(one.scores[name] for one in runs)) for name in CATEGORIES]
    painted, blocked, shift = (median(getattr(one, name) for one in runs) for name in ("painted", "blocked", "shift"))
    search = page.startswith("search")
    good = scores[0] >= (SEARCH_BAR if search else BAR) and min(scores[1:]) >= BAR and shift == 0
    good = good and (search or painted <= PAINTED)
    figures = "".join(f"{score:5}" for score in scores) + f"{painted:8.0f}{blocked:8.0f}{shift:6.2f}"
    busy = sum(not one.idle for one in runs)
    remark = f"  {busy} of {len(runs)} runs on a busy machine" if busy else ""
    sys.stdout.write(f"{page:46}{figures}{runs[-1].bytes:8}{runs[-1].requests:6}{remark}\n")
    sys.stdout.flush()
    return good


if __name__ == "__main__":
    main()

"""The site of our own content becomes pictures of every kind of page, to be looked at one by one: make pictures.

python tests/browser/pictures.py [SITE [FOLDER]]
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
FLAGS = ("--no-sandbox", "--disable-gpu")
WIDTHS = (360, 1280)
KINDS = (
    "index.html", "topics.html", "topics/*.html", "articles/*.html", "outlets/*.html", "keywords.html",
    "keywords/*.html", "names.html", "names/*.html", "copies/*.html",
    "timeline.html", "sources.html", "search.html", "method.html", "corrections.html", "404.html",
    "en/index.html", "en/topics/*.html", "en/articles/*.html", "en/outlets/*.html", "en/names/*.html", "en/search.html",
)  # fmt: skip
"""One page of each kind, the first by name; kinds that this site does not have are passed over."""


def main(site: str | None = None, folder: str = "pictures") -> None:
    """Photograph a site, or, where none is named, one built for the purpose."""
    with tempfile.TemporaryDirectory() as made:
        if site is None:
            site = f"{made}/site"
            subprocess.run([sys.executable, "build.py", "--quiet", "--site", site], cwd=ROOT, check=True)
        out = Path(folder)
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir(parents=True)
        for file in photographed(Path(site), out):
            sys.stdout.write(f"{file}\n")


def photographed(site: Path, out: Path):
    executable = shutil.which("chromium")
    if not executable:
        sys.exit("pictures need Chromium; install it with: sudo apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        for kind in KINDS:
            for page in sorted(site.glob(kind))[:1]:
                for width in WIDTHS:
                    for scheme in ("light", "dark"):
                        name = page.relative_to(site).as_posix().removesuffix(".html").replace("/", "_")
                        file = out / f"{name}-{width}-{scheme}.png"
                        take(browser, page, width, scheme, file)
                        yield file
        browser.close()


def take(browser, page: Path, width: int, scheme: str, file: Path) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    tab = context.new_page()
    tab.goto(page.resolve().as_uri())
    if page.name == "search.html":
        tab.wait_for_selector("#res li")
    tab.screenshot(path=file, full_page=True, animations="disabled")
    context.close()


if __name__ == "__main__":
    main(*sys.argv[1:])

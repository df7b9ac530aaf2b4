"""The preview in Chromium: an edit appears by itself, a mistake is shown over the last good page."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from telaah.scaffold import init

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60_000
"""Milliseconds a busy machine may take from a saved file to a reloaded page."""


@pytest.fixture
def briefing(tmp_path):
    init(tmp_path / "taklimat")
    return tmp_path / "taklimat"


@pytest.fixture
def address(briefing):
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--port", "0", "--no-search"]
    preview = subprocess.Popen(
        command, cwd=briefing, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    found = None
    for line in preview.stderr:
        found = found or re.search(r"http://\S+/", line)
        if line.startswith("built in"):
            break
    yield found[0]
    preview.kill()
    preview.wait()


def test_an_edit_appears_by_itself_and_a_mistake_is_shown_over_the_last_good_page(page, briefing, address):
    watched = page()
    tab = watched.page
    tab.goto(address + "articles/floating-market-returns.html")
    assert tab.locator("h1").inner_text().startswith("Traders return")
    article = briefing / "content" / "articles" / "floating-market-returns.md"
    good = article.read_text("utf-8")

    article.write_text(good.replace("title: Traders return", "title: Boats return"), "utf-8")
    tab.locator("h1", has_text="Boats return").wait_for(timeout=PATIENCE)

    article.write_text(good.replace("published: 2024", "published: besok 2024"), "utf-8")
    panel = tab.locator("#telaah-preview details[open] summary")
    panel.wait_for(timeout=PATIENCE)
    assert "error" in panel.inner_text()
    assert tab.locator("#telaah-preview li").first.is_visible()
    assert tab.locator("h1").inner_text().startswith("Boats return")

    style = briefing / "content" / "site.toml"
    style.write_text(style.read_text("utf-8").replace('name = "Telaah"', 'name = "Kabar Sungai"'), "utf-8")
    article.write_text(good, "utf-8")
    tab.locator(".brand", has_text="Kabar Sungai").wait_for(timeout=PATIENCE)
    tab.locator("h1", has_text="Traders return").wait_for(timeout=PATIENCE)
    assert watched.errors == []
    assert watched.strangers == []


def test_scripts_that_are_not_the_previews_stay_forbidden(page, address):
    watched = page()
    watched.page.goto(address)
    watched.page.evaluate(
        "() => { const s = document.createElement('script'); s.src = '/_telaah/../assets/x.js';"
        " document.body.append(s); const t = document.createElement('script'); t.text = 'window.ran = 1';"
        " document.body.append(t); }"
    )
    watched.page.wait_for_timeout(300)
    assert watched.page.evaluate("window.ran") is None
    assert sum("Content Security Policy" in error for error in watched.errors) == 2

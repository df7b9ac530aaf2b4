"""Pages as readers set them up: paper, large text, forced colours, no motion, no script, no mouse."""

import re

import pytest

TOPIC = "topics/intelijen-as-2022.html"
ARTICLE = "articles/rmol-intelijen-as-roket-korut.html"
KINDS = (
    "index.html",
    TOPIC,
    ARTICLE,
    "outlets/rmol.html",
    "timeline.html",
    "sources.html",
    "method.html",
    "search.html",
)
WIDTHS = (320, 360, 768, 1280)
"""320 is 1280 enlarged to 400 %."""
SPACED = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em}"
"""The text spacing that a page must bear (WCAG 1.4.12)."""


def test_an_article_prints_on_paper_without_navigation(page, base_url):
    watched = page(dark=True)
    watched.page.goto(base_url + ARTICLE)
    pdf = watched.page.pdf(format="A4")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 4
    watched.page.emulate_media(media="print", color_scheme="dark")
    assert not watched.page.locator(".nav").is_visible()
    assert watched.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert watched.page.evaluate("getComputedStyle(document.querySelector('.p')).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("tree", ["", "en/"])
def test_a_topic_prints_as_a_briefing_paper_with_numbered_sources(page, base_url, tree):
    watched = page()
    here = watched.page
    here.goto(base_url + tree + TOPIC)
    sources = here.locator(".prt ol > li")
    assert not sources.first.is_visible()
    assert "[1]" not in here.locator(".sum").inner_text()
    here.emulate_media(media="print")
    titles = [item.locator("b").inner_text() for item in sources.all()]
    assert len(titles) > 1
    cites = here.locator(".sum .cite > a").all()
    numbers = [int(re.search(r"\[(\d)\]", cite.inner_text())[1]) for cite in cites]
    assert sorted(set(numbers)) == list(range(1, len(titles) + 1))
    assert numbers[0] == 1
    hrefs = {number: cite.get_attribute("href").partition("#")[0] for number, cite in zip(numbers, cites, strict=True)}
    for hidden in (".nav", ".chips", ".tip", ".crumb", ".find"):
        assert here.locator(f"{hidden}:visible").count() == 0, hidden
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", here.pdf(format="A4"))) <= 6
    here.emulate_media(media="screen")
    for number, title in enumerate(titles, 1):
        here.goto(base_url + tree + "topics/" + hrefs[number])
        assert here.locator("h1").inner_text() == title


@pytest.mark.parametrize("path", KINDS)
def test_wide_text_and_every_width_leave_nothing_to_scroll_sideways(page, base_url, path):
    watched = page(bypass_csp=True)
    here = watched.page
    here.goto(base_url + path)
    for spaced in (False, True):
        if spaced:
            here.add_style_tag(content=SPACED)
        for width in WIDTHS:
            here.set_viewport_size({"width": width, "height": 800})
            assert here.evaluate("document.documentElement.scrollWidth") <= width, (width, spaced)
            cut = here.evaluate(
                """() => [...document.querySelectorAll('h1, h2, p, a, button, label, td, th, dd')].filter(one => {
                const style = getComputedStyle(one);
                return style.overflow === 'hidden' && one.scrollHeight > one.clientHeight + 1 && !one.closest('.vh') })
                .map(one => one.outerHTML.slice(0, 80))"""
            )
            assert cut == [], (width, spaced)


def test_colours_that_the_reader_forces_leave_marks_and_focus_to_be_seen(page, base_url):
    watched = page(forced_colors="active")
    here = watched.page
    here.goto(base_url + TOPIC)
    assert here.evaluate("matchMedia('(forced-colors: active)').matches")
    here.locator(".sum .cite > a").first.focus()
    here.keyboard.press("Shift+Tab")
    here.keyboard.press("Tab")
    outline = here.evaluate("getComputedStyle(document.activeElement).outline")
    assert "solid" in outline
    assert "3px" in outline
    ground = here.evaluate("getComputedStyle(document.body).backgroundColor")
    for mark in (".badge svg circle", ".cl-t td svg", ".chart circle"):
        drawn = here.locator(mark).first.evaluate("one => [getComputedStyle(one).fill, getComputedStyle(one).color]")
        assert any(colour != ground for colour in drawn), mark
    thick = "one => parseFloat(getComputedStyle(one, '::after').borderTopWidth)"
    dot, ring = (here.locator(f".tl li{which}").first.evaluate(thick) for which in (":not(.back)", ".back"))
    assert dot == 6 > ring == 2, "a dot is all border, because grounds are taken away"


def test_without_motion_nothing_moves_and_with_it_the_check_sees_that(page, base_url):
    for motion, still in (("reduce", True), ("no-preference", False)):
        watched = page(reduced_motion=motion)
        watched.page.goto(base_url + TOPIC)
        moving = watched.page.evaluate(
            """() => [...document.querySelectorAll('*')].filter(one => {
            const style = getComputedStyle(one);
            return parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none'
                || style.scrollBehavior === 'smooth' }).length"""
        )
        assert (moving == 0) is still, motion


def test_a_reader_who_asks_for_more_contrast_gets_ink(page, base_url):
    watched = page(contrast="more")
    watched.page.goto(base_url + ARTICLE)
    colours = watched.page.evaluate("['.meta', 'body'].map(one => getComputedStyle(document.querySelector(one)).color)")
    assert colours[0] == colours[1]


def test_without_script_a_reader_gets_from_the_news_to_its_paragraph_and_to_its_outlet(page, base_url):
    watched = page(java_script_enabled=False)
    here = watched.page
    here.goto(base_url)
    here.locator(".lead h1 a").click()
    here.wait_for_url(f"{base_url}topics/*")
    here.locator(".sum .cite > a").first.press("Enter")
    here.wait_for_url(re.compile(r"/articles/.+#p-[0-9a-f]{8}"))
    assert here.locator(":target").is_visible()
    here.locator(".side .card dd a").first.click()
    here.wait_for_url(f"{base_url}outlets/*")
    here.locator("#q").fill("rudal")
    here.keyboard.press("Enter")
    here.wait_for_url(re.compile(r"search\.html\?q=rudal"))
    here.locator("noscript a, main p a").first.click()
    assert here.locator("h1").count() == 1
    assert watched.errors == []


def tab_to(here, selector):
    """Press Tab until the focus is on what the selector names; no mouse, no script of ours."""
    for _ in range(80):
        here.keyboard.press("Tab")
        if here.evaluate("one => document.activeElement.matches(one)", selector):
            return
    pytest.fail(f"no number of tabs leads to {selector}")


@pytest.mark.parametrize("tree", ["", "en/"])
def test_the_keyboard_alone_leads_from_the_news_to_a_paragraph_back_and_to_a_search(page, base_url, tree):
    watched = page(360)
    here = watched.page
    here.goto(base_url + tree + "index.html")
    tab_to(here, ".lead h1 a")
    here.keyboard.press("Enter")
    here.wait_for_url(f"{base_url}{tree}topics/*")
    tab_to(here, ".sum .cite > a")
    here.keyboard.press("Enter")
    here.wait_for_url(re.compile(r"/articles/.+#p-[0-9a-f]{8}"))
    tab_to(here, ".ret")
    here.keyboard.press("Enter")
    here.wait_for_url(re.compile(r"#k\d+$"))
    here.keyboard.press("Home")
    here.goto(here.url.partition("#")[0])
    tab_to(here, "#q")
    here.keyboard.type("membeli")
    here.keyboard.press("Enter")
    here.wait_for_url(re.compile(r"search\.html\?q=membeli"))
    here.wait_for_selector("#res li")
    tab_to(here, "#res li a")
    here.keyboard.press("Enter")
    here.wait_for_url(f"{base_url}{tree}articles/*")
    assert watched.errors == []
    assert watched.strangers == []

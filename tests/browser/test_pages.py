import gzip
import re
import shutil
from importlib.resources import files
from urllib.parse import quote

import pytest

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TRANSFERRED = 20_000
"""Bytes of a reading page with everything it loads (reader.md, section 9)."""
STYLESHEET = 7 * 1024
NARROW = 320
KINDS = (
    "index.html", "topics.html", "topics/intelijen-as-2022.html", "articles/rmol-intelijen-as-roket-korut.html",
    "articles/tribun-network-shoigu-korut.html", "outlets/rmol.html", "keywords.html", "keywords/korea-utara.html",
    "names.html", "names/korea-utara.html",
    "timeline.html", "sources.html", "method.html", "corrections.html", "404.html", "search.html",
)  # fmt: skip
"""One page of each kind, and the article without outlet and date."""
ALL = (*KINDS, *(f"en/{kind}" for kind in KINDS))
READING = tuple(path for path in ALL if not path.endswith("search.html"))
WIDTHS = (360, 768, 1280)
HARMED = "window.harmed"
EVIL = "<script>window.harmed=1</script><img src=x onerror='window.harmed=1'><svg onload='window.harmed=1'></svg>"


def violations(page):
    page.evaluate(AXE)
    found = page.evaluate("t => axe.run(document, {runOnly: {type: 'tag', values: t}})", TAGS)["violations"]
    return [(one["id"], one["nodes"][0]["html"][:160]) for one in found]


@pytest.mark.parametrize("path", ALL)
def test_axe_finds_nothing_wrong(page, base_url, path):
    for dark in (False, True):
        watched = page(dark=dark, bypass_csp=True)
        watched.page.goto(base_url + path)
        if path.endswith("search.html"):
            watched.page.wait_for_selector("#res li")
        for width in WIDTHS:
            watched.page.set_viewport_size({"width": width, "height": 900})
            assert violations(watched.page) == [], (width, dark)


def test_axe_does_find_what_is_wrong(page, base_url):
    watched = page(bypass_csp=True)
    watched.page.goto(base_url)
    watched.page.evaluate("document.querySelector('h1 a').style.color = '#888'; document.documentElement.lang = ''")
    assert {name for name, _ in violations(watched.page)} >= {"color-contrast-enhanced", "html-has-lang"}


@pytest.mark.parametrize("path", ALL)
def test_nothing_scrolls_sideways_on_the_narrowest_screen(page, base_url, path):
    watched = page(NARROW)
    watched.page.goto(base_url + path)
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= NARROW


@pytest.mark.parametrize("path", READING)
def test_a_reading_page_loads_little_and_only_from_the_site_without_a_script(page, base_url, site, path):
    watched = page()
    watched.page.goto(base_url + path)
    watched.page.wait_for_load_state("networkidle")
    assert watched.errors == []
    assert watched.strangers == []
    loaded = [site / url.removeprefix(base_url).partition("?")[0] for url in watched.requests]
    assert sum(len(gzip.compress(file.read_bytes())) for file in loaded) <= TRANSFERRED
    assert [file for file in loaded if file.suffix == ".js"] == []
    kinds = watched.page.eval_on_selector_all("script", "all => all.map(one => one.type)")
    assert set(kinds) <= {"application/ld+json"}


def test_the_stylesheet_keeps_its_budget(site):
    (style,) = site.glob("assets/style.*.css")
    assert len(gzip.compress(style.read_bytes())) <= STYLESHEET


@pytest.mark.parametrize("path", READING)
def test_every_kind_of_page_opens_from_disk(page, site, path):
    watched = page()
    watched.page.goto((site / path).as_uri())
    assert watched.errors == []
    assert watched.page.locator("h1").count() == 1
    background = watched.page.evaluate("getComputedStyle(document.querySelector('.foot')).backgroundColor")
    assert background == "rgb(241, 243, 239)", "the stylesheet is not in force"


@pytest.mark.parametrize("path", KINDS)
def test_the_switch_leads_to_the_same_page_in_the_other_language_and_back(page, base_url, path):
    watched = page(360)
    here = watched.page
    here.goto(base_url + path)
    here.click(".lang a")
    here.wait_for_url(f"{base_url}en/{path}*")
    assert here.locator("html").get_attribute("lang") == "en"
    assert here.locator(".lang b").inner_text() == "EN"
    here.click(".lang a")
    here.wait_for_url(re.compile(re.escape(base_url + path)))
    assert here.locator("html").get_attribute("lang") == "id"
    assert watched.errors == []


def test_following_a_citation_leads_to_the_paragraph_that_holds_the_sentence(page, base_url):
    watched = page()
    here = watched.page
    for path, sentences in (("index.html", ".dek .cl"), (KINDS[2], ".sum li"), (KINDS[3], ".sum li")):
        here.goto(base_url + path)
        count = here.locator(sentences).count()
        assert count
        for n in range(count):
            here.goto(base_url + path)
            claim = here.locator(sentences).nth(n)
            sentence = claim.locator(".tx > span").first.inner_text()
            claim.locator(".cite > a").first.press("Enter")
            here.wait_for_url(re.compile(r"#p-[0-9a-f]{8}"))
            target = here.locator(":target")
            assert sentence in target.inner_text()
            assert target.is_visible()
    target.locator(".ret").click()
    here.wait_for_url(re.compile("#k[0-9]+$"))
    assert sentence in here.locator(":target").inner_text()


def test_a_number_leads_to_its_proof_which_unfolds_without_a_script(page, base_url):
    here = page().page
    for path, number in ((KINDS[3], ".badge a"), ("index.html", "td.up a")):
        here.goto(base_url + path)
        here.locator(number).first.press("Enter")
        here.wait_for_url(re.compile(r"topics/.+#c-[0-9a-f]{8}"))
        proof = here.locator(":target")
        proof.wait_for(state="visible")
        assert here.locator("details:has(:target)").get_attribute("open") is not None
        assert proof.locator("p > a").count() >= len(("one", "other"))


def inside(box, width):
    return box["x"] >= 0 and box["x"] + box["width"] <= width


@pytest.mark.parametrize("width", [360, 1280])
def test_a_citation_shows_its_paragraph_until_escape_is_pressed(page, base_url, width):
    watched = page(width)
    here = watched.page
    here.goto(base_url + KINDS[3])
    for reach in ("focus", "hover"):
        cite = here.locator(".sum .cite").first
        tip = cite.locator(".tip")
        assert not tip.is_visible()
        getattr(cite.locator("a"), reach)()
        tip.wait_for(state="visible")
        assert inside(tip.bounding_box(), width)
        assert here.locator(".tip:visible").count() == 1
        here.keyboard.press("Escape")
        tip.wait_for(state="hidden")
        here.locator(".brand").focus()
    assert watched.errors == []


@pytest.mark.parametrize("width", [360, 1280])
def test_a_browser_that_knows_no_interest_shows_the_paragraph_by_the_stylesheet(page, base_url, width):
    watched = page(width)
    here = watched.page

    def older(route):
        body = route.fetch().text()
        changed = re.sub(r"@supports \(interest-delay:0s\)\{(?:[^{}]*\{[^{}]*\})*\}| interestfor=", " x=", body)
        assert changed != body
        route.fulfill(body=changed, content_type="text/css" if route.request.url.endswith("css") else "text/html")

    here.route(re.compile(r"\.(css|html)$"), older)
    here.goto(base_url + KINDS[3])
    cite = here.locator(".sum .cite").first
    tip = cite.locator(".tip")
    assert not tip.is_visible()
    for reach in ("focus", "hover"):
        getattr(cite.locator("a"), reach)()
        tip.wait_for(state="visible")
        assert inside(tip.bounding_box(), width)
        assert tip.bounding_box()["y"] > cite.bounding_box()["y"]
        here.locator(".brand").focus()
    assert tip.evaluate("one => one.matches(':popover-open')") is False


def test_the_keyboard_meets_the_skip_link_first_and_then_reads_in_order(page, base_url):
    watched = page()
    here = watched.page
    here.goto(base_url + KINDS[3])
    here.keyboard.press("Tab")
    assert here.evaluate("document.activeElement.className") == "skip"
    assert here.locator(".skip").bounding_box()["y"] >= 0
    here.keyboard.press("Enter")
    here.keyboard.press("Tab")
    assert here.evaluate("document.querySelector('main').contains(document.activeElement)")
    here.goto(base_url + KINDS[3])
    tops = []
    for _ in range(8):
        here.keyboard.press("Tab")
        tops.append(here.evaluate("[...document.querySelectorAll('a,input,button')].indexOf(document.activeElement)"))
    assert tops == sorted(tops)
    assert tops[0] == 0
    assert len(set(tops)) == len(tops)


def test_every_target_is_large_enough_for_a_finger(page, base_url):
    for path in (KINDS[0], KINDS[3], "sources.html"):
        watched = page(360)
        watched.page.goto(base_url + path)
        small = watched.page.evaluate(
            """() => [...document.querySelectorAll(
                'nav a, .chips a, .out, button, .cite:not(.far) > a, .badge a, .card dd a')]
            .filter(a => a.getClientRects().length)
            .filter(a => { const b = a.getBoundingClientRect(); return b.width < 24 || b.height < 24 })
            .map(a => a.outerHTML.slice(0, 120))"""
        )
        assert small == [], path


def test_very_long_titles_and_words_stay_inside_the_page(page, tmp_path, build):
    word = "pertanggungjawaban" * 12
    write_article(
        tmp_path, "panjang", title=f"{word} {'kata ' * 60}", outlet=f"Kabar {word}", body=f"{word} kata lagi."
    )
    build("--content", tmp_path / "content", "--site", tmp_path / "site")
    watched = page(NARROW)
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 8
    for file in pages:
        watched.page.goto(file.as_uri())
        assert watched.page.evaluate("document.documentElement.scrollWidth") <= NARROW, file.name


def test_an_arabic_article_reads_from_right_to_left_in_a_page_that_does_not(page, tmp_path, build):
    body = "ارتفع حصاد الأرز هذا العام (12) في الشمال، والمخازن ممتلئة كما قالت Reuters أمس.\n\nفقرة ثانية قصيرة هنا."
    write_article(tmp_path, "panen", title="ارتفاع حصاد الأرز", outlet="جريدة الشمال", body=body, language="ar")
    build("--content", tmp_path / "content", "--site", tmp_path / "site")
    for width in (NARROW, 1280):
        watched = page(width, bypass_csp=True)
        here = watched.page
        here.goto((tmp_path / "site" / "articles" / "panen.html").as_uri())
        paragraph, number = here.locator(".body .p").first, here.locator(".body .pn").first
        assert paragraph.evaluate("one => getComputedStyle(one).direction") == "rtl"
        assert here.locator(".top").evaluate("one => getComputedStyle(one).direction") == "ltr"
        box, numbered = paragraph.bounding_box(), number.bounding_box()
        assert numbered["x"] + numbered["width"] / 2 > box["x"] + box["width"] / 2, "the number stands on the right"
        assert here.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(here) == []


def test_script_in_the_content_is_never_executed(page, tmp_path, serve, build):
    body = f"{EVIL}\n\n[tekan](javascript:window.harmed=1) {EVIL} Kalimat biasa."
    url = f"https://contoh.test/{quote(EVIL)}"
    values = {"url": url, "archived": url, "note": EVIL, "place": EVIL, "upstream": EVIL}
    write_article(tmp_path, "jahat", title=EVIL, outlet=EVIL, body=body, **values)
    (tmp_path / "content" / "site.toml").write_text(f"name = '''{EVIL}'''\nabout = '''{EVIL}'''\n", "utf-8")
    build("--content", tmp_path / "content", "--site", tmp_path / "site")
    address = serve(tmp_path / "site")
    watched = page()
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 8
    assert any("&lt;script&gt;window.harmed" in file.read_text("utf-8") for file in pages), "the content did arrive"
    for file in pages:
        watched.page.goto(address + file.relative_to(tmp_path / "site").as_posix())
        for link in watched.page.locator("main a:visible").all():
            assert (link.get_attribute("href") or "").split(":")[0] not in ("javascript", "data")
        assert watched.page.evaluate(HARMED) is None, file.name


def test_the_policy_alone_stops_a_script_that_slips_in_and_without_it_the_check_sees_harm(page, site, tmp_path, serve):
    shutil.copytree(site, tmp_path / "site")
    file = tmp_path / "site" / KINDS[3]
    slipped = file.read_text("utf-8").replace("</main>", f"{EVIL}</main>")
    file.write_text(slipped, "utf-8")
    address = serve(tmp_path / "site") + KINDS[3]
    guarded = page()
    guarded.page.goto(address)
    assert guarded.page.evaluate(HARMED) is None
    assert any("Content Security Policy" in error for error in guarded.errors)
    file.write_text(re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", slipped), "utf-8")
    bare = page()
    bare.page.goto(address)
    assert bare.page.evaluate(HARMED) == 1


@pytest.mark.parametrize("url", ["javascript:window.harmed=1", "data:text/html,<script>window.harmed=1</script>"])
def test_an_address_that_is_a_script_is_refused(tmp_path, build, url):
    write_article(tmp_path, "jahat", title="Judul", body="Satu kalimat.", url=url)
    with pytest.raises(AssertionError, match="url-invalid"):
        build("--content", tmp_path / "content", "--site", tmp_path / "site")


def write_article(folder, id_, *, title, body, **values):
    """Write a content folder that holds one article."""
    articles = folder / "content" / "articles"
    articles.mkdir(parents=True)
    upstream = values.pop("upstream", None)
    lines = [f"title: {quoted(title)}", *(f"{key}: {quoted(value)}" for key, value in values.items())]
    if upstream:
        lines.append(f"upstream: [{quoted(upstream)}]")
    (articles / f"{id_}.md").write_text("\n".join(["---", *lines, "---", "", body, ""]), "utf-8")


def quoted(text):
    return "'" + text.replace("'", "''") + "'"

"""A desk's day in Chromium: the preview follows an edit, a correction and a new name; former addresses lead on."""

import pytest
from test_preview import PATIENCE, address, briefing

__all__ = ["address", "briefing"]


def test_the_preview_follows_an_edit_a_correction_and_a_new_name(page, briefing, address):
    content = briefing / "content"
    watched = page()
    tab = watched.page
    tab.goto(address + "articles/floating-market-returns.html")
    article = content / "articles" / "floating-market-returns.md"
    text = article.read_text("utf-8").replace("84 boats", "86 boats")
    article.write_text(text, "utf-8")
    tab.locator(".body .p", has_text="86 boats").first.wait_for(timeout=PATIENCE)

    log = content / "corrections.toml"
    log.write_text(
        log.read_text("utf-8") + '\n[[correction]]\narticle = "floating-market-returns"\ndate = 2024-05-12\n'
        'was = "84 boats"\nnow = "86 boats"\nwhy = "The Post counted again."\n',
        "utf-8",
    )
    tab.locator(".notice", has_text="The Post counted again.").wait_for(timeout=PATIENCE)

    topic = content / "topics" / "pasar-terapung.md"
    topic.write_text(topic.read_text("utf-8").replace("floating-market-returns", "traders-return"), "utf-8")
    renamed = text.replace("language: en", "language: en\naliases: [floating-market-returns]")
    article.rename(article.with_name("traders-return.md")).write_text(renamed, "utf-8")
    tab.wait_for_url("**/articles/traders-return.html", timeout=PATIENCE)
    assert tab.locator(".notice", has_text="The Post counted again.").is_visible()
    assert watched.errors == []
    assert watched.strangers == []


@pytest.fixture(scope="module")
def moved(tmp_path_factory, build):
    folder = tmp_path_factory.mktemp("moved")
    content = folder / "content"
    (content / "articles").mkdir(parents=True)
    (content / "topics").mkdir()
    (content / "site.toml").write_text('languages = ["id", "en"]\ndefault_rights = "full"\n')
    for name in ("satu", "dua"):
        text = f"title: Kabar {name}\naliases: [{name}-lama]\n---\n\nPetani desa {name} memanen padi hari Senin.\n"
        (content / "articles" / f"{name}.md").write_text(f"---\n{text}")
        (content / "topics" / f"topik-{name}.md").write_text(
            f"---\ntitle: {{id: Topik {name}}}\narticles: [{name}]\naliases: [topik]\n---\n"
        )
    build("--content", content, "--site", folder / "site", "--cache", folder / "cache", "--no-search", "--quiet")
    return folder / "site"


@pytest.mark.parametrize("how", ["http", "file"])
def test_a_former_address_leads_on_and_a_divided_topic_offers_its_parts(page, moved, serve, how):
    root = serve(moved.parent) + "site/" if how == "http" else f"file://{moved}/"
    watched = page(width=360)
    for tree in ("", "en/"):
        watched.page.goto(f"{root}{tree}articles/satu-lama.html")
        watched.page.wait_for_url(f"{root}{tree}articles/satu.html", timeout=PATIENCE)
        watched.page.goto(f"{root}{tree}topics/topik.html")
        watched.page.wait_for_timeout(300)
        assert watched.page.url.endswith("topics/topik.html")
        watched.page.click("main li >> nth=1 >> a")
        assert "/topics/topik-" in watched.page.url
    assert watched.errors == []

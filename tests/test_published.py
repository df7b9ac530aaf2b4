"""The date of a page is one beside its headline or right behind its text; comments and teasers have their own."""

from pathlib import Path

import pytest

from telaah.clean import clean
from telaah.model import Source, Stated
from telaah.settings import Options
from telaah.settings import settings as read_settings

CASES = Path(__file__).parent / "cases" / "read"
OUTLETS = read_settings(Options(CASES, Path("site"), Path("templates"))).outlets

HEADLINE = "Village Ferry Returns to the Anwa River After Ten Years"
STORY = (
    "The village ferry has returned to the Anwa river after ten years in which people had to walk to the next bridge.",
    "The old ferry sank in a flood, and the village had no money for another one until a mill paid for its engine.",
    "Children cross the river on the ferry every morning, and the ferry carries the harvest to the market in autumn.",
    "The ferryman says that the river is calm in summer, but that nobody should cross it by ferry after heavy rain.",
    "The village will paint the ferry in spring, and the mill has promised to pay for a second engine next year.",
)
TEASER = ("Mayor of Sorrel Opens a Library in the Old Customs House", "The library holds four thousand books already.")
COMMENT = "I crossed on that ferry with my aunt when I was a child, and I still remember the smell of the engine."


def test_the_date_beside_the_headline_wins_over_comments_with_times():
    page = read(
        HEADLINE, "June 3, 2021", *STORY, "3 comments",
        "Ada Moor June 5, 2021 at 9:47 pm", COMMENT, "Ben Ash June 7, 2021 at 4:01 am", COMMENT,
    )  # fmt: skip
    assert page.published.value == "2021-06-03"


@pytest.mark.parametrize("place", [2, 4])
def test_the_date_of_a_teaser_is_not_the_page_s(place):
    teasers = ("12 March 2019 10:20", *TEASER)
    assert read(HEADLINE, *STORY[:place], *teasers, *STORY[place:]).published.value is None
    assert read(HEADLINE, "4 June 2021", *STORY[:place], *teasers, *STORY[place:]).published.value == "2021-06-04"


def test_dates_of_comments_and_of_a_list_of_other_pages_are_nobody_s():
    more = ("More stories", "12 March 2019", TEASER[0], "14 March 2019", "Ox Races Return to Carrow")
    assert read(HEADLINE, *STORY, *more).published.value is None
    assert read(HEADLINE, *STORY, "Related articles", "12 March 2019", TEASER[0]).published.value is None


@pytest.mark.parametrize(
    "foot",
    [
        ("4 June 2021",),
        ("Editor: Ada Moor", "4 June 2021"),
        ("Go back", "4 June 2021"),
        ("Editor: Ada Moor", "4 June 2021", "More stories", "12 March 2019", TEASER[0]),
        ("Share", "Print", "Home", "News", "Sport", "Published on: 4 June 2021"),
    ],
)
def test_a_date_behind_the_text_counts_among_credits_or_where_it_is_the_only_one(foot):
    assert read(HEADLINE, *STORY, *foot).published.value == "2021-06-04"


@pytest.mark.parametrize("above", [("4 June 2021",), ("4 June 2021", "Northern Villages", "Rivers")])
def test_a_date_above_the_headline_is_the_page_s(above):
    assert read("Home", *above, HEADLINE, *STORY).published.value == "2021-06-04"


def test_a_date_far_above_the_headline_is_not_the_page_s():
    menu = [f"Section {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXY"]
    assert read("12 March 2019", *menu, HEADLINE, *STORY).published.value is None
    assert read("12 March 2019", *menu[:5], HEADLINE, *STORY).published.value == "2019-03-12"


def test_a_bare_date_takes_the_time_that_is_printed_for_its_day():
    page = read(HEADLINE, "4 June 2021", *STORY, "Editor: Ada Moor", "4 June 2021, 11:24")
    assert page.published.value == "2021-06-04T11:24"
    assert read(HEADLINE, "4 June 2021", *STORY, "5 June 2021, 11:24").published.value == "2021-06-04"


def test_a_page_without_a_headline_has_the_date_above_its_text():
    page = read("4 June 2021", *STORY)
    assert (page.title, page.published.value) == (None, "2021-06-04")


def read(*lines: str):
    source = Source("x.txt", "x", "0" * 64, "text", "\n\n".join(lines) + "\n", 1, Stated(), {})
    return clean(source, OUTLETS, "x.txt")


BY = "<p>Written by <a>Ada Moor</a></p><p>June 3, 2021</p>"
LABEL = '<div class="sidebar"><h4>Published</h4><div>June 3, 2021</div></div>'


@pytest.mark.parametrize(
    ("more", "day"),
    [
        (BY, "2021-06-03"),
        (LABEL, "2021-06-03"),
        (BY + BY.replace("June 3", "June 9"), None),
        (LABEL + LABEL.replace("June 3", "June 9"), None),
        (LABEL.replace("Published", "Opened"), None),
        ('<div class="sidebar"><p>Published June 3, 2021</p></div>', None),
        ("<p>Written by <a>Ada Moor</a></p><p>Updated June 3, 2021</p>", None),
    ],
    ids=["byline", "label", "two-bylines", "two-labels", "other-label", "teaser", "update"],
)
def test_far_from_the_headline_of_a_saved_page_a_date_needs_a_byline_or_a_label_above_it(more, day):
    body = "".join(f"<p>{text}</p>" for text in STORY)
    text = f"<html lang=en><body><main><h1>{HEADLINE}</h1>{body}</main>{more}</body></html>"
    found = clean(Source("a", "a.html", "0" * 64, "html", text, 1, Stated(), {}), OUTLETS, "a.html").published
    assert found.value == day

"""Dates as printed, and the axis that is drawn for them."""

import re
from functools import partial

import pytest
from render_builder import TEMPLATES, article, pages, placed

from telaah.render.dates import when


@pytest.fixture
def site(tmp_path):
    return partial(pages, tmp_path)


def test_a_date_is_printed_as_precisely_as_it_is_known(site):
    del site
    from telaah.render.catalogue import words

    indonesian = words("id", TEMPLATES / "locales/id/LC_MESSAGES/telaah.po")
    expected = {
        "2006": "2006",
        "2023-08": "Agustus 2023",
        "2022-09-06": "Selasa, 6 September 2022",
        "2022-09-06T11:24": "Selasa, 6 September 2022 pukul 11.24",
        "2022-09-06T11:24+07:00": "Selasa, 6 September 2022 pukul 11.24 WIB",
        "2022-09-06T11:24+05:30": "Selasa, 6 September 2022 pukul 11.24 UTC+05:30",
    }
    for value, text in expected.items():
        found = when(value, indonesian)
        assert found.full.text == text
        assert found.full.iso == value
    assert when("2022-09-06T11:24+07:00", indonesian).exact.text == "6 Sep 2022, 11.24 WIB"
    assert when("2022-02-30", indonesian) is None
    assert when(None, indonesian) is None


def test_the_axis_is_drawn_for_three_dates_or_more(site):
    two = placed(article()), placed(article("kedua", published="2023-04"))
    assert '<svg class="axis"' not in site(*two)["timeline.html"]
    rest = placed(article("ketiga", published="2023-08-01")), placed(article("keempat", published=None))
    page = site(*two, *rest)["timeline.html"]
    assert page.count("<circle") == 3 + 3, "three in the mark of the masthead, one a date"
    entries = re.findall(r'<li(?: class="back")?>(?:<time|<b)', page)
    assert entries == [*["<li><time"] * 3, '<li class="back"><b']
    assert 'class="per"' in page, "a month is drawn as a period"


def test_labels_on_the_axis_do_not_run_through_stems_or_off_the_edge(site):
    days = [f"2022-09-{day:02}" for day in range(1, 29, 2)] + ["2023-09-01"]
    members = [
        placed(article(f"a{n}", outlet=f"Outlet Bernama Panjang {n}", published=day)) for n, day in enumerate(days)
    ]
    page = site(*members)["timeline.html"]
    stems = [(float(x), float(y)) for x, y in re.findall(r'class="stem" x1="([\d.]+)".*?y2="([\d.]+)"', page)]
    labels = re.findall(r'class="lab" x="([\d.]+)" y="([\d.]+)">([^<]*)<', page)
    assert len(labels) > 3
    for x, y, label in labels:
        end = float(x) + 7.4 * len(label)
        assert end <= 1180
        assert not [s for s in stems if float(x) < s[0] < end and s[1] < float(y)]

import json
import re
from dataclasses import replace

import pytest
from render_builder import article, briefing, placed, settings, topic

from telaah.model import (
    CitedSentence,
    Claim,
    ClaimCell,
    Disagreement,
    Evidence,
    Figure,
    Hop,
    Join,
    Moment,
    Name,
    Origin,
    Origins,
    Quote,
    SilencedRow,
    Upstream,
)
from telaah.render import render

FIRST = "Panen padi naik lagi tahun ini, kata seorang pejabat."
SECOND = "Gudang desa menerima 40 truk padi pada Agustus 2022."
OTHER = "Panen padi dikabarkan naik tahun ini."
DENIAL = "Dinas pertanian membantah kabar itu."
COUNT = "Gudang desa menerima 55 truk padi pada 3 Agustus 2022."


def members():
    one = placed(article("satu", outlet="Harian Lereng", texts=(FIRST, SECOND)))
    two = placed(article("dua", outlet="Kabar Kota", texts=(OTHER, DENIAL, COUNT)))
    three = placed(article("tiga", outlet=None, published=None, texts=("Tidak ada kabar lain.",)))
    return one, two, three


def quote(member, text, piece=None):
    part = next(part for part in member.article.paragraphs if text in part.text)
    return Quote(member.article.id, part.id, text, piece or text)


def cell(member, text, status=(), denial=None):
    found = quote(member, text)
    return ClaimCell(found.article, found.paragraph, text, status, denial, beyond=False)


def compared():
    one, two, three = members()
    figures = [
        Figure(quote(one, SECOND, "40 truk"), "count", "truk", 40.0, 40.0),
        Figure(quote(two, COUNT, "55 truk"), "count", "truk", 55.0, 55.0),
    ]
    return replace(
        topic("padi", (one, two, three)),
        origins=Origins(
            1,
            2,
            (
                Origin("Antara", True, ("satu", "dua"), (Join("upstream", "Antara", ("satu", "dua")),)),
                Origin(None, False, ("tiga",), (Join("not-stated", None, ("tiga",)),)),
            ),
            (quote(one, FIRST, "seorang pejabat"),),
        ),
        claims=(
            Claim((cell(one, FIRST), cell(two, OTHER, ("alleged",), quote(two, DENIAL))), 1, 1, True),
            Claim((cell(one, SECOND), cell(two, COUNT)), 1, 2, False),
        ),
        disagreements=(Disagreement("disagreement", "count", "truk", tuple(figures)),),
        timeline=(
            Moment("2006", "2006", "year", "stated", False, quote(one, FIRST), ()),
            Moment("2022-08", "2022-08", "month", "resolved", False, quote(one, SECOND), ()),
            Moment("2022-08-03", "2022-08-03", "day", "stated", True, quote(two, COUNT), ("satu",)),
        ),
    )


@pytest.fixture
def site(tmp_path):
    def build(*people, found=None, **keys):
        topics = (found or compared(),)
        made = render(briefing(*(people or members()), topics=topics), settings(tmp_path, **keys))
        return {page.path: page.content.decode() for page in made}

    return build


def text_of(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html)).replace("&nbsp;", " ").replace(" ,", ",")


def section(page, heading):
    return page[page.index(f'<section class="sec" aria-labelledby="{heading}"') :].partition("</section>")[0]


def test_the_claim_table_leads_from_each_cell_to_the_sentence_and_counts_outlets_and_origins(site):
    pages = site()
    one, two, _ = members()
    for path, up in (("topics/padi.html", "../"), ("index.html", "")):
        table = section(pages[path], "h-mx")
        assert f'href="{up}articles/satu.html#{quote(one, FIRST).paragraph}"' in table
        assert f'aria-label="Harian Lereng memuat: {FIRST}"' in table
        assert f'aria-label="Kabar Kota memuat (dugaan, bersama bantahan): {OTHER}"' in table
        assert f'href="{up}articles/dua.html#{quote(two, DENIAL).paragraph}"' in table, (
            "a denied claim leads to its denial"
        )
        assert "2/3" in table
        assert "1–2" in table
        assert table.count('<th scope="row"') == 2
        assert 'title="Harian Lereng">HL<' in table


def test_with_nothing_to_compare_the_sections_are_absent(site):
    bare = topic("padi", members())
    for page in (site(found=bare)["topics/padi.html"], site(found=bare)["index.html"]):
        for heading in ("h-mx", "h-dis", "h-or", "h-ev"):
            assert heading not in page
    assert "h-mx" in site()["topics/padi.html"], "the check can fail"


def test_articles_that_the_key_points_do_not_quote_are_named_where_all_they_say_is_said(site):
    one = members()[0]
    said = CitedSentence(FIRST, "satu", quote(one, FIRST).paragraph)
    found = replace(compared(), summary=(said,), silent=("dua",))
    note = "Tidak dikutip di sini karena kalimat-kalimat di atas"
    page = site(found=found)["topics/padi.html"]
    assert '<a href="../articles/dua.html"' in page.partition(note)[2].partition("</p>")[0]
    assert note not in site(found=replace(found, silent=()))["topics/padi.html"]


def test_an_outlet_that_credits_nobody_is_not_said_to_credit_itself(site):
    own = Origin("Harian Lereng", False, ("satu",), (Join("not-stated", "Harian Lereng", ("satu",)),))
    other = Origin("Warta Bumi", False, ("dua",), (Join("not-stated", "Warta Bumi", ("dua",)),))
    found = replace(compared(), origins=Origins(1, 2, (own, other), ()))
    page = text_of(section(site(found=found)["topics/padi.html"], "h-or"))
    assert "Harian Lereng: tidak menyebut sumber, dan mungkin meneruskan kabar pihak lain" in page
    assert "Kabar Kota: menyebut Warta Bumi sebagai sumber" in page


def test_origins_are_a_range_with_reasons_and_the_unnamed_people_behind_them(site):
    page = text_of(section(site()["topics/padi.html"], "h-or"))
    assert "paling banyak 2 sumber hulu" in page
    assert "Harian Lereng, Kabar Kota: menyebut sumber yang sama, Antara" in page
    assert "outlet tidak disebut: tidak menyebut asal kabarnya" in page
    assert "seorang pejabat" in page
    assert "Harian Lereng, paragraf 1" in page


def test_key_points_say_how_many_outlets_and_origins_carry_them(site):
    pages = site()
    assert "2 dari 3 outlet, 1 sumber hulu" in text_of(pages["articles/satu.html"])
    assert "2 dari 3 outlet, 1 sumber hulu" in text_of(pages["topics/padi.html"])
    badge = re.search(r'<p class="badge".*?</svg>', pages["articles/satu.html"])[0]
    assert badge.count('fill="currentColor"') == 2
    assert badge.count("<circle") == 3
    assert "badge" not in pages["articles/tiga.html"]


def test_what_one_outlet_alone_adds_is_neither_counted_nor_put_into_the_mouths_of_the_others(site):
    found = compared()
    rows = [replace(row, cells=(replace(row.cells[0], beyond=True), *row.cells[1:])) for row in found.claims]
    shorter, longer = sorted((SECOND, COUNT), key=len)
    rows[1] = replace(rows[1], cells=tuple(replace(each, beyond=each.sentence == shorter) for each in rows[1].cells))
    pages = site(found=replace(found, claims=tuple(rows)))
    assert "badge" not in pages["articles/satu.html"]
    heads = re.findall(r'<th scope="row".*?</th>', section(pages["topics/padi.html"], "h-mx"), re.DOTALL)
    assert longer in heads[1]


def test_an_origin_unfolds_to_the_words_that_name_it(site):
    one, two, three = members()
    part = quote(one, FIRST).paragraph
    chain = (Hop("credit", "Antara", "cue", 3, part, FIRST, "kata seorang pejabat"),)
    outside = (Hop("credit", "Antara", "footer", 9, None, None, "Sumber: <Antara>"),)
    told = (replace(one, chain=chain), replace(two, chain=outside), three)
    page = site(*told)["topics/padi.html"]
    item = section(page, "h-or").partition("</details>")[0]
    assert (
        f'“<span>kata seorang pejabat</span>” <a href="../articles/satu.html#{part}">Harian Lereng, paragraf 1' in item
    )
    assert '“<span>Sumber: &lt;Antara&gt;</span>” <a href="../articles/dua.html">Kabar Kota, baris 9' in item
    stated = replace(two.article, upstream=(Upstream("Antara", "footer", Evidence("desk", 4, "Antara")),))
    by_desk = replace(two, chain=outside, analysis=replace(two.analysis, article=stated))
    item = section(site(one, by_desk, three)["topics/padi.html"], "h-or").partition("</details>")[0]
    assert '<a href="../articles/dua.html">Kabar Kota: Antara, menurut redaksi</a>' in item


def test_every_counted_row_unfolds_to_its_sentences_and_origins(site):
    pages, found = site(), compared()
    page = pages["topics/padi.html"]
    proof = page[page.index("<summary>Bukti") :].partition("</details>")[0]
    rows = [*found.claims, *found.disagreements]
    for row in rows:
        item = text_of(proof[proof.index(f'<li id="{row.id}"') :].partition("</li>")[0])
        assert all(told.sentence in item for told in row.quotes)
        assert "Sumber hulu: Antara." in item
        assert row.id in item
    assert f'href="topics/padi.html#{found.claims[1].id}">1–2<' in section(pages["index.html"], "h-mx")
    assert f'href="../topics/padi.html#{found.claims[0].id}"' in pages["articles/satu.html"], "the badge leads there"
    assert "dari satu sumber hulu saja" in text_of(section(page, "h-mx"))


def test_large_figures_lead_to_what_they_count(site):
    pages = site()
    for path, up in (("topics/padi.html", "../"), ("index.html", "")):
        for heading in ("h-art", "h-or", "h-dis"):
            assert f'<dt><a href="{up}topics/padi.html#{heading}">' in pages[path]
            assert f'aria-labelledby="{heading}"' in pages["topics/padi.html"]


def test_what_the_desk_takes_out_is_said_with_its_reason_and_place(site):
    one, two, _ = members()
    row = SilencedRow("c-1a2b3c4d", "claim", "Dua gudang <berbeda>.", (quote(one, SECOND), quote(two, COUNT)))
    pages = site(found=replace(compared(), silenced=(row,)))
    page = pages["topics/padi.html"]
    told = page[page.index('id="silenced"') :].partition("</details>")[0]
    assert "Redaksi mengeluarkan 1 baris dari tabel-tabel ini" in told
    assert "Dua gudang &lt;berbeda&gt;." in told
    assert f'href="../articles/dua.html#{quote(two, COUNT).paragraph}"' in told
    assert 'id="silenced"' not in site()["topics/padi.html"]
    assert json.loads(pages["data/briefing.json"])["topics"][0]["silenced"][0]["reason"] == row.reason


def test_what_became_of_people_stands_beside_a_word_that_is_any_of_them(site):
    found = compared()
    one, two = found.disagreements[0].figures

    def labels(unit, act):
        row = Disagreement("disagreement", "count", unit, (replace(one, unit=unit), replace(two, unit=unit)), act=act)
        page = site(found=replace(found, disagreements=(row,)))["topics/padi.html"]
        return text_of(section(page, "h-dis"))

    assert "orang, meninggal" in labels("orang", "dead")
    assert "orang tewas," not in labels("orang tewas", "dead")
    assert "orang," not in labels("orang", None)


def test_dates_of_one_action_stand_side_by_side(site):
    found = compared()
    months = found.timeline[1:]
    row = Disagreement("disagreement", "date", "month", (), months)
    table = text_of(section(site(found=replace(found, disagreements=(row,)))["topics/padi.html"], "h-dis"))
    assert "Tanggal satu kejadian" in table
    assert "tanggal berbeda" in table


def test_the_sites_timeline_tells_what_happened_apart_from_what_was_reported(site):
    page = site()["timeline.html"]
    happened = section(page, "h-ev")
    assert "3 Agustus 2022" in happened
    assert COUNT in happened
    assert 'href="topics/padi.html"' in happened
    assert "Tanpa tanggal pada sumber" in section(page, "h-tl")
    bare = site(found=topic("padi", members()))["timeline.html"]
    assert "h-ev" not in bare


def test_figures_that_differ_stand_side_by_side_with_their_sentences(site):
    table = text_of(section(site()["topics/padi.html"], "h-dis"))
    assert "truk" in table
    assert re.search(r"40 truk .*Harian Lereng, paragraf 2.* 55 truk .*Kabar Kota, paragraf 3", table)


def test_events_stand_newest_first_and_only_what_is_known_to_the_month_is_drawn(site):
    events = section(site()["topics/padi.html"], "h-ev")
    assert re.findall(r'<time datetime="([^"]+)"', events) == ["2022-08-03", "2022-08", "2006"]
    assert events.count('<li class="back">') == 1
    assert "<circle" not in events, "two dates need no drawing"
    assert "masih rencana ketika diberitakan; juga dimuat Harian Lereng" in text_of(events)
    assert "tahunnya mengikuti tanggal terbit" in text_of(events)


def test_the_axis_is_labelled_with_names_from_the_sentences_and_says_which_article_was_first(site):
    one, two, three = members()
    one = placed(article("satu", outlet="Harian Lereng", published="2022-09-05", texts=(FIRST, SECOND)))
    named = replace(two, analysis=replace(two.analysis, names=(Name("Gudang desa", "organisation"),)))
    events = section(site(one, named, three)["topics/padi.html"], "h-ev")
    assert re.findall(r'class="lab"[^>]*>([^<]+)<', events) == ["Agu 2022", "Gudang desa", "Harian Lereng"]


def test_the_chain_begins_with_unnamed_people_as_the_page_calls_them(site):
    one, two, three = members()
    found = quote(one, FIRST, "seorang pejabat")
    hop = Hop("unnamed", "seorang pejabat", "lexicon", 5, found.paragraph, FIRST, "seorang pejabat")
    page = site(replace(one, chain=(hop,)), two, three)["articles/satu.html"]
    node = rf'<li class="unknown"><b>seorang pejabat</b><span>Dikutip tanpa nama, <a href="#{found.paragraph}">'
    assert re.search(rf'<ol class="chain">\s*{node}', page)


def test_two_unnamed_people_stand_at_one_step_of_the_chain(site):
    one, two, three = members()
    found = quote(one, FIRST, "seorang pejabat")
    hops = [Hop("unnamed", who, "lexicon", 5, found.paragraph, FIRST, who) for who in ("seorang pejabat", "para ahli")]
    page = site(replace(one, chain=tuple(hops)), two, three)["articles/satu.html"]
    (step,) = re.findall(r'<li class="unknown">.*?</li>', page, re.DOTALL)
    assert re.findall("<b>([^<]+)</b>", step) == ["seorang pejabat", "para ahli"]


def test_nothing_is_quoted_from_an_article_that_may_only_be_linked_to(site):
    one, two, three = members()
    closed = placed(replace(two.article, source=article("dua", stated={"rights": "link"}).source))
    everything = "".join(text for path, text in site(one, closed, three).items() if path.endswith(".html"))
    for text in (OTHER, DENIAL, COUNT, "55 truk"):
        assert text not in everything
    assert COUNT in "".join(site(one, two, three).values()), "the check can fail"


def test_many_outlets_are_counted_where_they_find_no_column(site):
    crowd = [placed(article(f"a{n:02}", outlet=f"Outlet {n:02}", texts=(FIRST,))) for n in range(12)]
    found = replace(
        topic("padi", crowd), summary=(), claims=(Claim(tuple(cell(one, FIRST) for one in crowd), 1, 1, False),)
    )
    page = site(*crowd, found=found)["topics/padi.html"]
    table = section(page, "h-mx")
    assert table.count('<abbr class="abbr"') == 8
    assert "12/12" in table
    assert "4 outlet lain" in text_of(table)
    shorts = re.findall(r'class="abbr"[^>]*>([^<]+)<', table)
    assert len(set(shorts)) == len(shorts)


def test_origins_are_drawn_beside_the_list_that_says_the_same(site):
    drawing = section(site()["topics/padi.html"], "h-or").partition('<svg class="chart"')[2].partition("</svg>")[0]
    assert re.findall(r"<circle class=\"(\w+)\"", drawing) == ["origin", "relay", "relay", "unknown", "relay"]
    assert drawing.count("<line") == 3
    assert re.findall(r">([^<]+)</text>", drawing) == [
        "Antara", "Harian Lereng", "Kabar Kota", "Asal tidak disebutk…", "outlet tidak di…",
    ]  # fmt: skip
    assert 'aria-hidden="true"' in drawing


def test_an_outlet_whose_own_origin_is_not_known_is_drawn_as_such(site):
    kinds = []
    for known in (True, False):
        own = Origin("Harian Lereng", known, ("satu",), (Join("own-report", "Harian Lereng", ("satu",)),))
        other = Origin("Antara", True, ("dua",), (Join("upstream", "Antara", ("dua",)),))
        page = site(found=replace(compared(), origins=Origins(1, 2, (own, other), ())))["topics/padi.html"]
        drawing = section(page, "h-or").partition('<svg class="chart"')[2].partition("</svg>")[0]
        kinds.append(re.findall(r"<circle class=\"(\w+)\"", drawing))
    assert kinds == [["origin", "origin", "relay"], ["unknown", "origin", "relay"]]


def test_coverage_over_time_is_drawn_where_there_is_more_than_a_day(site):
    one, two, three = members()
    later = replace(
        two,
        analysis=replace(
            two.analysis, article=replace(two.article, published=article("x", published="2022-10-01").published)
        ),
    )
    assert 'class="chart"' not in site()["topics/padi.html"].partition('id="h-art"')[2]
    drawing = site(one, later, three)["topics/padi.html"].partition('id="h-art"')[2].partition("</svg>")[0]
    assert re.findall(r">([^<]+)</text>", drawing) == ["Harian Lereng", "Kabar Kota", "6 Sep 2022", "1 Okt 2022"]
    assert drawing.count("<circle") == 2


def test_one_thing_told_by_many_stands_in_one_row_with_each_value_once(site):
    one, two, three = members()
    four = placed(article("empat", outlet="Suara Desa", texts=("Gudang desa menerima 40 truk padi, kata petani.",)))
    five = placed(article("lima", outlet="Pos Pesisir", texts=("Gudang desa menerima 60 truk padi, kata petani.",)))
    told = (
        (one, SECOND, "40 truk"),
        (two, COUNT, "55 truk"),
        (four, four.article.paragraphs[0].text, "40 truk"),
        (five, five.article.paragraphs[0].text, "60 truk"),
    )
    figures = [
        Figure(quote(who, said, text), "count", "truk", float(text[:2]), float(text[:2])) for who, said, text in told
    ]
    pairs = ((0, 1), (1, 2), (0, 3), (1, 3), (2, 3))
    rows = tuple(Disagreement("disagreement", "count", "truk", (figures[a], figures[b])) for a, b in pairs)
    other = Disagreement("update", "money", "IDR", tuple(replace(f, kind="money", unit="IDR") for f in figures[:2]))
    about = replace(topic("padi", (one, two, three, four, five)), disagreements=(*rows, other))
    pages = site(one, two, three, four, five, found=about)
    table = section(pages["topics/padi.html"], "h-dis").partition("<tbody>")[2]
    assert table.count("<tr>") == 2
    first = text_of(
        re.sub(r'<span class="tip".*?</span></span></span>', "", table.partition("</tr>")[0], flags=re.DOTALL)
    )
    assert [first.count(value) for value in ("40 truk", "55 truk", "60 truk")] == [1, 1, 1]
    assert re.search(r"40 truk .*Harian Lereng.*Suara Desa.*55 truk .*Kabar Kota.*60 truk .*Pos Pesisir", first)
    assert ">2<" in pages["topics/padi.html"].partition("perbedaan")[2][:60]

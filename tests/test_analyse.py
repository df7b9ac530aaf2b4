"""Analyses: sentences where they belong, keywords a desk would sign, summaries that are copies."""

import gzip
import json
from dataclasses import replace

import pytest
from analysed import FLOOD, FLOOD_AGAIN, VOLCANO, article
from places import shared

from telaah.analyse import analyse
from telaah.analyse.candidates import candidates
from telaah.analyse.names import names
from telaah.analyse.signs import SUSPECTED, units
from telaah.analyse.stop_words import stop_words
from telaah.analyse.summary import summary
from telaah.analyse.summary_weights import summary_weights
from telaah.analyse.words import words
from telaah.languages import language
from telaah.model import Pages, Sentence


def text_of(title, *sentences):
    return words(title, sentences, stop_words(language("id")))


def names_of(text):
    return [
        " ".join(word.text for word in line[start:end])
        for line, spans in zip(text.lines, names(text), strict=True)
        for start, end in spans
    ]


def keywords_of(*parts, **more):
    return [keyword.text for keyword in analyse(article("a", *parts, **more)).keywords]


def test_subheads_and_tables_give_no_sentences():
    kinds = ("standfirst", "body", "subhead", "table", "list", "quote")
    texts = ("Satu itu ini.", "Dua.", "Tiga", "Empat | Lima", "Enam.", "Tujuh.")
    said = [sentence.text for sentence in analyse(article("a", "Judul", *texts, kinds=kinds)).sentences]
    assert said == ["Satu itu ini.", "Dua.", "Enam.", "Tujuh."]


def test_a_title_case_headline_is_brought_to_sentence_case_by_the_body():
    text = text_of("Rusia Bakal Membeli Roket Dari Korea Utara", "Kata pejabat, Rusia membeli roket dari Korea Utara.")
    assert " ".join(word.text for word in text.headline) == "Rusia bakal membeli roket dari Korea Utara"


def test_a_lower_case_headline_gets_its_names_from_the_body():
    text = text_of("banjir di semarang", "Kemarin hujan turun di Semarang.")
    assert " ".join(word.text for word in text.headline) == "banjir di Semarang"


def test_two_names_that_meet_are_divided_where_the_article_has_them_apart():
    text = text_of(
        "", "Kemarin pemimpin Korea Utara Kim Jong Un hadir.", "Di sana Kim tertawa.", "Kini Korea Utara diam."
    )
    assert names_of(text) == ["Korea Utara", "Kim Jong Un", "Kim", "Korea Utara"]


def test_a_title_goes_with_its_country_and_not_with_the_name_after_it():
    text = text_of("", "Lalu Presiden Rusia Vladimir Putin tiba.", "Menurut dia Rusia siap.")
    assert names_of(text) == ["Presiden Rusia", "Vladimir Putin", "Rusia"]


def test_no_candidate_cuts_a_name_or_begins_or_ends_in_a_stop_word():
    known = language("id")
    text = text_of("", "Kemarin Kim Jong Un membeli roket dan peluru untuk AS.", "Di AS, Kim Jong Un dicari.")
    found = {phrase.text for phrase in candidates(text, names(text), known)}
    assert {"Kim Jong Un", "AS", "roket dan peluru"} <= found
    assert not {"Jong Un", "Kim Jong", "peluru untuk", "dan peluru", "Jong"} & found


def test_keywords_hold_long_names_and_acronyms_that_yake_cannot_emit():
    body = "Kemarin Kim Jong Un bertemu utusan AS. Menurut AS, Kim Jong Un setuju. Sementara itu AS menunggu."
    assert {"Kim Jong Un", "AS"} <= set(keywords_of("Pertemuan di Singapura", body))


def test_a_short_name_counts_for_the_long_one_and_is_not_shown_beside_it():
    found = keywords_of("Banjir Semarang", *FLOOD)
    assert "Agustina Wilujeng" in found
    assert "Wilujeng" not in found


def test_forms_that_differ_by_a_clitic_a_plural_or_case_are_one_keyword():
    body = "Waduk itu dikeruk. Air waduknya surut. Menurut dia, Waduk itu tua dan waduknya dangkal."
    found = [text.lower() for text in keywords_of("Waduk surut", body)]
    assert [text for text in found if "waduk" in text] == ["waduk"]
    english = "Glaciers melt. One glacier melts faster. The glacier's edge moved and glaciers shrank."
    found = [text.lower() for text in keywords_of("melting ice", english, language="en")]
    assert len([text for text in found if "glacier" in text]) == 1


def test_a_phrase_is_shown_whole_where_its_parts_stand_mostly_in_it():
    body = "Pabrik membuat roket dan peluru artileri. Menurut dia, roket dan peluru artileri itu mahal. Pabrik diam."
    found = keywords_of("Kabar dari pabrik", body)
    assert "roket dan peluru artileri" in found
    assert not {"roket", "peluru", "artileri", "roket dan peluru", "peluru artileri"} & set(found)


def test_a_word_is_shown_with_its_commonest_neighbour_where_it_seldom_stands_without():
    found = keywords_of(
        "Pagi di dermaga", "Ribuan buruh pelabuhan datang.", "Siang itu buruh pelabuhan pulang.",
        "Hak buruh dibela.", "Soal hak buruh dibahas lagi.", "Para buruh senang.",
    )  # fmt: skip
    assert "buruh pelabuhan" in found
    assert "buruh" not in found


def test_what_a_headline_cut_off_is_shown_as_the_text_has_it():
    title = "Beras dan gula langka"
    assert "beras dan gula pasir" in keywords_of(title, "Warga kota mencari beras dan gula pasir sejak pagi.")
    shorter = keywords_of(title, "Warga mencari beras dan gula pasir.", "Harga beras dan gula melonjak.")
    assert "beras dan gula" in shorter


def test_an_acronym_and_the_name_it_stands_for_are_one_keyword_in_the_commoner_form():
    both = (
        "Hujan turun",
        "Badan Meteorologi Nusantara memberi peringatan.",
        "Kata BMN, hujan turun.",
        "Warga bertanya kepada BMN.",
    )
    assert "BMN" in keywords_of(*both)
    assert "Badan Meteorologi Nusantara" not in keywords_of(*both)
    other = keywords_of(*both[:3], "Menurut Badan Meteorologi Nusantara, angin reda.")
    assert "Badan Meteorologi Nusantara" in other
    assert "BMN" not in other


def test_fragments_of_a_verb_and_a_name_and_words_of_the_headline_alone_are_no_keywords():
    body = "Kemarin warga menuduh Wilujeng. Lagi-lagi warga menuduh Wilujeng soal pompa. Kata dia, Wilujeng diam."
    found = keywords_of("Warga Tuduh Wilujeng, Simak Alasannya", body)
    assert "Wilujeng" in found
    assert not {"menuduh Wilujeng", "Tuduh Wilujeng", "menuduh", "alasannya"} & set(found)


def test_the_outlets_own_name_is_no_keyword():
    body = "Kata Suara Samudra, banjir surut. Kemarin Suara Samudra memotret banjir. Menurut Suara Samudra, hujan reda."
    assert "Suara Samudra" in keywords_of("Banjir surut", body)
    assert "Suara Samudra" not in keywords_of("Banjir surut", body, outlet="SuaraSamudra")


def test_keywords_do_not_overlap_and_come_best_first_between_0_and_1():
    found = analyse(article("a", "Banjir Semarang", *FLOOD)).keywords
    scores = [keyword.score for keyword in found]
    assert found
    assert len(found) <= 10
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 1 and score == round(score, 4) for score in scores)
    assert len({keyword.text.lower() for keyword in found}) == len(found)


@pytest.mark.parametrize("code", ["und", "ms", "sw"])
def test_a_language_without_lists_still_has_keywords_and_a_summary(code):
    found = analyse(article("a", "Banjir Semarang", *FLOOD, language=code))
    assert "Semarang" in {keyword.text for keyword in found.keywords}
    assert found.summary


def test_an_article_without_text_or_title_has_an_empty_analysis():
    found = analyse(article("a", None))
    assert (found.sentences, found.keywords, found.summary) == ((), (), ())


def test_a_summary_is_copied_from_its_paragraphs_in_reading_order_and_of_about_60_words():
    page = article("a", "Banjir Semarang", *FLOOD, *FLOOD_AGAIN, *VOLCANO)
    found = analyse(page)
    places = [found.sentences.index(sentence) for sentence in found.summary]
    texts = {paragraph.id: paragraph.text for paragraph in page.paragraphs}
    assert places == sorted(places)
    assert all(sentence.text in texts[sentence.paragraph] for sentence in found.summary)
    assert 45 <= sum(len(sentence.text.split()) for sentence in found.summary) <= 75


def test_a_summary_sentence_that_is_not_in_its_paragraph_is_a_bug_of_ours():
    page = article("a", "Banjir", *FLOOD)
    made_up = units(page, (Sentence("Kalimat karangan.", page.paragraphs[0].id),), (), language("id"))
    with pytest.raises(AssertionError, match="not in its paragraph"):
        summary(page, made_up, 60, summary_weights("id"))


def test_place_counts_for_nothing_on_a_later_page_and_for_little_where_a_torn_beginning_is_suspected():
    first = "Hujan deras turun di banyak tempat sejak sore hingga larut malam tanpa henti selama berjam jam lamanya."
    parts = ("Pompa air rusak di Semarang", first, *FLOOD, *FLOOD_AGAIN, *VOLCANO)
    told = "Pompa air di Kali Semarang rusak sehingga air merendam rumah warga Semarang di sekitar pompa air itu."
    hoped = (
        "Wali kota meminta pompa di Kali Semarang diperbaiki supaya banjir tidak lagi melanda kota dan rumah warganya."
    )
    whole = article("a", *parts, told, hoped)
    suspected = article("a", *parts, told, hoped, mid_story=True)
    later = replace(suspected, pages=Pages(2, 3))
    openings, endings, early = [], [], []
    for page in (whole, suspected, later):
        found = analyse(page)
        said = {sentence.text for sentence in found.summary}
        openings.append(first in said)
        endings.append(told in said)
        early.append(units(page, found.sentences, found.keywords, language("id"))[0].signs["early"])
    assert (openings[0], openings[2]) == (True, False)
    assert (endings[0], endings[2]) == (False, True)
    assert early == [1.0, SUSPECTED, 0.0]


@pytest.mark.parametrize("asked", [20, 60, 90])
def test_a_summary_has_about_as_many_words_as_the_desk_asks_for(asked):
    page = article("a", "Banjir Semarang", *FLOOD, *FLOOD_AGAIN, *VOLCANO, *HARVEST)
    found = analyse(page, asked)
    assert 0.8 * asked <= sum(len(sentence.text.split()) for sentence in found.summary) <= 1.4 * asked
    assert set(found.summary) <= set(found.sentences)


def test_a_headline_that_is_cut_from_the_text_says_nothing_about_its_sentences():
    told = "Pompa air di Kali Semarang rusak sehingga air merendam rumah warga."
    other = "Warga menunggu pompa air baru di Kali Semarang."
    for title, likeness_ in (("Pompa air di Kali", 0.0), ("Pompa air rusak", 0.1)):
        page = article("a", title, f"{told} {other}")
        found = units(page, analyse(page).sentences, (), language("id"))
        assert all((unit.signs["headline"] > likeness_) == bool(likeness_) for unit in found)


def test_a_sentence_that_opens_with_a_pronoun_gives_way_to_one_that_does_not():
    filler = "kata sudah banyak sekali " * 12
    named = f"Budi menanam padi {filler}di sawah."
    leaning = named.replace("Budi", "Ia")
    assert [s.text for s in analyse(article("a", None, f"{leaning} {named}", mid_story=True)).summary] == [named]


HARVEST = tuple(
    f"Petani di {place} memanen {crop} lebih awal karena hujan datang sebelum waktunya. Harga {crop} di pasar {place} "
    "turun hingga separuh sehingga banyak petani merugi."
    for place, crop in (("Kudus", "jagung"), ("Demak", "padi"), ("Jepara", "kedelai"), ("Pati", "tebu"))
)
LEANERS = (
    "Ia menanam padi di sawah yang luas sekali pada musim hujan.",
    "Hal ini menanam padi di sawah yang luas sekali pada musim hujan.",
    "Laporan tersebut menyebut padi di sawah yang luas sekali pada musim hujan.",
    "Isinya padi di sawah yang luas sekali pada musim hujan yang lalu.",
    "Menurut warga desa, isinya padi di sawah yang luas sekali pada musim hujan.",
)


@pytest.mark.parametrize("leaner", LEANERS)
def test_a_sentence_that_refers_back_is_known_to_lean(leaner):
    said = analyse(article("a", "Padi", f"Budi diam. {leaner}")).sentences
    assert [sentence.leaning for sentence in said] == [False, True]


@pytest.mark.parametrize("leaner", LEANERS)
def test_a_sentence_that_refers_back_is_not_taken_without_the_one_before(leaner):
    short = "Budi diam."
    rest = [f"Warga desa {name} memanen jagung di ladang milik {name} pada akhir pekan." for name in "ABCDEFGH"]
    page = article("a", "Padi di sawah yang luas", f"{short} {leaner}", " ".join(rest))
    said = [sentence.text for sentence in analyse(page).summary]
    assert said
    assert leaner not in said or short in said


@pytest.mark.parametrize("marks", ["“”", '""', "«»"])
def test_a_sentence_that_begins_inside_a_quotation_is_not_taken_without_the_one_before(marks):
    told = f"{marks[0]}Budi diam. Padi ditanam di sawah.{marks[1]} Hujan turun."
    page = article("a", "Padi di sawah yang luas", told, f"{marks[0]}Warga pulang.", "Jagung dipanen.")
    found = units(page, analyse(page).sentences, (), language("id"))
    assert [unit.sentence.leaning for unit in found] == [False, True, False, False, False]


def test_a_demonstrative_of_time_does_not_refer_back():
    now = "Saat ini padi di sawah yang luas ditanam pada musim hujan."
    rest = [f"Warga desa {name} memanen jagung di ladang milik {name} pada akhir pekan." for name in "ABCDEFGH"]
    page = article("a", "Padi di sawah yang luas", now, " ".join(rest))
    assert now in [sentence.text for sentence in analyse(page).summary]


def test_a_standfirst_that_refers_to_the_headline_does_not_open_a_summary():
    leaner = "Hal ini dikatakan wali kota saat meninjau pompa air di Kali Semarang."
    page = article(
        "a", "Pompa air di Kali Semarang rusak", leaner, *FLOOD, kinds=("standfirst", *("body",) * len(FLOOD))
    )
    assert leaner not in [sentence.text for sentence in analyse(page).summary]


def test_a_quotation_and_a_caption_give_way_to_what_the_report_says():
    told = "Warga Semarang menanam padi di sawah dekat pompa air milik kota itu kemarin."
    quoted = "“Kami menanam padi di sawah dekat pompa air milik kota Semarang itu kemarin,” katanya."
    pictured = "Warga Semarang (kiri) menanam padi di sawah dekat pompa air milik kota itu kemarin."
    for other in (quoted, pictured):
        page = article("a", "Padi di Semarang", other, told, mid_story=True)
        assert [sentence.text for sentence in analyse(page).summary][:1] == [told]


SAMPLED = 50
"""Articles of each set that this test analyses, evenly over the set; benchmarks.quality.analysis looks at every one."""
SETS = ("summaries/id", "summaries/en", "copies/id", "keywords/fr", "keywords/pt", "keywords/en", "events/en", "raw/en")


def not_copied(page, found):
    """Return the summary sentences that do not stand in the paragraph they cite."""
    held = {paragraph.id: paragraph.text for paragraph in page.paragraphs}
    return [sentence for sentence in found if sentence.text not in held.get(sentence.paragraph, "")]


@pytest.mark.parametrize("name", SETS)
def test_every_summary_sentence_of_the_benchmark_stands_in_its_paragraph(name):
    with gzip.open(shared("bench") / "data" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    cited = 0
    for row in rows[:: max(1, len(rows) // SAMPLED)]:
        blocks = [" ".join(part) for part in row["paragraphs"]] if "paragraphs" in row else row["text"].split("\n\n")
        texts = [text for text in (" ".join(block.split()) for block in blocks) if text]
        page = article("a", row.get("title"), *dict.fromkeys(texts), language=name[-2:])
        found = analyse(page).summary
        assert not_copied(page, found) == []
        cited += len(found)
    assert cited >= 50


def test_the_comparison_of_summaries_with_paragraphs_can_fail():
    page = article("a", "Banjir Semarang", *FLOOD)
    said = analyse(page).summary
    changed = replace(said[0], text=said[0].text.replace(" ", "  ", 1))
    moved = replace(said[0], paragraph=page.paragraphs[-1].id)
    assert not_copied(page, said) == []
    assert not_copied(page, [changed, moved]) == [changed, moved]

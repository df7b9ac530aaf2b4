"""A topic's summary: a sentence that leans on another follows it or stays away."""

from dataclasses import replace

from analysed import article

from telaah.analyse import analyse
from telaah.group.summary import heard as heard_of
from telaah.model import Keyword, Origin, Origins, Paragraph, Sentence


def made(number, summary, others=(), rights=None):
    """Return an article whose summary is made of these sentences, and which has others; "<" marks one that leans."""
    sentences = tuple(Sentence(text.removesuffix(" <"), "p-1", text.endswith(" <")) for text in (*summary, *others))
    read = analyse(article(f"a{number}", "Judul", "Isi."))
    source = replace(read.article.source, stated=replace(read.article.source.stated, rights=rights))
    whole = replace(read.article, paragraphs=(Paragraph("p-1", "body", None, "Isi."),), source=source)
    return replace(read, article=whole, sentences=sentences, summary=sentences[: len(summary)])


def told(*analyses, keywords=()):
    """Return what is heard of a topic of these, each of an origin of its own."""
    groups = tuple(Origin(None, False, (each.article.id,), ()) for each in analyses)
    return heard_of(analyses, Origins(1, len(analyses), groups, ()), [Keyword(word, 1.0) for word in keywords])


def heard(*articles):
    """Return the summary of articles whose sentences are all in their own summaries."""
    found = told(*(made(number, said) for number, said in enumerate(articles)))
    return [(cited.article, cited.text) for cited in found.summary]


def test_a_sentence_that_leans_is_not_parted_from_the_one_before():
    one = ["Bupati menulis surat.", "Isinya permintaan maaf. <"]
    assert heard(one) == [("a0", "Bupati menulis surat."), ("a0", "Isinya permintaan maaf.")]
    assert heard(["Warga menanam padi.", "Hasilnya melimpah sekali. <"], one) == [
        ("a0", "Warga menanam padi."),
        ("a1", "Bupati menulis surat."),
        ("a1", "Isinya permintaan maaf."),
    ]


def test_an_article_that_begins_with_a_sentence_that_leans_is_heard_with_a_later_one():
    assert heard(["Hasilnya melimpah. <", "Warga menanam padi."]) == [("a0", "Warga menanam padi.")]


def test_a_topic_whose_every_sentence_leans_has_a_summary_all_the_same():
    assert heard(["Hasilnya melimpah. <", "Isinya padi. <"]) == [("a0", "Hasilnya melimpah.")]


def test_a_quotation_left_open_is_taken_only_where_there_is_nothing_else():
    opened = '"Tidak benar gerbang terlambat dibuka.'
    assert heard([opened, "Warga menanam padi."]) == [("a0", "Warga menanam padi.")]
    assert heard([opened]) == [("a0", opened)]
    closed = '"Tidak benar gerbang terlambat dibuka," kata Salim.'
    assert heard([closed]) == [("a0", closed)]


FIRST = "Bupati Ratna meresmikan jembatan gantung baru di Lembah Asri."
AGAIN = "Jembatan gantung baru di Lembah Asri diresmikan Bupati Ratna."
VAGUE = "Tukang las itu memasang pagar besi pada kedua sisi jembatan gantung tersebut minggu lalu."
NO_NAME = "Musim lalu mereka menyeberangi sungai dengan rakit bambu sebelum jembatan gantung berdiri."
SHORT = "Jembatan gantung itu kuat."
BESIDE = "Cuaca di pesisir utara cerah sepanjang pekan dan ombak laut tenang sekali."
NEW = "Warga dua desa menunggu dua puluh tahun sebelum jembatan gantung berdiri di atas sungai."


def test_an_origin_whose_summary_repeats_is_heard_with_another_sentence_of_its_article():
    others = (VAGUE, NO_NAME, SHORT, BESIDE, NEW)
    found = told(made(0, [FIRST]), made(1, [AGAIN], others), keywords=["jembatan gantung", "Lembah Asri"])
    assert [cited.text for cited in found.summary] == [FIRST, NEW]
    assert found.silent == ()


def test_an_article_of_which_a_part_may_be_quoted_lends_no_sentence_beside_its_summary():
    words = ["jembatan gantung"]
    assert len(told(made(0, [FIRST]), made(1, [AGAIN], [NEW], "full"), keywords=words).summary) == 2
    assert len(told(made(0, [FIRST]), made(1, [AGAIN], [NEW], "excerpt"), keywords=words).summary) == 1


def test_an_origin_is_silent_only_where_all_it_says_is_said_already():
    words = ["jembatan gantung"]
    assert told(made(0, [FIRST]), made(1, [AGAIN]), keywords=words).silent == ("a1",)
    assert told(made(0, [FIRST]), made(1, [AGAIN], [f"{VAGUE} <"]), keywords=words).silent == ()
    assert told(made(0, [FIRST]), made(1, [AGAIN], [BESIDE]), keywords=words).silent == ()
    assert told(made(0, [FIRST]), made(1, [BESIDE]), keywords=words).silent == ()


def test_an_origin_that_gives_another_number_in_the_same_words_is_not_silent():
    one = "Longsor di Lembah Asri menimbun 12 rumah warga dan menutup jalan desa."
    same, other = (f"Longsor menimbun {n} rumah warga di Lembah Asri dan menutup jalan desa." for n in (12, 19))
    assert told(made(0, [one]), made(1, [same])).silent == ("a1",)
    assert told(made(0, [one]), made(1, [other])).silent == ()

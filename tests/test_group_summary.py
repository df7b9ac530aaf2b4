"""A topic's summary: a sentence that leans on another follows it or stays away."""

from dataclasses import replace

from analysed import article

from telaah.analyse import analyse
from telaah.group.summary import summary
from telaah.model import Origin, Origins, Sentence


def heard(*articles):
    """Return the summary of articles, each of an origin of its own, whose sentences are all in their own summaries."""
    made = []
    for number, said in enumerate(articles):
        sentences = tuple(Sentence(text.removesuffix(" <"), "p-1", text.endswith(" <")) for text in said)
        made.append(replace(analyse(article(f"a{number}", "Judul", "Isi.")), sentences=sentences, summary=sentences))
    groups = tuple(Origin(None, False, (each.article.id,), ()) for each in made)
    return [(cited.article, cited.text) for cited in summary(made, Origins(1, len(made), groups, ()))]


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

"""A phrase of a language's data is found wherever it may stand; what spares the search never hides one."""

import pytest

from telaah.clean.cues import ROLE, cues
from telaah.clean.cuts import trimmed
from telaah.clean.lines import ends_sentence
from telaah.clean.people import byline
from telaah.languages import carried


@pytest.mark.parametrize("code", sorted(carried()))
def test_every_phrase_of_a_language_is_found_with_a_capital_and_among_other_words(code):
    known = cues(code)
    for cue, phrases in carried()[code].cues.items():
        for phrase in phrases if not any("{" in each for each in phrases) else ():
            assert known.begins(cue, phrase), (cue, phrase)
            assert known.within(cue, f"Xy {phrase.capitalize()} 12"), (cue, phrase)


@pytest.mark.parametrize("code", sorted(carried()))
def test_every_template_of_a_language_is_found(code):
    known = cues(code)
    holes = {"name": "Lembaga", "outlet": "Anwa", "title": "Satu", "page": "2", "of": "3"}
    for cue, phrases in carried()[code].cues.items():
        for phrase in phrases if cue != "dateline" else ():
            if "{" in phrase:
                assert list(known.found(cue, phrase.format_map(holes))), (cue, phrase)


def test_a_text_without_the_first_word_of_a_phrase_hints_at_nothing():
    assert cues("id").hints("Baca juga: Sesuatu") >= {"read_also"}
    assert not cues("id").hints("Harga beras turun")
    assert ROLE in cues("en").hints("Reporting by Ada Moor")
    assert byline("Reporting by Ada Moor", cues("en")) == (("Ada Moor", "reporter"),)


@pytest.mark.parametrize(
    ("printed", "bare"),
    [
        ("site logo Warga berkumpul.", "Warga berkumpul."),
        ("Warga berkumpul. news icon image", "Warga berkumpul."),
        ("Warga berkumpul di bawah logo", "Warga berkumpul di bawah logo"),
    ],
)
def test_alternative_texts_are_cut_from_both_ends_and_from_no_sentence(printed, bare):
    assert trimmed(printed) == bare


@pytest.mark.parametrize("text", ["Selesai.", "“Selesai”", "Selesai. (AP/ABC)", "終わり。", "Selesai!*"])
def test_the_end_of_a_sentence_is_seen_behind_quotes_and_credits(text):
    assert ends_sentence(text)
    assert not ends_sentence(text + " dan")

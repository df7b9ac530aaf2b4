from hypothesis import given
from hypothesis import strategies as st

from telaah.clean.plain import paragraph_id, plain


def test_tags_go_and_their_words_stay():
    assert plain("Penulis: <a href='https://contoh.test/x'>Rini <b>Astuti</b></a>") == "Penulis: Rini Astuti"


def test_scripts_and_styles_go_with_all_they_hold():
    assert plain("Awal <script>alert(1)</script>akhir<style>p{}</style>") == "Awal akhir"


def test_blocks_part_words_and_inline_elements_do_not():
    assert plain("<h1>Desa</h1><p>Air<br>naik, <b>ke</b>mudian</p>") == "Desa Air naik, kemudian"


def test_scripts_that_are_not_closed_cost_no_time_and_hide_nothing():
    assert plain("<script>" * 200_000 + "Akhir") == "Akhir"
    assert plain("<script>a</script>" * 3 + "tetap <style>p") == "tetap p"


def test_angle_brackets_that_are_no_markup_stay():
    assert plain("jika a < b dan <nama> > c") == "jika a < b dan <nama> > c"


def test_entities_are_resolved_once():
    assert plain("R&amp;D &lt;b&gt; &nbsp; &quot;ya&quot;") == 'R&D <b> "ya"'


def test_every_kind_of_blank_becomes_one():
    assert plain("\u00a0satu\u2003 dua\t\u00a0tiga ") == "satu dua tiga"


def test_zero_width_spaces_and_soft_hyphens_go_and_joiners_stay():
    assert plain("ke\u00adrja\u200b sa\u200dma \u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645") == (
        "kerja sa\u200dma \u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    )


def test_letters_and_their_accents_are_composed():
    assert plain("Cafe\u0301") == "Café"


def test_quotes_and_dashes_stay_as_printed():
    assert plain("“Ya” – 'tidak' -- ...") == "“Ya” – 'tidak' -- ..."


def test_an_id_depends_on_the_words_alone():
    assert paragraph_id("Satu.") == paragraph_id("Satu.") != paragraph_id("Dua.")
    assert len(paragraph_id("Satu.")) == len("p-1a2b3c4d")


@given(st.text(max_size=200))
def test_text_without_markup_is_plain_after_one_pass(text):
    once = plain(text.replace("<", "").replace("&", ""))
    assert plain(once) == once

"""Sentences that pages print beside their stories are told from the stories, whether the outlet is known or not."""

from analysed import article

from telaah.analyse import analyse
from telaah.group.furniture import furniture
from telaah.group.headlines import headlines
from telaah.group.passages import shingles, tells

FRAME = "Pasang aplikasi kami di telepon genggam Anda supaya tidak tertinggal kabar terkini."
LEAD = "Kebakaran pasar Gede menghanguskan sembilan puluh kios pada Rabu malam."
FIRE = ("Kebakaran Pasar Gede Hanguskan 90 Kios", LEAD, "Petugas memadamkan api menjelang subuh.")
RICE = ("Panen Padi Organik Meningkat di Klaten", "Petani padi organik di Klaten memanen tujuh ton per hektare.")
BRIDGE = ("Jembatan Gantung Baru Diresmikan", "Jembatan gantung baru memangkas perjalanan siswa satu jam.")


def removed(*stories):
    analyses = [analyse(article(f"a{place}", title, *texts)) for place, (title, *texts) in enumerate(stories)]
    return furniture(analyses, headlines(analyses))


def test_what_three_pages_share_and_no_headline_speaks_of_is_furniture():
    assert removed((*FIRE, FRAME), (*RICE, FRAME), (*BRIDGE, FRAME)) == ({FRAME},) * 3


def test_what_two_pages_share_may_be_a_story():
    assert removed((*FIRE, FRAME), (*RICE, FRAME)) == (frozenset(),) * 2


def test_a_story_that_three_outlets_print_is_no_furniture():
    assert removed(FIRE, ("Pasar Gede Terbakar, Puluhan Kios Hangus", *FIRE[1:]), FIRE) == (frozenset(),) * 3


def test_a_teaser_is_furniture_on_other_pages_and_not_on_its_own():
    fire, rice, bridge = removed(FIRE, (*RICE, FIRE[0], LEAD), (*BRIDGE, FIRE[0], LEAD))
    assert not fire
    assert LEAD in rice
    assert FIRE[0] in rice
    assert LEAD in bridge


def test_a_page_without_a_headline_is_about_its_first_own_sentence():
    pages = ((*FIRE, FRAME), (*RICE, FRAME), (None, FRAME, *BRIDGE[1:]))
    assert removed(*pages) == ({FRAME},) * 3


def test_a_page_of_nothing_but_furniture_keeps_it():
    assert removed((*FIRE, FRAME), (*RICE, FRAME), (BRIDGE[0], FRAME))[2] == frozenset()


def test_one_page_is_enough_to_know_a_teaser_that_has_the_headline_over_it():
    fire, rice = removed(FIRE, (*RICE, FIRE[0], LEAD))
    assert not fire
    assert rice == {FIRE[0], LEAD}


def test_an_article_printed_again_under_its_headline_is_no_teaser():
    story = (*FIRE, "Pedagang menaksir kerugian dua miliar rupiah.", "Pemerintah kota menyiapkan kios sementara.")
    assert removed(story, (*RICE, *story))[1] == {FIRE[0]}


def test_a_counter_or_an_hour_in_a_frame_does_not_hide_it():
    frames = [f"Sudah {count} orang membaca kabar kami hari ini lewat telepon genggam." for count in (118, 207, 951)]
    stories = (FIRE, RICE, BRIDGE)
    assert removed(*((*story, frame) for story, frame in zip(stories, frames, strict=True))) == tuple(
        {frame} for frame in frames
    )


def test_what_two_pages_share_beside_a_known_frame_belongs_to_it():
    rare = "Kantor redaksi kami pindah ke Jalan Melati dan buka sampai petang."
    fire, rice, bridge = removed((*FIRE, FRAME, rare), (*RICE, FRAME, rare), (*BRIDGE, FRAME))
    assert fire == rice == {FRAME, rare}
    assert bridge == {FRAME}


def test_sentences_with_a_piece_of_the_page_between_them_are_no_passage():
    teaser, notice = (1, 2, 3, 4, 5, 6), (7, 8, 9, 10, 11, 12)
    shared = shingles((*teaser, *notice))
    stems = [f"kata{number}" for number in range(13)]
    assert tells([teaser, notice], shared, stems, [frozenset(("kata2", "kata3"))])
    assert not tells([teaser, (), notice], shared, stems, [frozenset(("kata2", "kata3"))])

import json
import os

import pytest

from telaah.ids import id_of
from telaah.problems import as_text
from telaah.read import read
from telaah.read.text_file import MAX_BYTES, MAX_TEXT_BYTES

ARTICLE = "---\ntitle: Panen raya\n---\n\nPetani di desa itu mulai memanen padi pada hari Senin.\n"


def write(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def codes(folder):
    return sorted(problem.code for problem in folder.problems)


def test_a_heap_of_files_is_itself_the_articles_folder(tmp_path):
    folder = read(write(tmp_path, {"a.txt": "Judul\n\nIsi.", "b.md": ARTICLE, "site.toml": 'name = "X"'}))
    assert [source.file for source in folder.sources] == ["a.txt", "b.md"]
    assert not folder.problems
    assert folder.skipped == 1


def test_articles_are_read_at_any_depth_and_sorted_by_file(tmp_path):
    folder = read(write(tmp_path, {"articles/z/a.md": ARTICLE, "articles/b.md": ARTICLE, "lain.txt": "bukan artikel"}))
    assert [source.file for source in folder.sources] == ["articles/b.md", "articles/z/a.md"]


def test_hidden_and_explaining_files_are_skipped_and_counted(tmp_path):
    files = {
        ".x.md": ARTICLE,
        "_y.md": ARTICLE,
        "README.md": "x",
        "LICENSE.txt": "x",
        "_z/a.md": ARTICLE,
        "a.md": ARTICLE,
    }
    folder = read(write(tmp_path, files))
    assert [source.file for source in folder.sources] == ["a.md"]
    assert folder.skipped == 5


def test_an_article_without_front_matter_says_that_its_title_is_missing(tmp_path):
    folder = read(write(tmp_path, {"a.md": "Hanya isi."}))
    assert codes(folder) == ["title-missing"]


def test_the_line_of_the_text_counts_the_front_matter(tmp_path):
    source = read(write(tmp_path, {"a.md": ARTICLE})).sources[0]
    assert source.text.split("\n")[source.body_line - 1 :][1].startswith("Petani")
    assert source.stated_at == {"title": 2}


def test_every_problem_of_every_file_is_said_at_once_with_its_place(tmp_path):
    bad = "---\ntitel: X\npublished: 31-11-2022\nbyline: Rini\nrights: penuh\nurl: contoh.test\n---\n\nIsi.\n"
    folder = read(write(tmp_path, {"bad.md": bad, "empty.txt": " \n", "nul.txt": b"a\0b", "gambar.png": b"x"}))
    assert codes(folder) == [
        "byline-form", "date-invalid", "file-empty", "file-kind", "file-not-text", "key-unknown", "title-missing",
        "url-invalid", "value-unknown",
    ]  # fmt: skip
    date = next(problem for problem in folder.problems if problem.code == "date-invalid")
    assert as_text(date) == (
        f"{tmp_path / 'bad.md'}:3:12: error: 'published' is \"31-11-2022\", which is not a date [date-invalid]\n"
        "    write it as 2022-11-30 or 2022-11-30T07:15+07:00"
    )
    assert "did you mean 'title'?" in next(
        problem.message for problem in folder.problems if problem.code == "key-unknown"
    )


def test_a_date_turned_round_is_suggested_where_it_exists(tmp_path):
    folder = read(write(tmp_path, {"a.md": ARTICLE.replace("---\n\n", "published: 6/9/2022\n---\n\n")}))
    assert folder.problems[0].hint == "write it as 2022-09-06 or 2022-09-06T07:15+07:00"


@pytest.mark.parametrize("written", ["2022", "2022-09", "2022-09-06", "2022-09-06T11:24", "2022-09-06 11:24+07:00"])
def test_a_date_keeps_the_precision_written(tmp_path, written):
    folder = read(write(tmp_path, {"a.md": ARTICLE.replace("---\n\n", f"published: {written}\n---\n\n")}))
    assert folder.sources[0].stated.published == written.replace(" ", "T")
    assert not folder.problems


def test_words_that_yaml_would_turn_into_other_things_stay_words(tmp_path):
    head = "---\ntitle: 2022-09-06\nplace: no\noutlet: 007\n---\n\nIsi.\n"
    stated = read(write(tmp_path, {"a.md": head})).sources[0].stated
    assert (stated.title, stated.place, stated.outlet) == ("2022-09-06", "no", "007")


@pytest.mark.parametrize(
    "head",
    ["title: 'tanpa akhir", "title: *x", "- satu", "? [a]\n: b", "title: a\ntitle: b", "x: " + "[" * 200 + "]" * 200],
)
def test_front_matter_that_cannot_be_read_is_a_problem_with_its_line(tmp_path, head):
    folder = read(write(tmp_path, {"a.md": f"---\n{head}\n---\n\nIsi.\n"}))
    assert codes(folder) == ["front-matter"]
    assert folder.problems[0].line is not None


def test_front_matter_that_is_not_closed_is_a_problem(tmp_path):
    assert codes(read(write(tmp_path, {"a.md": "---\ntitle: X\n\nIsi.\n"}))) == ["front-matter"]


def test_two_files_with_one_id_are_an_error_that_names_both(tmp_path):
    folder = read(write(tmp_path, {"a/Panen.md": ARTICLE, "b/panen.txt": "Judul\n\nIsi."}))
    problem = folder.problems[0]
    assert problem.code == "id-duplicate"
    assert "Panen.md" in problem.message
    assert problem.file is not None
    assert problem.file.endswith("panen.txt")


def test_drafts_are_left_out_and_named(tmp_path):
    folder = read(write(tmp_path, {"a.md": ARTICLE.replace("---\n\n", "draft: true\n---\n\n"), "b.md": ARTICLE}))
    assert [source.id for source in folder.sources] == ["b"]
    assert folder.drafts == ("a.md",)


def test_a_link_that_leaves_the_folder_is_refused(tmp_path):
    (tmp_path / "secret.txt").write_text("rahasia")
    content = write(tmp_path / "content", {"a.md": ARTICLE})
    (content / "b.txt").symlink_to(tmp_path / "secret.txt")
    (content / "c.md").symlink_to(content / "a.md")
    folder = read(content)
    assert codes(folder) == ["symlink-outside"]
    assert [source.id for source in folder.sources] == ["a", "c"]


def test_a_link_that_leads_in_circles_or_nowhere_is_a_problem_beside_all_others(tmp_path):
    content = write(tmp_path, {"a.md": ARTICLE, "b.txt": " "})
    (content / "putar.md").symlink_to(content / "putar.md")
    (content / "hilang.md").symlink_to(content / "tidak-ada.md")
    assert codes(read(content)) == ["file-empty", "symlink-broken", "symlink-broken"]


def test_folders_that_are_links_out_are_refused_too(tmp_path):
    outside = write(tmp_path / "luar", {"a.md": ARTICLE, "t.md": "---\ntitle: {id: T}\n---\n"})
    content = tmp_path / "content"
    content.mkdir()
    (content / "articles").symlink_to(outside)
    (content / "topics").symlink_to(outside)
    folder = read(content)
    assert set(codes(folder)) == {"symlink-outside"}
    assert not folder.sources
    assert not folder.topics


def test_what_is_no_regular_file_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipa.txt")
    assert codes(read(tmp_path)) == ["file-kind"]


def test_a_file_name_that_is_not_utf8_is_a_problem(tmp_path):
    (tmp_path / os.fsdecode(b"kabar-\xff.md")).write_text(ARTICLE)
    folder = read(tmp_path)
    assert codes(folder) == ["file-name"]
    assert folder.problems[0].message.encode()


@pytest.mark.parametrize("written", ['"a \\uD800 b"', '"a \\x07 b"', '"a \\0 b"'])
def test_characters_that_no_page_may_carry_are_refused_with_their_place(tmp_path, written):
    folder = read(write(tmp_path, {"a.md": f"---\ntitle: {written}\n---\n\nIsi.\n"}))
    assert codes(folder) == ["front-matter"]
    assert (folder.problems[0].line, folder.problems[0].column) == (2, 8)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://u:p@x.test/", 'https://x.test/a"><b>', "contoh.test", "https://"]
)
def test_an_address_that_is_no_plain_web_address_is_refused(tmp_path, url):
    folder = read(write(tmp_path, {"a.md": f"---\ntitle: X\nurl: {json.dumps(url)}\n---\n\nIsi.\n"}))
    assert codes(folder) == ["url-invalid"]


def test_topic_files_passed_over_by_name_are_counted(tmp_path):
    files = {"articles/a.md": ARTICLE, "topics/_x.md": "x", "topics/README.md": "x", "topics/.y.md": "x"}
    folder = read(write(tmp_path, files))
    assert not folder.problems
    assert folder.skipped == 3


def test_a_file_over_the_size_limit_is_refused(tmp_path):
    for name, most in (("a.txt", MAX_TEXT_BYTES), ("a.md", MAX_TEXT_BYTES), ("a.html", MAX_BYTES)):
        folder = write(tmp_path / name, {name: "x" * most})
        assert "file-too-large" not in codes(read(folder))
        assert codes(read(write(folder, {name: "x" * (most + 1)}))) == ["file-too-large"]


def test_a_topic_gives_titles_pins_and_an_introduction(tmp_path):
    topic = "---\ntitle: {id: Panen, en: Harvest}\narticles: [a]\n---\n\nTentang **panen**.\n"
    folder = read(write(tmp_path, {"articles/a.md": ARTICLE, "topics/panen.md": topic}))
    assert not folder.problems
    assert folder.topics[0].titles == {"en": "Harvest", "id": "Panen"}
    assert folder.topics[0].articles == ("a",)
    assert folder.topics[0].introduction == "Tentang **panen**."


def test_a_topic_without_a_title_is_a_problem(tmp_path):
    folder = read(write(tmp_path, {"articles/a.md": ARTICLE, "topics/Panen Raya.md": "Tentang panen."}))
    assert codes(folder) == ["id-invalid", "topic-title"]


def test_ids_are_lower_case_ascii_of_80_bytes_at_most():
    assert id_of("Kereta Cepat: Ünïcode & 北京") == "kereta-cepat-unicode-bei-jing"
    assert len(id_of("kata " * 60)) <= 80
    assert len(id_of("!!!")) == 8

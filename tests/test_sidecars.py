"""NAME.toml beside a page states what the desk knows better, and explain --write drafts one."""

import tomllib

import pytest
from test_cli import run

from telaah.clean import clean
from telaah.problems import as_text
from telaah.read import read, read_files
from telaah.read.statements import ELSEWHERE, KEYS
from telaah.settings import Options, settings

PAGE = "Panen raya di lembah\n\nPetani di lembah itu mulai memanen padi pada hari Senin pagi bersama para tetangga.\n"
SAVED = (
    "<html><head><title>Panen raya di lembah</title>"
    '<meta name="author" content="Sri Rahayu"><meta property="article:published_time" content="2022-09-06">'
    f"</head><body><h1>Panen raya di lembah</h1><p>{PAGE.splitlines()[2]}</p></body></html>"
)


def write(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def article_of(folder, name):
    outlets = settings(Options(folder, folder / "site", folder)).outlets
    return clean(read_files(folder, [folder / name]).sources[0], outlets, name)


@pytest.mark.parametrize(("name", "text"), [("panen.txt", PAGE), ("panen.html", SAVED), ("panen.htm", SAVED)])
def test_what_a_sidecar_states_wins_and_is_the_desks(tmp_path, name, text):
    said = (
        'title = "Panen"\noutlet = "Kompas"\npublished = 2022-09-07T08:00:00+07:00\n'
        'byline = [{ name = "Budi", role = "editor" }]\nurl = "https://kabarsawah.test/panen"\n'
    )
    article = article_of(write(tmp_path, {name: text, "panen.toml": said}), name)
    assert (article.title, article.outlet.name, article.url.value) == (
        "Panen", "Kompas.com", "https://kabarsawah.test/panen",
    )  # fmt: skip
    assert article.published.value == "2022-09-07T08:00:00+07:00"
    assert [(by.name, by.role, by.evidence.basis) for by in article.bylines] == [("Budi", "editor", "desk")]
    assert article.outlet.evidence.basis == article.url.evidence.basis == "desk"


def test_a_line_of_a_sidecar_is_no_line_of_the_page(tmp_path):
    article = article_of(write(tmp_path, {"a.txt": PAGE, "a.toml": '\n\noutlet = "Kompas"\n'}), "a.txt")
    assert article.outlet.evidence.line is None


def test_a_sidecar_is_no_article_and_leaves_the_others_alone(tmp_path):
    folder = read(write(tmp_path, {"a.txt": PAGE, "b.txt": PAGE, "a.toml": 'place = "Jakarta"\n'}))
    assert not folder.problems
    assert [(source.file, source.stated.place) for source in folder.sources] == [("a.txt", "Jakarta"), ("b.txt", None)]


def test_a_sidecar_without_its_page_is_a_problem(tmp_path):
    folder = read(write(tmp_path, {"a.txt": PAGE, "c.toml": 'place = "Jakarta"\n'}))
    assert [problem.code for problem in folder.problems] == ["sidecar-alone"]
    assert "c.txt or c.html" in folder.problems[0].hint


def test_a_markdown_file_states_such_things_itself(tmp_path):
    folder = read(write(tmp_path, {"a.md": "---\ntitle: X\n---\n\nIsi.\n", "a.toml": 'place = "Jakarta"\n'}))
    assert [problem.code for problem in folder.problems] == ["sidecar-alone"]
    assert folder.sources[0].stated.place is None


def test_settings_at_the_top_of_a_heap_are_no_sidecars(tmp_path):
    folder = read(write(tmp_path, {"a.txt": PAGE, "outlets.toml": "", "site.toml": ""}))
    assert not folder.problems
    assert folder.skipped == 2


def test_a_draft_stays_out_of_the_briefing(tmp_path):
    folder = read(write(tmp_path, {"a.txt": PAGE, "a.toml": "draft = true\n"}))
    assert (folder.sources, folder.drafts) == ((), ("a.txt",))


def test_problems_of_a_sidecar_name_its_line_and_what_to_write(tmp_path):
    said = 'tittle = "X"\n\npublished = "31-11-2022"\nbyline = [{ nama = "Budi", role = "bos" }]\n'
    folder = read(write(tmp_path, {"a.txt": PAGE, "a.toml": said}))
    told = [as_text(problem).removeprefix(f"{tmp_path}/") for problem in folder.problems]
    assert [line.split("\n")[0] for line in sorted(told)] == [
        "a.toml:1:10: error: 'tittle' is not a key here, did you mean 'title'? [key-unknown]",
        "a.toml:3:13: error: 'published' is \"31-11-2022\", which is not a date [date-invalid]",
        "a.toml:4:10: error: a byline has no name [byline-form]",
        "a.toml:4:20: error: 'nama' is not a key here, did you mean 'name'? [key-unknown]",
        "a.toml:4:35: error: 'role' is \"bos\", which it cannot be [value-unknown]",
    ]


def test_the_keys_of_other_generators_are_known_by_what_they_mean(tmp_path):
    said = 'date = "2022-11-30"\nAuthor = "Budi"\ntags = ["panen"]\n'
    folder = read(write(tmp_path, {"a.txt": PAGE, "a.toml": said}))
    assert sorted(problem.message for problem in folder.problems) == [
        "'Author' is not a key here, did you mean 'byline'?",
        "'date' is not a key here, did you mean 'published'?",
        "'tags' is not a key here, did you mean 'topics'?",
    ]


def test_what_other_generators_call_our_keys_is_none_of_them():
    assert set(ELSEWHERE.values()) <= set(KEYS)
    assert set(ELSEWHERE).isdisjoint(KEYS)


def test_a_sidecar_that_is_no_toml_is_a_problem_with_its_place(tmp_path):
    folder = read(write(tmp_path, {"a.txt": PAGE, "a.toml": "title: Panen\n"}))
    assert [(problem.code, problem.line, problem.column) for problem in folder.problems] == [("toml-syntax", 1, 6)]


@pytest.mark.parametrize("name", ["panen.txt", "panen.html"])
def test_a_draft_says_what_was_found_and_leaves_blanks_for_the_rest(tmp_path, name):
    write(tmp_path, {name: PAGE if name.endswith("txt") else SAVED})
    done = run("explain", "--write", tmp_path / name)
    written = (tmp_path / "panen.toml").read_text("utf-8")
    assert done.returncode == 0
    assert f"wrote {tmp_path / 'panen.toml'}" in done.stderr
    read_part, blanks = written.split("# Not found.")
    found = tomllib.loads("\n".join(line[2:] for line in read_part.splitlines() if " = " in line))
    assert found["title"] == "Panen raya di lembah"
    assert ("byline" in found, "published" in found) == (name.endswith("html"),) * 2
    assert '# outlet = "who published it"' in blanks
    assert not read(tmp_path).problems


@pytest.mark.parametrize("name", ["panen.txt", "panen.html"])
def test_a_draft_states_nothing_in_the_desks_name(tmp_path, name):
    write(tmp_path, {name: PAGE if name.endswith("txt") else SAVED})
    before = article_of(tmp_path, name)
    run("explain", "--write", tmp_path / name)
    drafted = article_of(tmp_path, name)
    assert (drafted.title, drafted.bylines, drafted.published) == (before.title, before.bylines, before.published)
    (tmp_path / "panen.toml").write_text('published = "2022-09-06"\n', "utf-8")
    assert article_of(tmp_path, name).published.evidence.basis == "desk"  # what is in force is the desk's


def test_every_blank_of_a_draft_is_valid_once_it_is_no_comment(tmp_path):
    write(tmp_path, {"a.txt": "x\n"})
    run("explain", "--write", tmp_path / "a.txt")
    lines = (tmp_path / "a.toml").read_text("utf-8").splitlines()
    (tmp_path / "a.toml").write_text("\n".join(line.removeprefix("# ") if " = " in line else line for line in lines))
    assert {problem.code for problem in read(tmp_path).problems} <= {"url-invalid"}


def test_a_sidecar_that_is_there_is_never_written_over(tmp_path):
    write(tmp_path, {"a.txt": PAGE, "a.toml": 'place = "Jakarta"\n'})
    done = run("explain", "--write", tmp_path / "a.txt")
    assert done.returncode == 1
    assert "[sidecar-exists]" in done.stderr
    assert (tmp_path / "a.toml").read_text("utf-8") == 'place = "Jakarta"\n'


@pytest.mark.parametrize("name", ["a.md", "."])
def test_nothing_is_drafted_beside_markdown_or_for_a_folder(tmp_path, name):
    write(tmp_path, {"a.md": "---\ntitle: X\n---\n\nPetani di lembah itu mulai memanen padi.\n"})
    done = run("explain", "--write", tmp_path / name)
    assert done.returncode == 1
    assert not (tmp_path / "a.toml").exists()


def test_explain_without_write_writes_nothing(tmp_path):
    write(tmp_path, {"a.txt": PAGE})
    run("explain", tmp_path / "a.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]

"""The command line keeps its promises: exit codes, what goes where, one closing line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT

from telaah.publish import lock

ARTICLE = "---\ntitle: Panen raya di lembah\n---\n\nPetani di lembah itu mulai memanen padi pada hari Senin pagi.\n"


def run(*arguments: object, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "build.py"), *map(str, arguments)]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, cwd=cwd, env=surroundings, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def content(tmp_path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "panen.md").write_text(ARTICLE)
    return folder


def test_a_build_says_nothing_on_standard_output_and_counts_at_the_end(content, tmp_path):
    done = run("--content", content, "--site", tmp_path / "site", "--no-search")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines()[-1].startswith("1 article in 1 topic, 0 drafts left out, ")
    assert (tmp_path / "site" / "index.html").is_file()


def test_quiet_drops_the_count_and_keeps_the_warnings(content, tmp_path):
    done = run("build", "--content", content, "--site", tmp_path / "site", "--no-search", "--quiet")
    assert "1 article in" not in done.stderr
    assert "[outlet-missing]" in done.stderr


def test_what_was_left_out_is_named(content):
    (content / "nanti.md").write_text(ARTICLE.replace("---\n\n", "draft: true\n---\n\n"))
    (content / "_catatan.md").write_text(ARTICLE)
    closing = run("check", "--content", content, "--no-search").stderr.splitlines()[-1]
    assert "1 draft left out nanti.md" in closing
    assert "1 file skipped by name" in closing


def test_warnings_are_errors_only_under_strict(content, tmp_path):
    assert run("check", "--content", content, "--no-search").returncode == 0
    strict = run("--content", content, "--site", tmp_path / "site", "--no-search", "--strict")
    assert strict.returncode == 1
    assert not (tmp_path / "site").exists()


def test_problems_in_the_content_leave_the_old_site_byte_for_byte(content, tmp_path):
    site = tmp_path / "site"
    assert run("--content", content, "--site", site, "--no-search").returncode == 0
    before = snapshot(site)
    (content / "rusak.md").write_text("---\ntitel: X\npublished: kemarin\n---\n\nIsi.\n")
    (content / "kosong.txt").write_text("\n")
    failed = run("--content", content, "--site", site, "--no-search")
    assert failed.returncode == 1
    assert {"[key-unknown]", "[date-invalid]", "[title-missing]", "[file-empty]"} <= set(failed.stderr.split())
    assert snapshot(site) == before


def test_an_unknown_topic_is_a_problem(content):
    (content / "panen.md").write_text(ARTICLE.replace("---\n\n", "topics: [tidak-ada]\n---\n\n"))
    done = run("check", "--content", content, "--no-search")
    assert done.returncode == 1
    assert "[topic-unknown]" in done.stderr


def test_problems_can_be_read_by_machines(content):
    done = run("check", "--content", content, "--no-search", "--format", "json", "--quiet")
    problems = [json.loads(line) for line in done.stderr.splitlines()]
    assert {problem["code"] for problem in problems} >= {"outlet-missing", "published-missing", "url-missing"}
    assert all(
        {"severity", "code", "message", "hint", "file", "line", "column"} == set(problem) for problem in problems
    )


@pytest.mark.parametrize("arguments", [["--nonsense"], ["explain"], ["unbuild"], ["--content", "nowhere"]])
def test_wrong_usage_is_exit_2(arguments, tmp_path):
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_folder_without_articles_is_a_problem(tmp_path):
    (tmp_path / "content").mkdir()
    done = run("--site", tmp_path / "site", cwd=tmp_path)
    assert done.returncode == 1
    assert "[content-empty]" in done.stderr


def test_a_missing_library_is_one_problem_that_says_what_to_run(content, tmp_path):
    done = run("--content", content, "--site", tmp_path / "site", **without(tmp_path, "jinja2"))
    assert done.returncode == 2
    problem, hint = done.stderr.splitlines()
    assert problem.endswith("'jinja2' is not installed for this Python [dependency-missing]")
    assert "make site" in hint


def test_a_missing_indexer_is_exit_4_and_the_old_site_stays(content, tmp_path):
    site = tmp_path / "site"
    assert run("--content", content, "--site", site).returncode == 0
    before = snapshot(site)
    (content / "lagi.md").write_text(ARTICLE)
    failed = run("--content", content, "--site", site, **without(tmp_path, "pagefind_bin"))
    assert failed.returncode == 4
    assert failed.stderr.splitlines()[-1].endswith("[search-failed]")
    assert snapshot(site) == before


def test_another_build_is_exit_75(content, tmp_path):
    with lock(tmp_path / "site"):
        done = run("--content", content, "--site", tmp_path / "site")
    assert done.returncode == 75
    assert done.stderr.startswith("error: another build is writing")


def test_machines_can_read_why_nothing_was_built(content, tmp_path):
    with lock(tmp_path / "site"):
        done = run("--content", content, "--site", tmp_path / "site", "--format", "json")
    assert json.loads(done.stderr)["code"] == "busy"


def test_switches_may_stand_before_the_command(content):
    done = run("--quiet", "--no-search", "check", "--content", content)
    assert done.returncode == 0
    assert "1 article in" not in done.stderr


def test_a_folder_that_is_not_ours_is_exit_5(content, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "penting.txt").write_text("jangan dihapus")
    done = run("--content", content, "--site", tmp_path / "site", "--no-search")
    assert done.returncode == 5
    assert "penting.txt" in done.stderr
    assert list((tmp_path / "site").iterdir()) == [tmp_path / "site" / "penting.txt"]


def test_a_bug_of_ours_is_exit_70_and_says_so(content, tmp_path):
    done = run("check", "--content", content, **at_start(tmp_path, "raise RuntimeError('bukan salah isi')"))
    assert done.returncode == 70
    assert "this is a bug of ours" in done.stderr
    assert "RuntimeError" in done.stderr


def test_an_interrupted_build_is_exit_130_and_leaves_no_traceback(content, tmp_path):
    done = run("--content", content, "--site", tmp_path / "site", **at_start(tmp_path, "raise KeyboardInterrupt"))
    assert done.returncode == 130
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()


def test_a_reader_that_has_seen_enough_is_no_error(content):
    command = f"'{sys.executable}' '{ROOT / 'build.py'}' explain --format jsonl '{content}' '{content}' | true"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr.count(b"Traceback"), done.stderr.count(b"Broken")) == (0, 0, 0)


def test_explain_prints_every_line_with_its_class_and_its_rule(content):
    (content / "mentah.txt").write_text(
        "Jembatan Baru Dibuka\n\nEditor: Rini\n\nJembatan baru itu dibuka untuk umum pada hari Senin pagi.\n\n"
        "Baca juga: Sesuatu\n"
    )
    done = run("explain", content / "mentah.txt")
    assert done.returncode == 0
    assert "headline" in done.stdout
    assert "read-also-phrase" in done.stdout
    assert "\x1b[" not in done.stdout


def test_explain_gives_one_object_a_line_with_the_contracts_keys_in_order(content):
    done = run("explain", "--format", "jsonl", content)
    article = json.loads(done.stdout)
    assert list(article) == [
        "file", "id", "sha256", "kind", "title", "language", "outlet", "bylines", "published", "place", "upstream",
        "captions", "pages", "starts_mid_story", "paragraphs", "removed", "lines", "names", "keywords", "summary",
        "topics", "related", "problems",
    ]  # fmt: skip


def test_explain_prints_what_it_could_read_and_then_exits_1(content):
    (content / "kosong.txt").write_text("\n")
    done = run("explain", "--format", "jsonl", content)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert "[file-empty]" in done.stderr


def test_help_offers_every_command():
    done = run("--help")
    assert done.returncode == 0
    for command in ("build", "check", "explain", "serve", "init", "new", "add", "verify"):
        assert f"\n    {command} " in done.stdout


def without(tmp_path: Path, library: str) -> dict[str, str]:
    """The environment of an interpreter in which a library is not installed."""
    refusal = (
        "import sys\nclass No:\n    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {library!r}:\n            raise ModuleNotFoundError('not installed', name=name)\n"
        "sys.meta_path.insert(0, No())\n"
    )
    return _started_with(tmp_path, refusal)


def at_start(tmp_path: Path, statement: str) -> dict[str, str]:
    """The environment of an interpreter in which reading the content folder runs a statement instead."""
    return _started_with(
        tmp_path, f"import telaah.read\ndef read(content, **_):\n    {statement}\ntelaah.read.read = read\n"
    )


def _started_with(tmp_path: Path, code: str) -> dict[str, str]:
    folder = tmp_path / "at-start"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(code)
    return {"PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_site_never_lies_inside_the_content_folder(content):
    done = run("--content", content, "--site", content / "site", "--no-search")
    assert done.returncode == 2
    assert "[site-in-content]" in done.stderr
    assert [path.name for path in content.iterdir()] == ["panen.md"]


def test_explain_of_what_is_no_article_is_a_problem_and_no_bug(content):
    (content / "surat.pdf").write_bytes(b"%PDF")
    (content / "luar.md").symlink_to(ROOT / "README.md")
    for name in ("surat.pdf", "luar.md"):
        done = run("explain", content / name)
        assert done.returncode == 1, done.stderr
        assert "error: " in done.stderr


def test_explain_of_a_part_of_a_briefing_reads_it_with_the_whole_briefings_outlets(tmp_path):
    content = tmp_path / "content"
    (content / "articles").mkdir(parents=True)
    (content / "outlets.toml").write_text('[kx]\nname = "Koran Xyz"\naliases = ["KX"]\n')
    (content / "articles" / "a.md").write_text(ARTICLE.replace("---\n\n", "outlet: KX\n---\n\n"))
    for part in (content, content / "articles", content / "articles" / "a.md"):
        article = json.loads(run("explain", "--format", "jsonl", "--content", content, part).stdout)
        assert (article["file"], article["outlet"]["name"]) == ("articles/a.md", "Koran Xyz")


def test_a_locale_of_few_letters_stops_no_command(content):
    (content / "panen.md").write_text(ARTICLE.replace("raya", "raya – “qamah” قمة"), "utf-8")
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert run("check", "--content", content, "--no-search", **plain).returncode == 0
    for form in ("text", "jsonl"):
        done = run("explain", "--format", form, content / "panen.md", **plain)
        assert (done.returncode, "“qamah” قمة" in done.stdout) == (0, True), done.stderr

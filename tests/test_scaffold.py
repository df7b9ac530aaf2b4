"""A new briefing folder builds as it is, and nothing that exists is overwritten."""

import tomllib

import pytest
import yaml
from places import ROOT
from test_cli import run, snapshot

from telaah.names import NAME_KEYS
from telaah.outlets import OUTLET_KEYS
from telaah.read.statements import KEYS as ARTICLE_KEYS
from telaah.scaffold import Refused, init, new_article, new_topic
from telaah.scaffold.site_toml import ACTIVE, annotated, reference
from telaah.settings import SITE_KEYS, Options, settings
from telaah.site_keys import KEYS


@pytest.fixture
def briefing(tmp_path):
    init(tmp_path / "briefing")
    return tmp_path / "briefing"


def test_a_new_briefing_builds_without_an_error_and_has_one_article_of_each_kind(briefing):
    done = run("build", "--no-search", "--strict", "--base-url", "https://contoh.test/", cwd=briefing)
    assert done.returncode == 0, done.stderr
    assert len(done.stderr.splitlines()) == 1  # not a warning either
    assert "3 articles in 1 topic, 0 drafts left out, " in done.stderr
    names = {path.suffix for path in (briefing / "content" / "articles").iterdir()}
    assert {".md", ".txt"} <= names
    kinds = [path.read_text("utf-8").count("kind: digest") for path in (briefing / "content").rglob("*.md")]
    assert kinds.count(1) == 1


def test_the_raw_example_is_understood(briefing):
    done = run("explain", "content/articles/perahu-pasar-kembali.txt", cwd=briefing)
    for fact in ("Kabar Muara", "Wulan Sari, author", "Bagus Pratama, editor", "2024-05-06T07:30+07:00", "Baca juga"):
        assert fact in done.stdout


def test_init_says_what_it_wrote(tmp_path):
    done = run("init", tmp_path / "baru")
    assert done.returncode == 0
    written = {str(path) for path in (tmp_path / "baru").rglob("*") if path.is_file()}
    assert set(done.stdout.splitlines()) == written


def test_init_refuses_a_folder_that_holds_anything_and_takes_an_empty_one(tmp_path):
    (tmp_path / ".tersembunyi").write_text("milik orang")
    done = run("init", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "[folder-taken]" in done.stderr
    assert list(snapshot(tmp_path)) == [".tersembunyi"]
    with pytest.raises(Refused):
        init(tmp_path / ".tersembunyi")
    (tmp_path / "kosong").mkdir()
    assert init(tmp_path / "kosong")


def test_the_annotated_settings_hold_every_key_and_are_in_step_with_the_reference():
    lines = annotated().splitlines()
    written = [line.removeprefix("# ").split(" = ")[0] for line in lines if " = " in line]
    assert written == [key.name for key in KEYS] == list(SITE_KEYS)
    assert (ROOT / "docs" / "reference" / "site-toml.md").read_text("utf-8") == reference()


def test_every_key_of_the_annotated_settings_is_right_as_it_is_written(tmp_path):
    lines = [line.removeprefix("# ") for line in annotated().splitlines() if " = " in line]
    (tmp_path / "site.toml").write_text("\n".join(lines), "utf-8")
    found = settings(Options(tmp_path, tmp_path / "site", tmp_path / "templates"))
    assert (found.base_url, found.time_zone) == ("https://example.org/briefing/", "Asia/Jakarta")
    assert set(tomllib.loads(annotated())) == set(ACTIVE)


def test_what_is_left_out_is_what_the_reference_says(tmp_path):
    found = settings(Options(tmp_path, tmp_path / "site", tmp_path / "templates"))
    written = {key.name: tomllib.loads(f"x = {key.default}")["x"] for key in KEYS if key.name in ("name", "languages")}
    assert (found.name, list(found.languages)) == (written["name"], written["languages"])
    assert next(key for key in KEYS if key.name == "default_rights").default.startswith(f'"{found.default_rights}"')


def test_the_example_outlets_explain_every_key(briefing):
    text = (briefing / "content" / "outlets.toml").read_text("utf-8")
    explained = {line[1:].split()[0] for line in text.splitlines() if line.startswith("#   ")}
    assert explained == set(OUTLET_KEYS)


def test_the_example_names_explain_every_key(briefing):
    text = (briefing / "content" / "names.toml").read_text("utf-8")
    explained = {line[1:].split()[0] for line in text.splitlines() if line.startswith("#   ")}
    assert explained == set(NAME_KEYS)


def test_a_new_article_names_every_key_and_is_a_draft_until_it_is_filled_in(briefing):
    path = new_article('Harga "beras" turun: dua pasar', briefing / "content")
    assert path.name == "harga-beras-turun-dua-pasar.md"
    text = path.read_text("utf-8")
    named = {line.removeprefix("# ").split(":")[0] for line in text.splitlines() if ":" in line}
    assert set(ARTICLE_KEYS) <= named
    done = run("check", "--no-search", cwd=briefing)
    assert done.returncode == 0, done.stderr
    assert "1 draft left out articles/harga-beras-turun-dua-pasar.md" in done.stderr
    path.write_text(text.replace("draft: true\n", "") + "Harga beras di dua pasar turun pada hari Senin.\n", "utf-8")
    assert "4 articles" in run("check", "--no-search", cwd=briefing).stderr


def test_every_commented_line_of_a_new_article_may_be_taken_into_force(briefing):
    path = new_article("Kabar", briefing / "content")
    keys = tuple(f"# {key}:" for key in ARTICLE_KEYS)
    lines = [line.removeprefix("# ") if line.startswith(keys) else line for line in path.read_text("utf-8").split("\n")]
    path.write_text("\n".join(lines).replace("topics: [nama-topik]", "topics: [pasar-terapung]") + "Isi berita itu.\n")
    done = run("check", "--no-search", cwd=briefing)
    assert done.returncode == 0, done.stderr


def test_a_new_topic_is_a_file_to_fill_in(briefing):
    path = new_topic("Banjir: musim hujan", briefing / "content")
    assert (path.parent.name, path.name) == ("topics", "banjir-musim-hujan.md")
    text = path.read_text("utf-8").replace("articles: []", "articles: [floating-market-returns]")
    path.write_text(text, "utf-8")
    done = run("check", "--no-search", cwd=briefing)
    assert done.returncode == 0, done.stderr
    assert "3 articles in 2 topics" in done.stderr


def test_new_never_overwrites(briefing):
    first = run("new", "topic", "Pasar terapung", cwd=briefing)
    assert (first.returncode, first.stdout) == (2, "")
    assert "[file-taken]" in first.stderr
    assert "rekaan" in (briefing / "content" / "topics" / "pasar-terapung.md").read_text("utf-8")


def test_init_sees_through_a_way_that_leads_back_into_a_briefing(briefing):
    before = snapshot(briefing)
    done = run("init", "baru/..", cwd=briefing)
    assert done.returncode == 2
    assert "[folder-taken]" in done.stderr
    assert snapshot(briefing) == before


def test_a_place_where_nothing_can_be_written_is_told(briefing):
    for words in (("init", "/proc/baru"), ("init", "README.md/baru"), ("new", "topic", "x", "--content", "README.md")):
        done = run(*words, cwd=briefing)
        assert (done.returncode, "[file-unwritable]" in done.stderr) == (2, True), done.stderr


def test_new_makes_no_second_article_of_one_id(briefing):
    (briefing / "content" / "articles" / "2024").mkdir()
    (briefing / "content" / "articles" / "2024" / "Harga Beras.txt").write_text("x\n", "utf-8")
    done = run("new", "article", "Harga beras", cwd=briefing)
    assert done.returncode == 2
    assert "2024/Harga Beras.txt: error: 'Harga Beras.txt' has the id 'harga-beras' already [file-taken]" in done.stderr
    assert run("new", "article", "Harga beras 2", cwd=briefing).returncode == 0


@pytest.mark.parametrize("name", ["", "  ", "...", "//"])
def test_new_wants_a_name(briefing, name):
    before = snapshot(briefing)
    done = run("new", "article", name, cwd=briefing)
    assert done.returncode == 2
    assert "[name-empty]" in done.stderr
    assert snapshot(briefing) == before


def test_the_recipe_for_github_pages_is_a_workflow_whose_commands_work(briefing):
    workflow = yaml.safe_load((briefing / ".github" / "workflows" / "publish.yml").read_text("utf-8"))
    steps = workflow["jobs"]["publish"]["steps"]
    assert all(("uses" in step) != ("run" in step) for step in steps)
    commands = [step["run"] for step in steps if step.get("run", "").startswith("telaah ")]
    assert commands == ['telaah build --format github --base-url "$BASE_URL"', "telaah verify site"]
    for command in commands:
        words = command.replace('"$BASE_URL"', "https://desa.example/taklimat/").split()[1:]
        done = run(*words, cwd=briefing)
        assert done.returncode == 0, done.stderr
    assert 'href="/taklimat/' in (briefing / "site" / "404.html").read_text("utf-8")

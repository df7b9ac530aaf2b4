from pathlib import Path

import pytest
from places import ROOT

from telaah.problems import as_text
from telaah.settings import Options, SettingsError, settings

EVERY_PROBLEM = """\
content/site.toml:1: error: 'nama' is not a key of site.toml, did you mean 'name'? [key-unknown]
    known keys: about, base_url, contact, default_rights, edition, languages, lead, name, schema, \
summary_words, time_zone
content/site.toml:2: error: 'languages' should be a list of texts, ["..."] [value-type]
    write languages = ...
content/site.toml:6: error: 'default_rights' is "semua" [rights-invalid]
    write one of full, excerpt, link
content/site.toml:3: error: 'base_url' is "contoh", which is not a web address [url-invalid]
    write it as https://example.org/briefing/
content/site.toml:4: error: 'time_zone' is "Asia/Jakata", which is not a time zone, \
did you mean 'Asia/Jakarta'? [time-zone-invalid]
    write it as Asia/Jakarta
content/site.toml:5: error: 'edition' is "kemarin", which is not a date [date-invalid]
    write it as 2022-11-30
content/outlets.toml:2: error: 'names' is not a key of outlets.toml, did you mean 'name'? [key-unknown]
    known keys: aliases, country, domains, group, kind, language, name, owner, rights, time_zone
content/outlets.toml:3: error: 'rights' is "none", which it cannot be [rights-invalid]
    write one of full, excerpt, link"""


def options(content: Path, **more) -> Options:
    return Options(content, Path("site"), Path("templates"), **more)


def problems(content: Path) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        settings(options(content))
    return [as_text(problem).replace(str(content), "content") for problem in caught.value.problems]


def test_a_folder_without_settings_has_the_defaults(tmp_path):
    found = settings(options(tmp_path))
    assert (found.name, found.languages, found.base_url, found.default_rights) == ("Telaah", ("id",), None, "full")
    assert not found.rights_stated
    assert found.outlets.canonical("Apnews") == "The Associated Press"


def test_a_desks_outlet_is_added_and_overrides_a_shipped_one_by_its_id(tmp_path):
    (tmp_path / "outlets.toml").write_text(
        '[rmol]\nname = "RMOL Baru"\n[kabar-kita]\nname = "Kabar Kita"\ndomains = ["kabar.test"]\n'
    )
    found = settings(options(tmp_path)).outlets
    assert found.canonical("kabar.test") == "Kabar Kita"
    assert found.canonical("RMOL baru") == "RMOL Baru"
    assert found.find("rmol.id") is None


def test_the_command_lines_address_wins_and_ends_in_a_slash(tmp_path):
    (tmp_path / "site.toml").write_text('base_url = "https://satu.test/x"\n')
    assert settings(options(tmp_path)).base_url == "https://satu.test/x/"
    assert settings(options(tmp_path, base_url="https://dua.test")).base_url == "https://dua.test/"


def test_a_date_may_be_written_with_or_without_quotation_marks(tmp_path):
    for written in ("2024-05-31", '"2024-05-31"'):
        (tmp_path / "site.toml").write_text(f"edition = {written}\n")
        assert settings(options(tmp_path)).edition == "2024-05-31"


def test_every_problem_of_both_files_is_said_at_once_with_its_line(tmp_path):
    (tmp_path / "site.toml").write_text(
        'nama = "X"\nlanguages = "id"\nbase_url = "contoh"\ntime_zone = "Asia/Jakata"\nedition = "kemarin"\n'
        'default_rights = "semua"\n'
    )
    (tmp_path / "outlets.toml").write_text('[x]\nnames = "X"\nrights = "none"\n')
    assert "\n".join(problems(tmp_path)) == EVERY_PROBLEM


def test_two_outlets_cannot_claim_one_name_and_zones_and_ids_are_checked(tmp_path):
    (tmp_path / "outlets.toml").write_text(
        '[satu]\nname = "Kabar"\n[dua]\naliases = ["KABAR"]\n["../tiga"]\n[empat]\ntime_zone = "Mars/Base"\n'
    )
    found = "\n".join(problems(tmp_path))
    assert (
        "content/outlets.toml:3: error: 'KABAR' is a name of two outlets, 'satu' and 'dua' [outlet-duplicate]" in found
    )
    assert "[id-invalid]" in found
    assert "[time-zone-invalid]" in found


@pytest.mark.parametrize("languages", ["[]", '["xx"]', '["../x"]'])
def test_an_interface_language_that_the_templates_do_not_speak_is_a_problem(tmp_path, languages):
    (tmp_path / "site.toml").write_text(f"languages = {languages}\n")
    with pytest.raises(SettingsError) as caught:
        settings(Options(tmp_path, Path("site"), ROOT / "templates"))
    assert [(p.code, p.line) for p in caught.value.problems] == [("language-invalid", 1)]


def test_a_desks_own_catalogue_adds_a_language_and_takes_none_away(tmp_path):
    (tmp_path / "site.toml").write_text('languages = ["id", "xx"]\n')
    (tmp_path / "templates" / "locales" / "xx").mkdir(parents=True)
    assert settings(Options(tmp_path, Path("site"), tmp_path / "templates")).languages == ("id", "xx")


@pytest.mark.parametrize(
    "address", ["foo", "javascript:alert(1)", "https://ex.org/ä b", "ftp://x.test/", "https://x.test/%z"]
)
def test_the_command_lines_address_is_checked_like_any_other(tmp_path, address):
    with pytest.raises(SettingsError) as caught:
        settings(options(tmp_path, base_url=address))
    assert [problem.code for problem in caught.value.problems] == ["url-invalid"]


def test_a_line_that_is_no_toml_is_a_problem_with_its_place(tmp_path):
    (tmp_path / "site.toml").write_text("name = Telaah\n")
    assert problems(tmp_path)[0].startswith("content/site.toml:1:8: error: this line cannot be read")


def test_a_content_folder_that_is_not_there_is_a_problem(tmp_path):
    with pytest.raises(SettingsError) as caught:
        settings(options(tmp_path / "nowhere"))
    assert caught.value.problems[0].code == "content-missing"


def test_the_shipped_outlets_have_no_problem_and_no_name_twice():
    found = settings(options(Path(__file__).parent)).outlets
    words = [word.casefold() for outlet in found.all for word in (outlet.name, *outlet.aliases)]
    doubles = {word for word in words if words.count(word) > 1}
    assert doubles <= {outlet.name.casefold() for outlet in found.all}
    assert all(found.find(outlet.name) == outlet for outlet in found.all)


def test_a_key_of_another_name_is_read_with_a_warning(tmp_path):
    (tmp_path / "site.toml").write_text('schema = 1\ntitle = "Kabar Sungai"\ntimezone = "Asia/Jakarta"\n')
    found = settings(options(tmp_path))
    assert (found.name, found.time_zone) == ("Kabar Sungai", "Asia/Jakarta")
    assert [(each.code, each.line, each.severity) for each in found.remarks] == [
        ("key-renamed", 2, "warning"), ("key-renamed", 3, "warning"),
    ]  # fmt: skip


def test_a_key_under_both_names_or_of_another_type_or_schema_is_an_error(tmp_path):
    (tmp_path / "site.toml").write_text('title = "A"\nname = "B"\ntimezone = 7\nschema = 2\n')
    assert [problem.split(" ")[0] + problem.split("\n")[0].rpartition(" ")[2] for problem in problems(tmp_path)] == [
        "content/site.toml:1:[key-renamed]",
        "content/site.toml:3:[key-renamed]",
        "content/site.toml:3:[value-type]",
        "content/site.toml:4:[schema-unknown]",
    ]

from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from render_builder import TEMPLATES

from telaah.problems import InputError
from telaah.render.catalogue import words

CODE = Path(__file__).parent.parent / "telaah" / "render"
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def messages():
    options = {"**.html": {"trimmed": "true", "silent": "false", "newstyle_gettext": "true"}}
    templates = extract_from_dir(TEMPLATES, [("**.html", "jinja2.ext:babel_extract")], options, KEYWORDS)
    code = extract_from_dir(CODE, [("**.py", "python")], {}, KEYWORDS)
    return {(context, message) for _, _, message, _, context in (*templates, *code)}


CATALOGUES = sorted((TEMPLATES / "locales").glob("*/LC_MESSAGES/telaah.po"))


def catalogue(file):
    with file.open("rb") as po:
        return {(entry.context, entry.id): entry for entry in read_po(po) if entry.id}


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parts[-3])
def test_every_message_is_translated(file):
    entries, wanted = catalogue(file), messages()
    assert len(wanted) > 150
    missing = [key for key in wanted if key not in entries or not entries[key].string or entries[key].fuzzy]
    assert missing == []


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parts[-3])
def test_no_translation_is_left_over(file):
    wanted = messages()
    assert [key for key in catalogue(file) if key not in wanted] == []


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parts[-3])
def test_translations_keep_the_places_to_fill(file):
    for entry in catalogue(file).values():
        sources = (entry.id,) if isinstance(entry.id, str) else entry.id
        targets = (entry.string,) if isinstance(entry.string, str) else entry.string
        for target in targets:
            assert {"%(" + p.split(")")[0] for p in sources[-1].split("%(")[1:]} == {
                "%(" + p.split(")")[0] for p in target.split("%(")[1:]
            }, entry.id


def test_english_needs_no_catalogue(tmp_path):
    english = words("en", tmp_path / "none.po")
    assert english.gettext("Timeline") == "Timeline"
    assert english.ngettext("article", "articles", 1) == "article"
    assert english.ngettext("article", "articles", 2) == "articles"


@pytest.mark.parametrize("content", [None, 'msgid "a"\nmsgid unquoted'])
def test_a_missing_or_broken_catalogue_is_a_problem_with_its_file(tmp_path, content):
    file = tmp_path / "id" / "LC_MESSAGES" / "telaah.po"
    if content:
        file.parent.mkdir(parents=True)
        file.write_text(content)
    with pytest.raises(InputError) as caught:
        words("id", file)
    assert caught.value.problems[0].file == str(file)

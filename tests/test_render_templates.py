"""What a desk may change in templates, and how a mistake in one is told."""

import shutil
from functools import partial

import pytest
from render_builder import TEMPLATES, article, pages, placed

from telaah.render import TemplateFailed


@pytest.fixture
def site(tmp_path):
    return partial(pages, tmp_path)


@pytest.mark.parametrize(
    ("broken", "line", "says"),
    [
        ("<p>\n{{ page.nonesuch }}</p>", 2, "nonesuch"),
        ("\n\n{% if %}", 3, ""),
        ("{{ asset('none.css') }}", 1, "none.css"),
    ],
)
def test_a_template_error_names_template_line_and_page(site, tmp_path, broken, line, says):
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates)
    (templates / "article.html").write_text(broken)
    with pytest.raises(TemplateFailed) as caught:
        site(placed(article()), templates=templates)
    (problem,) = caught.value.problems
    assert problem.file == str(templates / "article.html")
    assert problem.line == line
    assert "articles/panen.html" in problem.message
    assert says in problem.message


def test_a_desk_changes_single_files_and_keeps_the_rest(site, tmp_path):
    own = tmp_path / "own"
    (own / "macros").mkdir(parents=True)
    (own / "assets").mkdir()
    (own / "404.html").write_text(
        "{% extends 'base.html' %}{% block main %}<main id='isi'>Tidak ada.</main>{% endblock %}"
    )
    (own / "assets" / "mark.svg").write_text("<svg/>")
    changed, plain = site(placed(article()), templates=own), site(placed(article()))
    assert "Tidak ada." in changed["404.html"]
    assert '<nav class="nav-l"' in changed["404.html"], "the frame is still ours"
    marks = [path for path in changed if path.startswith("assets/mark.")]
    assert [changed[path] for path in marks] == ["<svg/>"]
    assert {path for path in changed if path.endswith(".html")} == {path for path in plain if path.endswith(".html")}


def test_a_template_error_in_a_desks_own_file_names_that_file(site, tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    (own / "404.html").write_text("\n{{ nonesuch }}")
    with pytest.raises(TemplateFailed) as caught:
        site(placed(article()), templates=own)
    assert caught.value.problems[0].file == str(own / "404.html")
    assert caught.value.problems[0].line == 2

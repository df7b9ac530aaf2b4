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


def own_page(tmp_path, body, **site):
    """Return the page for wrong addresses, in both languages, from a template of a desk's own."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "404.html").write_text(body)
    made = pages(tmp_path, placed(article()), templates=own, languages=["id", "en"], **site)
    return made["404.html"].strip(), made["en/404.html"].strip()


def test_words_in_a_template_are_those_of_each_language_wherever_they_stand(tmp_path):
    body = """{{ _("Topics") }}, {{ _("Topics").upper() ~ "!" }}, {% set word = gettext("Outlets") %}{{ word }}
{% for name in [_("Topics"), "_(\\"Topics\\")"] %}<p title="{{ name }}">{% endfor %}
{{ _("Paragraph %(number)s", number=3) }}, {{ ngettext("%(num)s article", "%(num)s articles", 2) }}"""
    indonesian, english = own_page(tmp_path, body)
    assert indonesian == (
        'Topik, TOPIK!, Outlet\n<p title="Topik"><p title="_(&#34;Topics&#34;)">Paragraf 3, 2 artikel'
    )
    assert english == (
        'Topics, TOPICS!, Outlets\n<p title="Topics"><p title="_(&#34;Topics&#34;)">Paragraph 3, 2 articles'
    )


def test_words_without_a_translation_are_escaped_as_any_template_text_is_not(tmp_path):
    indonesian, _ = own_page(
        tmp_path, """{{ _("Rice & <b>water</b>, 5 %%") }} {{ "<i>" }} {{ ["<i>"] }} {{ 3 }} {{ none }}"""
    )
    assert indonesian == "Rice & <b>water</b>, 5 % &lt;i&gt; [&#39;&lt;i&gt;&#39;] 3 None"


def test_words_that_want_a_value_nobody_gives_are_told_with_their_line(tmp_path):
    with pytest.raises(TemplateFailed) as caught:
        own_page(tmp_path, '\n{{ _("Paragraph %(number)s") }}')
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == (str(tmp_path / "own" / "404.html"), 2)
    assert "number" in problem.message


def test_a_macro_may_be_called_in_every_way_that_jinja2_knows(tmp_path):
    body = """{% macro box(text, tag="b") -%}
<{{ tag }}>{{ text }}{{ caller() if caller is defined else "" }}</{{ tag }}>
{%- endmacro %}
{% set again = box|remembered %}
{{ box("<") }}{{ box(tag="i", text="&") }}{% call box("x") %}y{% endcall %}{{ again("<") }}{{ again("<"|safe) }}"""
    indonesian, _ = own_page(tmp_path, body)
    assert indonesian == "<b>&lt;</b><i>&amp;</i><b>xy</b><b>&lt;</b><b><</b>"

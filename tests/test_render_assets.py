import pytest
from places import ROOT
from rcssmin import _make_cssmin
from rjsmin import _make_jsmin

from telaah.render.assets import asset_addresses, assets

OURS = ROOT / "templates" / "assets"


def made(folder):
    found = assets([folder])
    return {name: page.content for name, page in zip(asset_addresses(found), found, strict=True)}


def test_styles_and_scripts_lose_comments_and_blanks_and_other_files_nothing(tmp_path):
    (tmp_path / "a.css").write_bytes(b"/* why */ a { color : red }\n")
    (tmp_path / "b.js").write_bytes('// why\nlet a = "// \u00e9";\n'.encode())
    (tmp_path / "c.svg").write_bytes(b"<svg>  <!-- why --></svg>\n")
    assert made(tmp_path) == {
        "a.css": b"a{color:red}",
        "b.js": 'let a="// \u00e9";'.encode(),
        "c.svg": b"<svg>  <!-- why --></svg>\n",
    }


def test_what_only_looks_like_a_comment_or_a_blank_is_kept(tmp_path):
    (tmp_path / "a.css").write_bytes(
        b'a::before { content : "/* a  b */" ; width : calc(1px + 2px) } a :is(b) { top : 0 }'
    )
    (tmp_path / "b.js").write_bytes(b"const a = x => `two  // ${ x }\n  lines`, b = /[/]  \\/\\//.test(c) ;\n")
    assert made(tmp_path) == {
        "a.css": b'a::before{content:"/* a  b */";width:calc(1px + 2px)}a :is(b){top:0}',
        "b.js": b"const a=x=>`two  // ${ x }\n  lines`,b=/[/]  \\/\\//.test(c);",
    }


@pytest.mark.parametrize(("name", "maker"), [("style.css", _make_cssmin), ("search.js", _make_jsmin)])
def test_machines_without_the_libraries_compiled_part_write_the_same_bytes(name, maker):
    assert maker(python_only=True)((OURS / name).read_bytes()) == made(OURS)[name]


def test_bytes_that_are_no_text_pass_unharmed(tmp_path):
    (tmp_path / "a.css").write_bytes(b'a{content:"\xff\xfe"}')
    assert made(tmp_path)["a.css"] == b'a{content:"\xff\xfe"}'

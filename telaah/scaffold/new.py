"""The name of an article or a topic becomes a commented file to fill in; no file is ever overwritten."""

import json
from pathlib import Path

from telaah.ids import id_of
from telaah.scaffold.refused import Refused
from telaah.scaffold.write import write_new

BLANK = Path(__file__).parent / "blank"
TITLE = "@TITLE@"
PAGES = frozenset({".md", ".txt", ".html", ".htm", ".xhtml"})
"""Endings of files that are articles."""


def new_article(name: str, content: Path) -> Path:
    """Write articles/<id>.md, a draft with every key explained; return its path."""
    folder = content / "articles"
    folder = folder if folder.is_dir() or not content.is_dir() else content
    id_ = id_of(" ".join(name.split()))
    for path in sorted(folder.rglob("*")):
        # A page and an article of one id would stop the next build.
        if path.suffix.lower() in PAGES and not path.name.startswith(("_", ".")) and id_of(path.stem) == id_:
            hint = "choose another name, or edit the file that is there"
            raise Refused.because("file-taken", f"'{path.name}' has the id '{id_}' already", hint, path)
    return _new("article.md", name, folder)


def new_topic(name: str, content: Path) -> Path:
    """Write topics/<id>.md; return its path."""
    return _new("topic.md", name, content / "topics")


def _new(blank: str, name: str, folder: Path) -> Path:
    title = " ".join(name.split())
    path = folder / f"{id_of(title)}.md"
    if not any(letter.isalnum() for letter in title):
        hint = 'write the title, or a word to begin with: "Banjir di Semarang"'
        raise Refused.because("name-empty", f"no file can be called after '{name}'", hint, folder)
    # JSON's way with quotation marks and backslashes is also YAML's between double quotes.
    write_new(path, (BLANK / blank).read_text("utf-8").replace(TITLE, json.dumps(title, ensure_ascii=False)))
    return path

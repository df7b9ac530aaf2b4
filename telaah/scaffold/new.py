"""The name of an article or a topic becomes a commented file to fill in; no file is ever overwritten."""

import json
from pathlib import Path

from telaah.ids import id_of
from telaah.scaffold.refused import Refused

BLANK = Path(__file__).parent / "blank"
TITLE = "@TITLE@"


def new_article(name: str, content: Path) -> Path:
    """Write articles/<id>.md, a draft with every key explained; return its path."""
    folder = content / "articles"
    return _new("article.md", name, folder if folder.is_dir() or not content.is_dir() else content)


def new_topic(name: str, content: Path) -> Path:
    """Write topics/<id>.md; return its path."""
    return _new("topic.md", name, content / "topics")


def _new(blank: str, name: str, folder: Path) -> Path:
    path = folder / f"{id_of(name)}.md"
    # JSON's way with quotation marks and backslashes is also YAML's between double quotes.
    text = (BLANK / blank).read_text("utf-8").replace(TITLE, json.dumps(" ".join(name.split()), ensure_ascii=False))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        hint = "choose another name, or edit the file that is there"
        raise Refused.because("file-taken", "the file exists; it was left as it is", hint, path) from None
    return path

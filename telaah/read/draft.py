"""What was understood of a raw page becomes the draft of its sidecar: what was found, and blanks for what was not."""

import json
from collections.abc import Iterator
from pathlib import Path

from telaah.model import Article
from telaah.newfile import HINT, write_new
from telaah.problems import Problem
from telaah.read.sidecar import sidecar_of

HEAD = """\
# What is known of {page}, for the desk to correct; whatever stands here without a # before it is the desk's own
# statement, wins over the page, and is shown to readers as such.
"""
READ = """
# Read from the page, which says it by itself. Where that is wrong, take the # away and write what is right.
"""
OPEN = """
# Not found. What you know, fill in and take the # away; of what nobody knows, readers are told so.
"""
BLANKS = {
    "title": '"the headline as printed"',
    "outlet": '"who published it"',
    "url": '"https://..."',
    "byline": '[{ name = "Sri Rahayu", role = "reporter" }]   # reporter, editor, photographer or author',
    "published": "2022-11-30T07:15:00+07:00",
    "retrieved": "2022-12-01",
    "place": '"Jakarta"',
    "language": '"id"',
    "upstream": '["whom the page credits for its report"]',
    "topics": '["id-of-a-topic"]',
    "rights": '"full"   # full, excerpt or link',
    "archived": '"https://web.archive.org/..."',
    "note": '"what readers should know of this copy"',
}
"""The keys of a sidecar in the order in which people ask for them, each with an example of its form."""


def write_draft(article: Article, page: Path) -> Path | Problem:
    """Write the draft beside the page and return its path; a sidecar that is there already is never touched."""
    path = sidecar_of(page)
    if article.source.form == "markdown":
        message = f"'{page.name}' states such things in its front matter"
        return Problem("error", "sidecar-alone", message, "write them between its lines of ---", str(page), 1)
    try:
        write_new(path, draft(article, page.name).encode())
    except FileExistsError:
        message = f"'{path.name}' is there already, and is not written over"
        return Problem("error", "sidecar-exists", message, "correct it by hand, or move it away first", str(path))
    except OSError as error:
        message = f"'{path.name}' cannot be written: {error.strerror}"
        return Problem("error", "file-unwritable", message, HINT, str(path))
    return path


def draft(article: Article, page: str) -> str:
    """Return a sidecar of comments: what was found, and the other keys with an example.

    Nothing of it is in force, for a value that we read would otherwise lose the line it was read from and pass for a
    statement of the desk's.
    """
    found = dict(_found(article))
    read = [f"# {key} = {found[key]}\n" for key in BLANKS if key in found]
    open_ = [f"# {key} = {blank}\n" for key, blank in BLANKS.items() if key not in found]
    return HEAD.format(page=page) + "".join([READ, *read] if read else []) + OPEN + "".join(open_)


def _found(article: Article) -> Iterator[tuple[str, str]]:
    """Give each key that the page answers and its value as TOML, in one line."""
    texts = {
        "title": article.title,
        "outlet": article.outlet.name,
        "url": article.url.value,
        "published": article.published.value,
        "place": article.place,
        "language": None if article.language == "und" else article.language,
    }
    yield from ((key, _text(value)) for key, value in texts.items() if value)
    if article.bylines:
        people = (f"{{ name = {_text(by.name)}, role = {_text(by.role)} }}" for by in article.bylines)
        yield "byline", f"[{', '.join(people)}]"
    if article.upstream:
        yield "upstream", "[" + ", ".join(_text(each.name) for each in article.upstream) + "]"


def _text(value: str) -> str:
    """Return a text as a basic string of TOML, which JSON's strings are but for the delete character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")

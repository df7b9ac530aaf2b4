"""The articles become a table, one row each, that spreadsheets and statistics programs open."""

import csv
import io

from telaah.render.addresses import web_address
from telaah.render.directory import Directory
from telaah.render.exports.citation import citation, one_line

COLUMNS = (
    "id", "kind", "title", "outlet", "authors", "published", "language", "place", "upstream", "topics", "rights",
    "url", "archived", "sha256",
)  # fmt: skip
FORMULAS = ("=", "+", "-", "@")
"""A cell that begins so is run as a formula by spreadsheets (OWASP, CSV injection), and headlines are not ours."""


def table(look: Directory) -> bytes:
    """Return the table as RFC 4180 has it, in UTF-8, sorted by id; what is not known is an empty cell.

    Several values in a cell are parted by semicolons. A cell that a spreadsheet would run has an apostrophe before it.
    """
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for id_ in sorted(look.lines):
        placed, line = look.placed[id_], look.lines[id_]
        article, stated = placed.article, placed.article.source.stated
        cited = citation(article, line, look)
        work = cited.original or cited.work
        row = (
            id_, stated.kind, article.title, work.publisher, "; ".join(work.authors), article.published.value,
            article.language, article.place, "; ".join(dict.fromkeys(up.name for up in article.upstream)),
            "; ".join(placed.topics), look.shown[id_].rights, work.url, web_address(stated.archived),
            article.source.sha256,
        )  # fmt: skip
        rows.writerow([_cell(value) for value in row])
    return out.getvalue().encode("utf-8", "replace")


def _cell(value: str | None) -> str:
    text = one_line(value or "")
    return f"'{text}" if text.startswith(FORMULAS) else text

"""The directory becomes the files that other programs read: a table, citations, and each article as news in JSON."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telaah.model import Page
from telaah.render.directory import Directory
from telaah.render.exports.bibtex import bibtex
from telaah.render.exports.citation import Citation, citation
from telaah.render.exports.csl import csl
from telaah.render.exports.ninjs import ninjs
from telaah.render.exports.ris import ris
from telaah.render.exports.table import table
from telaah.render.view import FileLink


def exports(look: Directory) -> Iterator[Page]:
    """Give the files for the site, each topic and each article; `look` is the directory of the site's own language.

    Nothing in them goes beyond an article's rights: citations and the table hold no sentence at all. A record is
    written once and joined, so the work grows with the articles, not with the topics they stand in.
    """
    ids = sorted(look.lines)
    written = {id_: _written(citation(look.placed[id_].article, look.lines[id_], look)) for id_ in ids}
    yield Page("data/articles.csv", table(look))
    yield from _bibliography("data/citations", ".json", tuple(written.values()))
    for topic in look.topics:
        yield from _bibliography(f"data/topics/{topic.id}", ".csl.json", [written[id_] for id_ in topic.articles])
    for id_ in ids:
        yield from _bibliography(f"data/articles/{id_}", ".csl.json", [written[id_]])
        if look.settings.base_url:
            item = json.dumps(ninjs(look.placed[id_], look.lines[id_], look), ensure_ascii=False, indent=1)
            yield Page(f"data/articles/{id_}.ninjs.json", f"{item}\n".encode())


def citation_files(folder: str, id_: str) -> tuple[FileLink, ...]:
    """Return the links to the citations of a topic or an article."""
    stem = f"data/{folder}/{id_}"
    return (
        FileLink("BibTeX", f"{stem}.bib", "application/x-bibtex"),
        FileLink("RIS", f"{stem}.ris", "application/x-research-info-systems"),
        FileLink("CSL-JSON", f"{stem}.csl.json", "application/vnd.citationstyles.csl+json"),
    )


def article_files(id_: str, look: Directory) -> tuple[FileLink, ...]:
    """Return the links to an article's data; ninjs names an item by its whole address, so that one needs base_url."""
    whole = FileLink("JSON", f"data/articles/{id_}.json", "application/json")
    news = FileLink("ninjs", f"data/articles/{id_}.ninjs.json", "application/json")
    return (whole, news) if look.settings.base_url else (whole,)


@dataclass(frozen=True, slots=True)
class _Written:
    """The records of one citation."""

    bib: str
    ris: str
    csl: str


def _written(cited: Citation) -> _Written:
    return _Written(bibtex(cited), ris(cited), json.dumps(csl(cited), ensure_ascii=False))


def _bibliography(stem: str, csl_ending: str, records: Sequence[_Written]) -> Iterator[Page]:
    items = ",\n".join(record.csl for record in records)
    yield Page(f"{stem}.bib", "\n".join(record.bib for record in records).encode())
    yield Page(f"{stem}.ris", "\r\n".join(record.ris for record in records).encode())
    yield Page(f"{stem}{csl_ending}", f"[{items}]\n".encode())

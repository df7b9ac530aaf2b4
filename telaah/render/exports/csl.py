"""A citation becomes an item of CSL-JSON, which citation processors, Pandoc and Zotero read."""

from collections.abc import Mapping

from telaah.render.exports.citation import Citation, Work
from telaah.render.exports.values import Json, known


def csl(cited: Citation) -> Mapping[str, Json]:
    """Return the item; what is not known has no key. Names are literal: nobody says which part is the family's."""
    work, original = cited.work, cited.original
    ours = original is not None
    return known(
        {
            "id": cited.id,
            "type": "webpage" if ours else "article-newspaper" if work.publisher else "article",
            "title": work.title,
            "author": _names(work.authors),
            "container-title": work.publisher,
            "issued": _date(work.issued),
            "accessed": _date(work.accessed),
            "language": work.language,
            "URL": work.url,
            **(_original(original) if original else {}),
        }
    )


def _original(original: Work) -> Mapping[str, Json]:
    return {
        "original-title": original.title,
        "original-author": _names(original.authors),
        "original-publisher": original.publisher,
        "original-date": _date(original.issued),
        "note": original.url,
    }


def _names(names: tuple[str, ...]) -> Json:
    return [{"literal": name} for name in names]


def _date(parts: tuple[int, ...]) -> Json:
    return {"date-parts": [list(parts)]} if parts else None

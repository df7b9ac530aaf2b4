"""A citation becomes a BibTeX record, in UTF-8 and with the fields of biblatex, which Zotero and JabRef read too."""

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field

from telaah.render.exports.citation import Citation, Work, one_line

LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_", "%": r"\%",
    }
)  # fmt: skip
"""What TeX does not take for itself. Braces have names of their own, because BibTeX counts even escaped ones."""


def bibtex(cited: Citation) -> str:
    """Return the record, ending in a line break; what is not known has no field."""
    work, original = cited.work, cited.original
    ours = original is not None
    kind = "article" if work.publisher and not ours else "misc"
    fields = {
        "title": _braced(work.title),
        "author": " and ".join(_braced(name) for name in work.authors),
        "journal" if kind == "article" else "howpublished": _escaped(work.publisher),
        "date": _iso(work.issued),
        "year": f"{work.issued[0]:04}" if work.issued else "",
        "urldate": _iso(work.accessed),
        "language": work.language or "",
        "url": work.url or "",
        **(_original(original) if original else {}),
    }
    given = [Field(key, value) for key, value in fields.items() if value]
    return write_string(Library([Entry(kind, cited.id, given)])).strip() + "\n"


def _original(original: Work) -> dict[str, str]:
    """Return what a digest is about, in biblatex's fields for it, and once more in words for older styles."""
    told = [*original.authors, original.title, original.publisher or "", _iso(original.issued), original.url or ""]
    return {
        "origtitle": _braced(original.title),
        "origpublisher": _escaped(original.publisher),
        "origdate": _iso(original.issued),
        "note": _escaped(". ".join(part for part in told if part)),
    }


def _iso(parts: tuple[int, ...]) -> str:
    return "-".join(f"{part:0{4 if n == 0 else 2}}" for n, part in enumerate(parts))


def _escaped(text: str | None) -> str:
    return one_line(text or "").translate(LATEX)


def _braced(text: str) -> str:
    """Return a text that keeps its capitals, or a name that is not taken apart."""
    return f"{{{_escaped(text)}}}" if text else ""

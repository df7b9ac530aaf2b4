"""A citation becomes a RIS record, which Zotero, Mendeley, EndNote and Citavi read."""

from rispy import RisWriter, dumps

from telaah.render.exports.citation import Citation, Work, one_line


class _Plain(RisWriter):  # type: ignore[misc]  # the library ships no types
    """Records without the running number that the library puts before each, and with the line ends RIS asks for."""

    NEWLINE = "\r\n"

    def set_header(self, count: int) -> str:  # noqa: ARG002 - the library's signature
        return ""


def ris(cited: Citation) -> str:
    """Return the record, ending in a line break; what is not known has no line."""
    work, original = cited.work, cited.original
    kind = "NEWS" if work.publisher and not original else "ELEC"
    fields = {
        "type_of_reference": kind,
        "title": one_line(work.title),
        "authors": [one_line(name) for name in work.authors],
        "secondary_title": one_line(work.publisher or ""),
        "year": f"{work.issued[0]:04}" if work.issued else "",
        "date": _slashed(work.issued),
        "access_date": _slashed(work.accessed),
        "language": work.language or "",
        "urls": [work.url] if work.url else [],
        "original_publication": _told(original) if original else "",
        "id": cited.id,
    }
    return str(dumps([{key: value for key, value in fields.items() if value}], implementation=_Plain))


def _slashed(parts: tuple[int, ...]) -> str:
    """Return YYYY/MM/DD/ with what is known: the slashes stay, for that is how RIS says where a date ends."""
    if not parts:
        return ""
    known = [f"{part:0{4 if n == 0 else 2}}" for n, part in enumerate(parts)]
    return "/".join([*known, "", "", ""][:4])


def _told(original: Work) -> str:
    parts = [*original.authors, original.title, original.publisher or "", _slashed(original.issued).strip("/")]
    return one_line(". ".join(part for part in (*parts, original.url or "") if part))

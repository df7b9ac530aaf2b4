"""A page of the site becomes a page of the preview: it reloads itself and says what is wrong with the content."""

import html
import re
from collections.abc import Iterable

from telaah.problems import Problem
from telaah.serve.stage import Shown

SCRIPT = "/_telaah/reload.js"
STYLE = "/_telaah/preview.css"
EVENTS = "/_telaah/events"

_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")')
_BODY = re.compile(r"<body\b[^>]*>")


def dressed(page: bytes, shown: Shown, origin: str) -> bytes:
    """Return the page with the reload script and the list of problems; its policy allows that script and no other."""
    text = page.decode("utf-8", "replace")
    text = _POLICY.sub(lambda found: found[1] + _loosened(found[2], origin) + found[3], text, count=1)
    head = (
        f'<link rel="stylesheet" href="{STYLE}"><script defer src="{SCRIPT}" data-version="{shown.version}"></script>'
    )
    text = text.replace("</head>", f"{head}</head>", 1)
    text = _BODY.sub(lambda found: found[0] + _panel(shown), text, count=1)
    return text.encode("utf-8")


def without_site(shown: Shown) -> bytes:
    """Return a page for a site that could not be built yet."""
    said = "The first build failed; this page follows your changes." if shown.failed else "The site is being built."
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; "
        "form-action 'none'; base-uri 'none'\">"
        f"<title>Preview</title></head><body><p>{said}</p></body></html>\n"
    ).encode()


def _loosened(policy: str, origin: str) -> str:
    """Add the one script and the one address it listens to, unless the page may run our own scripts anyway."""
    names = {part.split()[0] for part in policy.split(";") if part.strip()}
    added = (("script-src", f"{origin}{SCRIPT}"), ("connect-src", f"{origin}{EVENTS}"))
    return "; ".join([policy.rstrip("; "), *(f"{name} {source}" for name, source in added if name not in names)])


def _panel(shown: Shown) -> str:
    if not shown.problems:
        return ""
    errors = sum(problem.severity == "error" for problem in shown.problems)
    others = len(shown.problems) - errors
    counts = ((errors, "error"), (others, "remark"))
    head = ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in counts if number)
    head += "; the page is of the last good build" if shown.failed else ""
    opened = " open" if errors else ""
    items = "".join(_items(shown.problems))
    return (
        f'<aside id="telaah-preview" lang="en" aria-label="Preview"><details{opened}>'
        f"<summary>{html.escape(head)}</summary><ol>{items}</ol></details></aside>"
    )


def _items(problems: Iterable[Problem]) -> Iterable[str]:
    for problem in problems:
        place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part is not None)
        said = html.escape(f"{problem.severity}: {problem.message} [{problem.code}]")
        yield f"<li><code>{html.escape(place)}</code> {said}<pre>{html.escape(problem.hint or '')}</pre></li>"

"""A file or an address becomes raw bytes; a mail or a web archive of one page is unpacked."""

import email
import email.policy
import posixpath
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import unquote, urlsplit

from telaah.fetch import FetchFailed, fetch
from telaah.intake.raw import NotTaken, Raw
from telaah.robots import NotAllowed, OutOfReach, Robots

MOST = 5_000_000
"""Bytes of the largest page taken; larger files would be refused by the build (telaah.read)."""
SECONDS = 30.0
"""Longest wait for a page, in seconds."""
ENDINGS = {".html": ".html", ".htm": ".html", ".xhtml": ".html", ".txt": ".txt", ".text": ".txt", ".md": ".md"}
WRAPPED = (".eml", ".mht", ".mhtml")
MEDIA_TYPES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}


def from_file(path: Path) -> Raw:
    """Read a saved page, a text, a Markdown article, or a mail or web archive that holds one; raise NotTaken."""
    suffix = path.suffix.lower()
    if path.is_dir():
        message = f"'{path}' is a folder; files are taken one by one"
        raise NotTaken.because("file-kind", message, f"name the files in it: {path / '*'}", path)
    if suffix not in ENDINGS and suffix not in WRAPPED:
        hint = f"known endings: {', '.join((*ENDINGS, *WRAPPED, '.warc', '.warc.gz'))}"
        raise NotTaken.because("file-kind", f"'{path.name}' is not a kind of file that can be read", hint, path)
    refuse_device(path)
    try:
        if path.stat().st_size > MOST:
            hint = "keep the article and leave the rest of the page out"
            raise NotTaken.because("file-too-large", f"more than {MOST:,} bytes are not read", hint, path)
        content = path.read_bytes()
    except OSError as error:
        message = f"the file cannot be opened: {error.strerror}"
        raise NotTaken.because("file-unreadable", message, "name a file that is there", path) from error
    return _unwrapped(path, content) if suffix in WRAPPED else Raw(path.stem, ENDINGS[suffix], content)


def refuse_device(path: Path) -> None:
    """Raise NotTaken for a pipe or a device, which has no end."""
    if path.exists() and not path.is_file():
        hint = "save what it gives in a file, and add that"
        raise NotTaken.because("file-kind", f"'{path.name}' is not a file", hint, path)


def from_address(url: str, robots: Robots, now: str, *, inside: bool = True) -> Raw:
    """Fetch a page if its host allows that; `now` is the moment to note. Raise NotTaken.

    `inside` says whether it may lie in our own network.
    """
    _ask(robots, url, inside=inside)
    try:
        found = fetch(url, MOST, SECONDS, inside=inside)
    except FetchFailed as failed:
        hint = "try again later, or save the page in your browser and add the file"
        raise NotTaken.because("fetch-failed", f"the page cannot be fetched: {failed}", hint, url) from failed
    if urlsplit(found.url).netloc != urlsplit(url).netloc:
        _ask(robots, found.url, inside=inside)
    suffix = MEDIA_TYPES.get(found.media_type)
    if suffix is None:
        hint = "pages (HTML) and plain text are taken"
        raise NotTaken.because("file-kind", f"the address answers with {found.media_type}", hint, url)
    return Raw(name_of(found.url), suffix, found.body, found.url.partition("#")[0], now)


def _ask(robots: Robots, url: str, *, inside: bool) -> None:
    try:
        robots.ask(url, inside=inside)
    except OutOfReach as silent:
        hint = "try again later, or save the page in your browser and add the file"
        raise NotTaken.because("fetch-failed", f"the page cannot be fetched: {silent}", hint, url) from silent
    except NotAllowed as refused:
        hint = "save the page in your browser and add the file; whether you may publish it is another question"
        raise NotTaken.because("robots", str(refused), hint, url) from refused


def name_of(url: str) -> str:
    """Return the last words of an address: its last part, or its host where it has none."""
    parts = urlsplit(url)
    last = posixpath.splitext(posixpath.basename(unquote(parts.path).rstrip("/")))[0]
    return last if any(letter.isalpha() for letter in last) else f"{parts.hostname} {last}".strip()


def _unwrapped(path: Path, content: bytes) -> Raw:
    """Take the page out of a mail or a web archive, HTML before plain text; its bytes are decoded, not changed."""
    mail = email.message_from_bytes(content, policy=email.policy.default)
    body = mail.get_body(("html", "plain")) if isinstance(mail, EmailMessage) else None
    payload = body.get_payload(decode=True) if body is not None else None
    if body is None or not isinstance(payload, bytes) or not payload.strip():
        hint = "save the text of the mail as .txt and add that"
        raise NotTaken.because("mail-empty", "the mail holds no text", hint, path)
    charset = body.get_content_charset("utf-8")
    suffix = MEDIA_TYPES[body.get_content_type()]
    if suffix == ".txt" and charset not in ("utf-8", "us-ascii"):
        # A text file has nowhere to say its encoding; the mail beside it keeps the bytes as they came.
        payload = payload.decode(charset, "replace").encode()
    where = mail.get("Snapshot-Content-Location") or mail.get("Content-Location")
    url = str(where) if where and str(where).startswith(("http://", "https://")) else None
    wish = str(mail.get("Subject") or path.stem)
    return Raw(wish, suffix, payload, url, wrapping=(path.suffix.lower(), content))

"""Rendered pages become searchable: the articles among them are indexed by Pagefind and its files made canonical."""

import base64
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from telaah.index.canonical import canonical
from telaah.index.failed import IndexFailed
from telaah.index.service import Message, converse
from telaah.languages.scripts import UNSPACED, is_unspaced
from telaah.model import Page

__all__ = ["IndexFailed", "index"]

TIMEOUT = 120.0
"""Longest wait for one answer, in seconds: 1,000 pages are indexed in 6 s, the whole of it, on two busy cores."""
FOLDER = "pagefind/"
NO_HEADING = re.compile(rb"(<(?!h[1-6]\b)[a-z][a-z0-9]*\b[^<>]*?)\sid=\"[^\"]*\"")
"""An element with an id that is no heading. Pagefind keeps the words of each once more beside the text of the page,
a fifth of what a result weighs, and leads to headings alone."""
TEXT = re.compile(r">[^<]+")
BETWEEN = re.compile(rf"(?<=[{UNSPACED}])(?=\w)|(?<=\w)(?=[{UNSPACED}])")
KEPT_OUT = b'<meta name="robots" content="noindex">'
"""Pages that no search engine may list are not found here either: drafts, and former addresses that lead on."""


def index(
    pages: Iterable[Page], language: str, executable: Path | None = None, timeout: float = TIMEOUT
) -> tuple[Page, ...]:
    """Return the search files for the article pages among these, sorted by path; none where there is no article.

    `language` (ISO 639-1) stems every page, whatever its own; `executable` is the indexer, the packaged one where
    none is named; `timeout` is the longest wait for one of its answers, in seconds. Raise IndexFailed when it is
    missing, fails, hangs, or answers with anything but a whole index of exactly these pages.
    """
    articles = sorted((page for page in pages if _is_article(page)), key=lambda page: page.path)
    if not articles:
        return ()
    requests: tuple[Message, ...] = (
        # keep_index_url: links must name files, so that they work from disk.
        {"type": "NewIndex", "config": {"force_language": language, "keep_index_url": True}},
        *(
            {
                "type": "AddFile",
                "index_id": 0,
                "url": page.path,
                "file_contents": _spread(NO_HEADING.sub(rb"\1", page.content).decode()),
            }
            for page in articles
        ),
        {"type": "GetFiles", "index_id": 0},
    )
    begun, *added, got = converse(executable or _packaged(), requests, timeout)
    if begun.get("index_id") != 0:
        raise IndexFailed(f"the search indexer numbers its first index {begun.get('index_id')!r}, not 0")
    _check_added(articles, added)
    files = canonical(_files(got), language, [page.path for page in articles])
    return tuple(Page(FOLDER + path, content) for path, content in sorted(files.items()))


def _spread(page: str) -> str:
    """Return a page with a blank between the characters of scripts without blanks, each a word of the index then.

    The search page asks for them in the same way, as a phrase, and takes the blanks out of what it shows: so any part
    of a text is found, wherever its words may end.
    """
    return TEXT.sub(lambda text: BETWEEN.sub(" ", text[0]), page) if is_unspaced(page) else page


def _is_article(page: Page) -> bool:
    return page.path.startswith("articles/") and page.path.endswith(".html") and KEPT_OUT not in page.content


def _packaged() -> Path:
    """Return the indexer that is installed with us."""
    try:
        from pagefind_bin import get_executable

        return Path(get_executable())
    except (ImportError, FileNotFoundError) as error:
        raise IndexFailed("the search indexer is not installed; run 'make site', or build with --no-search") from error


def _check_added(articles: Sequence[Page], answers: Sequence[Message]) -> None:
    for page, answer in zip(articles, answers, strict=True):
        if answer.get("page_url") != page.path:
            raise IndexFailed(f"the search indexer answered about '{answer.get('page_url')}' when given '{page.path}'")


def _files(answer: Message) -> dict[str, bytes]:
    """Unpack the files of the last answer, by path."""
    files = answer.get("files")
    try:
        if not isinstance(files, list):
            raise TypeError(f"no list of files but {type(files).__name__}")
        return {file["path"]: base64.b64decode(file["content"], validate=True) for file in files}
    except (ValueError, KeyError, TypeError) as error:
        raise IndexFailed(f"the search indexer's files cannot be read: {error!r}") from error

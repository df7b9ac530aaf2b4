"""The paths of the pages become problems wherever they cannot all be files of one folder on every file system."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from telaah.problems import Problem

PLAIN = re.compile(r"[^\\\x00-\x1f\x7f\ud800-\udfff]+")
"""No control characters, no backslash (a separator on Windows), nothing that UTF-8 cannot write."""


def check_paths(paths: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each path that leaves the site, or that is another one's but for case, or its folder."""
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path in paths:
        if not _is_plain(path):
            yield _problem(f"the page path {path!r} is not a plain relative path")
            continue
        same = files.get(path.casefold())
        files[path.casefold()] = path
        if same is not None:
            how = "stands there twice" if same == path else f"differs from '{same}' only in case"
            yield _problem(f"the page path '{path}' {how}")
        for folder in accumulate(path.split("/")[:-1], "{}/{}".format):
            same = folders.setdefault(folder.casefold(), folder)
            if same != folder:
                yield _problem(f"the folder '{folder}' differs from '{same}' only in case")
    for key in sorted(files.keys() & folders.keys()):
        yield _problem(f"the page path '{files[key]}' is also a folder of other pages")


def _is_plain(path: str) -> bool:
    return PLAIN.fullmatch(path) is not None and not {"", ".", ".."} & set(path.split("/"))


def _problem(message: str) -> Problem:
    return Problem("error", "page-path", message, "this is a fault of the program; please report it")

"""Raw bytes become a file in the content folder that is never changed, and a sidecar for the desk to correct."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from telaah import pipeline
from telaah.ids import id_of
from telaah.intake.known import Known, canonical
from telaah.intake.raw import NotTaken, Raw
from telaah.model import Article
from telaah.newfile import HINT, write_new
from telaah.problems import Problem
from telaah.settings import Options


@dataclass(frozen=True, slots=True)
class Taken:
    """A page that was taken in: its file, its sidecar if it has one, what was understood, and what is wrong with it."""

    file: Path
    sidecar: Path | None
    article: Article | None
    problems: tuple[Problem, ...]


def store(raw: Raw, options: Options, already: Known, place: str) -> Taken:
    """Write the bytes and draft the sidecar; raise NotTaken when it cannot be read or is there already."""
    original = raw.wrapping[1] if raw.wrapping else raw.content
    hashes = {hashlib.sha256(content).hexdigest() for content in (raw.content, original)}
    _refuse(next((already.hashes[each] for each in hashes if each in already.hashes), None), "the same bytes", place)
    _refuse(already.addresses.get(canonical(raw.url)) if raw.url else None, "the same address", place)
    folder = options.content / "articles"
    folder = folder if folder.is_dir() else options.content
    file = _free(folder, id_of(raw.wish), raw.suffix, already)
    made: list[Path] = []
    try:
        for path, content in _files(file, raw):
            write_new(path, content)
            made.append(path)
        return _understood(file, raw, options, already, place, made)
    except NotTaken:
        # Read, it turned out to be no text, or a page that is there already; the folder is left as it was.
        _remove(made)
        raise
    except OSError as error:
        _remove(made)
        message = f"'{file.name}' cannot be written: {error.strerror}"
        raise NotTaken.because("file-unwritable", message, HINT, place) from error


def discard(taken: Taken) -> None:
    """Take a page that was just taken out of the folder again."""
    for path in (taken.file, taken.sidecar):
        if path is not None:
            path.unlink(missing_ok=True)


def _refuse(file: str | None, what: str, place: str) -> None:
    if file is not None:
        message = f"'{file}' has {what}; nothing was written"
        raise NotTaken.because("article-known", message, "delete that file first to take the page again", place)


def _free(folder: Path, wish: str, suffix: str, already: Known) -> Path:
    names = (wish if number == 1 else f"{wish}-{number}" for number in count(1))
    return next(folder / f"{name}{suffix}" for name in names if name not in already.ids and not _taken(folder, name))


def _taken(folder: Path, name: str) -> bool:
    return any((folder / f"{name}{suffix}").exists() for suffix in (".html", ".txt", ".md", ".toml"))


def _files(file: Path, raw: Raw) -> Iterator[tuple[Path, bytes]]:
    yield file, raw.content
    if raw.wrapping:
        yield file.with_name(f"_{file.stem}{raw.wrapping[0]}"), raw.wrapping[1]


def _remove(made: list[Path]) -> None:
    for path in made:
        path.unlink(missing_ok=True)


def _understood(file: Path, raw: Raw, options: Options, already: Known, place: str, made: list[Path]) -> Taken:
    """Return what is understood of a page, with the draft of its sidecar, which is added to what was made."""
    analyses, problems = pipeline.explain(file, options)
    article = next((analysis.article for analysis in analyses), None)
    if article is None:
        if problems:
            # A file that cannot be read would stop the next build.
            raise NotTaken([replace(problem, file=place) for problem in problems])
        return Taken(file, None, None, ())
    if article.url.value and not raw.url:
        _refuse(already.addresses.get(canonical(article.url.value)), "the same address", place)
    if raw.suffix == ".md":
        return Taken(file, None, article, (*problems, *article.problems))
    sidecar, found = pipeline.draft(file, options)
    if sidecar is not None:
        made.append(sidecar)
        _state(sidecar, raw)
        analyses, found = pipeline.explain(file, options)
        article = next((analysis.article for analysis in analyses), article)
    return Taken(file, sidecar, article, (*found, *article.problems))


def _state(sidecar: Path, raw: Raw) -> None:
    """Put into a sidecar what only the taking knows: the address, when it was fetched, the hash of what it came in."""
    values = {"url": raw.url, "retrieved": raw.retrieved}
    known = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items() if value is not None]
    if raw.wrapping:
        known.append(f'source = {{ sha256 = "{hashlib.sha256(raw.wrapping[1]).hexdigest()}" }}\n')
    if not known:
        return
    stated = tuple(f"# {line.partition(' = ')[0]} = " for line in known)
    lines = sidecar.read_text("utf-8").splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith(stated))
    sidecar.write_text(f"{text}\n# Known from taking it in.\n{''.join(known)}", "utf-8", newline="\n")

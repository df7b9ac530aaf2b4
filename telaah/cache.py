"""An article becomes what was computed from the same content before, or nothing; never what belongs to another."""

import contextlib
import functools
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar, get_args

from telaah.model import (
    Analysis,
    Article,
    DateBasis,
    Dated,
    Figure,
    FigureKind,
    Keyword,
    Moment,
    Name,
    NameKind,
    Precision,
    Quote,
    Reading,
    Said,
    Sentence,
    Status,
    Terms,
)

PARTS = ("analyse", "languages", "model", "cache.py")
"""Files and folders of the program that what is remembered depends on."""
KINDS: tuple[NameKind, ...] = get_args(NameKind)
FIGURES: tuple[FigureKind, ...] = get_args(FigureKind)
STATUSES: tuple[Status, ...] = get_args(Status)
PRECISIONS: tuple[Precision, ...] = get_args(Precision)
BASES: tuple[DateBasis, ...] = get_args(DateBasis)
LIBRARIES = ("wordfreq", "yake")
"""Libraries that it depends on."""


Word = TypeVar("Word", bound=str)


class Cache:
    """Analyses on disk, by the content they were computed from; a folder that may be deleted at any time.

    An entry is a JSON file named by its key: the SHA-256 of all that `analyse` looks at, `summary_words` among it, and
    of the program itself. It begins with the SHA-256 of the rest. What is damaged, cut, of another key or of another
    form is as if it were not there. Nothing is ever unpickled.
    """

    def __init__(self, folder: Path | None, summary_words: int) -> None:
        self._folder = folder / "analyses" if folder else None
        self._summary_words = summary_words

    def find(self, article: Article) -> Analysis | None:
        """Return the analysis remembered for an article with this content, or None."""
        if self._folder is None:
            return None
        key = _key(article, self._summary_words)
        try:
            checksum, _, body = self._file(key).read_text("utf-8").partition("\n")
            if checksum != _hash(body):
                return None
            return _analysis(body, key, article)
        except (OSError, ValueError, LookupError, TypeError, StopIteration):
            return None

    def keep(self, analysis: Analysis) -> None:
        """Remember an analysis; a folder that cannot be written to remembers nothing, and that is no error."""
        if self._folder is None:
            return
        key = _key(analysis.article, self._summary_words)
        body = json.dumps({"key": key, **_found(analysis)}, ensure_ascii=False)
        file = self._file(key)
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            # Written aside and moved: whoever reads at the same time sees a whole entry or none.
            aside = file.with_suffix(f".{os.getpid()}")
            aside.write_text(f"{_hash(body)}\n{body}", "utf-8")
            aside.replace(file)

    def _file(self, key: str) -> Path:
        assert self._folder is not None  # noqa: S101 - callers have looked
        return self._folder / key[:2] / f"{key[2:]}.json"


def _found(analysis: Analysis) -> dict[str, object]:
    read = analysis.reading
    places = {(each.paragraph, each.text): place for place, each in reversed([*enumerate(analysis.sentences)])}
    return {
        "sentences": [asdict(sentence) for sentence in analysis.sentences],
        "names": [asdict(name) for name in analysis.names],
        "keywords": [asdict(keyword) for keyword in analysis.keywords],
        "summary": [analysis.sentences.index(sentence) for sentence in analysis.summary],
        "title": read.title,
        "said": [[each.words, each.status, each.sourced, each.stems, each.peak] for each in read.said],
        "terms": asdict(read.terms),
        "shingles": read.shingles,
        "figures": [[*_words(figure.quote, places), *_value(figure)] for figure in read.figures],
        "moments": [[*_words(each.moment.quote, places), *_time(each)] for each in read.moments],
    }


def _words(quote: Quote, places: Mapping[tuple[str, str], int]) -> tuple[int, str]:
    """Return the place of the sentence and the words meant; whose they are, the article says that asks."""
    return places[quote.paragraph, quote.sentence], quote.text


def _value(figure: Figure) -> tuple[str, str, float, float | None]:
    return figure.kind, figure.unit, figure.low, figure.high


def _time(dated: Dated) -> tuple[str, str, str, str, bool, bool]:
    each = dated.moment
    return each.start, each.end, each.precision, each.basis, each.planned, dated.alone


def _analysis(body: str, key: str, article: Article) -> Analysis | None:
    """Return the analysis an entry holds; raise one of `find`'s errors where it has another form."""
    entry = json.loads(body)
    if entry["key"] != key:
        return None
    sentences = tuple(Sentence(each["text"], each["paragraph"], each["leaning"]) for each in entry["sentences"])
    said = (
        Said(sentence, place, words, tuple(_one_of(STATUSES, each) for each in status), sourced, stems, peak)
        for place, (sentence, (words, status, sourced, stems, peak)) in enumerate(
            zip(sentences, entry["said"], strict=True)
        )
    )
    terms = entry["terms"]
    figures = (
        Figure(_quote(article, sentences[place], text), _one_of(FIGURES, kind), unit, low, high)
        for place, text, kind, unit, low, high in entry["figures"]
    )
    moments = (
        Dated(Moment(start, end, _one_of(PRECISIONS, precision), _one_of(BASES, basis), planned, quote, ()), alone)
        for place, text, start, end, precision, basis, planned, alone in entry["moments"]
        for quote in [_quote(article, sentences[place], text)]
    )
    return Analysis(
        article=article,
        sentences=sentences,
        names=tuple(Name(each["text"], _one_of(KINDS, each["kind"]), tuple(each["forms"])) for each in entry["names"]),
        keywords=tuple(Keyword(each["text"], each["score"]) for each in entry["keywords"]),
        summary=tuple(sentences[place] for place in entry["summary"]),
        reading=Reading(
            title=entry["title"],
            said=tuple(said),
            terms=Terms(terms["stems"], tuple(terms["body"]), tuple(terms["lead"])),
            shingles=tuple(entry["shingles"]),
            figures=tuple(figures),
            moments=tuple(moments),
        ),
    )


def _quote(article: Article, sentence: Sentence, text: str) -> Quote:
    return Quote(article.id, sentence.paragraph, sentence.text, text)


def _one_of(known: Iterable[Word], text: str) -> Word:
    return next(each for each in known if each == text)


def _key(article: Article, summary_words: int) -> str:
    """Return the hash of everything that an article's analysis depends on: its content, settings, the program."""
    content = [
        _program(),
        summary_words,
        article.title,
        article.language,
        article.outlet.name,
        article.outlet.domain,
        article.published.value,
        article.pages.page if article.pages else None,
        article.starts_mid_story,
        [[paragraph.id, paragraph.kind, paragraph.text] for paragraph in article.paragraphs],
    ]
    return _hash(json.dumps(content, ensure_ascii=False))


@functools.cache
def _program() -> str:
    """Return the hash of the files and the versions of the libraries that analyses are made by."""
    folder = Path(__file__).parent
    named = [folder / part for part in PARTS]
    files = sorted(
        file
        for part in named
        for file in (part.rglob("*") if part.is_dir() else [part])
        if file.suffix in (".py", ".toml")
    )
    parts = [f"{file.relative_to(folder).as_posix()} {hashlib.sha256(file.read_bytes()).hexdigest()}" for file in files]
    return _hash("\n".join([*parts, *(f"{name} {_version(name)}" for name in LIBRARIES)]))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

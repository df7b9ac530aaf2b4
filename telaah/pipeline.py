"""The seven stages in order: read, clean, analyse, group, render, index, publish."""

import functools
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from telaah.analyse import analyse, corrected
from telaah.cache import Cache
from telaah.clean import clean, doubts, introduction, without_furniture
from telaah.engine import run
from telaah.glimpse import around
from telaah.group import check as check_topics
from telaah.group import (
    check_aliases,
    check_found,
    check_names,
    check_silenced,
    group,
    misspelt_names,
    untranslated,
    unverified,
)
from telaah.index import IndexFailed as IndexFailed
from telaah.index import index
from telaah.lineup import Lineup, lineup, remarks
from telaah.model import Analysis, Article, Briefing, Folder, Page, Report, Source, Stated
from telaah.problems import InputError, Problem, in_order
from telaah.publish import Busy as Busy
from telaah.publish import PublishError as PublishError
from telaah.publish import inputs, lock, publish
from telaah.publish.changes import changes, last_edition
from telaah.publish.check import check as check_pages
from telaah.publish.check import unreachable
from telaah.publish.inputs import Inputs
from telaah.publish.manifest import MANIFEST as MANIFEST
from telaah.publish.manifest import Entry as Entry
from telaah.publish.manifest import entries as entries
from telaah.publish.versions import versions
from telaah.read import read, read_files
from telaah.read.draft import write_draft
from telaah.read.silenced import FILE as SILENCED
from telaah.render import render
from telaah.render.addresses import unaddressed
from telaah.render.explanation import explanation as explanation
from telaah.settings import Options, Outlets, Settings, SettingsError, check_places, settings


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did, and what there is to say about its input."""

    report: Report
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """Pages that are not published, and what the next preview may go on from."""

    pages: tuple[Page, ...]
    outcome: Outcome
    settings: Settings
    briefing: Briefing
    analyses: tuple[Analysis, ...]
    """As they were made, before the desk's corrections of names."""


@dataclass(frozen=True, slots=True)
class _Understood:
    """All that the stages before the pages made of the content; `analyses` as `Preview` has them."""

    folder: Folder
    lineup: Lineup
    briefing: Briefing
    analyses: tuple[Analysis, ...]
    problems: tuple[Problem, ...]
    shown: bool
    """Whether the articles that stand aside are in the briefing all the same."""


class ContentError(InputError):
    """Content that nothing is published from; carries every problem, warnings included."""


def build(options: Options) -> Outcome:
    """Build the site and put it in place; raise ContentError with every problem, and then nothing has changed."""
    check_places(options)
    with lock(options.site):
        steered = _steered(options)
        read = _understood(steered, options)
        pages = _pages(read.briefing, steered)
        problems = _since_last(read, pages, steered)
        files = publish(pages, _inputs(read, steered), steered.site, base_path=_base_path(steered))
    return Outcome(_report(read, files), problems)


def check(options: Options) -> Outcome:
    """Do everything but publishing."""
    steered = _steered(options)
    read = _understood(steered, options)
    pages = _pages(read.briefing, steered)
    wrong = check_pages(pages, _base_path(steered))
    if wrong:
        raise PublishError(wrong)
    lost = unreachable(pages, _base_path(steered))
    _refuse(lost, steered)
    return Outcome(_report(read, len(pages)), in_order((*_since_last(read, pages, steered), *lost)))


def preview(options: Options, last: Preview | None = None) -> Preview:
    """Return the pages without their search index; articles that are as they were are not analysed again."""
    steered = _steered(options)
    same = last is not None and last.settings.summary_words == steered.summary_words
    before = {analysis.article.source.file: analysis for analysis in last.analyses} if last and same else {}
    # A preview writes nothing anywhere; what it remembers is the last one.
    found = _understood(steered, replace(options, cache=None), before)
    pages = render(found.briefing, steered)
    outcome = Outcome(_report(found, len(pages)), found.problems)
    return Preview(pages, outcome, steered, found.briefing, found.analyses)


def glimpse(last: Preview, changed: Iterable[Path]) -> tuple[Page, ...]:
    """Return the pages of changed articles in the surroundings of the last build; none where more has changed.

    A whole build on a thousand articles takes seconds, this some tenths of one; links and counts are those of before.
    """
    content = last.settings.content
    known = {(content / placed.article.source.file).resolve(): placed for placed in last.briefing.articles}
    if not all(path.resolve() in known for path in changed):
        return ()
    folder = read_files(content, (content / known[path.resolve()].article.source.file for path in changed))
    analysed = map(_analyser(last.settings), _cleaned(folder.sources, last.settings))
    fresh = {each.article.id: corrected(each, last.settings.names) for each in analysed}
    wrong = (*folder.problems, *(problem for each in fresh.values() for problem in each.article.problems))
    small = around(last.briefing, fresh)
    if small is None or any(problem.severity == "error" for problem in wrong):
        return ()
    ends = tuple(f"articles/{id_}.html" for id_ in fresh)
    return tuple(page for page in render(small, replace(last.settings, lead=None)) if page.path.endswith(ends))


def finish(shown: Preview) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Return the search index of previewed pages, and what a publishing build would refuse in them."""
    search = index(shown.pages, shown.settings.languages[0]) if shown.settings.search else ()
    return search, check_pages((*shown.pages, *search), _base_path(shown.settings))


def explain(path: Path, options: Options) -> tuple[Iterator[Analysis], tuple[Problem, ...]]:
    """Return what is understood of a file, or of every article below a folder, and what could not be read."""
    content = _content_of(path, options)
    steered = settings(replace(options, content=content))
    below = content / os.path.relpath(path, content)
    if path.is_dir():
        folder = read(content, drafts=steered.drafts)
        kept = [each for each in folder.sources if below == content or (content / each.file).is_relative_to(below)]
        problems = [each for each in folder.problems if below == content or Path(each.file or "").is_relative_to(below)]
    else:
        folder = read_files(content, [below])
        kept, problems = list(folder.sources), list(folder.problems)
    analysed = map(_analyser(steered), _cleaned(kept, steered))
    return (corrected(each, steered.names) for each in analysed), in_order(problems)


def _content_of(path: Path, options: Options) -> Path:
    """Return the content folder that a file or folder belongs to: the one named, or its own."""
    if options.content.is_dir() and not os.path.relpath(path, options.content).startswith(".."):
        return options.content
    return path if path.is_dir() else path.parent


def articles(options: Options) -> Iterator[Article]:
    """Yield every article that can be read, drafts too, without analysing it."""
    steered = settings(options)
    folder = read(steered.content)
    drafts = read_files(steered.content, (steered.content / file for file in folder.drafts))
    yield from _cleaned((*folder.sources, *drafts.sources), steered)


def draft(path: Path, options: Options) -> tuple[Path | None, tuple[Problem, ...]]:
    """Write what is understood of a raw page beside it, for the desk to correct; return where, or why not."""
    analyses, problems = explain(path, options)
    for analysis in analyses:
        written = write_draft(analysis.article, path)
        return (written, problems) if isinstance(written, Path) else (None, (*problems, written))
    return None, problems


def _steered(options: Options) -> Settings:
    """Return the settings; where they are wrong, raise SettingsError with what is wrong in the content as well."""
    try:
        return settings(options)
    except SettingsError as error:
        raise SettingsError(in_order((*error.problems, *_errors(options.content)))) from error


def _errors(content: Path) -> Iterator[Problem]:
    """Yield the errors of a content folder that can be told without its settings."""
    if not content.is_dir():
        return
    folder = read(content)
    articles = [clean(source, Outlets.of(()), str(content / source.file)) for source in folder.sources]
    found = [*folder.problems, *(problem for article in articles for problem in article.problems)]
    found += (_at(content, each) for each in check_topics(articles, folder.topics, folder.left_out))
    yield from (problem for problem in found if problem.severity == "error")


def _understood(
    steered: Settings, options: Options, before: Mapping[str, Analysis] = MappingProxyType({})
) -> _Understood:
    """Read, clean, analyse and group; raise ContentError with all there is to say when something is wrong.

    `before` gives analyses by file; one of an article that has not changed is used again.
    """
    folder = read(steered.content, drafts=steered.drafts)
    lined = lineup(_read(folder.sources, steered), steered)
    # What is not in the edition has no say in it, not even in what its outlet repeats from page to page.
    articles = tuple(without_furniture(lined.articles))
    found = [*steered.remarks, *folder.problems, *(problem for article in articles for problem in article.problems)]
    found += doubts(articles, steered.outlets, steered.content)
    found += remarks((*articles, *lined.future, *lined.expired), steered)
    if not folder.sources and not folder.problems:
        message = f"there is no article in '{steered.content}'"
        hint = "put text files (.txt) or Markdown files (.md) into its articles folder"
        found.append(Problem("error", "content-empty", message, hint))
    left_out = (*folder.left_out, *lined.left_out)
    found += (_at(steered.content, each) for each in check_topics(articles, folder.topics, left_out))
    found += (_at(steered.content, each) for each in check_names(steered.names, articles, left_out))
    _refuse(found, steered)
    analyses = _analyses(articles, before, steered, options)
    found += (_at(steered.content, each) for each in misspelt_names(steered.names, analyses))
    signed = tuple(corrected(analysis, steered.names) for analysis in analyses)
    introductions = {topic.id: introduction(topic.introduction) for topic in folder.topics if topic.introduction}
    grouped = group(signed, folder.topics, introductions, steered.outlets, steered.names, folder.silenced)
    found += (_at(steered.content, each) for each in check_silenced(grouped, folder.silenced, SILENCED))
    found += (_at(steered.content, each) for each in check_aliases(grouped.topics, folder.topics))
    found += (_at(steered.content, each) for each in check_found(grouped, folder.topics))
    found += (_at(steered.content, each) for each in untranslated(folder.topics, steered.languages))
    found += (_at(steered.content, each) for each in unverified(grouped))
    _refuse(found, steered)
    briefing = replace(grouped, corrections=folder.corrections)
    return _Understood(folder, lined, briefing, analyses, in_order(found), steered.drafts)


def _cleaned(sources: Iterable[Source], steered: Settings) -> Iterator[Article]:
    yield from without_furniture(_read(sources, steered))


def _read(sources: Iterable[Source], steered: Settings) -> Iterator[Article]:
    yield from (clean(source, steered.outlets, str(steered.content / source.file)) for source in sources)


def _analyser(steered: Settings) -> Callable[[Article], Analysis]:
    """Return what analyses an article under these settings; it can be sent to another process."""
    return functools.partial(analyse, summary_words=steered.summary_words)


def _analyses(
    articles: Sequence[Article], before: Mapping[str, Analysis], steered: Settings, options: Options
) -> tuple[Analysis, ...]:
    """Analyse the articles that neither the last preview nor the cache remembers."""
    cache = Cache(options.cache, steered.summary_words)
    known = {article.source.file: _remembered(article, before, cache) for article in articles}
    missing = [article for article in articles if known[article.source.file] is None]
    found = run(_analyser(steered), [_bare(each) for each in missing], options.jobs)
    for article, made in zip(missing, found, strict=True):
        fresh = replace(made, article=article)
        cache.keep(fresh)
        known[article.source.file] = fresh
    return tuple(each for article in articles if (each := known[article.source.file]))


def _remembered(article: Article, before: Mapping[str, Analysis], cache: Cache) -> Analysis | None:
    last = before.get(article.source.file)
    return last if last and last.article == article else cache.find(article)


def _bare(article: Article) -> Article:
    """Return an article without what no analysis looks at, so that little travels between processes."""
    source = replace(article.source, text="", stated=Stated(), stated_at={})
    return replace(article, source=source, lines=(), removed=(), problems=())


def _pages(briefing: Briefing, steered: Settings) -> tuple[Page, ...]:
    pages = render(briefing, steered)
    return (*pages, *index(pages, steered.languages[0])) if steered.search else pages


def _base_path(steered: Settings) -> str:
    """Return the path of the site on its host, which the links of 404.html begin with."""
    return urlsplit(steered.base_url).path if steered.base_url else "/"


def _inputs(read: _Understood, steered: Settings) -> Inputs:
    sources = ((placed.article.source.file, placed.article.source.sha256) for placed in read.briefing.articles)
    topics = (topic.file for topic in read.folder.topics)
    return inputs(sources, topics, steered, versions(read.briefing))


def _since_last(read: _Understood, pages: Sequence[Page], steered: Settings) -> tuple[Problem, ...]:
    """Return all there is to say, what became of the edition that the site folder holds included."""
    gone = {article.id: "expired" for article in read.lineup.expired}
    last = last_edition(steered.site)
    found = changes(last, versions(read.briefing), {page.path for page in pages}, gone) if last else ()
    every = (*read.problems, *(_at(steered.content, each) for each in found))
    _refuse(every, steered)
    return in_order((*every, *unaddressed(steered.base_url)))


def _at(content: Path, problem: Problem) -> Problem:
    """Return a problem of a file below the content folder with the path as a maintainer would open it."""
    return replace(problem, file=str(content / problem.file)) if problem.file else problem


def _refuse(found: Iterable[Problem], steered: Settings) -> None:
    """Raise when an error was found, or under --strict a warning."""
    problems = tuple(found)
    wrong = {"error", "warning"} if steered.strict else {"error"}
    if any(problem.severity in wrong for problem in problems):
        raise ContentError(in_order(problems))


def _report(read: _Understood, files: int) -> Report:
    briefing = read.briefing
    return Report(
        articles=len(briefing.articles),
        topics=len(briefing.topics),
        drafts=read.folder.drafts,
        skipped=read.folder.skipped,
        files=files,
        future=tuple(article.source.file for article in read.lineup.future),
        expired=tuple(article.source.file for article in read.lineup.expired),
        shown=read.shown,
    )

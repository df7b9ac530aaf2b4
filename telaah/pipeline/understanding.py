"""A content folder becomes a briefing, with all there is to say about it: read, clean, analyse, group."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from telaah.analyse import corrected
from telaah.clean import clean, doubts, introduction, without_furniture
from telaah.group import check as check_topics
from telaah.group import check_grouped, check_names, group, misspelt_names
from telaah.lineup import Lineup, lineup, remarks
from telaah.model import Analysis, Article, Briefing, Folder, Source
from telaah.pipeline.analyses import analyses_of
from telaah.problems import InputError, Problem, in_order
from telaah.read import read
from telaah.read.silenced import FILE as SILENCED
from telaah.read.walk import listing
from telaah.settings import Options, Outlets, Settings, SettingsError, settings


class ContentError(InputError):
    """Content that nothing is published from; carries every problem, warnings included."""


@dataclass(frozen=True, slots=True)
class Understood:
    """All that the stages before the pages made of the content; `analyses` as `Preview` has them."""

    folder: Folder
    lineup: Lineup
    briefing: Briefing
    analyses: tuple[Analysis, ...]
    problems: tuple[Problem, ...]
    shown: bool
    """Whether the articles that stand aside are in the briefing all the same."""


def understood(
    steered: Settings, options: Options, before: Mapping[str, Analysis] = MappingProxyType({})
) -> Understood:
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
    named = (*check_topics(articles, folder.topics, left_out), *check_names(steered.names, articles, left_out))
    found += (at(steered.content, each) for each in named)
    refuse(found, steered)
    analyses = analyses_of(articles, before, steered, options)
    signed = tuple(corrected(analysis, steered.names) for analysis in analyses)
    introductions = {topic.id: introduction(topic.introduction) for topic in folder.topics if topic.introduction}
    grouped = group(signed, folder.topics, introductions, steered.outlets, steered.names, folder.silenced)
    told = (*misspelt_names(steered.names, analyses), *check_grouped(grouped, folder, steered.languages, SILENCED))
    found += (at(steered.content, each) for each in told)
    refuse(found, steered)
    briefing = replace(grouped, corrections=folder.corrections)
    return Understood(folder, lined, briefing, analyses, in_order(found), steered.drafts)


def steering(options: Options) -> Settings:
    """Return the settings; where they are wrong, raise SettingsError with what is wrong in the content as well."""
    try:
        return settings(options)
    except SettingsError as error:
        raise SettingsError(in_order((*error.problems, *_errors(options.content)))) from error


def _errors(content: Path) -> Iterator[Problem]:
    """Yield the errors of a content folder that can be told without its settings."""
    if not content.is_dir() or isinstance(listing(content), Problem):
        return
    folder = read(content)
    articles = [clean(source, Outlets.of(()), str(content / source.file)) for source in folder.sources]
    found = [*folder.problems, *(problem for article in articles for problem in article.problems)]
    found += (at(content, each) for each in check_topics(articles, folder.topics, folder.left_out))
    yield from (problem for problem in found if problem.severity == "error")


def cleaned(sources: Iterable[Source], steered: Settings) -> Iterator[Article]:
    """Give sources as articles, without what an outlet repeats from page to page."""
    yield from without_furniture(_read(sources, steered))


def _read(sources: Iterable[Source], steered: Settings) -> Iterator[Article]:
    yield from (clean(source, steered.outlets, str(steered.content / source.file)) for source in sources)


def at(content: Path, problem: Problem) -> Problem:
    """Return a problem of a file below the content folder with the path as a maintainer would open it."""
    return replace(problem, file=str(content / problem.file)) if problem.file else problem


def refuse(found: Iterable[Problem], steered: Settings) -> None:
    """Raise when an error was found, or under --strict a warning."""
    problems = tuple(found)
    wrong = {"error", "warning"} if steered.strict else {"error"}
    if any(problem.severity in wrong for problem in problems):
        raise ContentError(in_order(problems))

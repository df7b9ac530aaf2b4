"""The pages as they would be, without publishing: all of them, or those of a changed article at once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from os.path import realpath
from pathlib import Path

from telaah.analyse import corrected
from telaah.glimpse import around
from telaah.index import index
from telaah.model import Analysis, Briefing, Page
from telaah.pipeline.analyses import analyser
from telaah.pipeline.outcome import Outcome, report
from telaah.pipeline.pages import pages_of
from telaah.pipeline.understanding import cleaned, steering, understood
from telaah.problems import Problem
from telaah.publish.check import check as check_pages
from telaah.read import read_files
from telaah.render import render
from telaah.settings import Options, Settings


@dataclass(frozen=True, slots=True)
class Preview:
    """Pages that are not published, and what the next preview may go on from."""

    pages: tuple[Page, ...]
    outcome: Outcome
    settings: Settings
    briefing: Briefing
    analyses: tuple[Analysis, ...]
    """As they were made, before the desk's corrections of names."""


def preview(options: Options, last: Preview | None = None) -> Preview:
    """Return the pages without their search index; articles that are as they were are not analysed again."""
    steered = steering(options)
    same = last is not None and last.settings.summary_words == steered.summary_words
    before = {analysis.article.source.file: analysis for analysis in last.analyses} if last and same else {}
    # A preview writes nothing anywhere; what it remembers is the last one.
    found = understood(steered, replace(options, cache=None), before)
    pages = pages_of(found.briefing, steered, options.jobs)
    outcome = Outcome(report(found, len(pages)), found.problems)
    return Preview(pages, outcome, steered, found.briefing, found.analyses)


def glimpse(last: Preview, changed: Iterable[Path]) -> tuple[Page, ...]:
    """Return the pages of changed articles in the surroundings of the last build; none where more has changed.

    A whole build on a thousand articles takes seconds, this some tenths of one; links and counts are those of before.
    """
    content = last.settings.content
    known = {realpath(content / placed.article.source.file): placed for placed in last.briefing.articles}
    if not all(realpath(path) in known for path in changed):
        return ()
    folder = read_files(content, (content / known[realpath(path)].article.source.file for path in changed))
    analysed = map(analyser(last.settings), cleaned(folder.sources, last.settings))
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
    return search, check_pages((*shown.pages, *search), shown.settings.base_path)

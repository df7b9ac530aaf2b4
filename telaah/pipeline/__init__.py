"""The seven stages in order: read, clean, analyse, group, render, index, publish."""

from collections.abc import Sequence

from telaah.index import IndexFailed as IndexFailed
from telaah.index import index
from telaah.model import Briefing, Page
from telaah.pipeline.explaining import articles as articles
from telaah.pipeline.explaining import draft as draft
from telaah.pipeline.explaining import explain as explain
from telaah.pipeline.outcome import Outcome as Outcome
from telaah.pipeline.outcome import report
from telaah.pipeline.pages import markups_of, pages_of
from telaah.pipeline.previews import Preview as Preview
from telaah.pipeline.previews import finish as finish
from telaah.pipeline.previews import glimpse as glimpse
from telaah.pipeline.previews import preview as preview
from telaah.pipeline.understanding import ContentError as ContentError
from telaah.pipeline.understanding import Understood, at, refuse, steering, understood
from telaah.problems import Problem, in_order
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
from telaah.render.addresses import unaddressed
from telaah.render.explanation import explanation as explanation
from telaah.settings import Options, Settings, check_places


def build(options: Options) -> Outcome:
    """Build the site and put it in place; raise ContentError with every problem, and then nothing has changed."""
    check_places(options)
    with lock(options.site):
        steered = steering(options)
        read = understood(steered, options)
        pages = _pages(read.briefing, steered, options.jobs)
        problems = _since_last(read, pages, steered)
        parsed = markups_of(pages, options.jobs)
        files = publish(pages, _inputs(read, steered), steered.site, base_path=steered.base_path, read=parsed)
    return Outcome(report(read, files), problems)


def check(options: Options) -> Outcome:
    """Do everything but publishing."""
    steered = steering(options)
    read = understood(steered, options)
    pages = _pages(read.briefing, steered, options.jobs)
    parsed = markups_of(pages, options.jobs)
    wrong = check_pages(pages, steered.base_path, parsed)
    if wrong:
        raise PublishError(wrong)
    lost = unreachable(pages, steered.base_path, parsed)
    refuse(lost, steered)
    return Outcome(report(read, len(pages)), in_order((*_since_last(read, pages, steered), *lost)))


def _pages(briefing: Briefing, steered: Settings, jobs: int) -> tuple[Page, ...]:
    pages = pages_of(briefing, steered, jobs)
    return (*pages, *index(pages, steered.languages[0])) if steered.search else pages


def _inputs(read: Understood, steered: Settings) -> Inputs:
    sources = ((placed.article.source.file, placed.article.source.sha256) for placed in read.briefing.articles)
    topics = (topic.file for topic in read.folder.topics)
    return inputs(sources, topics, steered, versions(read.briefing))


def _since_last(read: Understood, pages: Sequence[Page], steered: Settings) -> tuple[Problem, ...]:
    """Return all there is to say, what became of the edition that the site folder holds included."""
    gone = {article.id: "expired" for article in read.lineup.expired}
    last = last_edition(steered.site)
    found = changes(last, versions(read.briefing), {page.path for page in pages}, gone) if last else ()
    every = (*read.problems, *(at(steered.content, each) for each in found))
    refuse(every, steered)
    return in_order((*every, *unaddressed(steered.base_url)))

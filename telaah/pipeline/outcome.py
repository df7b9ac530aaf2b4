"""What became of the content turns into what the desk is told: counts, and every problem."""

from dataclasses import dataclass

from telaah.model import Report
from telaah.pipeline.understanding import Understood
from telaah.problems import Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did, and what there is to say about its input."""

    report: Report
    problems: tuple[Problem, ...]


def report(read: Understood, files: int) -> Report:
    """Return the counts of the closing line; `files` are those of the site."""
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

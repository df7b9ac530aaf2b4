"""Single files become what is understood of them, without a briefing around them."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from telaah.analyse import corrected
from telaah.model import Analysis, Article
from telaah.pipeline.analyses import analyser
from telaah.pipeline.understanding import cleaned
from telaah.problems import Problem, in_order
from telaah.read import read, read_files
from telaah.read.draft import write_draft
from telaah.settings import Options, settings


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
    analysed = map(analyser(steered), cleaned(kept, steered))
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
    yield from cleaned((*folder.sources, *drafts.sources), steered)


def draft(path: Path, options: Options) -> tuple[Path | None, tuple[Problem, ...]]:
    """Write what is understood of a raw page beside it, for the desk to correct; return where, or why not."""
    analyses, problems = explain(path, options)
    for analysis in analyses:
        written = write_draft(analysis.article, path)
        return (written, problems) if isinstance(written, Path) else (None, (*problems, written))
    return None, problems

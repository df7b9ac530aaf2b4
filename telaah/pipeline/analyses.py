"""Articles become analyses: remembered ones as they are, the others made, in several processes where that helps."""

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from telaah.analyse import analyse
from telaah.cache import Cache
from telaah.engine import run
from telaah.model import Analysis, Article, Stated
from telaah.settings import Options, Settings


def analyses_of(
    articles: Sequence[Article], before: Mapping[str, Analysis], steered: Settings, options: Options
) -> tuple[Analysis, ...]:
    """Return the analyses; made are only those that neither `before`, by file, nor the cache remembers."""
    cache = Cache(options.cache, steered.summary_words)
    known = {article.source.file: _remembered(article, before, cache) for article in articles}
    missing = [article for article in articles if known[article.source.file] is None]
    found = run(analyser(steered), [_bare(each) for each in missing], options.jobs)
    for article, made in zip(missing, found, strict=True):
        fresh = replace(made, article=article)
        cache.keep(fresh)
        known[article.source.file] = fresh
    return tuple(each for article in articles if (each := known[article.source.file]))


def analyser(steered: Settings) -> Callable[[Article], Analysis]:
    """Return what analyses an article under these settings; it can be sent to another process."""
    return functools.partial(analyse, summary_words=steered.summary_words)


def _remembered(article: Article, before: Mapping[str, Analysis], cache: Cache) -> Analysis | None:
    last = before.get(article.source.file)
    return last if last and last.article == article else cache.find(article)


def _bare(article: Article) -> Article:
    """Return an article without what no analysis looks at, so that little travels between processes."""
    source = replace(article.source, text="", stated=Stated(), stated_at={})
    return replace(article, source=source, lines=(), removed=(), problems=())

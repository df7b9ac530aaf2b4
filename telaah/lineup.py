"""Articles that were read become those that are published now and those that are not, and what the desk should know."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from telaah.model import Article, Standing
from telaah.problems import Problem
from telaah.settings import Settings
from telaah.standing import standing


@dataclass(frozen=True, slots=True)
class Lineup:
    """The articles of an edition, and what stands aside; with `--drafts` the same articles are among both."""

    articles: tuple[Article, ...]
    future: tuple[Article, ...]
    expired: tuple[Article, ...]

    @property
    def left_out(self) -> tuple[str, ...]:
        """Ids of articles that exist and are not in this edition."""
        kept = {article.id for article in self.articles}
        return tuple(article.id for article in (*self.future, *self.expired) if article.id not in kept)


def lineup(articles: Iterable[Article], settings: Settings) -> Lineup:
    """Return the articles of the edition; future and expired ones are among them only where drafts are shown."""
    found = tuple((article, standing(article, settings.edition)) for article in articles)

    def of(kind: Standing) -> tuple[Article, ...]:
        return tuple(article for article, each in found if each == kind)

    kept = tuple(article for article, each in found if each is None or settings.drafts)
    return Lineup(kept, of("future"), of("expired"))


def remarks(articles: Iterable[Article], settings: Settings) -> Iterator[Problem]:
    """Give one notice each for rights that nobody stated, and for ends that no edition can bring."""
    every = tuple(articles)
    unstated = sum(_rights_unstated(article, settings) for article in every)
    if unstated and not settings.rights_stated:
        hint = "set default_rights in site.toml, or rights per outlet or article: full, excerpt or link"
        what = "1 article; it is" if unstated == 1 else f"{unstated} articles; they are"
        message = f"nobody stated the rights of {what} published in full"
        yield Problem("notice", "rights-unstated", message, hint)
    ending = sum(article.source.stated.expires is not None for article in every)
    if ending and settings.edition is None:
        who = "1 article states" if ending == 1 else f"{ending} articles state"
        message = f"{who} 'expires', but no edition is named, so nothing is left out"
        hint = 'write the day of this edition into site.toml: edition = "2024-05-31"; the clock is never asked'
        yield Problem("notice", "edition-missing", message, hint)


def _rights_unstated(article: Article, settings: Settings) -> bool:
    stated = article.source.stated
    known = settings.outlets.find(article.outlet.name) if article.outlet.name else None
    return stated.rights is None and stated.kind == "article" and not (known and known.rights)

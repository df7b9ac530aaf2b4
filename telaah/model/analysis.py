"""What analyse makes: an article becomes an analysis."""

from dataclasses import dataclass

from telaah.model.article import Article
from telaah.model.kinds import NameKind
from telaah.model.reading import Reading, Sentence


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed in the article, without titles; `forms` are its short forms and acronyms there.

    `desk` is the id of the table in names.toml that speaks of it: then `text` is the name as the desk prints it,
    and `forms` are all ways in which the article does.
    """

    text: str
    kind: NameKind
    forms: tuple[str, ...] = ()
    desk: str | None = None

    @property
    def printed(self) -> tuple[str, ...]:
        """All ways in which the article prints it."""
        return self.forms if self.desk else (self.text, *self.forms)


@dataclass(frozen=True, slots=True)
class Keyword:
    """A phrase as printed in the article; a higher score is better, 0 to 1."""

    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was computed from one article; `summary` holds sentences of `sentences`, in reading order.

    `reading` is what other articles are compared by.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    keywords: tuple[Keyword, ...]
    summary: tuple[Sentence, ...]
    reading: Reading

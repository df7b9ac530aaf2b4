"""What analyse reads in an article's words for whoever compares articles: no other article is asked for it."""

from dataclasses import dataclass
from datetime import date

from telaah.model.days import days
from telaah.model.kinds import DateBasis, FigureKind, Precision, Status


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a substring of the text of the paragraph it names.

    `leaning` says that it only makes sense with the one before: it refers back, or begins inside a quotation.
    """

    text: str
    paragraph: str
    leaning: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article: a sentence as it stands, and the piece of it that is meant."""

    article: str
    paragraph: str
    sentence: str
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the text: from `low` to `high` inclusive, None where it is open, with its unit.

    The unit of money is an ISO 4217 code, of a measure a short code (km, hour), of a count what is counted, as printed.
    """

    quote: Quote
    kind: FigureKind
    unit: str
    low: float
    high: float | None


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened, or is planned: first and last day in ISO 8601 at the precision stated, and who says so.

    `start` and `end` are 2022-09-06, 2022-09 or 2022; equal but for an interval.
    """

    start: str
    end: str
    precision: Precision
    basis: DateBasis
    planned: bool
    quote: Quote
    also: tuple[str, ...]

    @property
    def first(self) -> date:
        """The first day that it may mean."""
        found = days(self.start)
        return found.first if found else date.min

    @property
    def last(self) -> date:
        """The last day that it may mean."""
        found = days(self.end)
        return found.last if found else date.max


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment, and whether its sentence tells no other."""

    moment: Moment
    alone: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and its place, its words, how sure it is, and whether a word for people by what they are is in it.

    Words are as printed, one blank between two: a tuple of them takes eight times the memory. `stems` are those that
    say something, rarest first; none in a sentence too short to state a fact. `peak` is the share that the first one
    has in the length of their vector of weights, in per cent, rounded up: of two sentences that share so many stems
    the likeness is at most that number times both shares.
    """

    sentence: Sentence
    place: int
    words: str
    status: tuple[Status, ...]
    sourced: bool
    stems: str
    peak: int


@dataclass(frozen=True, slots=True)
class Terms:
    """Stems, one blank between two, with how often each counts in the body and, the first ones, in headline and lead.

    `lead` is as long as there are stems that count there.
    """

    stems: str
    body: tuple[int, ...]
    lead: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of an article's headline, one blank between two, its sentences, terms, figures and moments.

    `shingles` are numbers of runs of its words, a sample by which copies are sought.
    """

    title: str
    said: tuple[Said, ...]
    terms: Terms
    shingles: tuple[int, ...]
    figures: tuple[Figure, ...]
    moments: tuple[Dated, ...]


NO_READING = Reading("", (), Terms("", (), ()), (), (), ())
"""What is read of an article without words."""

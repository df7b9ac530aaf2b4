"""A topic and its analyses become the topic with what they have found together: origins, claims, figures, timeline."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from telaah.group.aligned import Passage
from telaah.group.claims import claims, denials, foremost
from telaah.group.differing_dates import differing_dates
from telaah.group.disagreements import disagreements
from telaah.group.origins import origins
from telaah.group.provenance import chain
from telaah.group.silencing import without_silenced
from telaah.group.summary import heard
from telaah.group.timeline import timeline
from telaah.group.wording import unnamed_sources
from telaah.languages.facts import Weigher
from telaah.model import Analysis, Copies, Hop, Quote, Topic
from telaah.outlets import Outlets

COMPARED = 30
"""Articles of a topic, the best fitting first, whose sentences are compared: the work grows with the square."""


class Finder:
    """Finds what the articles of topics say together, and how each came to its outlet.

    It knows all articles and their copies, and the rows that the desk takes out, by id, with the reasons.
    """

    def __init__(
        self,
        analyses: Sequence[Analysis],
        copies: Sequence[Copies],
        outlets: Outlets,
        silenced: Mapping[str, str],
    ) -> None:
        self._silenced = silenced
        self._analyses = {analysis.article.id: analysis for analysis in analyses}
        self._outlets = outlets
        self.chains: dict[str, tuple[Hop, ...]] = {}
        self._unnamed: dict[str, tuple[Quote, ...]] = {}
        self._weighers = {code: Weigher(code) for code in sorted({a.article.language for a in analyses})}
        self._copies: dict[str, list[Copies]] = {}
        for each in copies:
            for name in each.articles:
                self._copies.setdefault(name, []).append(each)

    def findings(self, topic: Topic) -> Topic:
        """Return the topic with its summary, origins, claims, figures, disagreements and timeline."""
        told = [self._analyses[name] for name in topic.articles]
        for analysis in told:
            self._trace(analysis)
        # What the desk retracted is no witness: it counts for no origin, and nothing is taken from it.
        members = [analysis for analysis in told if not analysis.article.retracted]
        compared = members[:COMPARED]
        copies = dict.fromkeys(each for name in topic.articles for each in self._copies.get(name, ()))
        found_origins = origins(members, tuple(copies), self._outlets, self._unnamed)
        found_figures = tuple(figure for a in members for figure in a.reading.figures)
        denied = denials(compared)
        # An article alone has nothing to be compared with: only what it reports as denied is a claim.
        alone = len(members) == 1
        every = [
            Passage(a.article.id, said, self._weighers[a.article.language])
            for a in compared
            for said in a.reading.said
            if not alone or (a.article.id, said.place) in denied
        ]
        passages = [passage for passage in every if passage.said.stems]
        printed = {(passage.article, passage.said.sentence.text): passage for passage in every}
        dated = [each for a in members for each in a.reading.moments]
        rows = (
            *disagreements(compared, printed, found_figures, found_origins),
            *differing_dates(compared, printed, dated, found_origins),
        )
        outdated = [row.quotes[0] for row in rows if row.how == "update"]
        said = heard(members, found_origins, topic.keywords, outdated)
        kept_claims, no_claims = without_silenced(claims(compared, passages, denied, found_origins), self._silenced)
        kept_rows, no_rows = without_silenced(rows, self._silenced)
        return replace(
            topic,
            summary=said.summary,
            silent=said.silent,
            origins=found_origins,
            claims=foremost(kept_claims),
            figures=found_figures,
            disagreements=kept_rows,
            timeline=timeline(each.moment for each in dated),
            silenced=(*no_claims, *no_rows),
        )

    def _trace(self, analysis: Analysis) -> None:
        """Look up once on whose word an article rests, and how it came to its outlet."""
        name = analysis.article.id
        if name not in self.chains:
            self._unnamed[name] = unnamed_sources(analysis)
            self.chains[name] = chain(analysis, self._unnamed[name])

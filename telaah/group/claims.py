"""Passages of a topic become claims: facts that several articles state, or one of which there is a denial."""

from collections.abc import Iterable, Mapping, Sequence

from telaah.group.aligned import Passage, agreement, near, same_fact
from telaah.group.beyond import beyond
from telaah.group.denying import Denial, denial, denies, told_of
from telaah.group.wording import denied_place, unnamed
from telaah.model import Analysis, Claim, ClaimCell, Origins, Quote, Said

ALIGNED = 0.5
"""Likeness from which two sentences state one fact, for precision: of the two dozen pairs from the first five articles,
judged by eye, one in ten was wrong at .5 and four in ten at .4; docs/decisions/0050 has the rows judged later."""
MOST = 12
"""Claims shown of a topic: a table longer than a screen is not read."""


Denials = Mapping[tuple[str, int], Quote]
"""The denied sentences, by article and place, with the sentence that denies each."""
Denied = Mapping[Passage, Denial]
"""The sentences that deny, with what they deny."""


def claims(
    analyses: Sequence[Analysis],
    passages: Sequence[Passage],
    denials: Denials,
    origins: Origins,
) -> tuple[Claim, ...]:
    """Return all claims, those that most articles state first, then in reading order; an article has one cell at most.

    `denials` are the denied sentences, by article and place, with the sentence that denies each.
    """
    by_id = {analysis.article.id: analysis for analysis in analyses}
    passages = _once(passages, denials)
    number = {(passage.article, passage.said.place): number for number, passage in enumerate(passages)}
    group = {article: origin for origin in origins.groups for article in origin.articles}
    denying = {p: denial(p, by_id[p.article].article.language) for p in passages if denies(p)}
    rows = [row for row in _rows(passages, denying) if len(row) > 1]
    denials = _with_denied(rows, passages, denying, denials)
    told = {(passage.article, passage.said.place) for row in rows for passage in row}
    rows += [[p] for p in passages if (p.article, p.said.place) in denials and (p.article, p.said.place) not in told]
    rows.sort(key=lambda row: (-len(row), min(number[p.article, p.said.place] for p in row)))
    found = []
    for row in rows:
        more = beyond([(by_id[p.article], p.said) for p in row])
        cells = tuple(
            _cell(by_id[p.article], p.said, denials.get((p.article, p.said.place)), says_more)
            for p, says_more in zip(row, more, strict=True)
        )
        denied = any(cell.denial or "denied" in cell.status for cell in cells)
        behind = {group[cell.article].articles: group[cell.article].known for cell in cells}
        found.append(Claim(cells, max(1, sum(behind.values())), len(behind), denied))
    return tuple(found)


def foremost(found: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims that are shown; a denial is never cut off."""
    return (*found[:MOST], *(claim for claim in found[MOST:] if claim.denied))


def denials(analyses: Iterable[Analysis]) -> Denials:
    """Return the sentences that are denied, by article and place, with the denial: itself, or one that refers back."""
    found = {}
    for analysis in analyses:
        code, article = analysis.article.language, analysis.article.id
        for each in analysis.reading.said:
            if "denied" in each.status:
                quote = Quote(article, each.sentence.paragraph, each.sentence.text, each.sentence.text)
                found[article, denied_place(analysis.reading.said, each.place, code)] = quote
    return found


def _once(passages: Sequence[Passage], denials: Denials) -> list[Passage]:
    """Leave out the sentences that an article prints again; of equal ones stays the one that is denied, or the first.

    A row bears the id of its sentence, so two of them would be one.
    """
    kept: dict[tuple[str, str], Passage] = {}
    for passage in passages:
        last = kept.setdefault((passage.article, passage.said.sentence.text), passage)
        if (passage.article, passage.said.place) in denials and (last.article, last.said.place) not in denials:
            kept[passage.article, passage.said.sentence.text] = passage
    return list(kept.values())


def _rows(passages: Sequence[Passage], denied: Denied) -> list[list[Passage]]:
    """Join the most alike first; a sentence joins a row when it is like every sentence of it.

    One that denies joins others that deny, or such as say what it denies.
    """
    row_of: dict[int, list[int]] = {}
    for _, one, other in near(passages, ALIGNED):
        rows = row_of.setdefault(one, [one]), row_of.setdefault(other, [other])
        if rows[0] is rows[1]:
            continue
        articles = [passages[each].article for row in rows for each in row]
        if len(set(articles)) == len(articles) and all(
            _agree(passages[a], passages[b], denied) for a in rows[0] for b in rows[1]
        ):
            rows[0].extend(rows[1])
            row_of.update((each, rows[0]) for each in rows[1])
    unique = {min(row): row for row in row_of.values()}
    return [[passages[each] for each in sorted(row)] for _, row in sorted(unique.items())]


def _agree(one: Passage, other: Passage, denied: Denied) -> bool:
    if not agreement(one, other, ALIGNED) or not same_fact(one, other):
        return False
    both = one in denied, other in denied
    return both[0] == both[1] or bool(denied[one].share(other) if both[0] else denied[other].share(one))


def _with_denied(rows: list[list[Passage]], passages: Sequence[Passage], denied: Denied, denials: Denials) -> Denials:
    """Let each denial that stands in no row join the one that says what it denies; return what is denied by what.

    Where its own article has a sentence in that row, that one is the one it denies.
    """
    found = dict(denials)
    others = [(place, passage) for place, passage in enumerate(passages) if passage not in denied]
    for one, what in denied.items():
        place = told_of(one, what, others) if not any(one in row for row in rows) else None
        if place is None:
            continue
        told = passages[place]
        row = next((row for row in rows if told in row), [told])
        own = next((each for each in row if each.article == one.article and what.share(each)), None)
        if own:
            found.pop((one.article, one.said.place), None)
            found[own.article, own.said.place] = _quote(one)
            rows += [] if row in rows else [row]
            continue
        # Who says less than what is denied stays out of its row: that the gates were opened is not denied.
        rows[:] = [each for each in rows if each is not row]
        rows.append(sorted((*(each for each in row if what.share(each)), one), key=passages.index))
        rest = [each for each in row if not what.share(each)]
        rows += [rest] if len(rest) > 1 else []
    return found


def _quote(passage: Passage) -> Quote:
    sentence = passage.said.sentence
    return Quote(passage.article, sentence.paragraph, sentence.text, sentence.text)


def _cell(analysis: Analysis, said: Said, denial: Quote | None, says_more: bool) -> ClaimCell:
    sentence = said.sentence
    marks = (*said.status, "unnamed") if unnamed(analysis, said) else said.status
    return ClaimCell(analysis.article.id, sentence.paragraph, sentence.text, marks, denial, says_more)

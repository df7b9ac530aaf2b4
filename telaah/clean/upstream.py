"""Credits as pages print them become upstreams: whom a page names for its report, with line and words as evidence."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from telaah.clean.credits import agencies_alone, is_domain
from telaah.clean.cues import Cues
from telaah.clean.cuts import Cut, cut
from telaah.clean.lines import Mark, RawLine
from telaah.languages.scripts import has_case, may_be_capital
from telaah.model import Evidence, How, Upstream
from telaah.settings import Outlets

STRENGTH: tuple[How, ...] = ("republished", "footer", "dateline", "first-report", "cue", "metadata")
"""Strongest first: a printed credit for the whole page before a phrase in one sentence."""
NAME_WORDS = 7
"""Most words of an organisation's name after a cue."""

_JOINERS = frozenset({"of", "and", "the", "for", "de", "la", "dan", "&", "der", "des", "do", "da"})
_PRESS = re.compile(
    r"\b(?:news|times|post|press|herald|journal|tribune|daily|mail|guardian|agency|tv|radio|kantor berita|media|"
    r"telegraph|observer|gazette|chronicle|standard|today|online|presse|zeitung|spiegel|monde|jornal|diário|diario|correio|"
    r"gazeta|rádio|periódico|agência|agencia)\b",
    re.IGNORECASE,
)


def upstreams(
    story: Iterable[RawLine],
    marks: dict[int, Mark],
    cuts: Mapping[int, Cut],
    own: str | None,
    cues: Cues,
    outlets: Outlets,
) -> tuple[Upstream, ...]:
    """Return whom the page credits, each name once with its strongest evidence; never the page's own outlet."""
    found = [*_of_lines(story, marks, cues, outlets)]
    for line, each in cuts.items():
        found += _of_cut(line, each, outlets)
    ranked = sorted(found, key=lambda one: (STRENGTH.index(one.how), one.evidence.line or 0))
    merged: dict[str, Upstream] = {}
    for one in ranked:
        if one.name != own:
            merged.setdefault(one.name, one)
    return tuple(merged.values())


def ends(blocks: Sequence[tuple[int, str]], cues: Cues, outlets: Outlets) -> dict[int, Cut]:
    """Return the first and the last of paragraphs without clutter, given by line, freed of dateline and credit."""
    first, last = blocks[:1], blocks[-1:]
    return {
        line: cut(text, outlets, cues, first=(line, text) in first, last=(line, text) in last)
        for line, text in (*first, *last)
    }


def credited(
    blocks: Iterable[tuple[int, str]], cuts: Mapping[int, Cut], cues: Cues, outlets: Outlets
) -> tuple[Upstream, ...]:
    """Return whom such paragraphs credit: in a dateline, in brackets at the end, in words."""
    lines = [RawLine(number, text, text, number) for number, text in blocks]
    return upstreams(lines, {line.number: Mark("body", "kept") for line in lines}, cuts, None, cues, outlets)


def via_itself(text: str, cues: Cues, outlets: Outlets) -> str | None:
    """Return the outlet that a sentence names as the one reporting through another ("dilansir X melalui Y")."""
    for match in cues.found("credit", text):
        named = match.groupdict().get("outlet")
        if named and _is_press(named, outlets):
            return named
    return None


def _of_cut(line: int, cut: Cut, outlets: Outlets) -> Iterator[Upstream]:
    """Give the agencies of a dateline, and those in brackets at the end of the text."""
    if cut.dateline and cut.dateline.agency:
        for name in (part.strip() for part in cut.dateline.agency.split("/")):
            if _is_press(name, outlets):
                yield Upstream(outlets.canonical(name), "dateline", Evidence("stated", line, cut.dateline.text.strip()))
    words = next((piece for piece, rule in cut.pieces if rule == "agency-credit"), None)
    for name in cut.agencies:
        yield Upstream(outlets.canonical(name), "footer", Evidence("stated", line, words))


def _of_lines(story: Iterable[RawLine], marks: dict[int, Mark], cues: Cues, outlets: Outlets) -> Iterator[Upstream]:
    for line in story:
        cls = marks[line.number].cls
        if cls == "republish_credit":
            for match in list(cues.found("republished", line.text))[:1]:
                yield from _named(match["outlet"], "republished", line.number, match[0], outlets, any_name=True)
        elif cls == "source_credit":
            credit = cues.begins("source_credit", line.text)
            alone = agencies_alone(line.text, cues, outlets)
            for part in alone or re.split(r"\s*[/;,|]\s*", credit["rest"] if credit else ""):
                yield from _named(part, "footer", line.number, line.text, outlets, any_name=True)
        elif cls in ("body", "standfirst"):
            yield from _of_sentences(line, cues, outlets)


def _of_sentences(line: RawLine, cues: Cues, outlets: Outlets) -> Iterator[Upstream]:
    for match in cues.found("first_report", line.text):
        yield from _named(match["name"], "first-report", line.number, _words(match, outlets), outlets, any_name=True)
    for match in list(cues.found("credit", line.text))[:1]:
        yield from _named(match["name"], "cue", line.number, _words(match, outlets), outlets, any_name=False)


def _words(match: re.Match[str], outlets: Outlets) -> str:
    """Return the words from the cue to the end of the name it introduces."""
    name = name_at(match["name"], outlets)
    end = match.start("name") + match["name"].find(name) + len(name)
    return match.string[match.start() : end]


def _named(text: str, how: How, line: int, words: str, outlets: Outlets, *, any_name: bool) -> Iterator[Upstream]:
    name = name_at(text, outlets)
    if name and (any_name or _is_press(name, outlets)):
        yield Upstream(outlets.canonical(name), how, Evidence("stated", line, words.strip()))


def name_at(text: str, outlets: Outlets) -> str:
    """Return the organisation's name at the beginning of a text: the longest known one, else the capitalised run."""
    run: list[str] = []
    for word in text.split()[:NAME_WORDS]:
        bare = word.strip("“”\"'‘’()")
        core = bare.rstrip(".,;:")
        if not (may_be_capital(core[:1]) or core[:1].isdigit() or is_domain(core) or core.casefold() in _JOINERS):
            break
        run.append(core)
        if bare != core:
            break
    while run and run[-1].casefold() in _JOINERS:
        run.pop()
    while run and run[0].islower() and run[0] in _JOINERS:
        run.pop(0)
    for size in range(len(run), 0, -1):
        if outlets.find(" ".join(run[:size])):
            return " ".join(run[:size])
    # Where nothing has capitals, only a known name tells where a name ends.
    return " ".join(run) if has_case(" ".join(run)) or len(run) == len(text.split()) else ""


def _is_press(name: str, outlets: Outlets) -> bool:
    return bool(outlets.find(name) or is_domain(name) or _PRESS.search(name))

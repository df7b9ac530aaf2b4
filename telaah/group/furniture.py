"""Articles show which of their sentences are furniture: what pages print beside many stories is no story."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from telaah.group.headlines import FEWEST, Stems, about, stems
from telaah.languages.terms import STEM
from telaah.model import Analysis, Said

PAGES = 4
"""Articles of one outlet that share a sentence from which it is furniture; one story is seldom told so often."""
STORY = 0.2
"""Share of an article's letters that must remain: where less would, it is one text run several times, not a frame."""
SHARED_BY = 3
"""Articles of any outlet that must hold a sentence for it to be taken for a frame: two that share sentences which say
nothing of their headlines are often copies all the same (with 2, a sixth of 300 constructed copies is lost)."""
ABOUT = 0.2
"""Share of a headline's stems that what two pages share must hold for it to be of the story, in both. Of 421 reports
put into the pages of invented sites, pairs that share a site's frame only hold .13 or less in 99 of 100."""
OWN = 0.5
"""Share of its headline's stems from which a sentence is an article's own, though other pages print it as a teaser."""

TEASER = 3
"""Most sentences behind another article's headline that are its teaser; more are the article itself, printed again."""

Holders = Mapping[bytes, Sequence[tuple[int, Said]]]
"""The articles, by place, in which a sentence stands, and the sentence there; by its words, all digits alike."""

_DIGITS = bytes.maketrans(b"123456789", b"000000000")  # counters, hours and days differ from page to page


def furniture(analyses: Sequence[Analysis], headlines: Sequence[Stems]) -> tuple[frozenset[str], ...]:
    """Return for each analysis the sentences that belong to the page and not to the story.

    They are what an outlet repeats from page to page, and, whether the outlet is known or not, what pages share that
    is about neither headline, and headlines of other articles with the sentences of those behind them. A story that
    several outlets carry is about theirs.
    """
    keys = [[_key(said.words) for said in each.reading.said] for each in analyses]
    holders = _holders(analyses, keys)
    teasers = _teasers(analyses, keys, holders, headlines)
    framed = _framed(analyses, holders, headlines)
    framed |= _of_two(holders, framed, teasers, headlines)
    repeated = _repeated(analyses, holders)
    found = []
    for analysis, own, headline, teased in zip(analyses, keys, headlines, teasers, strict=True):
        beside = {key for key in own if key in framed and about(headline, framed[key]) < OWN} | teased
        pairs = [(key, said.sentence.text) for key, said in zip(own, analysis.reading.said, strict=True)]
        skipped = frozenset(text for key, text in pairs if key in beside)
        whole = all(key in beside for key in own)  # a page of nothing but furniture keeps it
        found.append((frozenset() if whole else skipped) | _of_outlet(analysis, repeated))
    return tuple(found)


def _key(words: str) -> bytes:
    """Return the words by which sentences are the same; a table for bytes is six times as fast as one for text."""
    return words.encode("utf-8", "surrogatepass").translate(_DIGITS)


def _holders(analyses: Sequence[Analysis], keys: Sequence[Sequence[bytes]]) -> Holders:
    """Return the sentences that stand in several articles."""
    first: dict[bytes, int] = {}
    found: dict[bytes, list[tuple[int, Said]]] = {}
    for place, (each, own) in enumerate(zip(analyses, keys, strict=True)):
        for key, said in zip(own, each.reading.said, strict=True):
            earliest = first.setdefault(key, place)
            if earliest != place:
                holding = found.get(key)
                if holding is None:
                    there = analyses[earliest].reading.said[keys[earliest].index(key)]
                    holding = found[key] = [(earliest, there)]
                if holding[-1][0] != place:
                    holding.append((place, said))
    return found


def _teasers(
    analyses: Sequence[Analysis], keys: Sequence[Sequence[bytes]], holders: Holders, headlines: Sequence[Stems]
) -> list[set[bytes]]:
    """Return for each article the headlines of others that stand in it, each with what follows of its article."""
    titled: dict[bytes, set[int]] = {}
    for place, each in enumerate(analyses):
        if len(headlines[place]) >= FEWEST and each.reading.title:
            titled.setdefault(_key(each.reading.title), set()).add(place)
    return [_teased(own, place, titled, holders, headlines) for place, own in enumerate(keys)]


def _teased(
    own: Sequence[bytes],
    place: int,
    titled: Mapping[bytes, set[int]],
    holders: Holders,
    headlines: Sequence[Stems],
) -> set[bytes]:
    found: set[bytes] = set()
    for number, key in enumerate(own):
        others: set[int] = titled.get(key, set())
        if not others or any(about(headlines[place], headlines[other]) >= OWN for other in others):
            continue
        behind = []
        for follows in own[number + 1 : number + 2 + TEASER]:
            if others.isdisjoint(other for other, _ in holders.get(follows, ())):
                break
            behind.append(follows)
        # What reports of one event share behind a headline is their story.
        unlike = all(about(headlines[place], headlines[other]) < ABOUT for other in others)
        found.update((key, *(behind if unlike and len(behind) <= TEASER else ())))
    return found


def _framed(analyses: Sequence[Analysis], holders: Holders, headlines: Sequence[Stems]) -> dict[bytes, Stems]:
    """Return the sentences that most neighbouring pairs of their holders share without sharing a story."""
    shared: dict[tuple[int, int], set[str]] = {}
    said: dict[bytes, Stems] = {}
    for key, holding in holders.items():
        place, first = holding[0]
        said[key] = stems(first.words, analyses[place])
        for (one, _), (other, _) in pairwise(holding):
            shared.setdefault((one, other), set()).update(said[key])
    frames = {pair for pair, both in shared.items() if min(about(headlines[place], both) for place in pair) < ABOUT}
    found = {}
    for key, holding in holders.items():
        apart = sum((one, other) in frames for (one, _), (other, _) in pairwise(holding))
        if len(holding) >= SHARED_BY and 2 * apart > len(holding) - 1:
            found[key] = said[key]
    return found


def _of_two(
    holders: Holders, framed: Mapping[bytes, Stems], teasers: Sequence[set[bytes]], headlines: Sequence[Stems]
) -> dict[bytes, Stems]:
    """Return what only two pages share that share a frame as well, when together it is about neither headline."""
    frames: dict[int, set[bytes]] = {}
    for key in framed:
        for place, _ in holders[key]:
            frames.setdefault(place, set()).add(key)
    shared: dict[tuple[int, int], dict[bytes, Stems]] = {}
    for key, holding in holders.items():
        places = tuple(place for place, _ in holding)
        if len(places) == 2 and key not in framed and not any(key in teasers[place] for place in places):
            one, other = places
            if not frames.get(one, set()).isdisjoint(frames.get(other, ())):
                shared.setdefault((one, other), {})[key] = _all_stems(holding[0][1].words)
    found: dict[bytes, Stems] = {}
    for (one, other), texts in shared.items():
        both = frozenset().union(*texts.values(), *(framed[key] for key in frames[one] & frames[other]))
        if max(about(headlines[place], both) for place in (one, other)) < ABOUT:
            found |= texts
    return found


def _all_stems(words: str) -> Stems:
    return frozenset(word[:STEM].lower() for word in words.split())


def _repeated(analyses: Sequence[Analysis], holders: Holders) -> frozenset[tuple[str, str]]:
    """Return outlets and sentences that stand in many articles of theirs.

    Keyed by outlet, wire copy in several outlets is not mistaken for it.
    """
    seen: dict[tuple[str, str], int] = {}
    for holding in holders.values():
        for place, said in holding:
            outlet = analyses[place].article.outlet.name
            if outlet:
                key = outlet, said.sentence.text
                seen[key] = seen.get(key, 0) + 1
    return frozenset(key for key, count in seen.items() if count >= PAGES)


def _of_outlet(analysis: Analysis, repeated: frozenset[tuple[str, str]]) -> frozenset[str]:
    outlet = analysis.article.outlet.name
    if not outlet or not repeated:
        return frozenset()
    texts = [sentence.text for sentence in analysis.sentences]
    found = frozenset(text for text in texts if (outlet, text) in repeated)
    remains = sum(len(text) for text in texts if text not in found)
    opens = bool(texts) and texts[0] not in found  # a frame does not open the story
    return found if opens and remains >= STORY * sum(map(len, texts)) else frozenset()

"""Claimed titles and the headings of a saved page become its headline as printed."""

import re
from collections import Counter
from collections.abc import Iterable

from lxml import html

from telaah.clean.saved.claims import Claims, folded
from telaah.clean.saved.tree import words

ALIKE = 0.35
"""Least share of words (Dice) that a heading and a claimed title have in common when they are one headline."""
HEADLINE_WORDS = 45
"""Most words of a heading that can be a headline; longer ones are page builders' mistakes."""
SITE_WORDS = 6
"""Most words of a site's name behind a title."""

_BARS = re.compile(r"\s+[|»«•·]\s+|\s*::\s*")
_DASHES = re.compile(r"\s+[-–—]\s+")
_COLON = re.compile(r":\s+")
_WORDS = re.compile(r"\w+")


def headline(root: html.HtmlElement, claims: Claims) -> tuple[str | None, html.HtmlElement | None]:
    """Return the headline and the heading that prints it, each None where there is none.

    What the page prints is the headline; claims say which heading it is, and stand in where no heading is like them.
    """
    sites = (*claims.sites(), *_labels(claims.host))
    claimed = tuple(dict.fromkeys(bare(each, sites) for each in claims.titles()))
    headings = [(each, words(each)) for each in root.iter("h1")]
    headings = [(each, text) for each, text in headings if text and len(text.split()) <= HEADLINE_WORDS]
    best, printed, likeness = _likest(headings, claimed)
    if best is not None and (likeness >= ALIKE or not claimed):
        inside = next((each for each in claimed if _is_more(printed, each)), None)
        return inside or bare(printed, sites), best
    if claimed:
        return claimed[0], _second(root, claimed)
    return None, None


def bare(title: str, sites: Iterable[str]) -> str:
    """Return a title without the name of the site before or behind it."""
    known = [key for key in map(folded, sites) if key]
    for pattern, sure in ((_BARS, True), (_DASHES, False), (_COLON, False)):
        parts = list(pattern.finditer(title))
        if not parts:
            continue
        last = title[parts[-1].end() :]
        if pattern is not _COLON and _is_site(last, known, sure=sure):
            return bare(title[: parts[-1].start()].strip(), sites)
        first = title[: parts[0].start()]
        if _is_site(first, known, sure=False):
            return bare(title[parts[0].end() :].strip(), sites)
    return title


def likeness(one: str, other: str) -> float:
    """Return the share of words that two texts have in common, 0 to 1 (Dice's coefficient over multisets)."""
    here, there = Counter(_WORDS.findall(one.casefold())), Counter(_WORDS.findall(other.casefold()))
    total = here.total() + there.total()
    return 2 * (here & there).total() / total if total else 0.0


def _is_site(part: str, known: Iterable[str], *, sure: bool) -> bool:
    """Say whether a part of a title names the site; a short one behind a bar does whatever it says."""
    key = folded(part)
    if not key or len(part.split()) > SITE_WORDS + 2:
        return False
    if any(key == site or (len(key) > 3 and key in site) or (len(site) > 3 and site in key) for site in known):
        return True
    return sure and len(part.split()) <= SITE_WORDS


def _labels(host: str | None) -> tuple[str, ...]:
    """Return what a host's name says of its site: the label before the public suffix, and the whole."""
    if not host:
        return ()
    labels = [label for label in host.split(".")[:-1] if len(label) > 3]
    return (host, *labels)


def _likest(
    headings: list[tuple[html.HtmlElement, str]], claimed: tuple[str, ...]
) -> tuple[html.HtmlElement | None, str, float]:
    """Return the heading most like a claimed title, the first of equals."""
    best: tuple[html.HtmlElement | None, str, float] = (None, "", -1.0)
    for element, text in headings:
        like = max((likeness(text, each) for each in claimed), default=0.0)
        inside = any(_is_piece(each, text) or _is_piece(text, each) for each in claimed)
        like = max(like, ALIKE) if inside else like
        if like > best[2]:
            best = (element, text, like)
    return best


def _is_piece(part: str, whole: str) -> bool:
    """Say whether a text of three words or more is the beginning or the end of another, and not all of it."""
    pieces, all_ = folded(part), folded(whole)
    return len(part.split()) > 2 and pieces != all_ and (all_.startswith(pieces) or all_.endswith(pieces))


def _is_more(printed: str, claimed: str) -> bool:
    """Say whether a heading holds more than the headline: a date or a counter before or behind it."""
    if not _is_piece(claimed, printed):
        return False
    begins = folded(printed).startswith(folded(claimed))
    rest = folded(printed)[len(folded(claimed)) :] if begins else folded(printed)[: -len(folded(claimed))]
    return any(char.isdigit() for char in rest)


def _second(root: html.HtmlElement, claimed: tuple[str, ...]) -> html.HtmlElement | None:
    """Return a lower heading that prints the claimed title, to know where the article begins."""
    keys = {folded(each) for each in claimed}
    return next((each for each in root.iter("h2", "h3") if folded(words(each)) in keys), None)

"""The figures of a saved page's article become captions with their credits; no picture is fetched."""

import re
from collections.abc import Iterator

from lxml import html

from telaah.clean.credits import caption_credit
from telaah.clean.cues import Cues
from telaah.clean.saved.claims import folded
from telaah.clean.saved.tree import named, words
from telaah.model import Caption
from telaah.settings import Outlets

CAPTION_WORDS = 80
"""Most words of a caption; a longer element holds more than one."""

_CAPTION = re.compile(r"caption(?!s)|keterangan-?foto|bildunterschrift|legende", re.I)
_CREDIT = re.compile(r"credit|copyright|source|photographer|kredit|fotograf", re.I)
_ELSEWHERE = re.compile(r"related|recommend|card|teaser|sidebar|widget|video|gallery-thumb|promo|\bad-", re.I)


def captions(
    root: html.HtmlElement, heading: html.HtmlElement | None, known: Cues, outlets: Outlets
) -> tuple[Caption, ...]:
    """Return the captions inside the article that the heading begins, each once."""
    found: dict[str, Caption] = {}
    inside = _article(root, heading)
    for element in _elements(inside):
        caption = _caption(element, known, outlets)
        if caption:
            found.setdefault(folded(caption.text), caption)
    return tuple(found.values())


def _article(root: html.HtmlElement, heading: html.HtmlElement | None) -> html.HtmlElement:
    """Return what holds the article: the nearest article or main around its heading, else the only one there is."""
    if heading is not None:
        around = next((each for each in heading.iterancestors("article", "main")), None)
        if around is not None:
            return around
    articles = list(root.iter("article"))
    return articles[0] if len(articles) == 1 else root


def _elements(inside: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Give the elements that hold a caption, the outer one where one stands in another."""
    last = None
    for element in inside.iter("figcaption", "p", "div", "span", "dd"):
        is_caption = element.tag == "figcaption" or _CAPTION.search(element.get("class") or "")
        if not is_caption or (last is not None and last in element.iterancestors()):
            continue
        between = (each for each in element.iterancestors() if each is not inside)
        if not any(each.tag in ("nav", "aside", "footer") or _ELSEWHERE.search(named(each)) for each in between):
            last = element
            yield element


def _caption(element: html.HtmlElement, known: Cues, outlets: Outlets) -> Caption | None:
    whole = words(element)
    if not whole or len(whole.split()) > CAPTION_WORDS or not any(char.isalpha() for char in whole):
        return None
    credit = next((words(each) for each in element.iter() if each is not element and _is_credit(each)), None)
    if credit and whole.endswith(credit) and whole != credit:
        return Caption(whole[: -len(credit)].strip(), _bare(credit, known), None)
    split = caption_credit(whole, known, outlets)
    return Caption(split[0], split[1], None) if split else Caption(whole, None, None)


def _is_credit(element: html.HtmlElement) -> bool:
    return isinstance(element.tag, str) and (element.tag == "cite" or bool(_CREDIT.search(named(element))))


def _bare(credit: str, known: Cues) -> str:
    """Return a credit without its label and brackets: (Foto: X) is X."""
    bare = credit.strip(" ()[]")
    label, colon, rest = bare.partition(":")
    labels = {each for one in known.languages for each in one.cues.get("photo_credit", ())}
    return rest.strip() if colon and label.strip().casefold() in labels else bare

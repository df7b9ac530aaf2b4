"""An analysed article becomes the text that its rights let us show, with numbered paragraphs and cited sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

from telaah.model import Article, Placed, Rights, Sentence
from telaah.render.view import Block
from telaah.settings import Settings

PREVIEW = 420
"""Most characters of a paragraph in a citation's preview: about seven lines; the paragraph itself is one click away."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be shown of an article; `summary` is empty where nothing may be quoted."""

    rights: Rights
    blocks: tuple[Block, ...]
    summary: tuple[Sentence, ...]
    by_id: Mapping[str, Block]


def rights_of(article: Article, settings: Settings) -> Rights:
    """Return what may be shown: what the desk says of the article, else of the outlet, else of everything.

    A digest is the desk's own text: the outlet's rights in the original do not bind it. Of what was retracted nothing
    is shown but that it was there.
    """
    if article.retracted:
        return "link"
    if article.source.stated.rights or article.source.stated.kind == "digest":
        return article.source.stated.rights or "full"
    outlet = settings.outlets.find(article.outlet.name) if article.outlet.name else None
    wanted = (outlet.rights if outlet else None) or settings.default_rights
    return "excerpt" if wanted == "excerpt" else "link" if wanted == "link" else "full"


def shown(placed: Placed, settings: Settings) -> Shown:
    """Return all paragraphs (full), the cited sentences in their paragraphs (excerpt), or nothing (link)."""
    rights = rights_of(placed.article, settings)
    summary = () if rights == "link" else placed.analysis.summary
    quoted: dict[str, list[str]] = {}
    first: dict[str, int] = {}
    for position, sentence in enumerate(summary, 1):
        quoted.setdefault(sentence.paragraph, []).append(sentence.text)
        first.setdefault(sentence.paragraph, position)
    blocks, number = [], 0
    for paragraph in placed.article.paragraphs:
        number += paragraph.kind != "subhead"
        sentences = quoted.get(paragraph.id, [])
        if rights == "full" or sentences:
            text = paragraph.text if rights == "full" else " … ".join(sentences)
            place = None if paragraph.kind == "subhead" else number
            cut = text != paragraph.text
            blocks.append(Block(paragraph.id, paragraph.kind, place, text, first.get(paragraph.id), cut))
    return Shown(rights, tuple(blocks), summary, {block.id: block for block in blocks})


def preview(block: Block, sentence: str) -> str:
    """Return the paragraph's own words around a sentence, cut between words where the paragraph is long."""
    if len(block.text) <= PREVIEW:
        return block.text
    at = max(block.text.find(sentence), 0)
    begin = 0 if at + len(sentence) <= PREVIEW else at
    piece = block.text[begin : begin + max(PREVIEW, len(sentence))]
    whole = begin + len(piece) >= len(block.text)
    if not whole and len(sentence) < PREVIEW:
        piece = piece.rpartition(" ")[0] or piece
    return f"{'… ' if begin else ''}{piece}{'' if whole else ' …'}"

"""What headline and first paragraph have in common says whether a copy may start in the middle of its story."""

import re

from telaah.clean.lines import pairs
from telaah.languages import Language
from telaah.model import Pages, Paragraph

LITTLE_IN_COMMON = 0.2
"""Least share of the headline's words in the first paragraph of a whole story, by their first letters.
Measured on 721 Indonesian articles known to be whole: 91 of 100 share more. It is a suspicion, and shown as one."""
STEM_LETTERS = 5
"""Letters by which two words count as one: "membeli" and "pembelian" differ, "peluru" and "pelurunya" do not."""

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def starts_mid_story(
    title: str | None, pages: Pages | None, paragraphs: tuple[Paragraph, ...], language: Language
) -> bool:
    """Say whether the copy is a later page, or its first paragraph has little in common with its headline."""
    if pages and pages.page > 1:
        return True
    first = next((each.text for each in paragraphs if each.kind == "body"), None)
    if title is None or first is None:
        return False
    asked = _stems(title, language)
    said = _stems(first, language)
    return bool(asked) and len(asked & said) / len(asked) < LITTLE_IN_COMMON


def _stems(text: str, language: Language) -> set[str]:
    if neighbours := pairs(text):
        return set(neighbours)
    ignored = language.function_words | language.stop_words
    return {word[:STEM_LETTERS] for word in map(str.casefold, _WORD.findall(text)) if word not in ignored}

"""Words become counted stems: what a report is about, wherever in it they stand."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from telaah.languages import Language
from telaah.model import Terms

# Measured together on ECB+ (982 English articles), 52 labelled Indonesian pairs and the first five articles we had;
# docs/decisions/0020 has the table. Neighbouring values change B-cubed F and pair F1 by less than two points.
STEM = 5
"""Letters by which words are compared: a light stem for any language with suffixes (6: B-cubed F 1 point lower)."""
SHORTEST = 3
"""Letters that are left of a word at least when what hangs before it is taken off."""
LEAD_SENTENCES = 3
"""Sentences that make an article's lead (4: 1 point lower)."""
TITLE_IN_LEAD = 2
"""How often a word of the headline counts in the lead."""
TITLE_IN_BODY = 3
"""How often a word of the headline counts in the body."""
NAME = 2
"""How often a capitalised word counts in the body."""
FIGURE = 2
"""How often a word with a digit counts in the body: two events of one kind differ in dates and numbers."""


class Stems(dict[str, tuple[str, int]]):
    """A word's stem in one language and how often it counts in a body, remembered: texts repeat themselves.

    The stem of a word that says nothing is empty.
    """

    def __init__(self, known: Language) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, word: str) -> tuple[str, int]:
        lower = word.lower()
        silent = len(word) < 2 or lower in self._known.function_words
        figure = not word.isalpha() and any(map(str.isdigit, word))
        times = (NAME if word[0].isupper() else 1) * (FIGURE if figure else 1)
        found = self[word] = ("", 0) if silent else (stem_of(lower, self._known), times)
        return found


def stem_of(word: str, known: Language) -> str:
    """Return the letters by which a lower-case word is compared, what hangs before it left out ("وال" in Arabic)."""
    for beginning in known.beginnings:
        if word.startswith(beginning) and len(word) >= len(beginning) + SHORTEST:
            return word[len(beginning) :][:STEM]
    return word[:STEM]


def terms(title: Sequence[str], said: Sequence[Sequence[str]], stems: Stems) -> Terms:
    """Return the stems of the words of a headline and of sentences, those of headline and lead first."""
    body: dict[str, int] = {}
    counted = Counter(chain.from_iterable(said))
    for (stem, times), count in zip(map(stems.__getitem__, counted), counted.values(), strict=True):
        body[stem] = body.get(stem, 0) + times * count
    for words in said:  # the first word of a sentence is capitalised for another reason than being a name
        if words and words[0][0].isupper():
            stem, times = stems[words[0]]
            body[stem] -= times - times // NAME
    lead = Counter([stems[word][0] for word in chain.from_iterable(said[:LEAD_SENTENCES])])
    for word in title:
        stem = stems[word][0]
        body[stem] = body.get(stem, 0) + TITLE_IN_BODY
        lead[stem] += TITLE_IN_LEAD
    body.pop("", None)
    lead.pop("", None)
    rest = [stem for stem in body if stem not in lead]
    return Terms(" ".join((*lead, *rest)), tuple(body[stem] for stem in (*lead, *rest)), tuple(lead.values()))

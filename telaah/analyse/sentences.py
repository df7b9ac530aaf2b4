"""Paragraphs become sentences, each with whether it only makes sense with the one before."""

import re
from collections.abc import Iterator, Sequence

from telaah.languages import Language
from telaah.languages.quotes import quoting_after
from telaah.languages.segments import divided
from telaah.languages.sentences import split
from telaah.model import Article, Paragraph, Sentence

SPOKEN = frozenset({"standfirst", "body", "quote", "list"})
"""Kinds of paragraph that hold sentences; subheads and tables do not."""
PRONOUN_WORDS = 3
"""Words of the longest pronoun at the beginning of a sentence."""
CLAUSE_WORDS = 6
"""Words of the longest clause at the beginning behind which a possessive still refers to the sentence before."""

_WORD = re.compile(r"\w+")


def sentences(article: Article, language: Language) -> tuple[Sentence, ...]:
    """Return the article's sentences in reading order, each a substring of its paragraph."""
    spoken = (paragraph for paragraph in article.paragraphs if paragraph.kind in SPOKEN)
    return tuple(sentence for paragraph in spoken for sentence in _of_paragraph(paragraph, language))


def _of_paragraph(paragraph: Paragraph, language: Language) -> Iterator[Sentence]:
    quoting = ""
    for text in split(paragraph.text, language):
        # What begins inside a quotation would look like the report's own words, were it alone.
        words = tuple(map(str.lower, _WORD.findall(divided(text, language))))
        yield Sentence(text, paragraph.id, bool(quoting) or _leans(words, language) or _behind_clause(text, language))
        quoting = quoting_after(text, quoting)


def _leans(words: Sequence[str], language: Language) -> bool:
    """Say whether a sentence only makes sense with the one before: "Ia ...", "Laporan tersebut ...", "Isinya ..."."""
    opening = words[:PRONOUN_WORDS]
    if any(" ".join(opening[:size]) in language.pronouns for size in range(1, PRONOUN_WORDS + 1)):
        return True
    if opening and _possessive(opening[0], language):
        return True
    return len(opening) > 1 and opening[1] in language.demonstratives and opening[0] not in language.times


def _behind_clause(text: str, language: Language) -> bool:
    """Say whether the word behind a short clause at the beginning refers back: "Menurut Budi, penyebabnya ..."."""
    clause, comma, rest = text.partition(", ")
    first = _WORD.match(rest)
    short = bool(comma) and len(_WORD.findall(clause)) <= CLAUSE_WORDS
    return short and first is not None and _possessive(first[0].lower(), language)


def _possessive(word: str, language: Language) -> bool:
    return word.endswith(language.possessives or ("\0",)) and word not in language.function_words

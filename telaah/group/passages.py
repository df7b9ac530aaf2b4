"""Words that two articles share become passages: sentences that follow each other in both, and what they speak of."""

from collections.abc import Iterator, Sequence

from telaah.group.headlines import Stems, about

SENTENCE = 0.5
"""Share of a sentence's shingles from which it is shared."""
PASSAGE = 2
"""Sentences that must be shared one after the other where the stories are unlike: an excerpt in another text goes on
over a sentence's end (each of 50 constructed ones does), a teaser is a headline and one sentence."""
ABOUT = 0.05
"""Share of either headline's stems that such a passage must hold; the frame of a page speaks of neither. Of 50
constructed excerpts two hold .06 and .08, the others .22."""
Shingles = frozenset[int]
Sentence = Sequence[int]
"""The words of a sentence as numbers."""


def shingles(words: Sequence[int]) -> Shingles:
    """Return the shingles as numbers: three words of 21 bits each."""
    return frozenset([a << 42 | b << 21 | c for a, b, c in zip(words, words[1:], words[2:], strict=False)])


def tells(told: Sequence[Sentence], shared: Shingles, stems: Sequence[str], headlines: Sequence[Stems]) -> bool:
    """Say whether the shared words are a passage that speaks of one of the headlines.

    `told` are the sentences of one of the articles, each that is no story empty; `stems` are those of the words by
    their numbers.
    """
    for passage in _passages(shared, told):
        said = {stems[number] for sentence in passage for number in sentence}
        if len(passage) >= PASSAGE and max(about(headline, said) for headline in headlines) >= ABOUT:
            return True
    return False


def _passages(shared: Shingles, told: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Give the runs of shared sentences that the other text has one after the other too."""
    passage: list[Sentence] = []
    for sentence in told:
        own = shingles(sentence)
        is_shared = len(own & shared) >= SENTENCE * len(own) > 0
        if passage and is_shared and shingles([*passage[-1][-2:], *sentence[:2]]).isdisjoint(shared):
            yield passage
            passage = []
        if is_shared:
            passage.append(sentence)
        elif passage:
            yield passage
            passage = []
    if passage:
        yield passage

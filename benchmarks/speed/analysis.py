"""CPU milliseconds of the analysis of a news article of 400 words, ours and that of stock YAKE and sumy.

python -m benchmarks.speed.analysis [--data ../shared/bench/data/keywords/en.jsonl.gz] [--rounds N]

The bar: keywords 8 ms, the whole analysis 14 ms.
"""

# ruff: noqa: T201 - a command that prints a table

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from benchmarks.quality.peers import sumy, yake
from benchmarks.quality.rows import Row, page, rows
from telaah.analyse import analyse
from telaah.analyse.candidates import candidates
from telaah.analyse.keywords import keywords
from telaah.analyse.name_words import bridges
from telaah.analyse.names import names
from telaah.analyse.openings import is_name
from telaah.analyse.stop_words import stop_words
from telaah.analyse.weights import weights
from telaah.analyse.words import words
from telaah.languages import language
from telaah.languages.naming import naming
from telaah.languages.sentences import split
from telaah.model import Article

Given = TypeVar("Given")
DATA = Path(__file__).resolve().parent.parent.parent.parent / "shared" / "bench" / "data" / "keywords" / "en.jsonl.gz"
KEYWORDS, WHOLE = 8.0, 14.0
SHORTEST, LONGEST = 350, 450
"""Words of the articles that are timed."""


def main() -> None:
    """Print the best of several rounds: the least disturbed by whatever else the machine does."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    texts = [row for row in rows(args.data, None) if SHORTEST <= len(row["text"].split()) <= LONGEST]
    pages = [page(row) for row in texts]
    mean = sum(len(row["text"].split()) for row in texts) / len(texts)
    print(f"{len(texts)} articles of {mean:.0f} words\n{'':<32} {'ms':>6}  bar")
    parts = _timed(_keywords, pages, args.rounds)
    print(f"{'telaah, keywords':<32} {parts:6.1f}  {KEYWORDS:.0f} {'met' if parts <= KEYWORDS else 'NOT MET'}")
    whole = _timed(analyse, pages, args.rounds)
    print(f"{'telaah, whole analysis':<32} {whole:6.1f}  {WHOLE:.0f} {'met' if whole <= WHOLE else 'NOT MET'}")
    try:
        stock = _stock()
    except ModuleNotFoundError as missing:
        print(f"the peers need {missing.name}: pip install -r benchmarks/requirements.txt")
        return
    others = _timed(stock, texts, 1)
    print(f"{'yake and sumy LexRank':<32} {others:6.1f}  {others / whole:.1f} times ours")


def _keywords(article: Article) -> object:
    """Do what `analyse` does for keywords alone: sentences, words, runs of names, candidates, choice."""
    known, about = language(article.language), naming(article.language)
    sentences = [text for paragraph in article.paragraphs for text in split(paragraph.text, known)]
    text = words(
        article.title or "",
        sentences,
        stop_words(known),
        lambda word, after: is_name(word, after, about),
        known,
        about.known,
    )
    spans = names(text, lambda line, start, place: bridges(line, start, place, about))
    return keywords(candidates(text, spans, known), about, frozenset(), weights(known.code))


def _stock() -> Callable[[Row], Sequence[str]]:
    phrases, lex_rank = yake(), sumy("lex_rank", "LexRankSummarizer")()
    return lambda row: [*phrases(row), *lex_rank(row)]


def _timed(work: Callable[[Given], object], given: Sequence[Given], rounds: int) -> float:
    for each in given[:3]:
        work(each)  # what is loaded once is no cost of an article
    best = float("inf")
    for _ in range(rounds):
        began = time.process_time()
        for each in given:
            work(each)
        best = min(best, time.process_time() - began)
    return 1000 * best / len(given)


if __name__ == "__main__":
    main()

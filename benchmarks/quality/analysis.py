"""Keywords, summaries and names, ours beside their peers from installed libraries, in one table a set.

python -m benchmarks.quality.analysis [--only keywords,summaries,names,yake] [--data ../shared/bench/data] [--limit N]

The peers need benchmarks/requirements.txt; one that is not installed is named and left out.
"""

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.quality.peers import KEYWORD_PEERS, SUMMARY_PEERS, Peer
from benchmarks.quality.rouge import f1_at_10, rouge, words
from benchmarks.quality.rows import Row, page, rows
from telaah.analyse import analyse
from telaah.analyse.yake_scores import yake_scores
from telaah.model import Sentence

DATA = Path(__file__).resolve().parent.parent.parent.parent / "shared" / "bench" / "data"
Made = Callable[[Row], Sequence[str]]


def main() -> None:
    """Print the tables asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--only", default="keywords,summaries,names,yake")
    parser.add_argument("--limit", type=int, help="only the first texts of each set")
    args = parser.parse_args()
    tables = {"keywords": keywords, "summaries": summaries, "names": names, "yake": oracle}
    for name in args.only.split(","):
        for line in tables[name](args.data, args.limit):
            print(line, flush=True)  # noqa: T201


def keywords(data: Path, limit: int | None) -> Iterator[str]:
    """Give F1@10 of stemmed phrases, and CPU milliseconds a text."""
    yield f"{'keywords, F1@10':<24} {'fr':>6} {'pt':>6} {'en':>6} {'ms':>6}"
    sets = [rows(data / "keywords" / f"{code}.jsonl.gz", limit) for code in ("fr", "pt", "en")]
    for name, make in _with_ours(KEYWORD_PEERS, lambda row: [k.text for k in analyse(page(row)).keywords]):
        figures, spent = [], 0.0
        for texts in sets:
            made, seconds = _timed(make, texts)
            spent += seconds
            scores = [f1_at_10(m, row["keywords"], row["language"]) for m, row in zip(made, texts, strict=True)]
            figures.append(100 * sum(scores) / len(scores))
        spent /= sum(map(len, sets))
        yield f"{name:<24} " + " ".join(f"{each:6.1f}" for each in figures) + f" {1000 * spent:6.1f}"


def summaries(data: Path, limit: int | None) -> Iterator[str]:
    """Give ROUGE-1, 2 and L, words on average, and CPU milliseconds a text."""
    for code in ("id", "en"):
        texts = rows(data / "summaries" / f"{code}.jsonl.gz", limit)
        wrong = sum(s.text not in held for s, held in _cited(texts))
        yield f"summaries, {code}: {wrong} sentences of ours do not stand in the paragraph they cite"
        yield f"{'summaries, ' + code:<24} {'R1':>6} {'R2':>6} {'RL':>6} {'words':>6} {'ms':>6}"
        for name, make in _with_ours(SUMMARY_PEERS, lambda row: [s.text for s in analyse(page(row)).summary]):
            made, spent = _timed(make, texts)
            found = [words(" ".join(each)) for each in made]
            wanted = [words(" ".join(row["reference"])) for row in texts]
            scores = [rouge(mine, theirs) for mine, theirs in zip(found, wanted, strict=True)]
            means = [100 * sum(score[place] for score in scores) / len(scores) for place in range(3)]
            means.append(sum(map(len, found)) / len(found))
            yield f"{name:<24} " + " ".join(f"{each:6.1f}" for each in [*means, 1000 * spent / len(texts)])


def _cited(texts: Sequence[Row]) -> Iterator[tuple[Sentence, str]]:
    """Give every summary sentence of ours with the paragraph that it cites."""
    for article in map(page, texts):
        held = {paragraph.id: paragraph.text for paragraph in article.paragraphs}
        yield from ((sentence, held[sentence.paragraph]) for sentence in analyse(article).summary)


def names(data: Path, limit: int | None) -> Iterator[str]:
    """Give precision, recall and F1 of names, and F1 of names with their kind."""
    hits = found = wanted = kinds = 0
    for row in rows(data / "names" / "id.jsonl.gz", limit):
        mine = {n.text: n.kind for n in analyse(page(row)).names if n.text in " ".join(row["text"].split())}
        gold = {name["text"]: name["kind"] for name in row["names"]}
        hits += len(mine.keys() & gold.keys())
        kinds += len(mine.items() & gold.items())
        found, wanted = found + len(mine), wanted + len(gold)
    yield f"{'names, id':<24} {'P':>6} {'R':>6} {'F1':>6} {'kind':>6}"
    figures = (hits / found, hits / wanted, 2 * hits / (found + wanted), 2 * kinds / (found + wanted))
    yield f"{'telaah':<24} " + " ".join(f"{100 * figure:6.1f}" for figure in figures)


def oracle(data: Path, limit: int | None) -> Iterator[str]:
    """Compare our YAKE scores with the library's on every text of every set."""
    from yake import KeywordExtractor
    from yake.data.utils import pre_filter, tokenize_sentences

    texts = phrases = wrong = 0
    for path in sorted(data.glob("*/*.jsonl.gz")):
        for row in rows(path, limit):
            if "text" not in row:
                continue
            extractor = KeywordExtractor(lan=row.get("language", path.name[:2]), n=3, dedup_lim=1.0, top=1_000_000)
            theirs = {phrase: float(score) for phrase, score in extractor.extract_keywords(row["text"])}
            sentences = tokenize_sentences(pre_filter(row["text"].replace("\n", " ")))
            ours = yake_scores(sentences, frozenset(extractor.stopword_set))
            same = ours.keys() == theirs.keys() and all(abs(ours[p] - s) <= 1e-9 * abs(s) for p, s in theirs.items())
            texts, phrases, wrong = texts + 1, phrases + len(theirs), wrong + (not same)
    yield f"yake: {texts} texts with {phrases} phrases compared with the library's scores, {wrong} texts differ"


def _with_ours(peers: Sequence[Peer], ours: Made) -> Iterator[tuple[str, Made]]:
    """Give ours and every peer whose library is installed."""
    yield "telaah", ours
    for peer in peers:
        try:
            yield peer.name, peer.load()
        except ModuleNotFoundError as missing:
            print(f"{peer.name:<24} needs {missing.name}: pip install -r benchmarks/requirements.txt")  # noqa: T201


def _timed(make: Made, texts: Sequence[Row]) -> tuple[list[Sequence[str]], float]:
    make(texts[0])  # what is loaded once is no cost of a text
    began = time.process_time()
    made = [make(row) for row in texts]
    return made, time.process_time() - began


if __name__ == "__main__":
    main()

"""Generated articles are grouped once and again with twice as many: CPU seconds, memory, and how the cost grows.

    python -m benchmarks.speed.group [ARTICLES]

The bar: 10,000 articles in 10 s of CPU and 1 GB, twice as many for at most 2.3 times the CPU. What `analyse` reads of
each article for `group` is read before, in processes and once a content; what that costs an article stands beside it.
"""

# ruff: noqa: T201, S603 - a command that prints a table and runs itself once for each size

import hashlib
import random
import resource
import subprocess
import sys
import time
from datetime import date, timedelta
from itertools import accumulate

from telaah.analyse.reading import reading
from telaah.group import group
from telaah.model import (
    Analysis,
    Article,
    Evidence,
    Keyword,
    OutletRead,
    Paragraph,
    Published,
    Sentence,
    Source,
    Stated,
    Upstream,
)

ARTICLES = 10_000
WORDS = 300
"""Running words of an article, as in Indonesian news."""
SENTENCE = 17
VOCABULARY = 30_000
EVENT = 8
"""Articles of one event on average; every second event shares its subject's words with the one before."""
OUTLETS = 60
COPIES = 0.1
"""Share of articles that repeat the one before."""
CPU, MEMORY, GROWTH = 10.0, 1024, 2.3

SYLLABLES = (
    "ba",
    "da",
    "ga",
    "ka",
    "la",
    "ma",
    "na",
    "pa",
    "ra",
    "sa",
    "ta",
    "wi",
    "ru",
    "to",
    "ne",
    "ngi",
    "ku",
    "se",
)


def generated(count: int) -> list[Analysis]:
    """Return analyses whose words follow Zipf's law, with names, figures and dates of their events."""
    chance = random.Random(20)  # noqa: S311 - generated text, no secret
    vocabulary = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))) for _ in range(VOCABULARY)]
    zipf = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
    made: list[Analysis] = []
    subject: list[str] = []
    own: list[str] = []
    day, left = date(2025, 1, 1), 0
    for number in range(count):
        if not left:
            left = chance.randint(1, 2 * EVENT - 1)
            subject = subject if subject and chance.random() < 0.5 else _rare(chance, vocabulary, 12)
            own = _rare(chance, vocabulary, 25) + [str(chance.randint(2, 900)) for _ in range(5)]
            day = date(2025, 1, 1) + timedelta(days=number * 365 // count)
        left -= 1
        if made and chance.random() < COPIES:
            texts = [sentence.text for sentence in made[-1].sentences]
        else:
            texts = [_sentence(chance, vocabulary, zipf, subject + own) for _ in range(WORDS // SENTENCE)]
        outlet = f"Harian {chance.randrange(OUTLETS)}"
        made.append(_analysis(number, texts, outlet, (day + timedelta(days=chance.randint(0, 3))).isoformat()))
    return made


def _rare(chance: random.Random, vocabulary: list[str], count: int) -> list[str]:
    words = [vocabulary[chance.randrange(2000, VOCABULARY)] for _ in range(count)]
    return [word.capitalize() if place % 2 else word for place, word in enumerate(words)]


def _sentence(chance: random.Random, vocabulary: list[str], zipf: list[float], special: list[str]) -> str:
    words = chance.choices(vocabulary, cum_weights=zipf, k=SENTENCE - 4) + chance.choices(special, k=4)
    chance.shuffle(words)
    return " ".join(words).capitalize() + "."


def _analysis(number: int, texts: list[str], outlet: str, published: str) -> Analysis:
    paragraphs, sentences = [], []
    for start in range(0, len(texts), 2):
        text = " ".join(texts[start : start + 2])
        id_ = f"p-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
        paragraphs.append(Paragraph(id_, "body", start + 3, text))
        sentences += [Sentence(sentence, id_) for sentence in texts[start : start + 2]]
    stated = Evidence("stated", 1, published)
    upstream = (Upstream("Antara", "footer", Evidence("stated", 9, "Sumber: Antara")),) if number % 3 == 0 else ()
    article = Article(
        source=Source(f"articles/{number:06}.txt", f"{number:06}", "0" * 64, "text", "", 1, Stated(), {}),
        title=" ".join(texts[0].split()[:9]),
        language="id",
        outlet=OutletRead(outlet, None, stated),
        bylines=(),
        published=Published(published, stated),
        place=None,
        upstream=upstream,
        captions=(),
        pages=None,
        starts_mid_story=False,
        paragraphs=tuple(paragraphs),
        removed=(),
        lines=(),
        problems=(),
    )
    keywords = tuple(Keyword(word, 0.5) for word in dict.fromkeys(texts[1].split()[:10]))
    return Analysis(
        article=article,
        sentences=tuple(sentences),
        names=(),
        keywords=keywords,
        summary=tuple(sentences[:3]),
        reading=reading(article, sentences),
    )


def measure(count: int) -> tuple[float, int, int, float]:
    """Return CPU seconds of grouping, megabytes of the process at its largest, topics, and milliseconds of reading.

    The last is the CPU time that `analyse` takes for one article's `reading`.
    """
    analyses = generated(count)
    start = time.process_time()
    briefing = group(analyses, (), {})
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    start = time.process_time()
    for each in analyses:
        reading(each.article, each.sentences)
    return seconds, memory, len(briefing.topics), 1000 * (time.process_time() - start) / count


def main() -> None:
    """Print a table; each size runs in a process of its own, so that memory is its own too."""
    if len(sys.argv) == 3 and sys.argv[1] == "--one":
        print(*measure(int(sys.argv[2])))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    rows = []
    print(f"{'articles':>9} {'CPU s':>7} {'MB':>6} {'topics':>7} {'read, ms':>9}")
    for size in (count, 2 * count):
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.speed.group", "--one", str(size)],
            check=True,
            capture_output=True,
            text=True,
        )
        seconds, memory, topics, read = done.stdout.split()
        rows.append(float(seconds))
        print(f"{size:>9,} {float(seconds):>7.1f} {memory:>6} {topics:>7} {float(read):>9.2f}")
    print(f"twice as many cost {rows[1] / rows[0]:.2f} times; the bar is {CPU:.0f} s, {MEMORY} MB, {GROWTH} times")


if __name__ == "__main__":
    main()

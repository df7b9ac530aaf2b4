"""Generated articles are grouped once and again with twice as many: CPU seconds, memory, and how the cost grows.

    python -m benchmarks.speed.group [ARTICLES [STREAM]]

The bar: 10,000 articles in 10 s of CPU and 1 GB, twice as many for at most 2.3 times the CPU. What `analyse` reads of
each article for `group` is read before, in processes and once a content; what that costs an article stands beside it.
STREAM is what kind of news is drawn: see `STREAMS`.
"""

# ruff: noqa: T201, S603 - a command that prints a table and runs itself once for each size

import hashlib
import random
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from telaah.analyse.reading import reading
from telaah.group import group
from telaah.languages.frequencies import frequencies
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


@dataclass(frozen=True, slots=True)
class Stream:
    """A kind of news: articles of one event on average, over how many days they come, and where words are from.

    `days` are for `count` articles each, or for all where there is no `count`. The words are a fixed vocabulary that we
    invent, or Indonesian by its frequencies, with names that no other event has.
    """

    event: int
    days: int
    count: int | None
    indonesian: bool


STREAMS = {
    "fixed": Stream(EVENT, 365, None, indonesian=False),
    "steady": Stream(EVENT, 365, 10_000, indonesian=True),
    "week": Stream(EVENT, 7, None, indonesian=True),
    "event": Stream(1_000_000, 60, None, indonesian=True),
}
"""`fixed` is what figures were always given of, and the hardest to grow: rare words are used up, so that with twice as
many articles every one of them stands in twice as many events, and no word is known to be common. `steady` is a desk
that goes on as before; `week` has all news in seven days; `event` has one event only."""


def generated(count: int, stream: Stream = STREAMS["fixed"]) -> list[Analysis]:
    """Return analyses whose words follow Zipf's law or a language's, with names, figures and dates of their events."""
    chance = random.Random(20)  # noqa: S311 - generated text, no secret
    vocabulary, shares = _vocabulary(chance, stream)
    made: list[Analysis] = []
    subject: list[str] = []
    own: list[str] = []
    day, left = date(2025, 1, 1), 0
    for number in range(count):
        if not left:
            left = min(chance.randint(1, 2 * stream.event - 1), count) if stream.event < count else count
            subject = subject if subject and chance.random() < 0.5 else _rare(chance, vocabulary, 12, stream)
            own = _rare(chance, vocabulary, 25, stream) + [str(chance.randint(2, 900)) for _ in range(5)]
            day = date(2025, 1, 1) + timedelta(days=number * stream.days // (stream.count or count))
        left -= 1
        if made and chance.random() < COPIES:
            texts = [sentence.text for sentence in made[-1].sentences]
        else:
            texts = [_sentence(chance, vocabulary, shares, subject + own) for _ in range(WORDS // SENTENCE)]
        outlet = f"Harian {chance.randrange(OUTLETS)}"
        made.append(_analysis(number, texts, outlet, (day + timedelta(days=chance.randint(0, 3))).isoformat()))
    return made


def _vocabulary(chance: random.Random, stream: Stream) -> tuple[list[str], list[float]]:
    """Return words, the commonest first, and the sums of their shares."""
    if not stream.indonesian:
        words = [_word(chance) for _ in range(VOCABULARY)]
        return words, list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
    known = {word: share for word, share in frequencies("id").items() if word.isalpha()}
    words = sorted(known, key=lambda word: (-known[word], word))
    return words, list(accumulate(known[word] for word in words))


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 5)))


def _rare(chance: random.Random, vocabulary: Sequence[str], count: int, stream: Stream) -> list[str]:
    """Return words of an event, every second one a name."""
    words = [vocabulary[chance.randrange(2000, len(vocabulary))] for _ in range(count)]
    if stream.indonesian:
        words = [_word(chance) + _word(chance) if place % 2 else word for place, word in enumerate(words)]
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


def measure(count: int, stream: str = "fixed") -> tuple[float, int, int, float]:
    """Return CPU seconds of grouping, megabytes of the process at its largest, topics, and milliseconds of reading.

    The last is the CPU time that `analyse` takes for one article's `reading`.
    """
    analyses = generated(count, STREAMS[stream])
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
    if "--one" in sys.argv:
        print(*measure(int(sys.argv[2]), sys.argv[3]))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    stream = sys.argv[2] if len(sys.argv) > 2 else "fixed"
    rows = []
    print(f"{'articles':>9} {'CPU s':>7} {'MB':>6} {'topics':>7} {'read, ms':>9}")
    for size in (count, 2 * count):
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.speed.group", "--one", str(size), stream],
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

"""What others make of a row: keywords and summaries by installed libraries, and simple ways that are hard to beat."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.quality.rows import Row, blocks, title
from telaah.analyse.stop_words import stop_words
from telaah.languages import language
from telaah.languages.frequencies import frequency
from telaah.languages.sentences import split

Made = Callable[[Row], Sequence[str]]
SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Peer:
    """A peer and what loads it; loading raises ModuleNotFoundError when its library is not installed."""

    name: str
    load: Callable[[], Made]


def prose(row: Row) -> str:
    """Return headline and text, every block closed with a full stop."""
    return "\n\n".join(re.sub(r"(?<![.!?])$", ".", block) for block in (title(row), *blocks(row)))


def sentences(row: Row) -> list[str]:
    """Return the sentences of the text, as we split them: the peers have no rules for Indonesian."""
    known = language(row["language"])
    return [sentence for block in blocks(row) for sentence in split(block, known)]


def yake() -> Made:
    """YAKE as it comes."""
    from yake import KeywordExtractor

    return lambda row: [text for text, _ in KeywordExtractor(lan=row["language"], top=10).extract_keywords(prose(row))]


def rake() -> Made:
    """RAKE with the same stop words as ours and phrases of up to three words."""
    from rake_nltk import Rake

    def made(row: Row) -> Sequence[str]:
        stop = set(stop_words(language(row["language"])))
        extractor = Rake(
            stopwords=stop, max_length=3, include_repeated_phrases=False, sentence_tokenizer=lambda text: [text],
            word_tokenizer=lambda text: re.findall(r"\w+(?:[-'’]\w+)*|[^\w\s]", text),
        )  # fmt: skip
        extractor.extract_keywords_from_sentences([title(row), *sentences(row)])
        return list(extractor.get_ranked_phrases()[:10])

    return made


def tf_idf() -> Made:
    """Phrases of one to three words by frequency times background rarity, none inside another that is shown."""

    def made(row: Row) -> Sequence[str]:
        counts = _phrases(row)
        rarity = {
            phrase: sum(-_log(frequency(word, row["language"])) for word in phrase) / len(phrase) for phrase in counts
        }
        chosen: list[tuple[str, ...]] = []
        for phrase in sorted(counts, key=lambda phrase: (-counts[phrase] * rarity[phrase], phrase)):
            if not any(set(phrase) & set(other) for other in chosen):
                chosen.append(phrase)
            if len(chosen) == 10:
                break
        return [" ".join(phrase) for phrase in chosen]

    return made


def _log(share: float) -> float:
    from math import log

    return log(share)


def _phrases(row: Row) -> Counter[tuple[str, ...]]:
    stop = stop_words(language(row["language"]))
    counts: Counter[tuple[str, ...]] = Counter()
    for sentence in (title(row), *sentences(row)):
        words = [word.lower() for word in re.findall(r"\w+(?:[-'’]\w+)*", sentence)]
        for start in range(len(words)):
            for end in range(start + 1, min(start + 3, len(words)) + 1):
                phrase = tuple(words[start:end])
                if phrase[0] not in stop and phrase[-1] not in stop and len(phrase[0]) > 2 and phrase[0].isalpha():
                    counts[phrase] += 1
    return counts


def lead() -> Made:
    """Return the first three sentences, which few summarisers beat on news."""
    return lambda row: sentences(row)[:SENTENCES]


def sumy(module: str, name: str) -> Callable[[], Made]:
    """Return what loads a summariser of sumy; it is given our sentences and words."""

    def load() -> Made:
        from importlib import import_module

        from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

        summarizer = getattr(import_module(f"sumy.summarizers.{module}"), name)()

        class Words:
            def to_words(self, text: str) -> tuple[str, ...]:
                return tuple(re.findall(r"\w+", text.lower()))

        def made(row: Row) -> Sequence[str]:
            summarizer.stop_words = stop_words(language(row["language"]))
            known = language(row["language"])
            document = ObjectDocumentModel(
                [Paragraph([Sentence(text, Words()) for text in split(block, known)]) for block in blocks(row)]
            )
            return [str(sentence) for sentence in summarizer(document, SENTENCES)]

        return made

    return load


KEYWORD_PEERS = (Peer("yake", yake), Peer("RAKE", rake), Peer("TF-IDF, 1 to 3 words", tf_idf))
SUMMARY_PEERS = (
    Peer("first three sentences", lead),
    Peer("sumy LexRank", sumy("lex_rank", "LexRankSummarizer")),
    Peer("sumy TextRank", sumy("text_rank", "TextRankSummarizer")),
    Peer("sumy LSA", sumy("lsa", "LsaSummarizer")),
)

"""Our scores are YAKE's: the library itself is the oracle."""

import gzip
import json

import pytest
from analysed import FLOOD, FLOOD_AGAIN, VOLCANO
from places import shared
from yake import KeywordExtractor
from yake.data.utils import pre_filter, tokenize_sentences

from telaah.analyse.yake_scores import yake_scores

EACH = 7
"""Texts taken of each set, evenly; `python -m benchmarks.quality.analysis --only yake` compares them all."""

OURS = {
    "stories": " ".join((*FLOOD, *FLOOD_AGAIN, *VOLCANO)),
    "signs": "Pukul 9:40, A.B. dan C-3PO tiba (dari U.S.): 25-28 Januari, 3,5 persen; 'Budi' -- e-mail a@b.id. Budi!",
    "stops inside": "Menteri Luar Negeri dan Menteri dari dan untuk Hukum. Roket dan peluru, roket dan peluru.",
    "plurals": "The rockets flew. A rocket and the Rockets of NASA. NASAs bus is this bus; gas, gases, gass.",
    "one word": "Banjir",
    "nothing but stop words": "dan di ke",
}


def found_by_yake(text, code):
    extractor = KeywordExtractor(lan=code, n=3, dedup_lim=1.0, top=1_000_000)
    wanted = {phrase: float(score) for phrase, score in extractor.extract_keywords(text)}
    sentences = tokenize_sentences(pre_filter(text.replace("\n", " ")))
    return wanted, yake_scores(sentences, frozenset(extractor.stopword_set))


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize("code", ["id", "en", "xx"])
def test_our_scores_are_those_of_the_library_on_texts_of_our_own(name, code):
    wanted, found = found_by_yake(OURS[name], code)
    assert found == pytest.approx(wanted, rel=1e-9)
    assert wanted or name in ("nothing but stop words", "one word")


def test_our_scores_are_those_of_the_library_on_texts_of_every_benchmark():
    compared = 0
    for path in sorted((shared("bench") / "data").glob("*/*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        texts = [(row.get("language", path.name[:2]), row["text"]) for row in rows if "text" in row]
        for code, text in texts[:: max(1, len(texts) // EACH)]:
            wanted, found = found_by_yake(text, code)
            assert found == pytest.approx(wanted, rel=1e-9)
            compared += len(wanted)
    assert compared > 5_000

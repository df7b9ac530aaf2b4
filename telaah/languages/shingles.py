"""Running words become a sample of their shingles, by which articles that print the same words find each other."""

from collections.abc import Iterable
from zlib import crc32

SHINGLE = 3
"""Words of a shingle; with four, one changed word in five hides a copy."""
SAMPLE = 3
"""Of so many shingles one is taken; articles that this brings together are compared in full. Of 469 copies and shared
passages in ECB+ and in the pages of invented sites none is missed (one in four: two)."""


def sampled(words: Iterable[str]) -> tuple[int, ...]:
    """Return the sampled shingles, each as the CRC-32 of its words in lower case, the same in every article."""
    said = " ".join(words).lower().encode("utf-8", "surrogatepass").split(b" ")
    every = [crc32(b" ".join(three)) for three in zip(said, said[1:], said[2:], strict=False)]
    return tuple([key for key in every if key % SAMPLE == 0])

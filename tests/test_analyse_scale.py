"""What understanding an article costs as it grows: a text of many names is no harder than many texts."""

import time

import pytest
from render_builder import article

from telaah.analyse import analyse

TIMES = 8
"""How much longer the longer text is; work that asks each name of each other took 20 times as long."""
MOST = 1.5 * TIMES
SYLLABLES = ("ba", "di", "ku", "lo", "ma", "ne", "pu", "ra", "si", "to")


def word(number):
    return "".join(SYLLABLES[int(digit)] for digit in f"{number:04}")


def texts(sentences):
    """Make sentences each of which has a name of two words, a short name, an acronym and words of its own."""
    for n in range(sentences):
        first, last = word(3 * n).capitalize(), word(3 * n + 1).capitalize()
        short, place = word(n)[:4].upper(), word(3 * n + 2)
        yield f"Menteri {first} {last} dan {word(n)} {word(n + 1)} menemui {last} di {place}, kata {first} ke {short}."


def cost(sentences):
    one = article(texts=tuple(texts(sentences)))
    start = time.process_time()
    found = analyse(one)
    return time.process_time() - start, found


@pytest.mark.alone
def test_a_text_eight_times_as_long_takes_about_eight_times_as_long():
    short, _ = cost(250)
    long, found = cost(250 * TIMES)
    assert len(found.names) > 500, "otherwise there is nothing to compare"
    assert long < MOST * short

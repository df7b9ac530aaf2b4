"""A language becomes the patterns by which its numbers are read, with what bounds them and what they count."""

import functools
import re
from dataclasses import dataclass

from telaah.languages import Language, language
from telaah.languages.reporting import Reporting, any_of, companion, reporting

SIGNS = ".,٫٬"
"""Signs that stand between the digits of a number in one language or another."""


@dataclass(frozen=True, slots=True)
class NumberReader:
    """A language's patterns of numbers, with the words that patterns are made of.

    `english` has the numbers and units that stand in any text beside the language's own, `before` matches what bounds
    a number and the money before it, `tails` are the last words of both, `spelled` matches number words, `pattern` a
    number with its unit. `hints` are words without which a sentence spells no number out, `stops` those that are not
    counted, `grouped` matches digits with signs between thousands.
    """

    known: Language
    words: Reporting
    english: Reporting
    before: re.Pattern[str]
    tails: frozenset[str]
    spelled: re.Pattern[str]
    pattern: re.Pattern[str]
    hints: frozenset[str]
    stops: frozenset[str]
    grouped: re.Pattern[str]


@functools.cache
def number_reader(code: str) -> NumberReader:
    """Return the patterns for the language of this code."""
    known, words, english = language(code), reporting(code), companion(code)
    money = {**english.money_before, **words.money_before}
    # Where words are written without blanks, letters stand right beside a number and its unit.
    start, end, gap = (r"(?<!\w)", r"(?!\w)", r"\s+") if known.spaced else ("", "", r"\s*")
    spelled = (*words.words, *words.vague)
    return NumberReader(
        known=known,
        words=words,
        english=english,
        before=re.compile(
            rf"(?:{start}(?P<bound>{any_of(words.bounds)}){gap})?(?:{start}(?P<money>{any_of(money)})\s?)?$",
            re.IGNORECASE,
        ),
        tails=frozenset(phrase.split()[-1] for phrase in (*words.bounds, *money)),
        spelled=re.compile(rf"{start}(?:{any_of(spelled)}){end}", re.IGNORECASE),
        pattern=re.compile(_number(known, words, english), re.IGNORECASE),
        hints=frozenset(word for word in spelled if words.words.get(word) != 1),
        stops=known.function_words.union(
            words.uncounted, words.negations, words.words, words.vague, *words.status.values()
        ),
        grouped=_grouped(words),
    )


def _number(known: Language, words: Reporting, english: Reporting) -> str:
    """Return the pattern of a number with its multiple and its unit."""
    signs = re.escape("".join(sorted({*SIGNS, *words.thousands})))
    digits = rf"\d{{1,3}}(?:[{signs}]\d{{3}})+(?:[{SIGNS}]\d+)?(?!\d)|\d+(?:[{SIGNS}]\d+)?"
    units = {**english.measures, **english.money_after, **words.measures, **words.money_after}
    unit = any_of({*units, *words.counters})
    times, own_times = any_of({**english.times, **words.times}), any_of(words.times)
    behind = any_of(words.least_behind)
    glued = "|".join(  # "Rp3,8 triliun"
        rf"(?<={re.escape(each)})" for each in sorted({**english.money_before, **words.money_before})
    )
    if known.spaced:
        start, end, edge = r"(?<![\w.,/:-])", r"(?![\w/:]|-\w|[.,]\d)", r"(?!\w)"
        multiple = rf"(?:[\s-]+(?P<times>(?:{times})(?:\s+(?:{own_times}))?)(?![\w-]))?(?P<more>)"
    else:  # "3万5000人", "1億2000万円"
        start, end, edge = r"(?<![A-Za-z\d.,/:-])", r"(?![A-Za-z\d/:]|[.,]\d)", ""
        multiple = rf"(?:\s*(?P<times>{times}))?(?P<more>(?:\d+(?:{own_times})?)*)"
    return (
        rf"(?:{start}|{glued or '(?!)'})"
        rf"(?:(?P<digits>{digits})|(?P<word>{any_of(words.words)})|(?P<vague>{any_of(words.vague)})){end}"
        rf"{multiple}(?:\s*(?P<behind>{behind}))?"
        rf"(?:\s*(?P<unit>{unit}){edge}(?:\s*(?P<behind_unit>{behind}))?)?"
    )


def _grouped(words: Reporting) -> re.Pattern[str]:
    if not words.thousands:
        return re.compile("(?!)")
    thousands, decimal = re.escape(words.thousands), re.escape(words.decimal or SIGNS)
    return re.compile(rf"\d{{1,3}}(?:[{thousands}]\d{{3}})+(?:[{decimal}](\d+))?")

"""What every stage asks of a language: its words, and which language a text is in; a language is a data file."""

import functools
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import fsum, log
from pathlib import Path
from types import MappingProxyType

from telaah.languages.calendar import months
from telaah.languages.frequencies import frequency
from telaah.languages.scripts import UNSPACED

UNKNOWN = "und"
MIN_WORDS = 12
"""Fewest running words on which a language is named; shorter texts mislead (share of function words varies by ±.15)."""
MIN_SHARE = 0.13
"""Least share of function words: news prose has .2 to .5 in its own language, at most .08 in one that is not near."""
MOST_NAMES = 0.25
"""Share of running words at most that are left out as names, having a capital: of a local report half are, and it has
.12 of function words. Only where `CLEAR` holds, since languages that we do not carry have .12 too."""
CLEAR = 6
"""Different function words of a language from which it is heard through so many names, while a third language has a
third of them at most: of sixteen paragraphs in languages not carried none has more than five but those near to one."""
NEAR = 0.6
"""Share of the best language's function words from which the runner-up is near; only Indonesian and Malay are."""
MIN_LEAN = 0.15
"""Least mean log ratio of word frequencies between two near languages. Measured on the first paragraphs of 721
Indonesian articles: 95 of 100 lean by .38 or more to Indonesian; Malay sentences lean by .7 to Malay."""

_WORD = re.compile(rf"[{UNSPACED}]|[^\W\d_{UNSPACED}]+(?:['’\-][^\W\d_{UNSPACED}]+)*")
"""A word, or a character where words are written without blanks: their commonest words are one character long."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language we carry, from <code>.toml. Cue phrases are lower case, matched without regard to case.

    `spaced` says that words are written with blanks between them, `ordinal_dots` that a full stop makes a number an
    ordinal, `capital_nouns` that every noun has a capital, so that a capital makes no name.

    `cues` maps the name of a cue (read_also, promo, furniture ...) to its phrases; `roles` maps a label as printed
    ("editor") to a byline role, and `byline_joins` stand between its names; `pronouns`, `demonstratives` behind a noun
    ("laporan tersebut") and `possessives` at its end ("isinya") refer back from the beginning of a sentence, but not
    behind `times` ("saat ini"); `captions` mark sentences that describe a picture.

    `months` maps a month's name or abbreviation to 1..12; `ordinals` may stand behind a day ("1er"), `date_joins`
    between its parts ("de"), `date_signs` behind year and day where months have theirs too ("年", "日"); `clock` are
    the words for the first and second half of a day; `zones` maps a zone's printed name to its UTC
    offset ("+07:00"), and `own_zones` are those of them by whose names its readers know an offset.

    `endings` are those of inflection without which a word is the same, longest first, `beginnings` such before it
    (Arabic "وال"); `clitics` hang on a known word, those with an apostrophe on any; `elided` are words that lean on the
    next one with an apostrophe ("l’usine"); `idle_endings` are those of adverbs and of verbs with a pronoun, and
    `modifiers` says that a function word and a hyphen begin adjectives ("five-week"): such words begin and end no
    keyword; in `no_keyword_ends`, a class of letters, no keyword ends; `word_ends` are characters that end the word
    before them (関係者); `roots` groups word forms that a stemmer does not join, root first.
    """

    code: str
    name: str
    spaced: bool = True
    ordinal_dots: bool = False
    capital_nouns: bool = False
    function_words: frozenset[str] = frozenset()
    stop_words: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    idle_endings: tuple[str, ...] = ()
    modifiers: bool = False
    elided: frozenset[str] = frozenset()
    no_keyword_ends: str = ""
    word_ends: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    demonstratives: frozenset[str] = frozenset()
    possessives: tuple[str, ...] = ()
    times: frozenset[str] = frozenset()
    captions: tuple[str, ...] = ()
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: frozenset[str] = frozenset()
    ordinals: frozenset[str] = frozenset()
    date_joins: frozenset[str] = frozenset()
    date_signs: tuple[str, ...] = ()
    clock: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    own_zones: tuple[str, ...] = ()
    zones: Mapping[str, str] = field(default_factory=dict)
    byline_joins: frozenset[str] = frozenset()
    roles: Mapping[str, str] = field(default_factory=dict)
    cues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    roots: tuple[tuple[str, ...], ...] = ()


@functools.cache
def carried() -> Mapping[str, Language]:
    """Return every language we carry by ISO 639-1 code, sorted."""
    files = sorted(Path(__file__).parent.glob("??.toml"))
    return MappingProxyType({file.stem: _load(file) for file in files})


def language(code: str) -> Language:
    """Return the language of this code; one we do not carry is a language without words, but for its months."""
    return carried().get(code) or Language(code, code, months=months(code))


def detect(texts: Iterable[str]) -> str:
    """Return the ISO 639-1 code of the language whose function words these texts use most, or `und`."""
    words = _WORD.findall("\n".join(texts))
    if len(words) < MIN_WORDS:
        return UNKNOWN
    counts = Counter(map(str.lower, words))
    heard = {code: sum([counts.get(word, 0) for word in known.function_words]) for code, known in carried().items()}
    best, runner_up, third = sorted(heard, key=lambda code: (-heard[code], code))[:3]
    total = len(words)
    if heard[third] <= heard[best] / 3 and len(counts.keys() & carried()[best].function_words) >= CLEAR:
        total -= min(sum(word[0].isupper() for word in words), int(MOST_NAMES * total))
    if heard[best] < MIN_SHARE * total:
        return UNKNOWN
    if heard[runner_up] < NEAR * heard[best]:
        return best
    lean = _lean(counts, best, runner_up)
    return UNKNOWN if abs(lean) < MIN_LEAN else best if lean > 0 else runner_up


def _lean(counts: Counter[str], one: str, other: str) -> float:
    """Return by how much the words are commoner in one language than in the other: the mean log ratio."""
    ratios = (count * log(frequency(word, one) / frequency(word, other)) for word, count in counts.items())
    return fsum(ratios) / counts.total()


def _load(file: Path) -> Language:
    table = tomllib.loads(file.read_text("utf-8"))
    words = table["words"]
    return Language(
        code=file.stem,
        name=table["name"],
        spaced=table.get("spaced", True),
        ordinal_dots=table.get("ordinal_dots", False),
        capital_nouns=table.get("capital_nouns", False),
        function_words=frozenset(words["function"].split()),
        stop_words=frozenset(words.get("stop", "").split()),
        abbreviations=frozenset(words.get("abbreviations", "").split()),
        endings=tuple(words.get("endings", "").split()),
        beginnings=tuple(words.get("beginnings", "").split()),
        clitics=tuple(words.get("clitics", "").split()),
        idle_endings=tuple(words.get("idle_endings", "").split()),
        modifiers=words.get("modifiers", False),
        elided=frozenset(words.get("elided", "").split()),
        word_ends=frozenset(words.get("word_ends", "")),
        no_keyword_ends=words.get("no_keyword_ends", ""),
        pronouns=frozenset(words.get("pronouns", [])),
        demonstratives=frozenset(words.get("demonstratives", "").split()),
        possessives=tuple(words.get("possessives", "").split()),
        times=frozenset(words.get("times", "").split()),
        captions=tuple(words.get("captions", ())),
        months=MappingProxyType(
            {
                name.replace("_", " "): number
                for number, names in enumerate(table["months"], 1)
                for name in names.split()
            }
        ),
        weekdays=frozenset(table["weekdays"].split()),
        ordinals=frozenset(table.get("ordinals", "").split()),
        date_joins=frozenset(table.get("date_joins", "").split()),
        date_signs=tuple(table.get("date_signs", "").split()),
        clock=(tuple(table.get("clock_am", ())), tuple(table.get("clock_pm", ()))),
        own_zones=tuple(table.get("own_zones", "").split()),
        zones=MappingProxyType(table.get("zones", {})),
        byline_joins=frozenset(table.get("byline_joins", "").split()),
        roles=MappingProxyType({label: role for role, labels in table["roles"].items() for label in labels}),
        cues=MappingProxyType({cue: tuple(phrases) for cue, phrases in table["cues"].items()}),
        roots=tuple(tuple(line.split()) for line in table.get("roots", [])),
    )

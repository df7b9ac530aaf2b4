"""What every stage asks of a language: its words, and which language a text is in; a language is a data file."""

import functools
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

UNKNOWN = "und"
MIN_WORDS = 12
"""Fewest running words on which a language is named; shorter texts mislead (share of function words varies by ±.15)."""
MIN_SHARE = 0.18
"""Least share of function words: news prose has .25 to .50 in its own language, below .12 in any other we carry."""
MIN_LEAD = 1.5
"""Least ratio to the runner-up in words that only one of the two has; Indonesian and Malay share most others."""

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Language:
    """A language we carry, from <code>.toml. Cue phrases are lower case, matched without regard to case.

    `cues` maps the name of a cue (read_also, promo, furniture ...) to its phrases; `roles` maps a label as printed
    ("editor") to a byline role; `months` a month's name or abbreviation to 1..12; `zones` a zone's printed name to
    its UTC offset ("+07:00"); `roots` groups word forms that a stemmer does not join, root first.
    """

    code: str
    name: str
    function_words: frozenset[str]
    stop_words: frozenset[str]
    abbreviations: frozenset[str]
    pronouns: frozenset[str]
    months: Mapping[str, int]
    weekdays: frozenset[str]
    zones: Mapping[str, str]
    roles: Mapping[str, str]
    cues: Mapping[str, tuple[str, ...]]
    roots: tuple[tuple[str, ...], ...]


@functools.cache
def carried() -> Mapping[str, Language]:
    """Return every language we carry by ISO 639-1 code, sorted."""
    files = sorted(Path(__file__).parent.glob("*.toml"))
    return MappingProxyType({file.stem: _load(file) for file in files})


def language(code: str) -> Language:
    """Return the language of this code; one we do not carry is a language without words."""
    return carried().get(code) or _nothing(code)


def detect(texts: Iterable[str]) -> str:
    """Return the ISO 639-1 code of the language whose function words these texts use most, or `und`."""
    counts = Counter(word.lower() for text in texts for word in _WORD.findall(text))
    total = counts.total()
    if total < MIN_WORDS:
        return UNKNOWN
    heard = {code: sum(counts[word] for word in known.function_words) for code, known in carried().items()}
    best, runner_up = sorted(heard, key=lambda code: (-heard[code], code))[:2]
    ours, theirs = carried()[best].function_words, carried()[runner_up].function_words
    own, other = sum(counts[word] for word in ours - theirs), sum(counts[word] for word in theirs - ours)
    return best if heard[best] >= MIN_SHARE * total and own > MIN_LEAD * other else UNKNOWN


def _load(file: Path) -> Language:
    table = tomllib.loads(file.read_text("utf-8"))
    words = table["words"]
    return Language(
        code=file.stem,
        name=table["name"],
        function_words=frozenset(words["function"].split()),
        stop_words=frozenset(words.get("stop", "").split()),
        abbreviations=frozenset(words.get("abbreviations", "").split()),
        pronouns=frozenset(words.get("pronouns", [])),
        months=MappingProxyType(
            {name: number for number, names in enumerate(table["months"], 1) for name in names.split()}
        ),
        weekdays=frozenset(table["weekdays"].split()),
        zones=MappingProxyType(table.get("zones", {})),
        roles=MappingProxyType({label: role for role, labels in table["roles"].items() for label in labels}),
        cues=MappingProxyType({cue: tuple(phrases) for cue, phrases in table["cues"].items()}),
        roots=tuple(tuple(line.split()) for line in table.get("roots", [])),
    )


def _nothing(code: str) -> Language:
    none: frozenset[str] = frozenset()
    empty: Mapping[str, str] = MappingProxyType({})
    return Language(
        code, code, none, none, none, none, MappingProxyType({}), none, empty, empty, MappingProxyType({}), ()
    )

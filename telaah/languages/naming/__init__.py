"""What a language knows of names: the words around them and in them by which a reader tells their kind."""

import functools
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from telaah.languages import language

PLACES = "places"
"""The file of countries and cities in all languages, made by tools/places.py."""

NEAR = {"ms": "id"}
"""A language whose words serve a near one."""


@dataclass(frozen=True, slots=True)
class Naming:
    """The words of one language, lower case unless said otherwise; phrases have several words.

    `capital_nouns` says that every noun has a capital, and `articles` stand before nouns; `lone` that a single word of
    which nothing tells more is most often a person.

    `titles` go before a person's name and are no part of it, as do words with one of `title_ends`; `offices` of them
    are followed by what they are for ("menteri pertahanan": `fields`). `organisation_words` and `place_words` begin
    such names, `organisation_ends` and `directions` end them, `other_words` begin names of laws, events and things.
    `cores` are organisation words that begin a name wherever they stand in a run, `numbering` stands behind names.
    `speech` are verbs beside whom they quote, `before_places` words before places, `before_organisations` words of what
    is one. `particles` stand in lower case inside names of persons, `joiners` inside names of organisations. `places`,
    `organisations` and `persons` are known ones, as printed; `not_names` are capitalised words that are none.
    `prefixes` and `suffixes` together mark inflected words, which are no names at the beginning of a sentence, the firm
    ones alone; `verb_prefixes` mark verbs that follow their subject, `bare_prefixes` those before a known word.
    `clitics` hang on names and are no part of them.

    `verb_beginnings` are prefixes of verbs with the letter behind them, where hardly anything else begins so;
    `verb_forms` are the others, each with the letter that it swallows and those that may stand behind it ("mem" for "p"
    before vowels), `stem_endings` what may hang on the word behind them; `verb_frames` are a prefix and an ending that
    only verbs have together; `verb_endings` make a verb of a known word unless the shorter ending beside them leaves a
    known word too ("tembak-an"); `verb_like` are words that only look so.

    `known` are all known names, `common_nouns` all words that begin names of organisations and places.
    """

    code: str
    capital_nouns: bool
    articles: frozenset[str]
    lone: bool
    titles: frozenset[str]
    title_ends: tuple[str, ...]
    offices: frozenset[str]
    fields: frozenset[str]
    organisation_words: frozenset[str]
    organisation_ends: frozenset[str]
    place_words: frozenset[str]
    speech: frozenset[str]
    before_places: frozenset[str]
    before_organisations: frozenset[str]
    particles: frozenset[str]
    joiners: frozenset[str]
    other_words: frozenset[str]
    places: frozenset[str]
    organisations: frozenset[str]
    persons: frozenset[str]
    not_names: frozenset[str]
    directions: frozenset[str]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    firm_prefixes: tuple[str, ...]
    firm_suffixes: tuple[str, ...]
    verb_prefixes: tuple[str, ...]
    bare_prefixes: tuple[str, ...]
    verb_beginnings: tuple[str, ...]
    verb_forms: tuple[tuple[str, str, str], ...]
    verb_frames: tuple[tuple[str, str], ...]
    stem_endings: tuple[str, ...]
    verb_endings: tuple[tuple[str, str], ...]
    verb_like: frozenset[str]
    clitics: tuple[str, ...]
    known: frozenset[str]
    common_nouns: frozenset[str]
    cores: frozenset[str]
    numbering: frozenset[str]


@functools.cache
def naming(code: str) -> Naming:
    """Return what we know of names in this language; in one we do not carry, places as English prints them."""
    folder = Path(__file__).parent
    file = folder / f"{NEAR.get(code, code)}.toml"
    table = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    atlas = tomllib.loads((folder / f"{PLACES}.toml").read_text("utf-8"))
    known = atlas.get(code, atlas["en"])
    places = _words([*known["countries"], *known["cities"], *table.get("places", ())])
    organisations, persons = _words(table.get("organisations", ())), _words(table.get("persons", ()))
    organisation_words, place_words = _words(table.get("organisation_words", ())), _words(table.get("place_words", ()))
    return Naming(
        code=code,
        capital_nouns=language(code).capital_nouns,
        lone=table.get("lone") == "person",
        articles=_words(table.get("articles", ())),
        titles=_words(table.get("titles", ())),
        title_ends=tuple(table.get("title_ends", ())),
        offices=_words(table.get("offices", ())),
        fields=_words(table.get("fields", ())),
        organisation_words=organisation_words,
        organisation_ends=_words(table.get("organisation_ends", ())),
        place_words=place_words,
        speech=_words(table.get("speech", ())),
        before_places=_words(table.get("before_places", ())),
        before_organisations=_words(table.get("before_organisations", ())),
        particles=_words(table.get("particles", ())),
        joiners=_words(table.get("joiners", ())),
        other_words=_words(table.get("other_words", ())),
        places=places,
        organisations=organisations,
        persons=persons,
        not_names=_words(table.get("not_names", ())),
        directions=_words(table.get("directions", ())),
        prefixes=tuple(table.get("prefixes", ())),
        suffixes=tuple(table.get("suffixes", ())),
        firm_prefixes=tuple(table.get("firm_prefixes", ())),
        firm_suffixes=tuple(table.get("firm_suffixes", ())),
        bare_prefixes=tuple(table.get("bare_prefixes", ())),
        verb_beginnings=tuple(table.get("verb_beginnings", ())),
        verb_forms=tuple((prefix, swallowed, after) for prefix, swallowed, after in table.get("verb_forms", ())),
        verb_frames=tuple((prefix, ending) for prefix, ending in table.get("verb_frames", ())),
        stem_endings=tuple(table.get("stem_endings", ())),
        verb_endings=tuple((ending, shorter) for ending, shorter in table.get("verb_endings", ())),
        verb_like=_words(table.get("verb_like", ())),
        clitics=tuple(table.get("clitics", ())),
        verb_prefixes=tuple(table.get("verb_prefixes", ())),
        known=places | organisations | persons,
        common_nouns=organisation_words | place_words,
        cores=_words(table.get("cores", ())),
        numbering=_words(table.get("numbering", ())),
    )


def _words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.lower() if not phrase.isupper() else phrase for phrase in phrases)

"""A value becomes a country's or a language's code, or what somebody who wrote it may have meant."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from telaah.problems import nearest

Standard = Literal["countries", "languages"]

FILE = Path(__file__).with_name("codes.toml")


def is_code(standard: Standard, value: str) -> bool:
    """Say whether a value is a code: of a country (ISO 3166-1, ID) or a language (ISO 639, id)."""
    return value in _codes()[standard]


def meant(standard: Standard, value: str) -> str:
    """Return ', did you mean X?' for a code in other letters or with more behind it, or a name; else an empty string.

    Names are in English; `en-GB` has more behind the code.
    """
    codes, word = _codes()[standard], value.casefold()
    names = {name.casefold(): code for code, name in codes.items()}
    cased = {code.casefold(): code for code in codes}
    code = cased.get(word.replace("_", "-").partition("-")[0]) or names.get(nearest(word, names) or "")
    return f", did you mean '{code}'?" if code else ""


@cache
def _codes() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(FILE.read_text("utf-8"))

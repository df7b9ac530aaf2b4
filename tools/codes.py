"""CLDR becomes telaah/codes.toml: the codes of countries and languages, each with its name in English.

Run it after an update of Babel: python tools/codes.py > telaah/codes.toml
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping

from babel import Locale

NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes of CLDR for unions, for what is unknown and for what is made up."""
NO_LANGUAGES = frozenset({"mul", "und", "zxx"})
"""Codes for several languages, an unknown one and none."""


def table(name: str, codes: Mapping[str, str], form: str, left_out: frozenset[str]) -> Iterator[str]:
    """Give the lines of one table."""
    yield f"\n[{name}]"
    for code in sorted(codes):
        if re.fullmatch(form, code) and code not in left_out:
            yield f"{code} = {json.dumps(codes[code], ensure_ascii=False)}"


def main() -> None:
    """Print the file."""
    english = Locale("en")
    lines = [
        "# Made by tools/codes.py from the Unicode CLDR (Unicode License v3): do not edit.",
        *table("countries", english.territories, "[A-Z]{2}", NO_COUNTRIES),
        *table("languages", english.languages, "[a-z]{2,3}", NO_LANGUAGES),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()

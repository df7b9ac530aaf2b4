"""CLDR becomes telaah/languages/months.toml: the names of the months in every language that it has them in.

Run it after an update of Babel: PYTHONPATH=. python tools/calendar.py > telaah/languages/months.toml
"""

import sys

from babel import Locale
from babel.localedata import locale_identifiers

CODE = 2
"""Letters of an ISO 639-1 code, by which articles name their language."""
SHORTEST = 3
"""Letters of the shortest name of a month; shorter ones are initials and numbers."""


def months(code: str) -> list[list[str]]:
    """Return the names of each month in a language, lower case, sorted; nothing where they are numbers."""
    names: list[set[str]] = [set() for _ in range(12)]
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in Locale(code).months[context][width].items():
                names[number - 1].add(name.lower())
    usable = [sorted(name for name in each if name[0].isalpha() and len(name) >= SHORTEST) for each in names]
    return usable if all(usable) and not any(any(map(str.isdigit, n)) for each in usable for n in each) else []


def main() -> None:
    """Print the file."""
    write = sys.stdout.write
    write("# Made by tools/calendar.py from the Unicode CLDR (Unicode License v3): do not edit.\n")
    english = months("en")
    for code in sorted(each for each in locale_identifiers() if len(each) == CODE):
        found = months(code)
        if found and (code == "en" or found != english):
            write(f"{code} = [\n" + "".join(f"    {each},\n".replace("'", '"') for each in found) + "]\n")


if __name__ == "__main__":
    main()

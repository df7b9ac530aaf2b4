"""CLDR becomes telaah/languages/naming/places.toml: countries, continents and cities in every language we carry.

Run it after an update of Babel: python tools/places.py > telaah/languages/naming/places.toml
Cities are those that stand for time zones, which capitals are with few exceptions.
"""

import sys
from collections.abc import Iterator
from zoneinfo import available_timezones

from babel import Locale

from telaah.languages import carried

CONTINENTS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
"""First parts of the names of zones that are called after cities."""
NO_PLACES = ("ZZ", "XA", "XB", "EZ", "QO", "UN")
"""Codes of CLDR for unknown and made-up territories, and for organisations."""


def places(code: str) -> tuple[list[str], list[str]]:
    """Return the names of countries and parts of the world, and those of cities, in a language."""
    locale = Locale(code)
    countries = {name for key, name in locale.territories.items() if key not in NO_PLACES}
    countries |= {name.partition(" (")[0] for name in countries}
    return sorted(countries), sorted(set(_cities(locale)) - countries)


def _cities(locale: Locale) -> Iterator[str]:
    for zone in available_timezones():
        region, _, city = zone.partition("/")
        if region in CONTINENTS and city:
            local = locale.time_zones.get(zone, {}).get("city") or city.rpartition("/")[2].replace("_", " ")
            yield local.partition(",")[0]


def main() -> None:
    """Print the file."""
    write = sys.stdout.write
    write("# Made by tools/places.py from the Unicode CLDR (Unicode License v3): do not edit.\n")
    for code in sorted(carried()):
        countries, cities = places(code)
        write(f"\n[{code}]\n")
        for key, names in (("countries", countries), ("cities", cities)):
            write(f"{key} = [\n" + "".join(f'    "{name}",\n' for name in names) + "]\n")


if __name__ == "__main__":
    main()

"""Values become JSON in which what is not known has no key."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool | None"


def known(data: Mapping[str, Json]) -> dict[str, Json]:
    """Return the keys that have a value: not null, not an empty list, not an empty text."""
    return {key: value for key, value in data.items() if value not in (None, "", [], ())}

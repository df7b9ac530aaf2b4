"""Rows and the desk's word become the rows that are left and those that were taken out."""

from collections.abc import Mapping, Sequence
from typing import Literal, TypeVar

from telaah.model import Claim, Disagreement, SilencedRow

_Row = TypeVar("_Row", Claim, Disagreement)


def without_silenced(rows: Sequence[_Row], reasons: Mapping[str, str]) -> tuple[tuple[_Row, ...], list[SilencedRow]]:
    """Return the rows that the desk leaves, and those that it takes out; `reasons` are by the id of a row."""
    if not reasons:
        return tuple(rows), []
    kept: list[_Row] = []
    taken: list[SilencedRow] = []
    for row in rows:
        name = next((name for name in row.ids if name in reasons), None)
        if name is None:
            kept.append(row)
        else:
            kind: Literal["claim", "disagreement"] = "claim" if isinstance(row, Claim) else "disagreement"
            taken.append(SilencedRow(name, kind, reasons[name], row.quotes))
    return tuple(kept), taken

"""Sentences become how sure their words are: denied, alleged, planned, confirmed."""

from collections.abc import Sequence

from telaah.analyse.spoken import Spoken
from telaah.languages.reporting import STATUSES, Reporting, reporting
from telaah.model import Status

NEGATES = 2
"""Words before a status word in which a negation undoes it ("belum dapat dikonfirmasi")."""
OBJECT = 4
"""Words behind a word that denies in which stands what was refused ("denied both of the motions")."""

_STATUS: dict[str, Status] = {each: each for each in ("denied", "alleged", "planned", "confirmed")}


def status(said: Spoken, code: str) -> tuple[Status, ...]:
    """Return the statuses that a sentence's words give it, each once; what no word marks stays unmarked."""
    words = reporting(code)
    if not said.cues or all(words.status[name].isdisjoint(said.cues) for name in STATUSES):
        return ()
    spoken = tuple(map(str.lower, said.words))
    return tuple(
        _STATUS[name]
        for name in STATUSES
        if any(word in words.status[name] and _holds(name, spoken, place, words) for place, word in enumerate(spoken))
    )


def _holds(name: str, spoken: Sequence[str], place: int, words: Reporting) -> bool:
    """Say whether a status word is meant as one: it is not negated, and what denies does not refuse or push away."""
    if not words.negations.isdisjoint(spoken[max(0, place - NEGATES) : place]):
        return False
    if name != "denied":
        return True
    if spoken[place] in words.only_of and words.claimed.isdisjoint(spoken[max(0, place - OBJECT) : place + 1 + OBJECT]):
        return False
    kept = words.refused.isdisjoint(spoken[place + 1 : place + 1 + OBJECT])
    return kept and words.refused_to.isdisjoint(spoken[max(0, place - 1) : place])

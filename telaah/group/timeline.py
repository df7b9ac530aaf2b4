"""Moments of a topic's articles become its timeline: oldest first, what several articles print once."""

from collections.abc import Iterable

from telaah.model import Moment


def timeline(found: Iterable[Moment]) -> tuple[Moment, ...]:
    """Return moments oldest first, a sentence that several articles print once, with the others named in `also`."""
    kept: dict[tuple[str, str], Moment] = {}
    also: dict[tuple[str, str], list[str]] = {}
    for moment in found:
        key = moment.start, moment.quote.sentence
        first = kept.setdefault(key, moment)
        if first is not moment and moment.quote.article != first.quote.article:
            also.setdefault(key, []).append(moment.quote.article)
    every = [
        Moment(m.start, m.end, m.precision, m.basis, m.planned, m.quote, tuple(dict.fromkeys(also.get(key, ()))))
        for key, m in kept.items()
    ]
    return tuple(sorted(every, key=lambda m: (m.start, m.end, m.quote.article, m.quote.paragraph, m.quote.sentence)))

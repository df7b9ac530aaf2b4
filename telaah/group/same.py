"""Two frames become whether two figures, or two dates, are told of one thing."""

from difflib import SequenceMatcher

from telaah.group.aligned import Passage
from telaah.group.frames import PEOPLE, Frame

SHARED = 2
"""Telling words around both from which it is enough that the nearest of one stands around the other."""


def of_one_thing(
    one: Frame, other: Frame, first: Passage, second: Passage, *, later: bool = False, known: bool = False
) -> bool:
    """Say whether two figures of one unit, or two dates, are told of one thing by all that stands around them.

    What one origin tells `later`, saying that it is more, it tells of another day, beside other numbers that may have
    grown too; without a word that says so that would be wrong in 11 of 11 rows of ECB+. Of people of whom one act is
    told, whose names are all `known` to the other article, the act is the action.
    """
    return (
        one.whole == other.whole
        and one.limits == other.limits
        and of_one_act(one, other)
        and (
            (later and (one.grown or other.grown)) or (_meet(one.days, other.days) and _meet(one.others, other.others))
        )
        and ((known and _same_people(one, other)) or _one_action(one, other))
        and _counts_alike(one, other, first, second)
        and _no_other_name(one.who, other.who, first, second)
        and _no_other_name(one.where, other.where, first, second)
        and (known or (second.stems.keys() >= {*one.where[:1]} and first.stems.keys() >= {*other.where[:1]}))
        and (not (one.vague or other.vague) or bool(_names(first) & _names(second)))
    )


def _same_people(one: Frame, other: Frame) -> bool:
    """Say whether two figures of one act count whoever it happened to, or the same people ("22 penumpang selamat")."""
    return PEOPLE in one.counted & other.counted or (one.counted == other.counted and len(one.counted) > 1)


def begin_alike(one: Frame, other: Frame) -> bool:
    """Say whether the same telling word stands right before both, or behind, where none stands before either."""
    if one.before or other.before:
        return one.before[:1] == other.before[:1]
    return bool(one.behind) and one.behind[:1] == other.behind[:1]


def of_one_act(one: Frame, other: Frame) -> bool:
    """Say whether not each tells of another act: the dead are not the hurt."""
    return one.act == other.act or not (one.act and other.act)


def of_one_whole(one: Frame, other: Frame) -> bool:
    """Say whether two shares are of one whole; one that only one says ("54 persen suara") must be told of the other."""
    if one.share_of and other.share_of:
        return one.share_of == other.share_of
    return all(not each.share_of or each.share_of in also.around for each, also in ((one, other), (other, one)))


def no_other_word(one: Frame, other: Frame) -> bool:
    """Say whether no word stands where the other has another, between words of both ("berangkat", "bersandar")."""
    said, also = ((*each.before[::-1], "", *each.behind) for each in (one, other))
    found = SequenceMatcher(None, said, also, autojunk=False).get_opcodes()
    return all(tag != "replace" for tag, *_ in found[1:-1])


def _one_action(one: Frame, other: Frame) -> bool:
    """Say whether what stands nearest to one stands around the other; before both, one of the two words does."""
    if one.things == other.things and len(one.things) > 1 and not one.before and not other.before:
        return True  # "640 rumah terendam": the action stands in what is counted, and nothing before it
    near = [_near(one, other), _near(other, one)]
    if not all(near) and not (any(near) and len(one.beside & other.beside) >= SHARED):
        return False
    if not (one.before and other.before):
        return True
    return one.before[0] in other.around or other.before[0] in one.around


def _near(one: Frame, other: Frame) -> bool:
    """Say whether the word on either side of one is told of the other, or what it alone counts is."""
    beside = {*one.before[:1], *one.behind[:1]}
    both = one.things & other.things
    return not beside.isdisjoint({*other.beside, *(other.things - both)}) or not (one.things - both).isdisjoint(
        other.beside
    )


def _counts_alike(one: Frame, other: Frame, first: Passage, second: Passage) -> bool:
    """Say whether what is counted is one: words that one has more stand in the other's sentence, or it has none."""
    more, less = one.counted - other.counted, other.counted - one.counted
    return not more or not less or more <= second.stems.keys() or less <= first.stems.keys()


def _no_other_name(one: tuple[str, ...], other: tuple[str, ...], first: Passage, second: Passage) -> bool:
    """Say whether not each of two names holds a word that the other's sentence lacks."""
    return second.stems.keys() >= {*one} or first.stems.keys() >= {*other}


def _names(passage: Passage) -> frozenset[str]:
    return frozenset(passage.stems) - passage.plain


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or not one.isdisjoint(other)

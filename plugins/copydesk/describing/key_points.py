"""View and standfirst of an article in, its key points out: three to five more of its own sentences, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.describing.choosing import View, introduced, same

if TYPE_CHECKING:
    from copydesk.describing.telling import Sentence

FEWEST, MOST = 3, 5
ARTICLE = 12  # sentences below which an article is read as fast as its key points
SHORTEST, LONGEST = 6, 40  # words of a point
SHARE = 4  # sentences of the article for each point
DEEP = 20  # sentences, the best by themselves, among which points are looked for: what is worth less was a stray line
NAMED = 2  # names and numbers of a sentence that tells something by itself
TOLD = 0.6  # share of a point's words that the standfirst or another point may have told already


def key_points(seen: View, standfirst: str) -> tuple[str, ...]:
    """Three to five sentences in the article's order that each read alone and tell what `standfirst` does not.

    Empty for articles of fewer than twelve sentences, and where fewer than three sentences may stand.
    """
    found = seen.sentences
    if len(found) < ARTICLE:
        return ()
    points = _pick(seen, [one for one in found if one.text in standfirst], min(MOST, max(FEWEST, len(found) // SHARE)))
    return tuple(one.text for one in points) if len(points) >= FEWEST else ()


def _pick(seen: View, told: list[Sentence], wanted: int) -> list[Sentence]:
    """The best sentences one by one, each with something new, in the article's order."""
    points: list[Sentence] = []
    for one in seen.ranked[:DEEP]:
        if len(points) < wanted and may_tell(one, seen) and introduced(one, told) and _new(one, [*told, *points]):
            points.append(one)
    return sorted(points, key=lambda one: one.place)


def may_tell(one: Sentence, seen: View) -> bool:
    """Whether a sentence can be a point: of a point's length, nobody's own voice, and it stands alone."""
    fits = SHORTEST <= one.length <= LONGEST and not (one.own_voice or one.asks or one.leans)
    return fits and not _torn(one, seen) and seen.allows(one)


def _torn(one: Sentence, seen: View) -> bool:
    """Whether a sentence of an entry names neither what the entry nor what the article is about, and little else.

    Of such points, editors struck 12 of 21; of all others, one in five.
    """
    return bool(one.entry) and len(one.names) < NAMED and one.stems.isdisjoint(one.entry | seen.title)


def _new(one: Sentence, told: list[Sentence]) -> bool:
    """Whether the sentence is none of those told, nor half of one, nor made of their words."""
    known = frozenset().union(*(other.stems for other in told))
    return not any(one.text == other.text or same(one, other) for other in told) and (
        len(one.stems & known) <= TOLD * len(one.stems)
    )

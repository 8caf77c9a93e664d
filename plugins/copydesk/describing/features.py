"""Candidates in, for each the features that are true of it: short names, each with a weight of its own."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from copydesk.describing import frequency
from copydesk.describing.candidates import Candidate, Place
from copydesk.describing.lands import lands
from copydesk.describing.spans import listed
from copydesk.describing.spelling import Key
from copydesk.describing.text import Text

SMALL = frozenset({"noun", "phrase", "mixed"})  # kinds with words that have no capital
COUNTS = (2, 3, 4, 5, 7, 10, 15)
FIRSTS = (12, 30, 60, 120, 240, 480)
SHARES = (0.02, 0.1, 0.25, 0.5, 0.75)
SPREADS = (0.1, 0.3, 0.5, 0.75)
RARITIES = (4, 6, 8, 10, 12, 14, 16, 19, 22)
RANKS = (1, 2, 3, 4, 6, 9, 14, 22, 40)
PER_THOUSAND = (1, 2, 3, 5, 8, 12, 20)
LENGTHS = (150, 300, 600, 1000, 2000)


def features(found: dict[Key, Candidate], text: Text) -> dict[Key, tuple[str, ...]]:
    """The names of the features that are true of each candidate."""
    known, inside = frequency.of(text.lang), insides(found)
    weights = {key: weight(candidate, inside.get(key, 0), known) for key, candidate in found.items()}
    order = sorted(found, key=lambda key: (-weights[key], found[key].places[0].at))
    ranks = {key: rank for rank, key in enumerate(order)}
    among = ranks_among(found, order)
    named = lands(text.lang)
    shared = tuple(context(text))
    return {
        key: (
            *describe(candidate, inside.get(key, 0), ranks[key], text, known),
            f"among:{candidate.kind}:{bisect_right(RANKS, among[key])}",
            f"country:{int(key in named)}",
            *shared,
        )
        for key, candidate in found.items()
    }


def ranks_among(found: dict[Key, Candidate], order: list[Key]) -> dict[Key, int]:
    """The rank of each candidate among those of its kind."""
    seen: Counter[str] = Counter()
    among = {}
    for key in order:
        among[key] = seen[found[key].kind]
        seen[found[key].kind] += 1
    return among


def insides(found: dict[Key, Candidate]) -> dict[Key, int]:
    """How often each candidate stands inside longer ones."""
    inside: dict[Key, int] = {}
    for key, candidate in found.items():
        for part in parts(key):
            if part in found:
                inside[part] = inside.get(part, 0) + len(candidate.places)
    return inside


def parts(key: Key) -> Iterable[Key]:
    """The shorter runs of words in a key."""
    for length in range(1, len(key)):
        for start in range(len(key) - length + 1):
            yield key[start : start + length]


def weight(candidate: Candidate, inside: int, known: frequency.Frequencies) -> int:
    """How much an article is about a candidate: how often it says it, times how rare it is."""
    return (2 * len(candidate.places) + inside) * max(known.rarity(low) for low in candidate.lows)


def context(text: Text) -> Iterable[str]:
    """The features of an article that all its candidates share."""
    yield f"length:{bisect_right(LENGTHS, text.length)}"


def describe(candidate: Candidate, inside: int, rank: int, text: Text, known: frequency.Frequencies) -> list[str]:
    """One candidate's features: kind, count, place, rarity, shape."""
    kind, places, lows = kind_of(candidate, text.lang), candidate.places, candidate.lows
    count = len(places)
    return [
        f"kind:{kind}:{min(4, len(lows))}",
        f"count:{kind}:{bisect_right(COUNTS, count)}",
        f"inside:{kind}:{bisect_right((1, 2, 4), inside)}",
        f"thousand:{bisect_right(PER_THOUSAND, 1000 * count / max(200, text.length))}",
        f"rank:{bisect_right(RANKS, rank)}",
        *placed(kind, places, text),
        *shaped(kind, lows, known),
        *(told_by_neighbours(candidate, text.lang) if kind in SMALL else ()),
        f"ends:{kind}:{4 * sum([place.ends for place in places]) // count}",
        f"clear:{kind}:{bisect_right((1, 2), sum([place.clear for place in places]))}",
        f"opens:{2 * sum([place.opens for place in places]) // count}",
    ]


def placed(kind: str, places: Sequence[Place], text: Text) -> list[str]:
    """Where it stands: title, headings, first and last place."""
    length, title = max(1, text.length), len(text.segments[0].words.lows)
    first, last = places[0].at, places[-1].at
    kinds = {place.kind for place in places}
    body = next((place.at for place in places if place.kind != "title"), length) - title
    return [
        f"title:{kind}:{int('title' in kinds) if title else 'none'}",
        f"heading:{int('heading' in kinds)}",
        f"first:{bisect_right(FIRSTS, body)}",
        f"share:{bisect_right(SHARES, body / length)}",
        f"segments:{kind}:{bisect_right(COUNTS, len({place.segment for place in places}))}",
        *([f"headline:{kind}:{bisect_right((1, 3, 6), first)}"] if "title" in kinds else ()),
        f"spread:{bisect_right(SPREADS, (last - first) / length)}",
    ]


def shaped(kind: str, lows: tuple[str, ...], known: frequency.Frequencies) -> list[str]:
    """What its words are like: rare, mostly capitalised, mostly nouns."""
    rarities, head = [known.rarity(low) for low in lows], lows[-1]
    return [
        f"rarest:{kind}:{bisect_right(RARITIES, max(rarities))}",
        f"head:{kind}:{bisect_right(RARITIES, rarities[-1])}",
        f"mean:{bisect_right(RARITIES, sum(rarities) // len(rarities))}",
        f"capital:{kind}:{known.capitals(head)}",
        f"noun:{kind}:{known.noun_like(head) if kind in SMALL else known.noun(head)}",
        *([f"start:{kind}:{known.noun(lows[0])}"] if len(lows) > 1 else ()),
    ]


def told_by_neighbours(candidate: Candidate, lang: str) -> Iterable[str]:
    """What a small word's ending says of it and, in languages with articles, the words around it: a noun, or a verb."""
    yield f"suffix:{lang}:{candidate.lows[-1][-3:]}"
    if listed("determining", lang):
        many = len(candidate.lows) > 1
        if not any(place.determined for place in candidate.places):
            yield f"bare:{many:d}"
        if any(place.governs for place in candidate.places):
            yield f"governs:{many:d}"


def kind_of(candidate: Candidate, lang: str) -> str:
    """The kind; a single capital says little where every noun has one."""
    if lang == "de" and candidate.kind == "name" and len(candidate.lows) == 1:
        return "german"
    return candidate.kind

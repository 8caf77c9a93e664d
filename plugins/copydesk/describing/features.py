"""Candidates in, for each the features that are true of it: short names, each with a weight of its own."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from copydesk.describing import frequency
from copydesk.describing.candidates import Candidate
from copydesk.describing.lands import lands
from copydesk.describing.spans import LONGEST_NAME, listed
from copydesk.describing.spelling import Key, low_key
from copydesk.describing.text import Text
from copydesk.describing.words import split

SMALL = frozenset({"noun", "phrase", "mixed"})  # kinds with words that have no capital
COUNTS = (2, 3, 4, 5, 7, 10, 15)
FIRSTS = (12, 30, 60, 120, 240, 480)
SHARES = (0.02, 0.1, 0.25, 0.5, 0.75)
SPREADS = (0.1, 0.3, 0.5, 0.75)
RARITIES = (4, 6, 8, 10, 12, 14, 16, 19, 22)
RANKS = (1, 2, 3, 4, 6, 9, 14, 22, 40)
PER_THOUSAND = (1, 2, 3, 5, 8, 12, 20)
LENGTHS = (150, 300, 600, 1000, 2000)
NAMES_KEPT = 10_000  # sets of figures, a kilobyte each


class Columns(NamedTuple):
    """The places of a candidate, each of their properties by itself; see `Place`."""

    kind: tuple[str, ...]
    segment: tuple[int, ...]
    at: tuple[int, ...]
    written: tuple[str, ...]
    opens: tuple[bool, ...]
    ends: tuple[bool, ...]
    clear: tuple[bool, ...]
    determined: tuple[bool, ...]
    introduced: tuple[bool, ...]
    governs: tuple[bool, ...]
    counted: tuple[bool, ...]
    before: tuple[str, ...]
    behind: tuple[str, ...]
    speaks: tuple[bool, ...]


class Printed(NamedTuple):
    """What is printed of an article elsewhere: all that its summary names, and its key points, as keys."""

    summary: frozenset[Key]
    points: frozenset[Key]


def printed(summary: str, points: Iterable[str], lang: str) -> Printed:
    """The runs of words in an article's summary and in its key points."""
    return Printed(frozenset(runs(summary, lang)), frozenset(run for point in points for run in runs(point, lang)))


def runs(text: str, lang: str) -> Iterable[Key]:
    """The runs of up to five words in a text, as keys of tags."""
    whole = tuple(part for low in split(text, lang).lows for part in low_key(low, lang))
    for length in range(1, LONGEST_NAME + 1):
        for start in range(len(whole) - length + 1):
            yield whole[start : start + length]


def features(found: dict[Key, Candidate], text: Text, told: Printed) -> dict[Key, tuple[str, ...]]:
    """The names of the features that are true of each candidate."""
    inside = insides(found)
    weights = {key: weight(candidate, inside.get(key, 0), text.lang) for key, candidate in found.items()}
    order = sorted(found, key=lambda key: (-weights[key], found[key].places[0].at))
    ranks = {key: rank for rank, key in enumerate(order)}
    among = ranks_among(found, order)
    named = lands(text.lang)
    shared = (f"length:{bisect_right(LENGTHS, text.length)}",)
    return {
        key: (
            *describe(candidate, inside.get(key, 0), text),
            *ranked(candidate.kind, ranks[key], among[key], key in named),
            *passing(candidate, key in named, key in told.summary, key in told.points),
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


def weight(candidate: Candidate, inside: int, lang: str) -> int:
    """How much an article is about a candidate: how often it says it, times how rare it is."""
    return (2 * len(candidate.places) + inside) * max(rarities(candidate.lows, lang))


@lru_cache(maxsize=NAMES_KEPT)
def rarities(lows: tuple[str, ...], lang: str) -> tuple[int, ...]:
    """How rare each word is."""
    return tuple(map(frequency.of(lang).rarity, lows))


def describe(candidate: Candidate, inside: int, text: Text) -> tuple[str, ...]:
    """One candidate's features: kind, count, place, rarity, shape."""
    kind, places, lows = kind_of(candidate, text.lang), candidate.places, candidate.lows
    count, columns = len(places), Columns(*zip(*places, strict=True))
    often = bisect_right(PER_THOUSAND, 1000 * count / max(200, text.length))
    ends, opens = 4 * sum(columns.ends) // count, 2 * sum(columns.opens) // count
    return (
        *counted(kind, min(4, len(lows)), count, inside, often),
        *placed(kind, columns, text),
        *shaped(kind, lows, text.lang),
        *(told_by_neighbours(lows, columns, text.lang) if kind in SMALL else ()),
        *bounded(kind, ends, bisect_right((1, 2), sum(columns.clear)), opens),
        *touched("before", kind, columns.before),
        *touched("behind", kind, columns.behind),
        *((f"speaks:{min(3, len(lows))}:{3 * sum(columns.speaks) // count}",) if kind == "name" else ()),
    )


def touched(side: str, kind: str, beside: tuple[str, ...]) -> tuple[str, ...]:
    """How often a word touches it on one side, and how often the same: what never stands without is half a name."""
    if kind == "acronym":
        return ()
    if len(beside) == 1:
        return touching(side, kind, None, 3 * bool(beside[0]))
    words = Counter(filter(None, beside))
    return touching(side, kind, 4 * max(words.values(), default=0) // len(beside), 3 * words.total() // len(beside))


def passing(candidate: Candidate, country: bool, summary: bool, points: bool) -> tuple[str, ...]:
    """Whether the summary and the key points name it, and whether it is only named in passing."""
    title = any(place.kind == "title" for place in candidate.places)
    return passed(candidate.kind, min(3, len(candidate.places)), country, title, summary, points)


# The names of features are made once for each set of figures: most candidates share theirs with others.


@lru_cache(maxsize=NAMES_KEPT)
def ranked(kind: str, rank: int, among: int, country: bool) -> tuple[str, ...]:
    """Its rank among all candidates and among those of its kind."""
    return (
        f"rank:{bisect_right(RANKS, rank)}",
        f"among:{kind}:{bisect_right(RANKS, among)}",
        f"country:{int(country)}",
    )


@lru_cache(maxsize=NAMES_KEPT)
def touching(side: str, kind: str, same: int | None, often: int) -> tuple[str, ...]:
    """How often any word touches it on a side, and the same one where it stands several times."""
    repeated = () if same is None else (f"same {side}:{kind}:{same}",)
    return (*repeated, f"{side}:{kind}:{often}")


@lru_cache(maxsize=NAMES_KEPT)
def passed(kind: str, count: int, country: bool, title: bool, summary: bool, points: bool) -> tuple[str, ...]:
    """Whether summary and points name it, and whether that and the title tell it from what is named in passing."""
    return (
        f"summary:{kind}:{summary:d}",
        f"points:{kind}:{points:d}",
        f"passing:{kind}:{country:d}:{count}:{title:d}:{summary:d}",
    )


@lru_cache(maxsize=NAMES_KEPT)
def counted(kind: str, words: int, count: int, inside: int, often: int) -> tuple[str, ...]:
    """How many words it has, how often it is said, and how often inside longer ones."""
    return (
        f"kind:{kind}:{words}",
        f"count:{kind}:{bisect_right(COUNTS, count)}",
        f"inside:{kind}:{bisect_right((1, 2, 4), inside)}",
        f"thousand:{often}",
    )


@lru_cache(maxsize=NAMES_KEPT)
def bounded(kind: str, ends: int, clear: int, opens: int) -> tuple[str, ...]:
    """How well its ends are proved, and how often it opens a sentence."""
    return f"ends:{kind}:{ends}", f"clear:{kind}:{clear}", f"opens:{opens}"


def placed(kind: str, columns: Columns, text: Text) -> tuple[str, ...]:
    """Where it stands: title, headings, first and last place."""
    length, title = max(1, text.length), len(text.segments[0].words.lows)
    first, last = columns.at[0], columns.at[-1]
    kinds = set(columns.kind)
    body = next((at for at, part in zip(columns.at, columns.kind, strict=True) if part != "title"), length) - title
    spread = bisect_right(SPREADS, (last - first) / length)
    return (
        *headed(
            kind, int("title" in kinds) if title else "none", int("heading" in kinds), bisect_right((1, 3, 6), first)
        ),
        *spread_out(kind, body, bisect_right(SHARES, body / length), len(set(columns.segment)), spread),
    )


@lru_cache(maxsize=NAMES_KEPT)
def headed(kind: str, title: str | int, heading: int, first: int) -> tuple[str, ...]:
    """Whether it stands in the title, how far to its front, and whether in a heading."""
    headline = [f"headline:{kind}:{first}"] if title == 1 else []
    return f"title:{kind}:{title}", f"heading:{heading}", *headline


@lru_cache(maxsize=NAMES_KEPT)
def spread_out(kind: str, first: int, share: int, segments: int, spread: int) -> tuple[str, ...]:
    """Where in the body it first stands, in how many paragraphs, and how far apart."""
    return (
        f"first:{bisect_right(FIRSTS, first)}",
        f"share:{share}",
        f"segments:{kind}:{bisect_right(COUNTS, segments)}",
        f"spread:{spread}",
    )


@lru_cache(maxsize=NAMES_KEPT)
def shaped(kind: str, lows: tuple[str, ...], lang: str) -> tuple[str, ...]:
    """What its words are like: rare, mostly capitalised, mostly nouns."""
    known, rare, head = frequency.of(lang), rarities(lows, lang), lows[-1]
    return (
        f"rarest:{kind}:{bisect_right(RARITIES, max(rare))}",
        f"head:{kind}:{bisect_right(RARITIES, rare[-1])}",
        f"mean:{bisect_right(RARITIES, sum(rare) // len(rare))}",
        f"capital:{kind}:{known.capitals(head)}",
        f"noun:{kind}:{known.noun_like(head) if kind in SMALL else known.noun(head)}",
        *([f"start:{kind}:{known.noun(lows[0])}"] if len(lows) > 1 else ()),
    )


def told_by_neighbours(lows: tuple[str, ...], columns: Columns, lang: str) -> Iterable[str]:
    """What a small word's ending says of it and, in languages with articles, the words around it: a noun, or a verb."""
    yield f"suffix:{lang}:{lows[-1][-3:]}"
    if listed("determining", lang):
        if not any(columns.determined):
            yield f"bare:{len(lows) > 1:d}"
        if any(columns.governs):
            yield f"governs:{len(lows) > 1:d}"


def kind_of(candidate: Candidate, lang: str) -> str:
    """The kind; a single capital says little where every noun has one."""
    if lang == "de" and candidate.kind == "name" and len(candidate.lows) == 1:
        return "german"
    return candidate.kind

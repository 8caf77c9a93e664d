"""The lines of a text in, what an archive of the web or OneNote put above a page out, and the page's own address."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

TODAY = r"archive\.(?:today|ph|is|li|vn|md)"
ADDRESS = re.compile(r"https?://\S+")
# What archives and caches put before a page's own address.
BEFORE = re.compile(
    rf"https?://(?:web\.archive\.org/web/\d{{4,14}}(?:[a-z]{{2}}_)?/|{TODAY}/(?:o/\w+/|\d{{4}}[\d.-]+/)|"
    r"(?:www\.)?google\.[a-z.]{2,6}/amp/(?:s/)?|[\w-]+\.cdn\.ampproject\.org/[a-z]/(?:s/)?)(?=\S)"
)
SECURE = "/s/"  # in a cache's address: the page's own begins with https
WAYBACK = re.compile(r"\s*The Wayback Machine - (https?://web\.archive\.org/web/\S+)\s*$")
CAPTURES = re.compile(r"\s*(?:Wayback Machine|[\d,]+ captures?|About this capture)\s*$")
SAVED = re.compile(rf"\s*(?:{TODAY}|webpage capture)(?:\s|$)", re.IGNORECASE)
FROM = re.compile(r"\bSaved from\b")
# What else stands in the bar of archive.today.
SAID = re.compile(
    rf"{TODAY}|webpage capture|saved from|search|history|←?prior|next→?|redirected from|\bvia\b|\boriginal\b|webpage|"
    r"no other snapshots from this url|all snapshots|from host \S+|screenshot|share|download \.zip|report bug or abuse|"
    r"donate|buy me a coffee|https?://\S+|\d{1,2} \w{3} \d{4}(?: \d\d:\d\d:\d\d)?(?: utc)?|\W+|\d+",
    re.IGNORECASE,
)
CACHED = re.compile(
    r"\s*This is Google[’']s cache of (https?://\S+?)\.? It is a snapshot of the page as it appeared on"
)
CACHES = re.compile(r"\s*(?:Full version|Text-only version|View source|Tip: To quickly find your search term)\b")
# What OneNote's clipper says below the title, the day and the hour of the note.
CLIPPED = re.compile(r"\s*(?:Clipped from|Ausschnitt aus|Découpé à partir de|Recortado de):\s*(https?://\S+)\s*$")
CLOCK = re.compile(r"\s*\d{1,2}[:.]\d\d(?:\s?[AP]M)?\s*$", re.IGNORECASE)
TOP = 60  # lines in which a bar stands: Wayback's names the collection, and says what it is
FIRST = 6  # lines with text among which archive.today names itself
SCALE = re.compile(r"\s*\d{1,2}0?%\s*$")  # the ruler beside its pages: 0%, 10% … 100%


class Bar(NamedTuple):
    """The indexes of a bar's lines, and the address of the page below it, "" where it says none."""

    lines: tuple[int, ...] = ()
    address: str = ""


def bar(texts: Sequence[str]) -> Bar:
    """The bar above a page of an archive; of no lines where there is none."""
    return wayback(texts) or saved(texts) or cached(texts) or clipped(texts) or Bar()


def wayback(texts: Sequence[str]) -> Bar | None:
    """The bar of the Wayback Machine: all down to the line with both addresses; only words of its own are above."""
    end = next((at for at, text in enumerate(texts[:TOP]) if WAYBACK.match(text)), -1)
    above = [text for text in texts[: max(end, 0)] if text.strip()]
    if end < 0 or (above and not any(map(CAPTURES.match, above))):
        return None
    return Bar(tuple(range(end + 1)), original(texts[end].split()[-1]))


def saved(texts: Sequence[str]) -> Bar | None:
    """The bar of archive.today, and the ruler below the page."""
    told = [at for at, text in enumerate(texts) if text.strip()][:TOP]
    start = next((at for at in told[:FIRST] if SAVED.match(texts[at])), -1)
    end = start
    for at in told[told.index(start) :] if start >= 0 else ():
        if SAID.sub("", texts[at]).strip():
            break
        end = at
    lines = range(start, end + 1) if start >= 0 else range(0)
    if not any(FROM.search(texts[at]) for at in lines):
        return None
    named = (original(one) for at in lines for one in ADDRESS.findall(texts[at]))
    ruler = [at for at in range(end + 1, len(texts)) if SCALE.match(texts[at])]
    own = next((one for one in named if not re.match(rf"https?://{TODAY}", one)), "")
    return Bar((*range(end + 1), *ruler), own)


def cached(texts: Sequence[str]) -> Bar | None:
    """The notice of Google's cache."""
    found = {at: hit for at, text in enumerate(texts[:FIRST]) if (hit := CACHED.match(text))}
    if not found:
        return None
    first = min(found)
    lines = [at for at in range(first, min(first + FIRST, len(texts))) if at == first or CACHES.match(texts[at])]
    return Bar(tuple(lines), found[first][1])


def clipped(texts: Sequence[str]) -> Bar | None:
    """The lines of a note of OneNote's that say when it was made, and of what."""
    told = [at for at, text in enumerate(texts) if text.strip()][:FIRST]
    said = next((at for at in told if CLIPPED.match(texts[at])), -1)
    found = CLIPPED.match(texts[said]) if said >= 0 else None
    if not found:
        return None
    hours = [(above, at) for above, at in pairwise(told) if at < said and CLOCK.match(texts[at])]
    return Bar((*(at for pair in hours for at in pair), said), original(found[1]))


def original(address: str) -> str:
    """A page's own address, where one leads to an archive's or a cache's copy of it."""
    found = BEFORE.match(address)
    own = address[found.end() :] if found else address
    return own if not found or "://" in own else f"http{'s' * (SECURE in found[0])}://{own}"

"""A paragraph's sentences in, each with whether it stands inside what somebody says out: such tell not who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.describing.phrasing import attributes, folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 6  # sentences inside one pair of quotation marks; where more follow, a mark was lost
DASHES = ("– ", "— ", "―")
DASHED = ("da", "es", "fi", "fr", "it", "no", "pl", "pt", "ru", "sv", "uk")  # print what people say behind a dash


def speeches(parts: Sequence[str], lang: str) -> Iterator[tuple[str, bool]]:
    """The sentences, each with whether it lies wholly inside quotation marks that others open and close.

    Or in a paragraph behind a dash, and says not who speaks.
    """
    dashed = lang in DASHED and bool(parts) and parts[0].startswith(DASHES)
    quoted = inside(parts)
    yield from ((part, at in quoted or (dashed and not attributes(part, lang))) for at, part in enumerate(parts))


def inside(parts: Sequence[str]) -> frozenset[int]:
    """The places of the sentences between one that opens quotation marks and one that closes them."""
    found: set[int] = set()
    begin = len(parts)
    for at in (at for at, part in enumerate(parts) if folded(part).count('"') % 2):
        if opens(parts[at]):
            begin = at
        elif 0 < at - begin <= LONGEST:
            found.update(range(begin + 1, at))
    return frozenset(found)


def opens(part: str) -> bool:
    """Whether the last quotation mark of a sentence opens what somebody says: nothing or a blank stands before it."""
    before = folded(part).rpartition('"')[0]
    return not before.strip() or before[-1].isspace()

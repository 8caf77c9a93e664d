"""A post's text in, where git left both sides of a merge in it out; and the text of one side alone."""

from __future__ import annotations

import re

from copydesk.model import CopydeskError

# One side, what both began with where git is told to show it, and the other side, each below its mark.
BOTH = re.compile(r"^<{7} .*\n((?:.*\n)*?)(?:\|{7} .*\n(?:.*\n)*?)?={7}\r?\n(?:.*\n)*?>{7} .*(?:\n|\Z)", re.MULTILINE)
FENCE = re.compile(r"^(?:```|~~~)", re.MULTILINE)  # what stands between two of them may tell of git


def unmerged(text: str, path: str) -> CopydeskError | None:
    """Why nobody can tell what a post says until a person has merged it, or `None` where nothing is to be merged."""
    found = next((one for one in BOTH.finditer(text) if is_gits(one)), None)
    if found is None:
        return None
    hint = "Keep what is to stay and delete git's marks, or delete a post that nobody edited: its seed makes it again."
    line = text.count("\n", 0, found.start()) + 1
    return CopydeskError("unmerged", "holds both sides of a merge of git's.", hint, path, line)


def is_gits(found: re.Match[str]) -> bool:
    """Whether marks are git's own, and not shown in a text about it."""
    return len(FENCE.findall(found.string[: found.start()])) % 2 == 0


def one_side(text: str) -> str:
    """The text as it was on the side that a person was on."""
    return BOTH.sub(lambda found: found[1] if is_gits(found) else found[0], text)

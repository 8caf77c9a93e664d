"""XML that breaks off in, the same with everything closed that stands open at its end out."""

from __future__ import annotations

import re
from collections import Counter

# What is passed over as a whole, or a tag; where the file ends in it, so does the whole.
MARKUP = re.compile(
    rb"<!\[CDATA\[.*?(?:(?P<cdata>\]\]>)|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)"
    rb"|<(?P<end>/?)(?P<name>[A-Za-z_][\w:.-]*+)[^<>]*?(?P<alone>/?)>",
    re.DOTALL,
)
CDATA = b"<![CDATA["
HALVES = re.compile(rb"(?:<(?!!\[CDATA\[)[^<>]*|&lt;/?\w*|&[#\w]*)\Z")  # of a tag or of a sign that has a name


def closed(content: bytes) -> bytes:
    """The whole of a file that breaks off before its root element ends; b"" of one that does not."""
    names: list[bytes] = []
    count: Counter[bytes] = Counter()
    last = None
    for last in MARKUP.finditer(content):
        name = last["name"]
        if name and not last["end"] and not last["alone"]:
            names.append(name)
            count[name] += 1
        while name and last["end"] and count[name]:  # what stands open in it, as <br>, ends with it
            count[ended := names.pop()] -= 1
            if ended == name:
                break
        if name and last["end"] and not names:
            return b""  # what stands below the root's end is none of it
    if not names:
        return b""
    ends = b"".join(b"</%b>" % name for name in reversed(names))
    return whole(content, last) + ends


def whole(content: bytes, last: re.Match[bytes] | None) -> bytes:
    """A file up to where it breaks off, without half a tag there."""
    begun = HALVES.sub(b"", content)
    return begun.rstrip(b"]") + b"]]>" if last and last[0].startswith(CDATA) and not last["cdata"] else begun

"""Text of any kind in, one line of it, or what it lists, out."""

from __future__ import annotations

import re

# Everything that some reader on the way (XML feeds, Markdown's placeholders, str.splitlines) treats as no text.
CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
BREAKS = re.compile("[ \t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]+")


def one_line(text: str) -> str:
    """The text on one line: runs of white space folded, control characters gone, non-breaking spaces kept."""
    return folded(text).strip()


def folded(text: str) -> str:
    """A piece of a text on one line, which may begin or end with a blank."""
    if text.isprintable() and "  " not in text:
        return text  # most pieces, and told much faster: what is printable is no break and no control character
    return BREAKS.sub(" ", CONTROL.sub("", text))


def listed(value: str) -> tuple[str, ...]:
    """A list as Pelican reads one: parted by semicolons if there are any, else by commas; each part once."""
    parts = value.split(";" if ";" in value else ",")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))

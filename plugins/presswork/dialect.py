"""Plain Markdown in, the HTML that Python-Markdown makes of it out; None for anything but plain Markdown.

The dialect is what a newsroom writes: paragraphs, `#` headings, `-` and `1.` lists of one line an item, `>` quotes,
`*emphasis*`, `**strong**` and `[links](address)`. A text is taken only if every character of it is one whose meaning
here is beyond doubt; the tests hold the equality against Python-Markdown itself, with Pelican's default extensions.
Every pattern below runs in linear time: each looks at a character a bounded number of times.
"""

from __future__ import annotations

import re

REFUSED = ("\\", "`", "<", "{", "|", "~")
"""Escapes, code, HTML, attributes, tables, fences: whatever has, or could have, a meaning outside the dialect."""

REFUSED_LINE = re.compile(r"\n(?:(?<= \n)|[ =:]|--)")
"""Line breaks, indents, setext headings, definitions, rules."""

REFUSED_BRACKET = re.compile(r"\[(?<=[\]!]\[)")
"""References, images."""

ENTITY = re.compile(r"&(?! )")
UNDERSCORE = re.compile(r"(?<!\w)_|_(?!\w)")
"""An underscore inside a word is one; elsewhere it may be emphasis."""

BLANK = re.compile(r"\n\n+")
HEADING = re.compile(r"(#{1,6}) ([^#\n]+)")
BULLET = re.compile(r"- (?=[^\W_]|[\"'“‘(«„\[*])")
NUMBER = re.compile(r"[0-9]+\. (?=[^\W_]|[\"'“‘(«„\[*])")
STARTS_BLOCK = re.compile(r"\n(?:#|>|[-*+] |[0-9]+\.(?: |$)|:|=+ *$|[-_*]+ *$)", re.MULTILINE)
"""A line that starts so, after its line feed, may be more than a line of its paragraph."""

MARKS = re.compile(
    r"\*(?<!\S\*)\*(?!\s)([^*\[\]]*[^*\[\]\s])\*\*(?=[\s.,;:!?)]|\Z)"
    r"|\*(?<!\S\*)(?!\s)([^*\[\]]*[^*\[\]\s])\*(?=[\s.,;:!?)]|\Z)"
    r"|\[([^\[\]*^\s][^\[\]*]*)\]\(([^\s()\[\]<>\"'*&^]+)\)"
)
"""Strong words, words with emphasis, links. Each begins with its sign, which a search finds at once."""


def convert(text: str) -> str | None:
    """The HTML of a Markdown text, or None if the text is not plain."""
    text = text.strip("\n")
    if not is_plain(f"\n{text}\n"):
        return None
    return joined(BLANK.split(text), "") if text else ""


def is_plain(text: str) -> bool:
    """Whether every character of a text, given with a line feed on either side, is beyond doubt."""
    if any(sign in text for sign in REFUSED) or not text.replace("\n", "").isprintable():
        return False
    if REFUSED_LINE.search(text) or REFUSED_BRACKET.search(text):
        return False
    return not ("&" in text and ENTITY.search(text)) and not ("_" in text and UNDERSCORE.search(text))


def joined(blocks: list[str], inside: str) -> str | None:
    """The HTML of blocks in a row; None too where two neighbours would grow together into one list or quote."""
    made: list[str] = []
    before = ""
    for block in blocks:
        kind, html = block_of(block, inside)
        if html is None or (kind and kind == before):
            return None
        made.append(html)
        before = kind
    return "\n".join(made)


def block_of(block: str, inside: str) -> tuple[str, str | None]:
    """A block -> its kind, if such blocks grow together, and its HTML."""
    first = block[:1]
    if first == "#":
        return "", heading(block)
    if first == "-":
        return "list", listing(block, "ul", BULLET)
    if first.isdigit() and NUMBER.match(block):
        return "list", listing(block, "ol", NUMBER)
    if first == ">" and not inside:
        return "quote", quote(block)
    return "", paragraph(block)


def heading(block: str) -> str | None:
    """`## Words` -> `<h2>Words</h2>`."""
    match = HEADING.fullmatch(block)
    if not match:
        return None
    level, words = len(match[1]), inline(match[2].strip())
    return None if words is None or not words else f"<h{level}>{words}</h{level}>"


def paragraph(block: str) -> str | None:
    """Lines none of which starts anything else -> one `<p>`."""
    if STARTS_BLOCK.search(f"\n{block}"):
        return None
    words = inline(block)
    return None if words is None else f"<p>{words}</p>"


def listing(block: str, tag: str, marker: re.Pattern[str]) -> str | None:
    """Lines that each start with a marker -> a list of one line an item."""
    items = [item(line, marker) for line in block.split("\n")]
    if None in items:
        return None
    return f"<{tag}>\n" + "\n".join(f"<li>{words}</li>" for words in items) + f"\n</{tag}>"


def item(line: str, marker: re.Pattern[str]) -> str | None:
    """`- Words` -> `Words`; None where the words would start a block of their own."""
    match = marker.match(line)
    words = line[match.end() :] if match else ""
    return inline(words) if words and not STARTS_BLOCK.match(f"\n{words}") else None


def quote(block: str) -> str | None:
    """Lines that start with `> `, with a lone `>` between paragraphs -> a quotation of what follows the marks."""
    lines = block.split("\n")
    if ">" in (lines[0], lines[-1]) or not all(
        line == ">" or (line.startswith("> ") and not line[2:3].isspace()) for line in lines
    ):
        return None
    text = "\n".join(line[2:] for line in lines)
    if not is_plain(f"\n{text}\n"):
        return None
    html = joined(BLANK.split(text), "quote")
    return None if html is None else f"<blockquote>\n{html}\n</blockquote>"


def inline(text: str) -> str | None:
    """A line's emphasis and links as HTML; None if an asterisk or a bracket is left over."""
    if "&" in text or ">" in text:
        text = text.replace("& ", "&amp; ").replace(">", "&gt;")
    if not has_signs(text):
        return text
    html = MARKS.sub(mark, text)
    return None if has_signs(html) else html


def has_signs(text: str) -> bool:
    """Whether a text holds a sign that may begin or end a mark."""
    return "*" in text or "[" in text or "]" in text


def mark(match: re.Match[str]) -> str:
    """One mark -> its element."""
    strong, emphasis, words, address = match.groups()
    if strong is not None:
        return f"<strong>{strong}</strong>"
    if emphasis is not None:
        return f"<em>{emphasis}</em>"
    return f'<a href="{address}">{words}</a>'

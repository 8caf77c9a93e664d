"""A file of rich text (RTF) in, its Seeds as those of a text out: databases, TextEdit and Word write such files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from copydesk.model import CopydeskError
from copydesk.reading import text
from copydesk.reading.beginnings import RICH
from copydesk.reading.raw import Raw

if TYPE_CHECKING:
    from copydesk.model import Seed

# A control word with its number, a byte in hexadecimal, a control sign, a brace, the breaks of the file, plain bytes.
TOKEN = re.compile(rb"\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)")
CODEPAGE = re.compile(rb"\\ansicpg(\d{3,5})")
HEAD = 200  # bytes in which a file says how its letters are encoded
SIGNS = {
    "par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\n", "cell": "\t", "tab": "\t", "emdash": "—",
    "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ",
    "enspace": " ", "~": "\u00a0", "_": "-", "\n": "\n", "\r": "\n", "\\": "\\", "{": "{", "}": "}",
}  # fmt: skip
# Groups that hold no text of the page; "*" begins others that a reader need not know.
ASIDE = re.compile(
    r"\*|(?:font|color|rsid|xmlns)tbl|stylesheet|info|pict|nonshppict|object|(?:head|foot)er[lrf]?|fldinst|annotation|"
    r"list(?:override)?table|generator|themedata|colorschememapping|datastore|bkmk(?:start|end)"
)
WIDE = 1 << 16  # numbers of letters above the half of this are written as negative


@dataclass(frozen=True, slots=True)
class Group:
    """What holds inside braces: whether it is `aside` of the text, and how many signs stand in for one of Unicode."""

    aside: bool = False
    instead: int = 1


@dataclass
class Writer:
    """The text so far; bytes wait until others end, for some letters take two."""

    codepage: str
    parts: list[str] = field(default_factory=list)
    waiting: bytearray = field(default_factory=bytearray)
    skip: int = 0  # signs that only stand in for the one before

    def bytes(self, data: bytes) -> None:
        taken = min(self.skip, len(data))
        self.skip -= taken
        self.waiting += data[taken:]

    def sign(self, sign: str) -> None:
        self.parts += [self.waiting.decode(self.codepage, "replace"), sign]
        self.waiting.clear()
        self.skip = 0

    def number(self, number: int, instead: int) -> None:
        self.sign(chr(number % WIDE))
        self.skip = instead

    def text(self) -> str:
        """All of it; letters beyond the first 65,536 were written as two."""
        self.sign("")
        return "".join(self.parts).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def read(raw: Raw) -> tuple[Seed | CopydeskError, ...]:
    """What `text.read` finds in the file's text; raises `CopydeskError` as it does, and where this is no rich text."""
    if not raw.content.lstrip().startswith(RICH):
        raise CopydeskError("rtf", "The file is no rich text (RTF).", "Save it as text.", raw.path)
    return text.read(Raw(raw.path, plain(raw.content).encode("utf-8", "replace")))


def plain(data: bytes) -> str:
    """The text of rich text."""
    declared = CODEPAGE.search(data[:HEAD])
    writer = Writer(encoding(declared[1].decode() if declared else ""))
    groups = [Group()]
    at = 0
    while hit := TOKEN.match(data, at):
        at = hit.end()
        word, number, code, sign, brace, letters = hit.groups()
        if brace == b"{":
            groups.append(groups[-1])
        elif brace:
            groups = groups[:-1] or [Group()]
        elif word == b"bin":
            at += max(int(number or 0), 0)
        elif word or sign:
            groups[-1] = told((word or sign).decode("latin-1"), number, groups[-1], writer)
        elif not groups[-1].aside:
            writer.bytes(bytes([int(code, 16)]) if code else letters or b"")
    return writer.text()


def told(word: str, number: bytes | None, group: Group, writer: Writer) -> Group:
    """The group after a control word, which may be a sign of the text."""
    if ASIDE.fullmatch(word):
        return replace(group, aside=True)
    if word == "uc":
        return replace(group, instead=max(int(number or 1), 0))
    if not group.aside and word == "u":
        writer.number(int(number or 0), group.instead)
    elif not group.aside and word in SIGNS:
        writer.sign(SIGNS[word])
    return group


def encoding(number: str) -> str:
    """The name of the encoding with a number of Windows', else that of Western Europe."""
    try:
        return "".encode(f"cp{number}").decode() or f"cp{number}"
    except LookupError:
        return "cp1252"

"""Lines as a browser copies them in, the same without what only eyes and screen readers need out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk.language import lexicon, lowered, stopwords
from copydesk.language.lexicons import DATA

if TYPE_CHECKING:
    from copydesk.model import Line

INITIAL = re.compile(r"\s*[A-ZÀ-ÖØ-Þ]\s*")  # a large first letter that a page sets apart
# How a text goes on behind one: in capitals, or small.
REST = re.compile(r"(?:[A-ZÀ-ÖØ-Þ]{2,}|[a-zß-öø-ÿ]+)(?=[\s’'-])")
FRAMED = 8  # characters of a line that holds nothing but a letter, at most
ROOM = 2  # lines below a large letter in which its text goes on
WORDS = ("A", "I", "O", "Y", "E", "À")  # letters that are words too


def cleared(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with large first letters back before their words, and without what says how a link opens."""
    return joined(tuple(map(unlinked, lines)))


def unlinked(line: Line) -> Line:
    """A line without what tells a screen reader that a link opens in a new window: "Acme, opens new tab, said …"."""
    aside, boxed = opening()
    plain = aside.sub("", line.text) if ", " in line.text else line.text
    plain = boxed.sub("", plain) if "(" in plain else plain
    return line if plain == line.text else line._replace(text=plain)


@cache
def opening() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What any language says of a link: behind a comma as the list has it, and in brackets."""
    said = sorted({row for path in DATA.iterdir() if path.is_dir() for row in lexicon("links", path.name)}, key=len)
    either = "|".join(re.escape(row) for row in reversed(said))
    aside = re.compile(rf", (?:{either})(?=[\s,.;:)]|$)", re.IGNORECASE)
    return aside, re.compile(rf"\s?\((?:{either})\)", re.IGNORECASE)


def joined(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, with each large letter that stands alone set before the word below that it begins."""
    letters = (at for at, line in enumerate(lines) if len(line.text) <= FRAMED and INITIAL.fullmatch(line.text))
    found = {at: below for at in letters if (below := going_on(lines, at))}
    begun = {below: lines[at].text.strip() for at, below in found.items()}
    return tuple(
        line._replace(text=begun[at] + line.text.lstrip()) if at in begun else line
        for at, line in enumerate(lines)
        if at not in found
    )


def going_on(lines: tuple[Line, ...], at: int) -> int:
    """The index of the line whose first word a letter begins, 0 where none is or the letter may be a word itself."""
    below = next((one for one in range(at + 1, min(at + 1 + ROOM, len(lines))) if lines[one].text.strip()), 0)
    rest = REST.match(lines[below].text.lstrip()) if below else None
    letter = lines[at].text.strip()
    word = lowered(letter + rest[0]) if rest else ""
    return below if word and (letter not in WORDS or word in stopwords("en")) else 0

"""The lines of a file that a database of the press wrote in, a prepared Seed an article out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.language.wrapping import STOP
from copydesk.model import CopydeskError, Seed
from copydesk.reading.clippings import europresse, factiva, fields, genios, nexis
from copydesk.reading.formats import is_named
from copydesk.reading.keys import distinct
from copydesk.reading.signing import whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.model import Line
    from copydesk.reading.clippings.documents import Clipping

FORMS = (*nexis.FORMS, *factiva.FORMS, *fields.FORMS, genios.FORM, europresse.FORM)
EDGES = re.compile("|".join(form.edge.pattern for form in FORMS))  # of any: one look tells that most texts have none
SENTENCE = 60  # characters of a line that ends as a sentence and may be one of an article
PASSAGE = re.compile(r"={10}\s*$")  # what a Kindle writes below each, in "My Clippings.txt"
PLACED = re.compile(r"- .*\d.*\|.*\d")  # "- Your Highlight on page 12 | Added on …", in the reader's language
STRANGE = 400  # characters of such lines outside the documents from which the file holds more than an export


def seeds(path: str, lines: Sequence[Line]) -> tuple[Seed | CopydeskError, ...]:
    """The articles of an export of Nexis, Factiva, ProQuest …, and why documents are none; empty for any other text.

    One alone is known by its file, several each by the number that the database gives it, else by headline and day.
    Raises `CopydeskError` for several in a file whose name ends in no format's suffix: none would be known as its part;
    and for what a reader marked in books.
    """
    if is_marked(lines):
        message = "The file holds passages that a reader marked on a Kindle, and no article."
        raise CopydeskError(
            "no-article", message, "Copy each that is one into a file of its own, and delete this.", path
        )
    found = clippings(lines)
    if len(found) > 1 and not is_named(path):
        message = f"The file holds {len(found)} articles, and its name does not say of what format it is."
        raise CopydeskError("format", message, "End its name in .txt.", path)
    told = [one for one in found if one.lines]
    keys = distinct([names(one) for one in told]) if len(found) > 1 else [""] * len(told)
    made = (
        Seed(path, "", "clipping", one.lines, found=one.facts, prepared=True, key=key)
        for one, key in zip(told, keys, strict=True)
    )
    return (*made, *(textless(path, one) for one in found if not one.lines))


def is_marked(lines: Sequence[Line]) -> bool:
    """Whether each stretch of some lines is a passage below a book's title and the place where it stands in it."""
    ends = [at for at, line in enumerate(lines) if PASSAGE.match(line.text)]
    starts = [0, *(at + 1 for at in ends[:-1])] if ends else []
    return bool(ends) and all(at + 1 < len(lines) and PLACED.match(lines[at + 1].text) for at in starts)


def clippings(lines: Sequence[Line]) -> tuple[Clipping, ...]:
    """The documents of an export; none where much of the text stands outside them."""
    texts = [line.text for line in lines]
    if not any(map(EDGES.match, map(str.strip, texts))):
        return ()
    text = "\n".join(texts)
    form = next((form for form in FORMS if form.edge.search(text) and form.sure.search(text)), None)
    if form is None:
        return ()
    documents, outside = form.cut(lines)
    return () if is_strange(outside) else tuple(map(form.read, documents))


def is_strange(outside: Sequence[Line]) -> bool:
    """Whether the lines outside the documents hold an article too, which would be lost."""
    told = (line.text.strip() for line in outside)
    return sum(len(text) for text in told if len(text) >= SENTENCE and STOP.search(text)) > STRANGE


def names(one: Clipping) -> tuple[str, ...]:
    """What an article may be called whatever stands around it, ever finer."""
    facts = one.facts
    headline = f"{facts.title} {facts.date or ''}".strip()
    called = one.number or headline or one.lines[0].text
    return (called, f"{one.number} {headline} {facts.source}", whole(facts, one.lines))


def textless(path: str, one: Clipping) -> CopydeskError:
    """The refusal of a document that has a head and no text."""
    message = f"The document “{one.facts.title}” has no text." if one.facts.title else "A document has no text."
    return CopydeskError("empty", message, "Export it again with its full text, or delete it here.", path, one.line)

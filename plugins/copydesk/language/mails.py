"""The lines of a text in, the header of the mail that it forwards out: where it stands, sender, day and subject."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from copydesk.language.days import days
from copydesk.language.identify import identify
from copydesk.language.lexicons import LANGUAGES, either, lowered, pairs

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

# Characters that somebody writes above what they forward, at most; more is an article that cites a mail. Longer notes
# are believed above a line or words that mail programs put there.
NOTE, LONG_NOTE = 200, 800
RULE = re.compile(r"\s*[_=–—-]{5,}\s*")
FIELDS = 2  # of them are a header; a line that begins with "To:" may be anything
ENDS = " \t\xa0>*_-–—"  # what stands around a line of a header
EDGES = f"{ENDS}:："  # what stands around a field's name, or around "Forwarded message"
LIST, ON, ANSWER = (
    r"\[[^\[\]]{1,40}\]\s*",
    r"(?:fwd?|fw|wg|tr|rv|i|enc|doorst|pd|ilt|转发|轉寄)\s*[:：]\s*",
    r"(?:re|aw|ynt|回复)\s*[:：]\s*",
)
# What a browser prints above each page of a mail: its hour, and the program before the subject.
PROGRAM = r"(?:\d[\d/.:, ]{5,25}(?:[ap]m)?\s+)?(?:gmail|outlook|yahoo mail|proton mail)\s[-–]\s"
PREFIX = re.compile(rf"(?:{PROGRAM})?(?:{LIST}|{ON}|{ANSWER})*", re.IGNORECASE)
ANSWERS = re.compile(rf"(?:{PROGRAM})?(?:{LIST})*{ANSWER}", re.IGNORECASE)
PASSED_ON = re.compile(rf"(?:{PROGRAM})?(?:{LIST}|{ANSWER})*{ON}", re.IGNORECASE)
AROUND = " *\t|"  # what stands around a value: marks of strong words, the bar between two cells of a table
SHOWN = 60  # characters of a line that may say that a mail was forwarded
ADDRESS = re.compile(r"[<(\[]?(?:mailto:)?([^\s<>()\[\]@]{1,64}@[^\s<>()\[\]@]{1,253})")  # sizes as mail allows
OPEN = (";", ",")  # the end of a row of recipients that goes on below


@dataclass(frozen=True, slots=True)
class Header:
    """A mail's header: the indexes of its lines and of what stands above them, and of its subject (-1: it has none).

    It has no `sender` where whoever sent the mail only passed on what somebody else wrote.
    """

    lines: tuple[int, ...]
    subject_at: int = -1
    sender: str = ""
    date: datetime.date | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a header: the name and value of each field that it holds; none where it says "Forwarded message"."""

    fields: tuple[tuple[str, str], ...] = ()


def header(texts: Sequence[str]) -> Header | None:
    """The last header in a text with an article below it, and no more than a note and other headers above."""
    rows = [row(text) for text in texts]
    if not any(rows):
        return answered(texts)
    found = list(blocks(texts, rows))
    taken = {at for block in found for at in block}
    sizes = [0 if at in taken else len(text.strip()) for at, text in enumerate(texts)]
    above = [0, *accumulate(sizes)]
    for block in reversed(found):
        note = LONG_NOTE if is_marked(texts, rows, block) else NOTE
        if above[block.start] <= min(note, above[-1] - above[block.stop]):
            return told(texts, rows, block)
    return answered(texts)


def answered(texts: Sequence[str]) -> Header | None:
    """What stands above a mail that is cited whole, the last line of it "On Friday, 6 November 2026, Ada wrote:"."""
    start = cited(texts, 0)
    above = next((texts[at].strip() for at in range(start - 1, -1, -1) if texts[at].strip()), "")
    named = days(above, identify(above)) if above.endswith((":", "：")) else []
    return Header(tuple(range(start)), date=named[0].day) if named else None


def is_marked(texts: Sequence[str], rows: Sequence[Row | None], block: range) -> bool:
    """Whether a mail program says, or shows with a line across, that what follows was forwarded."""
    ruled = any(RULE.fullmatch(text) for text in texts[max(0, block.start - 2) : block.start])
    return ruled or any(line is not None and not line.fields for line in rows[block.start : block.stop])


def told(texts: Sequence[str], rows: Sequence[Row | None], block: range) -> Header:
    """What a header says. One with a subject is a mail's: what stands above it is none of its text."""
    said: dict[str, str] = {}
    where: dict[str, int] = {}
    for at in block:
        line = rows[at]
        for name, value in line.fields if line else ():
            kind = names()[name]
            if kind not in said:
                said[kind], where[kind] = value or below(texts, rows, at), at + (not value)
    lang = language({name for at in block for name, _ in (rows[at] or Row()).fields})
    named = days(said.get("date", ""), lang)
    return Header(
        lines=tuple(range(0 if "subject" in said else block.start, cited(texts, block.stop))),
        subject_at=where.get("subject", -1),
        sender="" if PASSED_ON.match(said.get("subject", "")) else sender(said.get("from", "")),
        date=named[0].day if named else None,
        subject=bare(said.get("subject", "")),
    )


def cited(texts: Sequence[str], start: int) -> int:
    """Where what is forwarded begins below a header: where most of it bears marks, the words above them are a note."""
    told = [at for at in range(start, len(texts)) if texts[at].strip()]
    marked = [at for at in told if bears_mark(texts[at])]
    note = sum(len(texts[at].strip()) for at in told if marked and at < marked[0])
    return marked[0] if 2 * len(marked) > len(told) and note <= NOTE else start


def bears_mark(text: str) -> bool:
    """Whether a line bears the mark that mail programs put before what they cite."""
    return text.lstrip().startswith(">")


def below(texts: Sequence[str], rows: Sequence[Row | None], at: int) -> str:
    """The value of a field that stands on the line below its name."""
    return "" if any(rows[at + 1 : at + 2]) else "".join(texts[at + 1 : at + 2]).strip()


def sender(value: str) -> str:
    """The name before an address: "Name <address>", "Name (address)", "Name address"; or the address alone."""
    found = ADDRESS.search(value)
    return (value[: found.start()].strip(" \"'*") or found[1]) if found else value.strip(" \"'*")


def bare(subject: str) -> str:
    """A subject without what mail programs and mailing lists put before it: "Fwd: [Harbour Weekly] Quay to grow"."""
    return PREFIX.sub("", subject, count=1)


def is_answer(subject: str) -> bool:
    """Whether a subject begins as that of an answer does: "Re: Quay to grow?"."""
    return ANSWERS.match(subject) is not None


def subject(text: str) -> str:
    """The subject that a line of a header gives: behind its name, or below it."""
    line = row(text) or Row()
    return bare(next((value for name, value in line.fields if names()[name] == "subject"), text.strip()))


def blocks(texts: Sequence[str], rows: Sequence[Row | None]) -> Iterator[range]:
    """The stretches of lines that are headers."""
    end = 0
    for at in [at for at, line in enumerate(rows) if line]:
        if at < end:
            continue
        end = reach(texts, rows, at)
        kinds = [names()[name] for line in rows[at:end] if line for name, _ in line.fields]
        if len({*kinds} - {"other"}) >= FIELDS and {"from", "subject"} & set(kinds):
            yield range(at, end)


def reach(texts: Sequence[str], rows: Sequence[Row | None], at: int) -> int:
    """One past the last line of the header that begins here: fields, rows of recipients, blank lines between them."""
    end = at + 1
    while end < len(texts):
        blank = not texts[end].strip()
        if not rows[end] and not (blank and any(rows[end + 1 : end + 2])) and not goes_on(texts, rows, end):
            break
        end += 1
    return end


def goes_on(texts: Sequence[str], rows: Sequence[Row | None], at: int) -> bool:
    """Whether a line belongs to the field above: it is folded in, more recipients, or the value of a bare name."""
    above, text = rows[at - 1], texts[at]
    if not text.strip():
        return False
    empty = above is not None and above.fields[-1:] != () and not above.fields[-1][1]
    return empty or text[0].isspace() or "@" in text or texts[at - 1].rstrip().endswith(OPEN)


def row(text: str) -> Row | None:
    """A line as one of a header, `None` where it is none."""
    line = text.strip(ENDS)
    named = (":" in line or "：" in line) and pattern().match(line)
    if not named and not plain(line[:SHOWN]).startswith(marks()):
        return None  # as nearly all lines: looking for fields inside takes longer
    found = list(pattern().finditer(line))
    first = plain(line[: found[0].start()] if found else line)
    if (first and first not in marks()) or not (first or found):
        return None
    ends = [*(hit.start() for hit in found[1:]), len(line)]
    return Row(
        tuple((plain(hit[1]), line[hit.end() : end].strip(AROUND)) for hit, end in zip(found, ends, strict=False))
    )


def is_field(text: str, lang: str) -> bool:
    """Whether a line gives a mail's sender, date or subject, or says that a mail was forwarded."""
    return plain(text.partition(":")[0]) in fields(lang)


def plain(name: str) -> str:
    """A field's name as the lists have it; a Turkish capital has a dot too many in small letters."""
    return lowered(name.strip(EDGES))


def language(said: set[str]) -> str:
    """The first language that calls a mail's fields so."""
    known = ({name for _, name in listed(lang)} for lang in LANGUAGES)
    return next((lang for lang, theirs in zip(LANGUAGES, known, strict=True) if said <= theirs), "en")


def listed(lang: str) -> tuple[tuple[str, str], ...]:
    """Each field's kind and name in a language."""
    return pairs("mail", lang, ": ")


@cache
def fields(lang: str) -> frozenset[str]:
    """The names of fields, and what is written above a mail that is forwarded, in a language and in English."""
    return frozenset(name for code in ("en", lang) for _, name in listed(code))


@cache
def names() -> Mapping[str, str]:
    """A field's name in any language -> its kind."""
    return {name: kind for lang in LANGUAGES for kind, name in listed(lang) if kind != "forwarded"}


@cache
def marks() -> tuple[str, ...]:
    """What mail programs write above a mail that is forwarded."""
    return tuple(name for lang in LANGUAGES for kind, name in listed(lang) if kind == "forwarded")


@cache
def pattern() -> re.Pattern[str]:
    """A field's name, with a capital, and its colon: at a line's start or, where a page joined the lines, inside."""
    forms = {form for name in names() for form in (name.capitalize(), name.upper(), name.title())}
    return re.compile(rf"(?<!\S)\**({either(forms)})\s?[:：]\**[ \t\xa0]*")

"""The lines of a text in, the header out of the mail that it forwards, or that somebody printed or copied as shown."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from copydesk.language import mails
from copydesk.language.days import days
from copydesk.language.lexicons import LANGUAGES, multilingual
from copydesk.language.mails import LONG_NOTE, PASSED_ON, Header, bare, language, names, plain, row, sender

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

TOP = 8  # lines with text above the sender of the mail printed: program, account, subject, folder, number of messages
WHEN = 60  # characters of a line that says when a mail was sent, at most
LONGEST = 300  # characters of a subject
PERSON = re.compile(r"(.{0,80}?)\s*[<(]([^\s<>()@]+@[^\s<>()@]+)[>)](.*)")
BLANK = re.compile(r"\s+")
CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.h]\d\d(?!\d)")
FIGURES = re.compile(r"[\d\s\[\]()]+")


def header(texts: Sequence[str]) -> Header | None:
    """The header of the mail that a text forwards, else of the one that a mail program printed or showed."""
    return mails.header(texts) or printed(texts)


def printed(texts: Sequence[str]) -> Header | None:
    """The header of the last mail of a printed thread that has more below it than all mails above, and its answers."""
    found = list(messages(texts))
    if not found:
        return None
    ends = [*(block.start for block in found[1:]), len(texts)]
    sizes = [told(texts, range(block.stop, end)) for block, end in zip(found, ends, strict=True)]
    above = list(accumulate(sizes, initial=told(texts, range(found[0].start))))
    for at in reversed(range(len(found))):
        if above[at] <= min(LONG_NOTE, sizes[at]):
            return read(texts, found[0], found[at], range(ends[at], len(texts)))
    return None


def told(texts: Sequence[str], lines: range) -> int:
    """The characters of some lines."""
    return sum(len(texts[at].strip()) for at in lines)


def read(texts: Sequence[str], first: range, block: range, answers: range) -> Header:
    """What a printed header says; the subject stands once, above the first."""
    at = next((at for at in reversed(range(first.start)) if is_subject(texts[at])), -1)
    subject = texts[at].strip() if at >= 0 else ""
    short = told(texts, answers) < told(texts, range(block.stop, answers.start))
    return Header(
        lines=(*range(block.stop), *(answers if short else ())),
        subject_at=at,
        sender="" if PASSED_ON.match(subject) else who(texts[block.start]),
        date=day(block_texts(texts, block)),
        subject=bare(subject),
    )


def block_texts(texts: Sequence[str], block: range) -> list[str]:
    """The lines of a header; of its first only what stands behind the address."""
    return [PERSON.sub(r"\3", texts[block.start]), *texts[block.start + 1 : block.stop]]


def messages(texts: Sequence[str]) -> Iterator[range]:
    """The headers of a printed thread: sender, day or hour, and to whom, or the number of messages above."""
    above = [at for at, text in enumerate(texts) if text.strip()][:TOP]
    begun = False
    for at, text in enumerate(texts):
        if "@" not in text or not PERSON.fullmatch(text.strip()) or not (begun or at in above):
            continue
        end = reach(texts, at)
        counted = any(is_shown(texts[line]) for line in above if line < at)
        lines = block_texts(texts, range(at, end))
        to = any(map(is_to, lines[1:]))
        if any(CLOCK.search(line) for line in lines) and (to or counted):
            begun = True
            yield range(at, end)


def reach(texts: Sequence[str], start: int) -> int:
    """One past the last line of the header that begins here; a day stands in it once."""
    end, dated = start + 1, bool(CLOCK.search(PERSON.sub(r"\3", texts[start])))
    for at in range(start + 1, len(texts)):
        when = not dated and len(texts[at]) <= WHEN and CLOCK.search(texts[at])
        of_name = plain(texts[at - 1]) in names()  # the value of a field whose name stands alone
        if when or of_name or is_to(texts[at]) or is_shown(texts[at]) or row(texts[at]):
            dated, end = dated or bool(when), at + 1
        elif texts[at].strip():
            break
    return end


def is_to(text: str) -> bool:
    """Whether a line says to whom a mail was sent."""
    line = row(text)
    kinds = {names()[name] for name, _ in line.fields} if line else {names().get(field(text)[0], "")}
    return "to" in kinds or plain(text.partition(",")[0]) in threads()


def is_shown(text: str) -> bool:
    """Whether a line is a word that mail programs put around a mail: "1 message", "Inbox", a field's bare name."""
    said = FIGURES.sub(" ", text).strip()
    return plain(said) in threads() or (bool(said) and plain(text) in names())


def is_subject(text: str) -> bool:
    """Whether a line above the first sender is the subject of the thread."""
    told = any(map(str.isalnum, text)) and len(text) <= LONGEST and not PERSON.fullmatch(text.strip())
    return told and not is_shown(text) and not row(text)


def field(text: str) -> tuple[str, str]:
    """The field without a colon with which a line begins, as in a table's row, and its value; else both empty."""
    words = BLANK.split(text.strip())
    for size in (2, 1):
        name = plain(" ".join(words[:size]))
        if name in names() and words[0][:1].isupper():
            return name, " ".join(words[size:])
    return "", ""


def who(text: str) -> str:
    """The sender's name, or the address alone."""
    name, value = field(text)
    return sender(value if names().get(name) == "from" else text)


def day(lines: Sequence[str]) -> datetime.date | None:
    """The first day that the lines of a header name, in the language of their fields before all others."""
    said = {plain(line.partition(":")[0]) for line in lines} | {field(line)[0] for line in lines}
    spoken = language(said & names().keys())
    named = (days(line, lang) for line in lines if CLOCK.search(line) for lang in (spoken, *LANGUAGES))
    return next((one.day for one in chain.from_iterable(named)), None)


@cache
def threads() -> frozenset[str]:
    """The words that mail programs put around the mails of a thread, in any language."""
    return frozenset(map(plain, multilingual("threads")))

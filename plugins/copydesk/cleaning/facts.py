"""A line's text in, whether it could tell the date or the author, or whose the page is, out."""

from __future__ import annotations

import re

from copydesk.cleaning.marks import CLOCK, SIGNS, YEAR, furniture, is_whole, spoken
from copydesk.cleaning.phrases import EDGE, KINDS, hits, phrases, tokens, worded
from copydesk.language import UNSPACED, stopwords
from copydesk.language.days import calendar, days
from copydesk.language.people import AND
from copydesk.language.wrapping import unquoted

NOTICE = re.compile(
    r"\b(?:copyright|all rights reserved)\b.{0,60}?\b(?:19|20)\d\d\b|©\s?(?:19|20)\d\d\b", re.IGNORECASE
)
UPDATED, RELATED, CREDIT, ADVERT, AUTHOR = map(KINDS.index, ("updated", "related", "credit", "advert", "author"))
RIGHTS = re.compile(r"\W{0,3}(?:©|\(c\)\s|copyright\b)", re.IGNORECASE)
SHORT = 25  # words of a by-line or date line at most
NOTICED = 160  # characters of a line that tells whose the page is at most
AGO = re.compile(r"(\D{4,40})\d{1,2}\s+[^\W\d]+(?:\s+[^\W\d]+)?\W{0,2}")  # words, a number, what of and "ago"
NOON = re.compile(r"(?<=[ap]\.m)\.$", re.IGNORECASE)  # the stop of "3:31 p.m." ends no sentence
COUNT = re.compile(r"^\W*\d+\s+")  # before "hours ago"
SHORTLY = re.compile(r"\W*\d{1,3} ?(?:m|h|d|w|mo|y|mins?|hrs?|yrs?)\.? ago\W*")  # "6m ago", "3 hrs. ago"
PARTED = re.compile(rf"[,;|.]|\s(?:{AND}|for|für|pour)\s")  # what stands behind a name
JOINT = re.compile(rf"\s(?:{AND})\s")
STAMP = 100  # characters of a line that gives a day and its minute, and who wrote then, at most
PAIR = 2  # people who are named together as those who wrote
NAMED, FULL = range(2, 5), 2  # words of a person's name; of a first name and a surname
IN = 2  # words of "published in" at most
DATED = 12  # words of a sentence that names a day and tells little else, at most
BY_LINE = 7  # words of a line that is a by-line and nothing else, at most
DAY, HOUR = 60, 4  # characters of a line that names a day, at most; letters of what tells the hour: "Uhr", "GMT"


def signed(text: str, lang: str) -> bool:
    """Whether a short line begins as by-lines do."""
    words = spoken(unquoted(text), lang)
    known = phrases(lang).bylines
    return 1 < len(words) <= SHORT and any(words[:size] in known for size in (1, 2, 3))


def dated(text: str, lang: str) -> bool:
    """Whether a short line could name a day."""
    words = spoken(text, lang)
    if len(words) > (SHORT * SIGNS if lang in UNSPACED else SHORT) or not any(map(str.isdigit, words)):
        return False
    return bool(YEAR.search(text) or CLOCK.search(text)) or not phrases(lang).months.isdisjoint(words)


def is_date_line(text: str, lang: str) -> bool:
    """Whether a line names a day and says of it what pages say: that they were published or updated then."""
    return dated(text, lang) and furniture(text, lang)[UPDATED] >= EDGE


def is_published_in(text: str, lang: str) -> bool:
    """Whether a line says that the page was published in what the next line names: a magazine, a section."""
    words = spoken(text, lang)
    return 1 < len(words) <= IN and words[-1] in stopwords(lang) and furniture(text, lang)[UPDATED] >= EDGE


def is_update(text: str, lang: str) -> bool:
    """Whether a line says how long ago the page was updated and nothing else: "Last updated 2 hours ago"."""
    found = AGO.fullmatch(text.strip())
    small = found is not None and all(map(str.islower, tokens(found[1])[1:]))
    return small and furniture(text, lang)[UPDATED] >= EDGE


def is_day(text: str, lang: str) -> bool:
    """Whether a line is a day, perhaps with an hour or the word for an update, and nothing else."""
    named = days(text, lang) if len(text) <= DAY else []
    beside = worded(named[0].before + named[-1].after) if named else ()
    return bool(named) and sum(len(word) for word in beside if not tells_when(word, lang)) <= HOUR


def tells_when(word: str, lang: str) -> bool:
    """Whether a word beside a day is a figure, stands in calendars or says that the page was published or updated."""
    return word.isdigit() or word in calendar(lang) or phrases(lang).kinds.get((word,)) == UPDATED


def is_stamp(text: str, lang: str) -> bool:
    """Whether a line that is no sentence gives a day and its minute, as comments and reports as they come in do."""
    short = len(text) <= STAMP and bool(CLOCK.search(text)) and not is_whole(text)
    told = days(text, lang) if short and dated(text, lang) else []
    return any(CLOCK.search(f"{one.before} {one.after}") for one in told)  # "02.09.2007" is a day, and not 2:09


def is_ago(text: str, lang: str) -> bool:
    """Whether a short line, perhaps behind a name, says how long ago it was written: "Ada · 2 hours ago"."""
    if SHORTLY.fullmatch(text):
        return True
    words = spoken(text, lang)
    counted = len(words) <= BY_LINE and any(map(str.isdigit, words)) and not is_whole(text)
    told = words[1:] if COUNT.match(text) else words
    return counted and hits(told, phrases(lang))[UPDATED] >= EDGE


def tells_facts(text: str, lang: str) -> bool:
    """Whether a line could be a by-line or a date line."""
    return signed(text, lang) or dated(text, lang)


def is_by_line(text: str, lang: str) -> bool:
    """Whether a line is a by-line and nothing else: few words, the last of them a name."""
    words = tokens(unquoted(text)) if signed(text, lang) else []
    return 0 < len(words) <= BY_LINE and words[-1][0].isupper() and not is_whole(text)


def says_by(text: str, lang: str) -> bool:
    """Whether a line is what stands before a writer's name and nothing else: "By"."""
    return spoken(text, lang) in phrases(lang).bylines


def is_signed_day(text: str, lang: str) -> bool:
    """Whether a line that is no sentence begins as by-lines do and names a day: "By Ada Orr · Updated 6 Nov 2026"."""
    said = NOON.sub("", text.strip())
    return signed(said, lang) and not is_whole(said) and bool(days(said, lang))


def is_notice(text: str) -> bool:
    """Whether a line begins with a copyright sign, or is short and tells whose the page is and since when."""
    since = len(text) <= NOTICED and ("19" in text or "20" in text)
    return bool(RIGHTS.match(text)) or (since and bool(NOTICE.search(text)))


def names_writer(text: str, lang: str) -> bool:
    """Whether a line begins as by-lines do, with a person's name behind: "by Ada Orr, The Ledger"."""
    words = PARTED.split(text.strip(), maxsplit=1)[0].split() if signed(text, lang) else []
    return any(is_person(words[size:]) for size in (1, 2))


def names_two(text: str) -> bool:
    """Whether a line is the names of two people and nothing else: "Ada Orr and Ben Hale"."""
    people = [name.split() for name in JOINT.split(text.strip())]
    return len(people) == PAIR and all(is_person(words) for words in people)


def is_person(words: list[str]) -> bool:
    """Whether words could be a person's name."""
    return len(words) in NAMED and all(word[0].isupper() and word[-1].isalpha() for word in words)


def tells_day(text: str, lang: str) -> bool:
    """Whether a sentence tells little but a day or an hour: more than a year, in few words."""
    return len(spoken(text, lang)) <= DATED and dated(text, lang) and bool(days(text, lang) or CLOCK.search(text))

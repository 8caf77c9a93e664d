"""A page's lines in, what a feed of people's posts puts above one and below it out: name, role, age, answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.cleaning.facts import is_person
from copydesk.cleaning.marks import is_whole
from copydesk.cleaning.phrases import worded
from copydesk.cleaning.prose import is_sentence
from copydesk.cleaning.sayings import says
from copydesk.cleaning.words import UNSPACED
from copydesk.language import bilingual, stopwords
from copydesk.language.lexicons import jobs

if TYPE_CHECKING:
    from collections.abc import Sequence

NEAR = 25  # lines of a page among which what stands above a post ends, menus too
FAR, CLOSE = 5, 3  # lines from a name to an age with a bullet, and to one without, at most: degree and role, role
SHOWN = 200  # characters of a line that are looked at: none that stands above a post is so long
MENU = 2  # words of what stands above a name with a handle at most
DAY = 30  # characters of the day below it at most
NAME = 6  # words of a name at most: companies post too
KIND = 3  # words of what a forum calls a kind of posts, below the title, at most
MENUS = 80  # lines of a page among which the title of a post or film stands below all menus
FORUM, POSTER, AGED = re.compile(r"r/\w{2,21}"), re.compile(r"(?:u/)?[\w-]{3,20}"), 20
COUNTED, FIGURES = 80, 8  # characters of a line that counts who follows or saw, at most; its words
BUTTONS = 15  # lines below who follows, among which stands how many saw the film
ROLE = 14  # words of what somebody is, at most
BAR = " | "
BULLET = "[•·]"
# How long ago, and a bullet; behind the last one an icon stood: "2d •", "6mo • Edited •", "2 j • Modifié •".
AGE = re.compile(rf"\W{{0,3}}(?:[^\W\d_]{{1,6}}\s)?\d{{1,2}}\s?[^\W\d_]{{1,9}}\.?(?:\s[^\W\d_]{{1,6}})?\s*{BULLET}(.*)")
# How far somebody is from who copied the post: "• 3rd+", "Ada Orr · 2.", "• 1er".
DEGREE = re.compile(rf"(.*?)\s*{BULLET}\s*[1-3]\s?[^\W\d_]{{0,3}}[.ºª°]?\+?(?:[^\W\d_]{{4,12}})?(?:\s*{BULLET}.*)?")
# "2d  Edited": below a name that stands twice. "7 min read" below a writer's says how long a story is.
READ = "read|lesezeit|lecture|lectura|lettura|leitura|leestijd|czytania|чтения|okuma"
BARE = re.compile(rf"(?!.*(?:{READ}))\d{{1,2}}\s?[^\W\d_]{{1,9}}\.?(?:\s+[^\W\d_]{{1,12}}){{0,2}}", re.IGNORECASE)
DATED = re.compile(rf"(?=.*\d).{{4,40}}\s{BULLET}\W*")  # "November 3 at 9:14 AM ·"
HANDLE = re.compile(r"@[\w.-]{2,30}(?:@[\w.-]+)?(?:\s*·.{0,20})?")
FOLLOWED = re.compile(r"\d[\d.,\s]*[^\W\d_]{0,4}\.?\s\D{1,30}")  # "1,234 followers"


@dataclass(frozen=True, slots=True)
class Posted:
    """The indexes of the lines above a post, of its writer's name (-1: it is a company's), and of the answers below.

    `title` is the line of its title where the feed gives posts or films one in a place of its own, -1 elsewhere.
    """

    above: tuple[int, ...] = ()
    name: int = -1
    below: tuple[int, ...] = ()
    title: int = -1


ELSEWHERE = Posted()  # of a page that is from no feed


def posted(texts: Sequence[str], lang: str) -> Posted:
    """What stands above and below a post that was copied from a feed; nothing on any other page."""
    texts = [text.strip()[:SHOWN] for text in texts]
    titled = threaded(texts) or filmed(texts, lang)
    if titled:
        return titled
    speaks = (at for at, text in enumerate(texts[:NEAR]) if len(text) == SHOWN or is_sentence(text, lang))
    told = next(speaks, min(NEAR, len(texts)))
    head = texts[:told]
    degree = degreed(head)
    last = ends(head, degree)
    if last is None:
        return Posted((0, 1), 0) if len(head) > 1 and is_job(head[0], head[1], lang) else ELSEWHERE
    handle = next((at for at in range(1, last + 1) if HANDLE.fullmatch(head[at])), None)
    again = twice(head, last, FAR) or 0
    name = named(head, degree) if degree is not None else handle - 1 if handle else again
    shown = degree is not None or handle or any(not FOLLOWED.fullmatch(text) for text in head[1:last])
    return Posted(tuple(range(last + 1)), name if shown else -1, answers(texts, told))


def threaded(texts: Sequence[str]) -> Posted | None:
    """A post in a forum: its title stands below the forum's name ("r/woodworking"), the post's age and who wrote it.

    Below the title may stand what kind of posts the forum calls it.
    """
    for at in (at for at, text in enumerate(texts[:MENUS]) if FORUM.fullmatch(text)):
        age, name, title, *below = (*texts[at + 1 : at + 5], "", "", "")
        if len(age) <= AGED and any(map(str.isdigit, age)) and POSTER.fullmatch(name):
            kind = [at + 4] if len(below[0].split()) <= KIND and below[0][-1:].isalnum() else []
            return Posted((*range(at + 3), *kind), title=at + 3) if title else None
    return None


def filmed(texts: Sequence[str], lang: str) -> Posted | None:
    """A film: its title stands above the name of who made it, below which stand how many follow them, and saw it."""
    for at, text in enumerate(texts[2:MENUS]):
        if len(texts[at]) == SHOWN:  # a paragraph, as stands above no film
            return None
        if counts(text, "subscribers", lang):
            seen = any(counts(below, "views", lang) for below in texts[at + 3 : at + 3 + BUTTONS])
            told = seen and (len(texts[at].split()) > 1 or texts[at] > UNSPACED)
            return Posted(tuple(range(at)), title=at) if told else None
    return None


def counts(text: str, name: str, lang: str) -> bool:
    """Whether a line counts something that a list names, perhaps with a day behind: "98,412 views  Mar 3, 2026".

    "Subscribers can gift 10 articles a month." counts nobody, nor does "View comments (42)".
    """
    brief = len(text) <= COUNTED and len(text.split()) <= FIGURES and (text[:1].isdigit() or text[-1:] not in ".)")
    return brief and any(map(str.isdigit, text)) and says(text, name, lang)


def ends(head: Sequence[str], degree: int | None) -> int | None:
    """The last line above the post, by its shape and the line with a degree; `None` where it is none.

    An age with an icon behind it stands below a name or below who follows it, any other age below a degree or a name
    that stands twice. Without an age a role stands below the degree, and a handle below a name begins the page.
    """
    age = next((at for at, text in enumerate(head) if at and (AGE.fullmatch(text) or DATED.fullmatch(text))), None)
    if age is not None:
        icon = not any(map(str.isalnum, re.split(BULLET, head[age])[-1]))
        plain = icon and (is_person(head[0].split()) or bool(FOLLOWED.fullmatch(head[age - 1])))
        named = twice(head, age, FAR) is not None or (degree is not None and degree < age)
        return age if plain or named else None
    if degree is None:
        bare = next((at for at, text in enumerate(head) if BARE.fullmatch(text) and twice(head, at, CLOSE)), None)
        return handled(head) if bare is None else bare
    return min(degree + 1, len(head) - 1)


def twice(head: Sequence[str], below: int, reach: int) -> int | None:
    """The name that stands twice in a row above a line, at most so far: "Ada Orr’s post", "Ada Orr"; the second one."""
    for at in range(below - 1, max(0, below - reach), -1):
        one, other = head[at - 1], head[at]
        if is_person(other.split()) and is_name(one) and (one.endswith(other) or one.startswith(other)):
            return at
    return None


def handled(head: Sequence[str]) -> int | None:
    """The last line of a name and its handle at the top of a page, perhaps with the day below."""
    at = next((at for at, text in enumerate(head) if at and HANDLE.fullmatch(text)), None)
    if at is None or not is_name(head[at - 1]) or any(len(text.split()) > MENU for text in head[: at - 1]):
        return None
    day = head[at + 1 : at + 2]
    return at + (bool(day) and len(day[0]) <= DAY and any(map(str.isdigit, day[0])))


def named(head: Sequence[str], degree: int) -> int:
    """The line of the name with a degree: its own, or the one above."""
    found = DEGREE.fullmatch(head[degree])
    return degree if degree == 0 or (found and found[1]) else degree - 1


def is_name(text: str) -> bool:
    """Whether a line could be the name of who posts."""
    name = re.split(BULLET, text)[0].split()
    return 0 < len(name) <= NAME and not name[0][0].islower()


def answers(texts: Sequence[str], told: int) -> tuple[int, ...]:
    """The lines from the first name with a degree below the post on: there others answer."""
    degree = degreed(texts, told + 1)
    first = len(texts) if degree is None else named(texts, degree)
    while told < first - 1 < len(texts) - 1 and texts[first - 1].endswith(texts[first]):
        first -= 1
    return tuple(range(first, len(texts)))


def degreed(texts: Sequence[str], start: int = 0) -> int | None:
    """The first line from one on that gives a name's degree."""
    return next((at for at in range(start, len(texts)) if is_degree(texts, at)), None)


def is_degree(texts: Sequence[str], at: int) -> bool:
    """Whether a line gives the degree of a name in it or above it."""
    return bool(DEGREE.fullmatch(texts[at])) and is_name(texts[named(texts, at)])


def is_role(above: str, text: str, lang: str) -> bool:
    """Whether a line below a name tells what somebody is, between bars: "Senior Analyst at Gridwell | Speaker"."""
    words = f" {' '.join(worded(text))} "
    return BAR in text and is_person(above.split()) and any(f" {role} " in words for role in bilingual("roles", lang))


def is_job(above: str, text: str, lang: str) -> bool:
    """Whether a line below a name says no more than what somebody is, and where: "Chief Analyst at Gridwell"."""
    words = worded(text)
    places = [at for at, word in enumerate(words) if word in jobs("at", lang)][:1]
    told = words[: places[0]] if places else []
    alone = is_person(above.split()) and len(words) <= ROLE and not is_whole(text)
    named = bool(told) and told[0] not in stopwords(lang) | stopwords("en")
    return alone and named and not jobs("job", lang).isdisjoint(told)

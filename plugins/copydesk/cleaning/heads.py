"""A piece of a sheet in, whether it may be the headline at all out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cleaning.credit import CLOSE, MORE, SAYING, is_credit, names_maker
from copydesk.cleaning.facts import is_ago, is_person, is_published_in, names_writer, says_by
from copydesk.cleaning.feeds import is_role
from copydesk.cleaning.marks import CLOCK
from copydesk.cleaning.phrases import phrases, tokens, whole
from copydesk.cleaning.prose import is_double, is_no_title, reads_as_title
from copydesk.cleaning.rivals import TELLING
from copydesk.cleaning.sayings import says
from copydesk.cleaning.series import SEVERAL, is_hourly
from copydesk.language import bilingual
from copydesk.language.days import days
from copydesk.language.rows import cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.cleaning.sheet import Sheet

MENU = 2  # words with tabs between, from which a line is a menu's
LOGO = " logo"  # what stands for a picture of the site's name
LINK = ("http://", "https://")  # what leads elsewhere
BEHIND = 3  # words of a title behind which a button may have added an address, at least
STEP = " > "  # between the steps of the way to a page
TITLED = 4  # words of a headline that nothing but its place shows
CERTAIN = 0.7  # the chance of being the headline from which a piece is no caption


def barred(sheet: Sheet, at: int) -> bool:
    """Whether a piece is no headline: below the body's first, a name, a role, a credit, a way, no title itself."""
    text = sheet.text(at)
    if 0 <= sheet.begun < at or sheet.pieces[at][0] in sheet.chaptered or at in sheet.listed:
        return True
    if len(cells(text)) > MENU or is_count(text) or leads_elsewhere(text) or text.lower().rstrip().endswith(LOGO):
        return True
    names = is_name(sheet, at) or is_way(sheet, at) or names_writer(text, sheet.lang)
    if names or is_credit(text, sheet.lang) or is_caption(sheet, at) or is_no_title(text, sheet.lang):
        return True
    return says(text, "boxes", sheet.lang) or is_hourly_title(sheet, at)


def leads_elsewhere(text: str) -> bool:
    """Whether a text holds an address, but for one alone behind a title: a phone's button adds it."""
    words = text.split() if "://" in text else []
    first = next((at for at, word in enumerate(words) if any(map(word.__contains__, LINK))), len(words))
    return first < len(words) and (first < BEHIND or first < len(words) - 1)


def is_count(text: str) -> bool:
    """Whether a text is a number alone, as of comments, or tells the hour in few words: "Updated today, 15:02"."""
    return not any(map(str.isalpha, text)) or (bool(CLOCK.search(text)) and len(tokens(CLOCK.sub("", text))) < TITLED)


def is_name(sheet: Sheet, at: int) -> bool:
    """Whether a piece names the site, the magazine that the line above says the page is from, or a writer's role."""
    folded = sheet.folded[at]
    sites = folded in sheet.furniture or folded.removeprefix("the ") in sheet.rights
    magazine = at > 0 and is_published_in(sheet.text(at - 1), sheet.lang)
    role = (at == 1 and is_role(sheet.text(0), sheet.text(at), sheet.lang)) or is_authors(sheet, at)
    return sites or magazine or role or is_sender(sheet, at)


def is_sender(sheet: Sheet, at: int) -> bool:
    """Whether a piece is a person's name with the hour right below: who wrote a message, as chats copy it."""
    hour = sheet.text(at + 1) if at + 1 < len(sheet.pieces) and sheet.gap(at + 1) == 0 else ""
    return bool(CLOCK.search(hour)) and is_count(hour) and is_person(sheet.text(at).split())


def is_authors(sheet: Sheet, at: int) -> bool:
    """Whether a piece stands right below a person's name, and that below the word for who wrote: it says their role."""
    block = at > 1 and sheet.gap(at) == sheet.gap(at - 1) == 0 and is_person(sheet.text(at - 1).split())
    above = sheet.folded[at - 2] if block else ""
    return says_by(above, sheet.lang) or above.rstrip(":") in bilingual("authors", sheet.lang)


def is_caption(sheet: Sheet, at: int) -> bool:
    """Whether a piece stands close by once more with little behind it, or without that: a picture's two captions.

    What is surely the headline is one nevertheless: a link's text says it with the lead's first words.
    """
    places = [one for one in range(max(0, at - CLOSE), min(at + CLOSE + 1, len(sheet.pieces))) if one != at]
    if any(sheet.text(one).startswith(sheet.text(at)) and names_maker(sheet.text(one), sheet.lang) for one in places):
        return True
    if sheet.verdicts.headline[at] >= CERTAIN:
        return False
    near = map(sheet.folded.__getitem__, places)
    return any(adds_credit(*sorted((text, sheet.folded[at]), key=len)) for text in near)


def adds_credit(short: str, long: str) -> bool:
    """Whether a text says another one over again and adds a few words, with no sign between as before a site's name."""
    rest = long.removeprefix(short).strip() if len(short) >= SAYING and long.startswith(f"{short} ") else ""
    return rest[:1].isalpha() and len(rest) <= MORE


def is_way(sheet: Sheet, at: int) -> bool:
    """Whether a piece is the way to the page: from home, in steps, or to what stands right below it, alone."""
    text = sheet.folded[at]
    start, step, _ = text.partition(STEP)
    home = bool(step) and whole(start, phrases(sheet.lang)) is not None
    ends = sheet.folded[at + 1 : at + 3]
    leads = any(TELLING <= len(end) < len(text) and text.endswith(end) for end in ends)
    return home or leads or text.count(STEP) > 1


def is_hourly_title(sheet: Sheet, at: int) -> bool:
    """Whether a piece is the title of a live report's entry, in its contents or below where several stand in both."""
    text = sheet.folded[at]
    return text in sheet.hourly and (len(sheet.hourly) >= SEVERAL or sheet.folded.index(text) == at)


def hourly_titles(sheet: Sheet) -> Iterator[str]:
    """The titles of a live report's entries that its contents above name too, as furniture is compared."""
    seen: set[str] = set()
    for at, text in enumerate(sheet.folded[:-1]):
        if text in seen and is_hourly(sheet, at):
            yield text
        seen.add(text)


def may_head(sheet: Sheet, at: int) -> bool:
    """Whether a piece could be the headline by its words alone, which may name a year and no day."""
    text = sheet.text(at)
    if len(tokens(text)) < TITLED or not (reads_as_title(text, sheet.lang) or is_double(text, sheet.lang)):
        return False
    return not (is_ago(text, sheet.lang) or days(text, sheet.lang) or barred(sheet, at))

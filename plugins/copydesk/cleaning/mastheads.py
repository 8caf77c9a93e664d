"""A sheet and its headline in, the one below it out where that is the name of a letter or a company."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk.cleaning.facts import RIGHTS, is_day, is_person
from copydesk.cleaning.heads import may_head
from copydesk.cleaning.keeping import bare
from copydesk.cleaning.marks import furniture
from copydesk.cleaning.newsletters import known
from copydesk.cleaning.phrases import tokens, worded
from copydesk.cleaning.sayings import says
from copydesk.language import UNSPACED, either, multilingual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.sheet import Sheet

NAME, SIGNS = 6, 3  # words of a letter's or a company's name at most; signs that are a word where none has spaces
SEVERAL = 2  # lines that offer a letter by its name: "Subscribe to The Slow Grid"
NEAR = 3  # pieces above the body of an article that was copied alone, at most: name, headline, standfirst
MENU, CLOSE = 3, 2  # words of what stands below a site's name, at most; pieces from what a title is filed under to it
GREETING = 6  # words of "Good morning," at most; in scripts without spaces signs
WIDE = "\u3040-\u9fff"  # signs of scripts without spaces
TICKER = re.compile(r"\s?[(（][^():：（）]{2,30}[:：]\s?[A-Z0-9.]{1,8}[;,)）]")  # "Acme (NYSE: ACM)"


def below_masthead(sheet: Sheet, top: int) -> int | None:
    """The piece that is the headline below the name at `top`: a company's first, a letter's last, a site's above a day.

    The name says that it is one by its end ("Inc."), or the page says it elsewhere as only names are said, or it stands
    at the top of a menu. `None` if it is none.
    """
    name = sheet.text(top).strip()
    longest = NAME * SIGNS if sheet.lang in UNSPACED else NAME
    if len(tokens(name)) > longest or name[:1].islower():
        return None
    titles = [at for at in range(top + 1, sheet.begun) if may_head(sheet, at)]
    if not titles:
        return None
    others = [text for at, text in enumerate(sheet.texts) if at != top and name in text]
    if is_letter(others, sheet.lang) or any(greets(text, sheet.lang) for text in sheet.texts[top + 1 : titles[-1]]):
        return below_letter(sheet, top, titles)
    if is_company(name, others) or employs(name, others) or is_kicker(sheet, top, titles[0]):
        return titles[0]
    menu = top == 0 and len(tokens(sheet.text(1))) <= MENU
    return next((at for at in titles if menu and is_day(sheet.text(at + 1), sheet.lang)), None)


def below_letter(sheet: Sheet, top: int, titles: Sequence[int]) -> int:
    """The headline among the titles below a letter's name: the last, or the likeliest of those right above it.

    What stands right below the name is the letter's motto.
    """
    last = titles[-1]
    row = [at for at in titles if all(other in titles for other in range(at, last)) and at > top + 1]
    return max(row or [last], key=lambda at: float(sheet.verdicts.headline[at]))


def copied_along(sheet: Sheet) -> int | None:
    """The first title near the top of a page that speaks of nothing else: who copies an article copies its headline.

    Where a name stands above it, that of who sends the article, it is the title below the name.
    """
    if not 0 < sheet.begun <= NEAR or not bare(sheet, range(sheet.begun, len(sheet.pieces))):
        return None
    named = below_masthead(sheet, 0)
    return next((at for at in range(sheet.begun) if may_head(sheet, at)), None) if named is None else named


def is_letter(others: Sequence[str], lang: str) -> bool:
    """Whether the lines with a name show a letter's: one says why it comes or whose it is, or several offer it."""
    offered = sum(says(text, "boxes", lang) or any(furniture(text, lang)) for text in others)
    return offered >= SEVERAL or any(says(text, "mailings", lang) or RIGHTS.match(text) for text in others)


def greets(text: str, lang: str) -> bool:
    """Whether a line greets the reader and says no more than whom: "Good morning, dear islanders,"."""
    words = worded(text)
    return len(words) <= GREETING and any(words[:size] in known("greetings", lang) for size in range(1, len(words) + 1))


def is_company(name: str, others: Sequence[str]) -> bool:
    """Whether a name is a company's: by its end, or by the ticker that stands behind it."""
    return bool(forms().search(name)) or any(TICKER.match(text.partition(name)[2]) for text in others)


def employs(name: str, others: Sequence[str]) -> bool:
    """Whether a name stands behind a writer's, as a paper's does: "Ada Orr, The Harbour Ledger"."""
    writers = (text.strip().removesuffix(f", {name}") for text in others if text.strip().endswith(f", {name}"))
    return any(is_person(writer.split()) for writer in writers)


def is_kicker(sheet: Sheet, top: int, title: int) -> bool:
    """Whether a few words right above a title are a column's name in capitals, or what the title is filed under."""
    name, below = sheet.text(top).strip(), sheet.text(title)
    near = 2 * sheet.verdicts.headline[title] >= sheet.verdicts.headline[top]
    short = len(tokens(name)) <= (NAME if near else MENU)
    column = name.isupper() and title == top + 1 and short and not below.isupper()
    filed = len(tokens(name)) > MENU and title <= top + CLOSE and name in below
    return column or filed


@cache
def forms() -> re.Pattern[str]:
    """What ends a company's name, or begins it in some languages."""
    form = either(multilingual("companies"))
    return re.compile(rf"(?<=[\s,{WIDE}])(?:{form})$|^(?:{form})(?=[\s{WIDE}])")

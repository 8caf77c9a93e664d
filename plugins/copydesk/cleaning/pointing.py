"""A line's text in, whether it points to another story, or announces others, out."""

from __future__ import annotations

import re

from copydesk.cleaning.facts import RELATED
from copydesk.cleaning.marks import furniture, is_whole, spoken
from copydesk.cleaning.phrases import EDGE, WHOLE, phrases, tokens, whole
from copydesk.cleaning.prose import TITLE
from copydesk.cleaning.sayings import LABEL, says
from copydesk.language import bilingual, lowered

LINKING = frozenset({"from", "in", "on", "von", "aus", "zum", "over", "om"})  # "More from Cornell" points to no story
SITE = re.compile(
    r"(?:Also|More) on [\w.-]+\.[a-z]{2,9}\b|\w{1,4} [\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,4}: "
)  # "On Ledger.com: …"
POINTED, POINTED_LONGEST = 3, 160  # words of the title that is pointed to, at least; its characters at most
POINTING = 4  # words before the bar that points to another story, at most
FEWEST = 2  # words that announce a story with no sign behind them, at least: one may begin a title


def points_elsewhere(text: str, lang: str) -> bool:
    """Whether a line points to another story: "Related: …", "READ | …", "[Read: …]", "[ The isles ]"."""
    told = text.strip(" []")
    sent = sends_on(told, lang) or (told != text and is_bracketed(text.strip(), told))
    return sent or SITE.match(told) is not None or goes_on_with_title(told, lang)


def sends_on(text: str, lang: str) -> bool:
    """Whether what stands before a colon or a bar sends to another story, or announces one."""
    head, colon, title = text.replace("：", ":").partition(":")
    if colon and (says_go(head, title, lang) or whole(head, phrases(lang)) == RELATED):
        return True
    if colon and not title and len(head) <= LABEL and says(head, "bulletins", lang):
        return True
    before, bar, behind = text.partition(" | ")
    if not bar:
        return False
    few = len(before.split()) <= POINTING
    return says_go(before, behind, lang) or (few and furniture(before, lang)[RELATED] >= EDGE)


def is_bracketed(text: str, told: str) -> bool:
    """Whether a text is in square brackets, what is told in them no sentence, and a colon or a blank says of a link."""
    bracketed = text[:1] + text[-1:] == "[]" and not is_whole(told)
    return bracketed and (":" in told or "：" in told or text[1] == " ")


def goes_on_with_title(text: str, lang: str) -> bool:
    """Whether words that announce another story stand before its title: "À lire aussi Le port sera dragué"."""
    if is_whole(text):
        return False  # as most of a page's lines, whose words need not be looked for
    small, known = spoken(text, lang), phrases(lang)
    if len(small) not in TITLE or small[0] not in known.sizes:
        return False
    sizes = range(FEWEST, len(small) - POINTED + 1)
    told = max((size for size in sizes if known.kinds.get(small[:size]) == RELATED), default=0)
    return told > 0 and tokens(text)[told][0].isupper() and small[told - 1] not in LINKING


def says_go(word: str, title: str, lang: str) -> bool:
    """Whether a word sends to a title of some words: of such lines of marked pages none was the article's."""
    title = title.strip()
    said = lowered(word.strip()) in bilingual("pointers", lang)
    titled = not (title[:1].islower() or title.endswith("."))  # "Watch: a period of four hours on deck."
    return said and titled and len(title) <= POINTED_LONGEST and len(title.split()) >= POINTED


def announces(text: str, lang: str) -> bool:
    """Whether a line says that other stories follow, and nothing else."""
    return len(text) <= LABEL and furniture(text, lang)[RELATED] == WHOLE


def shouts(text: str, lang: str) -> bool:
    """Whether a line points to another story with words in capitals: "WATCH | Fishermen find a cylinder"."""
    word, bar, _ = text.partition(" | ")
    return bool(bar) and word.isupper() and points_elsewhere(text, lang)

"""A sheet in, the lines of its body out that speak of the page and to its readers, and not of the story."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from copydesk.cleaning.facts import ADVERT, is_notice
from copydesk.cleaning.marks import furniture, spoken
from copydesk.cleaning.phrases import EDGE, KINDS, covered, phrases, tokens
from copydesk.cleaning.reasons import NAMES, reason
from copydesk.cleaning.sayings import calls, offers_letter, says, says_alone
from copydesk.language import lexicon, phrasebook, plainly
from copydesk.language.voices import QUOTED

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence, Set

    from copydesk.cleaning.sheet import Sheet

NEWSLETTER = KINDS.index("newsletter")
BOXED = re.compile(r"\[[^\[\]]*\]")
OFFER = 160  # characters of a line that sells something, at most
BOX = 320  # characters of a line that speaks of the page's own links or letters, at most: a story of those says more
APPEAL = 1200  # characters of what a paper asks of its readers, at most
# "$329 at Best Buy", "Only £1 for 4 weeks", "Get the vacuum cleaner for $159 at Amazon", "See the game on Steam"
OFFERED = re.compile(
    r"[$£€]\s?\d[\d.,]* (?:at|from) [A-Z].{1,30}"
    r"|(?:Only |Just |Then )?[$£€]\s?\d[\d.,]* (?:for|per|a) (?:\d{1,2} )?(?:week|month|year)s?\.?"
    r"|(?:Buy|Get|Order|See|Shop|View)\b[^.!?]{0,90}\b(?:at|from|on) (?:Amazon|Best Buy|eBay|Etsy|Steam|Target|Walmart)"
)
# A line that asks for an address: of 36 texts right above one on marked pages, up to so long, none was the article's.
FIELD = re.compile(r"\W*[^.!?]{0,30}(?:mail|correo|courriel|почт|posta|メール|邮)[^.!?]{0,15}\W*", re.IGNORECASE)
PLUG, DOUBTED = 200, 0.7  # characters; the chance of being body below which it need not stand closer to the field
BAR = re.compile(r"[^|.!?]{2,40}(?: \| [^|.!?]{2,40}){2,}")


def phrases_only(sheet: Sheet) -> Mapping[int, str]:
    """Lines that are put together of nothing but furniture phrases; of one word, only those that announce an advert."""
    known = phrases(sheet.lang)
    words = {at: spoken(sheet.lines[at].text, sheet.lang) for at in sheet.kept}
    told = {at: said for at, said in words.items() if covered(said, known)}
    return {at: reason(sheet, at) for at, said in told.items() if len(said) > 1 or known.kinds[said] == ADVERT}


def notices(sheet: Sheet) -> Mapping[int, str]:
    """Lines that say whose the page is."""
    return {at: NAMES["rights"] for at, line in enumerate(sheet.lines) if is_notice(line.text)}


def offers(sheet: Sheet) -> Mapping[int, str]:
    """A short last paragraph, or one in brackets, that sells something, or the rest of the article."""
    boxed = [[at] for at in sheet.kept if BOXED.fullmatch(sheet.lines[at].text.strip())]
    own = (at for at in reversed(sheet.kept) if not is_notice(sheet.lines[at].text))
    last = [piece for at in islice(own, 1) for piece in sheet.pieces if at in piece]
    told = [(piece, offer(" ".join(sheet.lines[at].text for at in piece), sheet.lang)) for piece in [*boxed, *last]]
    return {at: name for piece, name in told if name for at in piece}


def offer(text: str, lang: str) -> str:
    """What a short line sells, "" where it sells nothing."""
    kinds = (("paywall", NAMES["paywall"]), ("offers", NAMES["advert"]))
    return next((name for kind, name in kinds if len(text) <= OFFER and says(text, kind, lang)), "")


def boxes(sheet: Sheet) -> Mapping[int, str]:
    """Lines anywhere in the body that speak of the links that earn, of the letter or the paper, not of the story.

    And what buttons between its paragraphs say.
    """
    texts = {at: sheet.lines[at].text for at in sheet.kept}
    found = {at for at, text in texts.items() if is_box(text, sheet.lang) or is_button(text, sheet.lang)} - sheet.rows
    return dict.fromkeys(found | headed(sheet, found), NAMES["advert"])


def is_button(text: str, lang: str) -> bool:
    """Whether a line says what buttons say, offers a thing ("$329 at Best Buy"), or is a bar of links ("A | B | C")."""
    bare = text.strip()
    bar = " | " in bare and BAR.fullmatch(bare) is not None
    return bar or says_alone(text, "labels", lang) or OFFERED.fullmatch(bare) is not None


def is_box(text: str, lang: str) -> bool:
    """Whether a text is short and speaks of the page's links or letters, or asks readers to pay for the paper.

    What somebody is told to say so is the story's; so is what speaks of such things to nobody, inside its sentence:
    "Two million people follow him on a network".
    """
    short = len(text) <= BOX and speaks_of_page(QUOTED.sub(" ", text), lang) and not is_told(text, lang)
    return short or (len(text) <= APPEAL and says(text, "appeals", lang))


def speaks_of_page(text: str, lang: str) -> bool:
    """Whether a text calls to its readers of the page's links, or offers a letter."""
    return calls(text, "boxes", lang) or offers_letter(text, lang)


def is_told(text: str, lang: str) -> bool:
    """Whether a text says that somebody says something; "Schreiben Sie uns" calls to who reads, Notes are a paper's.

    What the phrase of a box itself says is no telling: Dutch has one word for to report and to sign up.
    """
    words, saying = tokens(beside_phrases(text, lang)), frozenset(lexicon("attribution", lang))
    pairs = zip(words[1:], (*words[2:], ""), strict=False)
    return any(word in saying and after != "Sie" for word, after in pairs)


def beside_phrases(text: str, lang: str) -> str:
    """A text with a sign for each phrase of boxes that it holds."""
    for at, phrase in phrasebook("boxes", "en", lang).found(plainly(text)):
        text = f"{text[:at]}{'0' * len(phrase)}{text[at + len(phrase) :]}"
    return text


def headed(sheet: Sheet, found: Set[int]) -> set[int]:
    """The headings right above such lines in whose sections nothing else stands."""
    return {head for head, below in bereft(sheet.kept, sheet.headings, found) if below == head + 1}


def plugs(sheet: Sheet) -> Mapping[int, str]:
    """What stands right above a line of a letter that asks for an address, closer than to what is above it."""
    fields = (at for at in range(1, len(sheet.pieces)) if is_field(sheet.text(at), sheet.lang))
    above = (at - 1 for at in fields if sheet.gap(at) < sheet.gap(at - 1) or sheet.verdicts.body[at - 1] < DOUBTED)
    short = (sheet.pieces[at] for at in above if len(sheet.text(at)) <= PLUG)
    return {at: NAMES["newsletter"] for piece in short for at in piece}


def is_field(text: str, lang: str) -> bool:
    """Whether a line asks for an address that a letter may be sent to, and says nothing else."""
    return FIELD.fullmatch(text) is not None and furniture(text, lang)[NEWSLETTER] >= EDGE


def bereft(body: Sequence[int], heads: Container[int], found: Set[int]) -> Iterator[tuple[int, int]]:
    """Of the headings of a body those below which nothing but `found` lines stand up to the next one, or the end.

    Each with the first line below it.
    """
    places = [place for place, at in enumerate(body) if at in heads and at not in found] if found else []
    for head, end in pairwise([*places, len(body)]):
        section = body[head + 1 : end]
        if section and found >= {*section}:
            yield body[head], section[0]

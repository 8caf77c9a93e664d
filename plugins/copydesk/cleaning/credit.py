"""A text in, whether it says who made a picture out."""

from __future__ import annotations

import re
from functools import cache

from copydesk.cleaning.marks import furniture
from copydesk.cleaning.phrases import EDGE, KINDS, phrases, worded
from copydesk.language import bilingual, either, lexicon, lowered
from copydesk.language.tokens import CAPITALS

OF = re.compile(r"(?:[:/：／]|\.{3})")  # between "photo" and its maker
TAIL = 90  # characters at a line's end in which a picture's maker is named
# "… on 21 January. (Ada Orr / Post)", "… of the mill. (Supplied: Orr)": in brackets behind a caption's last sentence.
SIGNER = r"[A-ZÀ-Þ][\w.'’&-]*(?: (?:(?:via|for|von|van|de|the) )?[A-ZÀ-Þ][\w.'’&-]*){0,4}"
BRACKETED = re.compile(r"([.!?…”\"»])? ?\(([^()]{2,80})\)$")
NAMED = re.compile(rf"{SIGNER}(?: ?[/|:] ?{SIGNER}){{0,3}}(?:, File)?")
SQUARE = re.compile(rf"\[{SIGNER} ?/ ?{SIGNER}\]$")  # "… at the new landing [Ada Orr/Post]"
PERSON = rf"[{CAPITALS}][\w’'-]+(?: [{CAPITALS}][\w’'.-]*){{1,2}}"
OUTLET = rf"[{CAPITALS}][\w’'.&-]*(?: (?:(?:and|of|the|de|du) )?[{CAPITALS}][\w’'.&-]*){{0,3}}"
# "Ada Orr/Invision/The Post", "Instagram/Ada Orr", "Ада Орр для «Медузы»": a line of its own.
NETWORK = "(?:Instagram|Facebook|Twitter|TikTok|YouTube|X)"
MAKERS = re.compile(
    rf"{PERSON}(?:(?: ?/ ?{OUTLET}){{1,3}}| [a-zа-яü]{{3,4}} [«„“\"]{OUTLET}[»”“\"])|{NETWORK} ?/ ?{PERSON}"
)
SMALL = 4  # words of a maker's name in small letters, at most
LAST = re.compile(r"[.!?”\"] ([A-ZÀ-Þ][^.!?]{5,60})$")  # behind a full stop
CREDIT, FEWEST, MOST = KINDS.index("credit"), 2, 5  # words of "photo by", "image caption"; one alone may begin a title
SIGNED = 50  # characters of a maker's name with the agency's behind a comma, at most
NAME = r"[^\W\d_a-z][\w’'-]+"
# Four words end a sentence; two or three names and the outlet follow, without a full stop.
MAKER = re.compile(rf"(?:\S+ ){{3}}\S+[.!?][\"”]? (?:{NAME} ){{2,3}}for (?:[Tt]he )?{NAME}(?: {NAME}){{0,3}}$")
# "…を出る容疑者＝13日、東京・霞ケ関で（潟沼義樹撮影）": what a picture shows, and behind the sign day, place, maker.
SHOT = re.compile(r"＝[^。＝]{2,60}$")
# "… le 14 février 2026. CENTRE ATHÉNAS", "… in Leeds. ADA ORR / AFP": behind the full stop the maker in capitals, or
# glued to it: "Friday afternoon.NOAA".
SHOUTED = re.compile(
    r"[.!?»”\"] [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .,'’«»/-]{4,50}$|[a-zß-ÿ]{2}[.!?][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ /-]{2,50}$"
)
# "… looks forward to Christmas. WAFB/YouTube": whose film it is, and where it was seen.
FILMED = re.compile(
    r"[.!?»”\"] [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}/(?:Facebook|Instagram|TikTok|Twitter|X|YouTube)$"
)
# "… before the school © VS Tristach", "© Ada Orr/MODIS": of fifteen such on marked pages none was the article's.
OWNED = re.compile(r"(?:^|\S ?)© ?[^.!?©]{2,60}$")
# "… outside the hall on Monday. Ada Orr/Corran Valley Times": behind the full stop a person and an outlet.
STAFFED = re.compile(rf"[.!?»”\"] {PERSON} ?/ ?{OUTLET}$")
SHOUTED_FIRST = re.compile(r"(?:[A-Z][A-Z.'’-]+ ){0,2}(?:PH|F)OTOS?(?: BY)? [A-Z]")  # "SUBMITTED PHOTO Ada Orr …"
BESIDE = 150  # characters of a line that begins as credits do, at most: longer ones are leads
SAYING, CLOSE, MORE = 30, 3, 60  # characters of a caption; lines to where it stands again; characters of its credit


def names_maker(text: str, lang: str) -> bool:
    """Whether a text says who made a picture: not "the chart: nobody has", nor "Image: what the town thinks of it"."""
    found = credits_in(lang).search(text) if OF.search(text) else None
    if found is None or not found.group()[-1].islower():
        return found is not None
    named = text[found.end() - 1 :].split()  # "Photo: dpa"
    return not found.group().lstrip()[0].islower() and len(named) <= SMALL


def signed_behind(text: str, lang: str) -> bool:
    """Whether a text names behind its last sentence, in brackets, who made or gave a picture.

    Of such paragraphs of marked pages one in thirty is the article's.
    """
    if SQUARE.search(text.rstrip()[-TAIL:]):
        return True
    found = BRACKETED.search(text.rstrip()[-TAIL:])
    told = found[2] if found else ""
    first = lowered(told.split(" ")[0].rstrip(":")) if told else ""
    shouted = told.isupper() and " " in told
    spoken = told.endswith((".", "!", "?"))  # "… crack it open. (Sorry.)"
    named = bool(found and found[1]) and not (shouted or spoken) and bool(NAMED.fullmatch(told))
    return bool(told) and (named or first in bilingual("given", lang) or first in bilingual("captions", lang))


def is_maker(text: str) -> bool:
    """Whether a line is the name of who made a picture, and for whom, and nothing else."""
    return MAKERS.fullmatch(text.strip()) is not None


def shows_agency(text: str) -> bool:
    """Whether a text ends with the agency that a picture is from, or is its name: "Ada Orr/AFP", "via Getty Images".

    Of some forty such lines of marked pages none was the article's.
    """
    text = text.strip()
    if not text.endswith(endings()):  # as nearly all lines: patterns take longer
        return False
    signed = len(text) <= SIGNED and agency(", ").search(text) is not None  # "Ada Orr, AP"
    return signed or agency(r"^|[/(©|] ?|\bvia ").search(text) is not None


def adds_agency(text: str) -> bool:
    """Whether an agency's name stands behind the last sentence of a text: "… for an hour. AP"."""
    return text.strip().endswith(endings()) and agency('[.!?»”"] ').search(text.strip()) is not None


@cache
def endings() -> tuple[str, ...]:
    """What ends a text that ends with an agency's name, perhaps in brackets."""
    return tuple(f"{name}{end}" for name in lexicon("agencies", "en") for end in ("", ")"))


@cache
def agency(before: str) -> re.Pattern[str]:
    """An agency's name at the end of a text, behind one of these signs."""
    return re.compile(rf"(?:{before})(?:{either(lexicon('agencies', 'en'))})\)?$")


def ends_as_credit(text: str, lang: str) -> bool:
    """Whether a text's last sentence is a credit: "… buying the van. Courtesy of Ada Orr"."""
    last = LAST.search(text.strip())
    return last is not None and begins_as_credit(last[1], lang)


def begins_as_credit(text: str, lang: str) -> bool:
    """Whether a text begins as credits do, with several words: "Photo by Ada Orr", "Image caption …"."""
    known = phrases(lang)
    words = () if known.unspaced else worded(text[:TAIL])[:MOST]
    sizes = known.sizes.get(words[0], ()) if words else ()
    return any(FEWEST <= size <= len(words) and known.kinds.get(words[:size]) == CREDIT for size in sizes)


def tells_whose(text: str, lang: str) -> bool:
    """Whether a text ends with an agency or an owner, or begins as credits do."""
    text = text.strip()
    first = (len(text) <= BESIDE and begins_as_credit(text, lang)) or ends_as_credit(text, lang)
    owned = "©" in text and OWNED.search(text) is not None
    return first or owned or shows_agency(text) or SHOUTED_FIRST.match(text) is not None


def signs_caption(tail: str, lang: str) -> bool:
    """Whether a line's end says who made the picture: for whom ("… of the mill. Ada Orr for the Post"), in brackets.

    In Japanese behind the sign that says when.
    """
    made = " for " in tail and MAKER.search(tail) is not None
    given = tail.endswith((")", "]")) and signed_behind(tail, lang)
    return made or given or ("＝" in tail and SHOT.search(tail) is not None)


def adds_maker(tail: str) -> bool:
    """Whether behind the last full stop of a line's end stands a name in capitals, an agency, or whose film it is.

    Or a person with the outlet.
    """
    made = "/" in tail and (FILMED.search(tail) or STAFFED.search(tail)) is not None
    return made or is_shouted(tail) or adds_agency(tail)


def is_shouted(tail: str) -> bool:
    """Whether a name in capitals stands behind the last full stop of a line's end."""
    return tail.rstrip(" »")[-1:].isupper() and SHOUTED.search(tail) is not None


def is_credit(text: str, lang: str) -> bool:
    """Whether a text credits a picture, at its beginning or its end."""
    return furniture(text, lang)[CREDIT] >= EDGE or names_maker(text, lang) or ends_as_credit(text, lang)


@cache
def credits_in(lang: str) -> re.Pattern[str]:
    """How a language, or English, credits a picture."""
    behind = r"(?:^|[\s(\[.!?]|(?-i:(?<=[a-zß-ÿ\d)])(?=[A-ZÀ-Þ])))"  # glued to the caption as well: "in AugustImage: …"
    return re.compile(rf"{behind}(?:{either(bilingual('captions', lang))})\s?{OF.pattern}\s?\S", re.IGNORECASE)

"""A sheet in, the lines to drop out: each rule by its name, in the order in which they are asked."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from copydesk.cleaning.captions import (
    above_credits,
    captioned,
    captions,
    pictured,
    shown_again,
    signed_captions,
    sourced,
    subjects,
)
from copydesk.cleaning.decks import decks
from copydesk.cleaning.ends import LEAD
from copydesk.cleaning.facts import (
    ADVERT,
    is_by_line,
    is_date_line,
    is_day,
    is_notice,
    is_sentence,
    is_signed_day,
    is_update,
    names_two,
    says_by,
    tells_day,
)
from copydesk.cleaning.mail import mail_header, mailings, print_out, signature, wiki
from copydesk.cleaning.marks import ending, furniture, spoken
from copydesk.cleaning.others import below_labels, boxed, digested, pointers, says_alone, teasers
from copydesk.cleaning.phrases import EDGE, covered, phrases, tokens
from copydesk.cleaning.pull_quotes import pull_quotes
from copydesk.cleaning.reasons import NAMES, calls, offers_letter, reason, says, speaks
from copydesk.cleaning.series import PAIR, listings
from copydesk.cleaning.signers import HEAD, signers
from copydesk.cleaning.sources import TOLD, plain
from copydesk.language import lexicon
from copydesk.language.voices import QUOTED
from copydesk.language.wrapping import ITEM

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Set

    from copydesk.cleaning.sheet import Sheet

BOXED = re.compile(r"\[[^\[\]]*\]")
OFFER = 160  # characters of a line that sells something, at most
BOX = 320  # characters of a line that speaks of the page's own links or letters, at most: a story of those says more
APPEAL = 1200  # characters of what a paper asks of its readers, at most
BEGUN = 30  # characters of a paragraph that the dump began twice, at least
LABEL = 3  # words of its label at most: "Table of contents"
# The sign leads back to where the source is cited: before it, or behind it.
REFERENCE = re.compile(r"\W{0,3}(?:\d{1,3}\.\s*)?[\^↑]\s*\S|\W{0,3}\d{1,3}\.\s.*↩\ufe0e?\s*$")
ALONE = re.compile(r"\W*\d{1,2}\W*|\d{1,3} min\.?|\(?\d{1,3} ?(?:/|of|von|sur|de|di|van|из|z) ?\d{1,3}\)?")
OFFERED = re.compile(r"[$£€]\s?\d[\d.,]* (?:at|from) [A-Z].{1,30}")
BAR = re.compile(r"[^|.!?]{2,40}(?: \| [^|.!?]{2,40}){2,}")
ORDINAL = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s")  # "2.1 " before an entry
LONG = 8  # words from which a line that stands twice is a doubled paragraph, and no refrain or label


@dataclass(frozen=True)
class Rule:
    """A rule's name, what it drops in a sentence, and the test: a sheet -> index and reason of each line."""

    name: str
    drops: str
    test: Callable[[Sheet], Mapping[int, str]]


def numbers(sheet: Sheet) -> Mapping[int, str]:
    """Numbers of one or two digits that stand alone in the body: of notes, of comments, of a gallery ("2 / 7")."""
    alone = {at for at in sheet.kept if ALONE.fullmatch(sheet.lines[at].text)}
    return dict.fromkeys(alone - sheet.rows - sheet.entries, "number") if alone else {}


def site_furniture(sheet: Sheet) -> Mapping[int, str]:
    """Lines that several seeds of the source share, but for those that an outlet's stories may well have alike."""
    shared = [at for at, text in enumerate(sheet.flat) if text in sheet.furniture]
    told = {at for at in shared if is_told_again(sheet, at)} if shared else set()
    return dict.fromkeys((at for at in shared if at not in told), "site furniture")


def is_told_again(sheet: Sheet, at: int) -> bool:
    """Whether a line of the body is a heading, an item or a whole sentence, and speaks of no furniture and to nobody.

    "Why it matters", "2 onions", and what a war began with stand in many stories, word for word.
    """
    text = sheet.lines[at].text
    if at not in sheet.kept or max(furniture(text, sheet.lang)) >= EDGE or speaks(text, sheet.lang):
        return False
    heading = at in sheet.headings and at + 1 in sheet.kept
    return heading or ITEM.match(text) is not None or (len(text) >= TOLD and is_sentence(text, sheet.lang))


def doubled(sheet: Sheet) -> Mapping[int, str]:
    """Long lines of the body that stood in it before; of a title above a paragraph what stood before, if none."""
    seen: dict[str, int] = {}
    found = {}
    for at in sheet.kept:
        text = sheet.flat[at]
        if text in seen and text.count(" ") + 1 >= LONG:
            if not heads(sheet, at):
                found[at] = "doubled"
            elif not heads(sheet, seen[text]):
                found[seen[text]] = "table of contents"
        seen[text] = at
    return found


def heads(sheet: Sheet, at: int) -> bool:
    """Whether a line is no sentence, and a paragraph of the body stands right below."""
    text, below = sheet.lines[at].text.strip(), sheet.lines[at + 1].text.strip() if at + 1 in sheet.kept else ""
    return not text.endswith((".", "。")) and ending(below)[0] and below.count(" ") + 1 >= LEAD


def contents(sheet: Sheet) -> Mapping[int, str]:
    """Short lines in a row that stand once more below, in the same order: the headings of what follows.

    What stands there several times, above a paragraph here too, is a heading that each entry of a guide has.
    """
    inside = {text: at for at, text in enumerate(sheet.flat[: sheet.kept[-1] + 1])} if sheet.kept else {}
    rows = listings([inside.get(text, at) for at, text in enumerate(sheet.flat)], sheet.flat)
    often = Counter(sheet.flat)
    told = (at for at in chain.from_iterable(rows) if often[sheet.flat[at]] <= PAIR or not heads(sheet, at))
    return dict.fromkeys(told, "table of contents")


def numbered_contents(sheet: Sheet) -> Mapping[int, str]:
    """The same with a number before each line, below the label of the list: "Contents", "1 History", "1.1 The flood".

    It may name what stands below the article too: "5 References".
    """
    last = {text: at for at, text in enumerate(sheet.flat)}
    rows = listings([last.get(ORDINAL.sub("", text), at) for at, text in enumerate(sheet.flat)], sheet.flat)
    listed = [row for row in rows if all(ORDINAL.match(sheet.flat[at]) for at in row) and sheet.flat[row[0]][0] == "1"]
    labels = [row[0] - 1 for row in listed if row[0] > 0 and is_label(sheet.flat[row[0] - 1])]
    return dict.fromkeys([*labels, *chain.from_iterable(listed)], "table of contents")


def is_label(text: str) -> bool:
    """Whether a line could be the label of the list below it."""
    return text.count(" ") < LABEL and not ending(text)[0]


def begun_twice(sheet: Sheet) -> Mapping[int, str]:
    """Lines of the body that the next one says again from the start, and finishes."""
    texts = [sheet.flat[at] for at in sheet.kept]
    pairs = zip(sheet.kept, pairwise(texts), strict=False)
    return {
        at: "begun twice"
        for at, (text, after) in pairs
        if len(text) >= BEGUN and after.startswith(text) != (after == text)
    }


def references(sheet: Sheet) -> Mapping[int, str]:
    """Lines outside the body that name a source and lead back to where it is cited."""
    kept = set(sheet.kept)
    return {at: "reference" for at, line in enumerate(sheet.lines) if at not in kept and REFERENCE.match(line.text)}


def posts(sheet: Sheet) -> Mapping[int, str]:
    """What a feed of people's posts puts above one, and the answers below it."""
    return dict.fromkeys(sheet.posted.below, NAMES["comments"]) | dict.fromkeys(sheet.posted.above, "post header")


def elsewhere(sheet: Sheet) -> Mapping[int, str]:
    """Lines of other stories and of comments that a first look took for body."""
    return sheet.elsewhere


def notices(sheet: Sheet) -> Mapping[int, str]:
    """Lines that say whose the page is."""
    return {at: "legal notice" for at in sheet.kept if is_notice(sheet.lines[at].text)}


def phrases_only(sheet: Sheet) -> Mapping[int, str]:
    """Lines that are put together of nothing but furniture phrases; of one word, only those that announce an advert."""
    known = phrases(sheet.lang)
    words = {at: spoken(sheet.lines[at].text, sheet.lang) for at in sheet.kept}
    told = {at: said for at, said in words.items() if covered(said, known)}
    return {at: reason(sheet, at) for at, said in told.items() if len(said) > 1 or known.kinds[said] == ADVERT}


def by_lines(sheet: Sheet) -> Mapping[int, str]:
    """Lines at the head of the body that only name the author, perhaps with the day, or say "By"."""
    texts = {at: sheet.lines[at].text for at in sheet.kept[:HEAD]}
    lang = sheet.lang
    return {
        at: "by-line"
        for at, text in texts.items()
        if is_by_line(text, lang) or names_two(text) or is_signed_day(text, lang) or says_by(text, lang)
    }


def date_lines(sheet: Sheet) -> Mapping[int, str]:
    """Lines at the head of the body that name a day, perhaps an hour, and nothing else but that it was published."""
    texts = {at: sheet.lines[at].text for at in sheet.kept[:HEAD]}
    return {at: "date line" for at, text in texts.items() if is_day(text, sheet.lang) or is_dated(text, sheet.lang)}


def is_dated(text: str, lang: str) -> bool:
    """Whether a line says in few words on which day, or how long ago, the page was published or updated."""
    return is_update(text, lang) or (is_date_line(text, lang) and tells_day(text, lang))


def headline_again(sheet: Sheet) -> Mapping[int, str]:
    """Lines of the body that are the headline over again; far below, above a paragraph, it is a section's."""
    title = plain(" ".join(sheet.lines[at].text for at in sheet.headline))
    again = (at for at in sheet.kept if sheet.flat[at] == title)
    return {at: "headline again" for at in again if at in sheet.kept[:HEAD] or not heads(sheet, at)}


def offers(sheet: Sheet) -> Mapping[int, str]:
    """A short last paragraph, or one in brackets, that sells something, or the rest of the article."""
    boxed = [[at] for at in sheet.kept if BOXED.fullmatch(sheet.lines[at].text.strip())]
    own = [at for at in sheet.kept if not is_notice(sheet.lines[at].text)]
    last = [sheet.piece(at) for at in own[-1:]]
    told = [(piece, offer(" ".join(sheet.lines[at].text for at in piece), sheet.lang)) for piece in [*boxed, *last]]
    return {at: name for piece, name in told if name for at in piece}


def offer(text: str, lang: str) -> str:
    """What a short line sells, "" where it sells nothing."""
    kinds = (("paywall", "paywall notice"), ("offers", "advert"))
    return next((name for kind, name in kinds if len(text) <= OFFER and says(text, kind, lang)), "")


def boxes(sheet: Sheet) -> Mapping[int, str]:
    """Lines anywhere in the body that speak of the links that earn, of the letter or the paper, not of the story.

    And what buttons between its paragraphs say.
    """
    texts = {at: sheet.lines[at].text for at in sheet.kept}
    found = {at for at, text in texts.items() if is_box(text, sheet.lang) or is_button(text, sheet.lang)} - sheet.rows
    return dict.fromkeys(found | headed(sheet, found), "advert")


def is_button(text: str, lang: str) -> bool:
    """Whether a line says what buttons say, offers a thing ("$329 at Best Buy"), or is a bar of links ("A | B | C")."""
    offers = OFFERED.fullmatch(text.strip()) or BAR.fullmatch(text.strip())
    return says_alone(text, "labels", lang) or offers is not None


def is_box(text: str, lang: str) -> bool:
    """Whether a text is short and speaks of the page's links or letters, or asks readers to pay for the paper.

    What somebody is told to say so is the story's; so is what speaks of such things to nobody, inside its sentence:
    "Two million people follow him on a network".
    """
    unsaid = QUOTED.sub(" ", text) if len(text) <= BOX else ""
    short = (calls(unsaid, "boxes", lang) or offers_letter(unsaid, lang)) and not is_told(text, lang)
    return short or (len(text) <= APPEAL and says(text, "appeals", lang))


def is_told(text: str, lang: str) -> bool:
    """Whether a text says that somebody says something; "Schreiben Sie uns" calls to who reads, Notes are a paper's."""
    words, saying = tokens(text), frozenset(lexicon("attribution", lang))
    pairs = zip(words[1:], (*words[2:], ""), strict=False)
    return any(word in saying and after != "Sie" for word, after in pairs)


def headed(sheet: Sheet, found: Set[int]) -> set[int]:
    """The headings of sections that hold nothing but such lines: below them the next heading stands, or nothing."""
    titles, above = set(), -1
    for at in [*sheet.kept, -1] if found else ():
        if at in found:
            continue
        if above >= 0 and above + 1 in found and (at < 0 or at in sheet.headings):
            titles.add(above)
        above = at if at in sheet.headings else -1
    return titles


def labeller(sheet: Sheet) -> Mapping[int, str]:
    """Lines that the learned labeller takes for furniture, each with the reason in words."""
    stays = {*sheet.kept, *sheet.headline}
    return {at: reason(sheet, at) for at in range(len(sheet.lines)) if at not in stays}


RULES = (
    Rule("site furniture", "lines that several seeds of one source share", site_furniture),
    Rule("doubled", "a paragraph that stands twice", doubled),
    Rule("contents", "a list of the headings that follow", contents),
    Rule("numbered contents", "the same list with numbers, and its label", numbered_contents),
    Rule("headline again", "the headline once more in the body", headline_again),
    Rule("phrases", "a line put together of nothing but furniture phrases", phrases_only),
    Rule("mail header", "the header of a forwarded mail, and the note above it", mail_header),
    Rule("posts", "the name, role and age above a post of a feed, and the answers below it", posts),
    Rule("print-out", "what a browser prints above and below each page, and the page's address", print_out),
    Rule("wiki pages", "what Wikipedia puts around an article, and its notes and links", wiki),
    Rule("mailings", "what a newsletter says of itself above and below its article, and its sender's office", mailings),
    Rule("signature", "what stands below the dashes at the end of a mail", signature),
    Rule("by-lines", "a line above the article that only names the author", by_lines),
    Rule("date lines", "a line above the article that only names the day", date_lines),
    Rule(
        "offers",
        "a short line at the end of the body or in brackets that sells something, or the rest of the article",
        offers,
    ),
    Rule(
        "boxes",
        "a short line that speaks of links that earn or of the letter it stands in, and what a paper asks",
        boxes,
    ),
    Rule("notices", "a line that says whose the page is", notices),
    Rule("begun twice", "a paragraph that the next line begins again and finishes", begun_twice),
    Rule("numbers", "a number of one or two digits that stands alone and in no table", numbers),
    Rule("references", "a source outside the body that leads back to where it is cited", references),
    Rule("captions", "a picture's caption that names who made it", captions),
    Rule("captioned", "a picture's caption under the line that names who made it", captioned),
    Rule("above credits", "a short line right above a picture's credit", above_credits),
    Rule("sources", "a short line that names the source of a chart or picture", sourced),
    Rule("signed captions", "a picture's caption that ends with who made it, for whom", signed_captions),
    Rule("subjects", "names that stand alone as headings where few are such: whom a picture shows", subjects),
    Rule("pictured", "what stands alone with a picture's credit below it", pictured),
    Rule("captions twice", "a picture's caption that stands once more with who made it", shown_again),
    Rule("pull quotes", "a quotation set apart, with the line below it that says whose it is", pull_quotes),
    Rule("pointers", "a line that points to another story", pointers),
    Rule("digests", "a summary of the article that a program made, below the line that says so", digested),
    Rule("below labels", "titles right below a line that announces other stories", below_labels),
    Rule("boxed", "titles that stand in one block with a line that announces other stories", boxed),
    Rule("elsewhere", "what readers answer, and other stories that are told in a title and a sentence", elsewhere),
    Rule("signers", "what a page tells of who signs it, and what they are", signers),
    Rule("teasers", "lines cut off at the end of the body, below a line that announces other stories", teasers),
    Rule("standfirst", "the page's own standfirst, apart from the body, which is printed above it", decks),
    Rule("labeller", "what the learned labeller takes for furniture; each line's rule names the reason", labeller),
)


def dropped(sheet: Sheet) -> dict[int, str]:
    """The index of each dropped line -> the reason of the first rule that drops it."""
    found: dict[int, str] = {}
    for rule in reversed(RULES):
        found.update(rule.test(sheet))
    return found

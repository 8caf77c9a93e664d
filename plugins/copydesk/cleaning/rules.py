"""A sheet in, the lines to drop out: each rule by its name, in the order in which they are asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.cleaning import (
    boxes,
    captions,
    consents,
    contents,
    decks,
    frames,
    newsletters,
    notes,
    others,
    pictures,
    pull_quotes,
    reasons,
    repeats,
    signers,
    threads,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from copydesk.cleaning.sheet import Sheet


@dataclass(frozen=True)
class Rule:
    """A rule's name, what it drops in a sentence, and the test: a sheet -> index and reason of each line."""

    name: str
    drops: str
    test: Callable[[Sheet], Mapping[int, str]]


# Each rule looks at the sheet alone, at no other rule's findings. Of several that drop a line the first gives the
# reason: what shows for sure what it is stands before what only looks like it, and the labeller last.
RULES = (
    Rule("site furniture", "lines that several seeds of one source share", repeats.site_furniture),
    Rule("doubled", "a paragraph that stands twice", repeats.doubled),
    Rule("contents", "a list of the headings that follow", contents.contents),
    Rule("numbered contents", "the same list with numbers, and its label", contents.numbered_contents),
    Rule("headline again", "the headline once more in the body", repeats.headline_again),
    Rule("phrases", "a line put together of nothing but furniture phrases", boxes.phrases_only),
    Rule("mail header", "the header of a forwarded mail, and the note above it", frames.mail_header),
    Rule("posts", "the name, role and age above a post of a feed, and the answers below it", frames.posts),
    Rule("print-out", "what a browser prints above and below each page, and the page's address", frames.print_out),
    Rule("wiki pages", "what Wikipedia puts around an article, and its notes and links", frames.wiki_page),
    Rule(
        "mailings",
        "what a newsletter says of itself above and below its article, and its sender's office",
        newsletters.mailings,
    ),
    Rule("signature", "what stands below the dashes at the end of a mail", frames.signature),
    Rule("by-lines", "a line above the article that only names the author", signers.by_lines),
    Rule("date lines", "a line above the article that only names the day", signers.date_lines),
    Rule(
        "offers",
        "a short line at the end of the body or in brackets that sells something, or the rest of the article",
        boxes.offers,
    ),
    Rule(
        "boxes",
        "a short line that speaks of links that earn or of the letter it stands in, and what a paper asks",
        boxes.boxes,
    ),
    Rule("consents", "what a board asks to be allowed to know of its readers, and its labels", consents.consents),
    Rule("notices", "a line that says whose the page is", boxes.notices),
    Rule("begun twice", "a paragraph that the next line begins again and finishes", repeats.begun_twice),
    Rule("numbers", "a number of one or two digits that stands alone and in no table", notes.numbers),
    Rule("references", "a source outside the body that leads back to where it is cited", notes.references),
    Rule("captions", "a picture's caption that names who made it", captions.captions),
    Rule("captioned", "a picture's caption under the line that names who made it", pictures.captioned),
    Rule("above credits", "a short line right above a picture's credit", pictures.above_credits),
    Rule("sources", "a short line that names the source of a chart or picture", captions.sourced),
    Rule("signed captions", "a picture's caption that ends with who made it, for whom", captions.signed_captions),
    Rule("subjects", "names that stand alone as headings where few are such: whom a picture shows", pictures.subjects),
    Rule("pictured", "what stands alone with a picture's credit below it", pictures.pictured),
    Rule("captions twice", "a picture's caption that stands once more with who made it", captions.shown_again),
    Rule("pull quotes", "a quotation set apart, with the line below it that says whose it is", pull_quotes.pull_quotes),
    Rule("pointers", "a line that points to another story", others.pointers),
    Rule("digests", "a summary of the article that a program made, below the line that says so", others.digested),
    Rule("below labels", "titles right below a line that announces other stories", others.below_labels),
    Rule("boxed", "titles that stand in one block with a line that announces other stories", others.boxed),
    Rule(
        "elsewhere",
        "what readers answer, other stories that are told in a title and a sentence, what agencies tell editors",
        threads.elsewhere,
    ),
    Rule("signers", "what a page tells of who signs it, and what they are", signers.signers),
    Rule("teasers", "lines cut off at the end of the body, below a line that announces other stories", others.teasers),
    Rule("standfirst", "the page's own standfirst, apart from the body, which is printed above it", decks.decks),
    Rule(
        "labeller", "what the learned labeller takes for furniture; each line's rule names the reason", reasons.labeller
    ),
)


def dropped(sheet: Sheet) -> dict[int, str]:
    """The index of each dropped line -> the reason of the first rule that drops it."""
    found: dict[int, str] = {}
    for rule in reversed(RULES):
        found.update(rule.test(sheet))
    return found

"""A line's text in, whether it reads as a sentence of a story or as a title out."""

from __future__ import annotations

import re

from copydesk.cleaning.facts import dated, is_date_line, is_day, is_notice, is_update, signed, tells_day
from copydesk.cleaning.marks import ADDRESS, FULL_STOPS, ending, furniture, is_whole, spoken
from copydesk.cleaning.phrases import EDGE, worded
from copydesk.cleaning.sayings import says
from copydesk.language import lexicon, lowered, sentences
from copydesk.language.lexicons import jobs
from copydesk.language.mails import is_field
from copydesk.language.voices import QUOTED, own_voice
from copydesk.language.wrapping import ITEM

# Behind a report's last sentence its agency, and who wrote and edited it: "REUTERS", "PTI ABC DEF", "EFE abc/def".
AGENCY = re.compile(
    r"(?<=[.!?”\"»])(?: | ?[-–—/] ?)\(?(?:[A-Z]{2,9}|Reuters|Xinhua|dpa)(?:[ /][A-Z]{2,4}){0,5}"
    r"(?: [a-z]{2,3}(?:/[a-z]{2,3})+)?\)?$"
)
SENTENCE = 6  # words of a lead at least
LEAD = 10  # words of a sentence that is no headline, though no other line is one
HEADLINE = 90  # characters of a headline of several sentences at most
PLACE = 40  # characters in which a report names its place
TITLE, LONG_TITLE, LONGEST = range(2, 31), range(31, 51), 300  # words of a title; of a long one, and its characters
ROLE = 90  # characters in which a line says what somebody is
ASKING = ("!", "?", "！", "？")  # signs of what speaks to somebody


def opens(text: str) -> bool:
    """Whether a line begins as a report does, with a place in capitals, and ends as a sentence."""
    place, _, rest = text.strip()[:PLACE].replace("—", ":").replace("–", ":").replace(" - ", ":").partition(":")
    return len(place) > 2 and place.isupper() and bool(rest.strip()) and is_whole(text)  # noqa: PLR2004


def leads(text: str, lang: str) -> bool:
    """Whether a line is a report's first sentence: headlines of one sentence end without a full stop, and are short."""
    text = text.strip()
    whole = text.endswith(FULL_STOPS) and not text.endswith("..") and len(text.split()) >= LEAD
    return whole and (len(text) > HEADLINE or len(sentences(text, lang)) == 1)


def is_sentence(text: str, lang: str) -> bool:
    """Whether a line is a sentence of some words that speaks of the story, and not of the page."""
    text = unsigned(text.strip())
    whole = is_whole(text) and len(spoken(text, lang)) >= SENTENCE
    return whole and not (signed(text, lang) or tells_day(text, lang)) and max(furniture(text, lang)) < EDGE


def unsigned(text: str) -> str:
    """A text without the agency behind its last sentence, and those who wrote and edited it."""
    return AGENCY.sub("", text)


def signs(text: str) -> bool:
    """Whether a line begins with a dash, as who said what stands above: "— Ada Orr, mayor"."""
    return text.startswith(("— ", "– "))


def asks(text: str) -> bool:
    """Whether a line ends with a question mark."""
    return text.rstrip().endswith(("?", "？"))


def goes_on(text: str, lang: str) -> bool:
    """Whether a line ends with "; and" or the like: what its sentence says next stands on the line below."""
    _, mark, last = text.rpartition(";")
    return bool(mark) and lowered(last.strip()) in lexicon("conjunctions", lang)


def names_speaker(text: str, lang: str) -> bool:
    """Whether a line says who says what stands below: "The minister Helena Marsh said:"."""
    words = spoken(text, lang)
    return ending(text.strip())[1] and bool(words) and words[-1] in lexicon("attribution", lang)


def is_title(text: str, lang: str) -> bool:
    """Whether a line could be a title: some words, no full stop, neither by-line nor date nor furniture."""
    return reads_as_title(text, lang) and not dated(text, lang)


def reads_as_title(text: str, lang: str) -> bool:
    """The same, though it may name a year: "Results of the third quarter of 2026"."""
    words = spoken(text, lang)
    stop, colon, cut, _ = ending(text.strip())
    plain = not (colon or cut or (stop and not text.rstrip().endswith(("?", "!"))))
    return len(words) in TITLE and plain and not signed(text, lang) and max(furniture(text, lang)) < EDGE


def is_double(text: str, lang: str) -> bool:
    """Whether a short line is of several sentences, the last with a full stop: "A town bought a clock. It is late."."""
    text = text.strip()
    short = text.endswith(".") and len(text) <= HEADLINE and text[:1].isupper()
    return short and len(sentences(text, lang)) > 1 and not (signed(text, lang) or any(furniture(text, lang)))


def is_long_title(text: str, lang: str) -> bool:
    """Whether a line could be a headline of more words than headlines have: it ends without a full stop."""
    text = text.strip()
    stop, colon, cut, _ = ending(text)
    return len(spoken(text, lang)) in LONG_TITLE and len(text) <= LONGEST and not (stop or colon or cut)


def is_no_title(text: str, lang: str) -> bool:
    """Whether a line is no title whatever it looks like: an offer, a lead, a mail's subject, a date."""
    other = opens(text) or leads(text, lang) or is_field(text, lang)
    day = is_day(text, lang) or is_date_line(text, lang) or is_update(text, lang)
    return other or day or says(text, "offers", lang)


def is_said(text: str) -> bool:
    """Whether a text is a quotation and nothing else: such end articles, however few words they have."""
    return is_whole(text) and not any(map(str.isalnum, QUOTED.sub("", text)))


def is_report(text: str, lang: str) -> bool:
    """Whether a sentence asks nobody, and speaks of no page or outlet: it tells something, or what was said."""
    outside = QUOTED.sub(" ", text)
    calls = any(map(outside.__contains__, ASKING)) or own_voice(text, lang) or ITEM.match(text)
    return not (calls or ADDRESS.search(text) or is_notice(text) or says_what(text, lang))


def says_what(text: str, lang: str) -> bool:
    """Whether a text says what somebody is, a role at a paper or a job, and not what they say."""
    words = worded(text[:ROLE])
    told = says(text[:ROLE], "roles", lang) or not jobs("job", lang).isdisjoint(words)
    return told and frozenset(lexicon("attribution", lang)).isdisjoint(words)

"""A page and some of its text in, whether that can be a name out: by how the page uses its words elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from copydesk.language import bilingual, lexicon, lowered
from copydesk.language.days import days
from copydesk.language.people import first_name
from copydesk.language.tokens import LETTERS
from copydesk.model import Label
from copydesk.shaping.names import SMALL, SPLIT, UNSPACED, lists, names, written

if TYPE_CHECKING:
    from copydesk.model import Page

BESIDE = re.compile(r"\s*[|•·]\s*|(?<=\S)\s[-–—/](?:\s|$)")  # "3 May - Ada Orr - 9 minute read"
TWICE = re.compile(r"(?<!\S)(\S+(?:\s\S+){1,3})\s\1(?!\S)")  # "Avatar for Ada Orr Ada Orr"
# "PORT ELLERY, 9 May (HW) -": where a report was written.
DATELINE = re.compile(r"(?:\([A-Z]{2,9}\) - )?[^–—]{2,40}?(?: [–—-]|[–—]|--)")
NOTED = re.compile(r"\s*\([^()]*\)")  # "Ada Orr (now); Ben Hale (earlier)"
HEAD = re.compile(r"\s*([,|]|\s/\s)\s*")  # behind a name, before what its owner is or is with
# Names stand in addresses in small letters. Asked where a word begins alone: elsewhere a long word took its square.
ADDRESSES = re.compile(r"(?<!\S)(?:\S+?(?:@|://)|@)\S+")
WORD = re.compile(LETTERS)
SHOWN = 200  # characters of a line that are looked at
BARE = 40  # characters of a line that is a name and nothing else, at most


@dataclass(frozen=True)
class Usage:
    """How a page uses its words, found out when it is first asked: most by-lines name their author plainly."""

    page: Page

    def is_strange(self, text: str) -> bool:
        """Whether none of a text's words is common: names are made of words that stand for nothing else.

        Where letters have no case and words are parted, as in Arabic, nothing shows that a word is common but that it
        follows a first name.
        """
        spelt = WORD.findall(text)
        own = len(spelt) > 1 and first_name(lowered(spelt[0]))  # "Will Hale" has a word that stands for something else
        found = [word for at, word in enumerate(spelt) if not (own if at == 0 else word in SMALL)]
        words = [word.casefold() for word in found if len(word) > 1] or found  # initials stand in "it's" too
        if not own and any(word == word.upper() for word in words) and not UNSPACED.search(text):
            return False
        if not own and text.strip(" ,") in self.dateline:  # "Ada Orr in Port Ellery –" names its writer there too
            return False
        return bool(words) and menus(self.page.seed.lang).isdisjoint(words) and self.common.isdisjoint(words)

    def are_strange(self, text: str) -> bool:
        """The same of the names that a text joins: "Ada Orr and Ben Hale"."""
        return self.is_strange(lists(self.page.seed.lang).joints.sub(" ", text))

    def sole(self, text: str) -> str:
        """The name that a short line is, perhaps with what its owner is or where; "" for a line that is none."""
        if len(text) > SHOWN:
            return ""
        lang = self.page.seed.lang
        plain = NOTED.sub("", written(until_date(text, lang), lang)).strip()
        unspaced = UNSPACED.search(plain) and not (SPLIT.fullmatch(plain) or self.is_signature(plain))
        if len(plain) > BARE or "\t" in plain or unspaced:
            return ""
        first, *rest = HEAD.split(plain)
        if not agencies().isdisjoint(rest):  # "Ada Orr / AFP" took a picture
            return ""
        found = (plain, first) if rest and (rest[0] != "," or begins_as_people(first)) else (plain,)
        return next((name for name in found if self.are_strange(name) and any(names(name, lang))), "")

    def is_signature(self, text: str) -> bool:
        """Whether the story is signed with a text in brackets, as papers in Japanese and Chinese do."""
        signed = (f"({text})", f"（{text}）")
        return any(line.text.rstrip().endswith(signed) for line in self.page.kept)

    def strange_pieces(self, text: str) -> str:
        """The pieces of a line that can be names; of one that says a name twice, the name."""
        pieces = (twice[1] if (twice := TWICE.search(piece)) else piece for piece in BESIDE.split(text))
        return " | ".join(filter(self.is_strange, pieces))

    @cached_property
    def dateline(self) -> str:
        """What stands before the dash with which the story's first paragraph begins: no writer, but a place."""
        first = next((line.text for line in self.page.kept if line.label is Label.PARAGRAPH), "")
        found = DATELINE.match(first)
        return found[0] if found else ""

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that the page writes in small letters somewhere, and those of its headline."""
        title = " ".join(line.text for line in self.page.lines if line.label is Label.HEADLINE)
        text = "\n".join(line.text for line in self.page.lines)
        words = WORD.findall(ADDRESSES.sub(" ", text) if "@" in text or "://" in text else text)
        named = map(str.casefold, WORD.findall(title))
        return frozenset({*filter(str.islower, set(words)), *named})


@cache
def menus(lang: str) -> frozenset[str]:
    """The words of furniture in a language and in English."""
    return frozenset(word.casefold() for row in bilingual("furniture", lang) for word in WORD.findall(row))


def begins_as_people(name: str) -> bool:
    """Whether a name begins with a first name."""
    words = name.split()
    return bool(words) and first_name(lowered(words[0]))


def until_date(text: str, lang: str) -> str:
    """What stands before the first date of a text; all of it where nothing does."""
    named = days(text, lang)
    return named[0].before if named and WORD.search(named[0].before) else text


@cache
def agencies() -> frozenset[str]:
    """The agencies whose pictures papers print."""
    return frozenset(lexicon("agencies", "en"))

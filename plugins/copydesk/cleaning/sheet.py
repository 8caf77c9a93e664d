"""A seed's lines in, the sheet that the rules work on out: lines with text, what the labeller found, the furniture."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

import numpy as np

from copydesk.cleaning.facts import (
    RIGHTS,
    dated,
    goes_on,
    is_long_title,
    is_person,
    is_title,
    names_speaker,
    signs,
    tells_facts,
)
from copydesk.cleaning.feeds import ELSEWHERE, Posted, posted
from copydesk.cleaning.heads import above_writer, barred, may_head, told_below
from copydesk.cleaning.keeping import CLOSE, body, brief, framed, unlearned
from copydesk.cleaning.labeller import judge
from copydesk.cleaning.lists import entries
from copydesk.cleaning.mail import notices
from copydesk.cleaning.mastheads import below_masthead, copied_along
from copydesk.cleaning.phrases import tokens
from copydesk.cleaning.series import HEADING, ROW, listings, titled
from copydesk.cleaning.sources import plain
from copydesk.language.mails import Header
from copydesk.language.pages import pages
from copydesk.language.prints import header
from copydesk.language.rows import cells, chapters, rows
from copydesk.language.wikis import wiki
from copydesk.language.wrapping import paragraphs, unquoted
from copydesk.model import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.cleaning.evidence import Numbers
    from copydesk.cleaning.labeller import Verdicts
    from copydesk.model import Line, Seed

HEADLINE = 0.3  # low: of the lines of a page only the likeliest is asked, and two in five right above it are right
TIE = 0.9  # of the chance of a piece: of what stood above it and had as much more were headlines than of those below
FOREMOST, AHEAD = 0.2, 3  # enough for one that is so many times likelier than any other line of its page
SLIGHT, FACTS = 0.15, 3  # enough for a title with a by-line or a day so many lines below
ABOVE_FACTS = 3  # titles above a by-line that are compared: the headline, a standfirst, a name
ALIKE = 3  # lines with the same label and a colon, from which they are no headings: what people say, a thing's parts
CODE = re.compile(r"[{}<>\[\]=]|\(\)|//|::|\w\.\w+\(")
SPEAKS = re.compile(r"[\"“”«»„]|[?!] ")  # inside a line that ends with a full stop
HEARD = re.compile(r"\([^()]+\)|\[[^\[\]]+\]")
QUOTED = re.compile(r"\s*>\s?\S")
BODY = 0.5  # the chance of being body from which a line is likelier body than headline
SURE = 0.7  # the chance of a line that begins the body; of a headline that is likelier body: of 60 below it none was


@dataclass(frozen=True)
class Sheet:
    """The lines of a seed that hold a letter or digit, and the site's own furniture."""

    lines: tuple[Line, ...]
    lang: str
    furniture: frozenset[str]
    signature: tuple[int, ...] = ()  # the numbers of the dashes above a mail's signature
    header: tuple[int, ...] = ()  # the indexes of a forwarded mail's header, and of what stands above it
    subject: int = -1  # the index of its subject
    notices: tuple[int, ...] = ()  # the indexes of what a newsletter says of itself above its article
    posted: Posted = ELSEWHERE  # what a feed puts above a post and below it
    printed: tuple[int, ...] = ()  # the indexes of what a browser printed around the pages, and of the page's address
    wiki: tuple[int, ...] = ()  # the indexes of what Wikipedia puts around an article
    elsewhere: Mapping[int, str] = field(default_factory=dict)  # other stories and comments by index, and why they go

    @cached_property
    def pieces(self) -> list[list[int]]:
        """The indexes of the lines of each paragraph: several where a mail program broke them.

        What a mail says above its article, a browser around its pages, and a feed around its posts, is no part of the
        page that the labeller knows.
        """
        framed = {*self.header, *self.notices, *self.printed, *self.wiki, *self.posted.above, *self.posted.below}
        aside = framed.union(self.elsewhere)
        told = [at for at in range(len(self.lines)) if at not in aside] or list(range(len(self.lines)))
        lines = [self.lines[at] for at in told]
        groups = paragraphs([line.text for line in lines], [line.number for line in lines], self.lang)
        return [[told[at] for at in group] for group in groups]

    @cached_property
    def firsts(self) -> list[Line]:
        """The first line of each piece."""
        return [self.lines[piece[0]] for piece in self.pieces]

    @cached_property
    def verdicts(self) -> Verdicts:
        """What the labeller found each piece to be."""
        texts = [" ".join([unquoted(self.lines[at].text) for at in piece]) for piece in self.pieces]
        joined = np.cumsum([0, *(len(piece) - 1 for piece in self.pieces[:-1])])
        numbers = [line.number for line in self.firsts]
        return judge(texts, (np.array(numbers) - joined).tolist(), self.lang)

    @cached_property
    def flat(self) -> list[str]:
        """The text of each line as furniture is compared."""
        return [plain(line.text) for line in self.lines]

    @cached_property
    def folded(self) -> list[str]:
        """The text of each piece as furniture is compared."""
        return [" ".join(map(self.flat.__getitem__, piece)) for piece in self.pieces]

    def piece(self, at: int) -> list[int]:
        """The lines of the paragraph that a line belongs to."""
        return next(piece for piece in self.pieces if at in piece)

    @cached_property
    def texts(self) -> list[str]:
        """The text of each piece."""
        return [" ".join([self.lines[at].text for at in piece]) for piece in self.pieces]

    def text(self, at: int) -> str:
        """The text of a piece."""
        return self.texts[at]

    def gap(self, at: int) -> int:
        """The blank lines above a piece."""
        if not 0 < at < len(self.pieces):
            return 0
        return self.firsts[at].number - self.lines[self.pieces[at - 1][-1]].number - 1

    @cached_property
    def headline(self) -> tuple[int, ...]:
        """The indexes of the lines of the headline, none where the dump has no headline or it is named elsewhere."""
        if self.wiki:
            return ()
        if self.posted.title >= 0:
            return (self.posted.title,)
        chance = self.verdicts.headline
        likely = np.array([value if value and not barred(self, at) else 0.0 for at, value in enumerate(chance)])
        best = int(np.argmax(likely))
        enough = SURE if self.verdicts.body[best] >= BODY else FOREMOST if self.stands_out(best, likely) else HEADLINE
        chosen = best if likely[best] >= enough else self.above_facts() if likely[best] < HEADLINE else None
        chosen = best if chosen is None and self.tells_head(best, likely[best]) else chosen
        chosen = told_below(self, chosen if chosen is None else self.upper(chosen))
        if chosen is None:
            chosen = copied_along(self)
        else:
            chosen = above_writer(self, self.above_author(chosen))
            chosen = below_masthead(self, chosen) or chosen
        return () if chosen is None else tuple(self.pieces[chosen])

    def stands_out(self, best: int, likely: Numbers) -> bool:
        """Whether a piece close above the body could be a title, and no other comes near it."""
        near = self.begun - CLOSE <= best < self.begun and is_title(self.text(best), self.lang)
        return near and likely[best] > AHEAD * np.delete(likely, best).max(initial=0.0)

    def upper(self, at: int) -> int:
        """The piece right above one that is about as likely the headline: what stands below is its standfirst."""
        above = self.verdicts.headline[at - 1] if at > 0 else 0.0
        tied = above >= TIE * self.verdicts.headline[at] and may_head(self, at - 1)
        return at - 1 if tied and tokens(self.folded[at - 1]) != tokens(self.folded[at]) else at

    def above_author(self, at: int) -> int:
        """The headline right above a piece that is a person's name with a day right below, else the piece itself."""
        named = 0 < at < len(self.pieces) - 1 and is_person(self.text(at).split())
        return at - 1 if named and dated(self.text(at + 1), self.lang) and may_head(self, at - 1) else at

    def tells_head(self, at: int, chance: float) -> bool:
        """Whether what stands right below the likeliest line, however unlikely it is, shows that it is the headline."""
        below = (self.text(line) for line in range(at + 1, min(at + 1 + FACTS, len(self.pieces))))
        return chance >= SLIGHT and may_head(self, at) and any(tells_facts(text, self.lang) for text in below)

    @cached_property
    def tables(self) -> list[list[int]]:
        """The pieces of each table."""
        return rows([line.text for line in self.firsts])

    @cached_property
    def chapters(self) -> list[list[int]]:
        """The pieces of each list of a film's chapters."""
        return chapters([line.text for line in self.firsts])

    @cached_property
    def listed(self) -> frozenset[int]:
        """The pieces of lists above the body whose entries stand below once more: its contents, or menus."""
        last = {text: at for at, text in enumerate(self.folded)}
        rows = listings([last[text] for text in self.folded], self.folded)
        return frozenset(
            at for row in rows if len(row) >= ROW and last[self.folded[row[-1]]] > self.begun for at in row
        )

    @cached_property
    def chaptered(self) -> frozenset[int]:
        """The indexes of the lines that name a film's chapters."""
        return frozenset(self.pieces[piece][0] for run in self.chapters for piece in run)

    @cached_property
    def rows(self) -> frozenset[int]:
        """The indexes of the lines that are rows of tables, if they are kept."""
        return frozenset(at for table in self.tables for piece in table for at in self.pieces[piece])

    @cached_property
    def entries(self) -> frozenset[int]:
        """The indexes of the lines that are entries of lists without bullets, if they are kept."""
        lists = [run for run in (entries(self, at) for at in self.kept_pieces) if not any(map(self.is_code, run))]
        return self.chaptered | {self.pieces[piece][0] for run in lists for piece in run}

    def is_code(self, at: int) -> bool:
        """Whether a piece looks like code, or like a row of a table."""
        return bool(CODE.search(self.text(at))) or len(cells(self.text(at))) > 1

    @cached_property
    def begun(self) -> int:
        """The first piece that is surely body, or likelier so than not where none is sure, or of a brief; else -1."""
        body = list(enumerate(self.verdicts.body))
        found = next((at for least in (SURE, BODY) for at, sure in body if sure >= least), -1)
        return found if found >= 0 else next(iter(self.brief), -1)

    @cached_property
    def brief(self) -> list[int]:
        """The pieces of a report of a paragraph, where the page is one."""
        return brief(self)

    @cached_property
    def rights(self) -> str:
        """The lines that say whose the page is, as one text."""
        return " ".join(plain(line.text) for line in self.firsts if RIGHTS.match(line.text))

    def above_facts(self) -> int | None:
        """The likeliest of the titles right above a by-line or a date, above the body: there headlines stand."""
        for at in range(self.begun - 2, max(self.begun - CLOSE - 2, -1), -1):
            if tells_facts(self.firsts[at + 1].text, self.lang) and self.may_title(at):
                titles = takewhile(self.may_title, range(at, max(at - ABOVE_FACTS, -1), -1))
                return max(titles, key=lambda one: (self.verdicts.headline[one], one))
        return None

    def may_title(self, at: int) -> bool:
        """Whether a piece could be a title, and may be the headline."""
        text = self.firsts[at].text
        return (is_title(text, self.lang) or is_long_title(text, self.lang)) and not barred(self, at)

    @cached_property
    def headings(self) -> frozenset[int]:
        """The indexes of the lines that are section headings, if they are kept."""
        likely = np.flatnonzero(self.verdicts.heading >= HEADING).tolist()
        found = [piece for piece in likely if not (goes_on(self.text(piece), self.lang) or self.is_aside(piece))]
        body = self.kept_pieces
        shown = (*found, *framed(self, body), *unlearned(self, body), *titled(self, body))
        return frozenset(at for piece in shown for at in self.pieces[piece])

    def is_aside(self, at: int) -> bool:
        """Whether a piece is in brackets, as what a transcript says is heard, has a label, or signs what is said.

        Or ends as a sentence in which somebody speaks or that stands behind another: of nine such one was a heading.
        """
        text = self.text(at).strip()
        spoken = text.endswith(".") and SPEAKS.search(text) is not None
        return spoken or bool(HEARD.fullmatch(text)) or signs(text) or self.is_field(at)

    def is_field(self, at: int) -> bool:
        """Whether a piece says who says what follows, or has a label of others too: "Ada Orr: Why?", "Fee: $9"."""
        label, _, told = self.folded[at].partition(": ")
        return (bool(told) and self.often[label] >= ALIKE) or names_speaker(self.text(at), self.lang)

    @cached_property
    def often(self) -> Counter[str]:
        """How many pieces have each label before a colon."""
        parted = (text.partition(": ") for text in self.folded)
        return Counter(label for label, _, told in parted if told)

    @cached_property
    def kept(self) -> tuple[int, ...]:
        """The indexes of the lines that the labeller takes for the article's body."""
        return tuple(at for piece in body(self) for at in self.pieces[piece] if at not in self.headline)

    @cached_property
    def kept_pieces(self) -> list[int]:
        """The pieces whose first lines are kept."""
        kept = frozenset(self.kept)
        return [at for at, piece in enumerate(self.pieces) if piece[0] in kept]

    def is_quoted(self, at: int) -> bool:
        """Whether a line is part of a quotation, by its markup or by the mark before it."""
        return self.lines[at].markup is Label.QUOTE or bool(QUOTED.match(self.lines[at].text))

    @cached_property
    def is_cited(self) -> bool:
        """Whether most of the body is a quotation: so mail programs set what is forwarded."""
        return 2 * sum(map(self.is_quoted, self.kept)) > len(self.kept)

    def told_above(self, at: int) -> int:
        """The characters of the body above a line."""
        return sum(len(self.lines[line].text) for line in self.kept if line < at)


def sheet(seed: Seed, furniture: frozenset[str]) -> Sheet:
    """The sheet of a seed; blank lines and lines of mere rules and dots are no lines of it."""
    told = [at for at, line in enumerate(seed.lines) if any(map(str.isalnum, line.text))]
    place = {line: at for at, line in enumerate(told)}
    dashes = tuple(line.number for line in seed.lines if "--" in line.text and unquoted(line.text).strip() == "--")
    texts = [line.text for line in seed.lines]
    mail = header(texts) or Header(())
    above = tuple(place[line] for line in mail.lines if line in place)
    lines = tuple(map(seed.lines.__getitem__, told))
    subject = place.get(mail.subject_at, -1)
    start = next((at for at, line in enumerate(above) if at != line), len(above))  # answers are the header's too
    printed = tuple(place[line] for line in pages(texts).lines if line in place)
    speaking = tuple(notices(lines, start, seed.lang))
    encyclopedia = tuple(place[line] for line in wiki(texts).lines if line in place)
    around = ELSEWHERE if above or encyclopedia else posted([line.text for line in lines], seed.lang)
    return Sheet(lines, seed.lang, furniture, dashes, above, subject, speaking, around, printed, encyclopedia)

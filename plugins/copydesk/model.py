"""Seed · Line · Page · Article · Story: the frozen values that flow from room to room."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from copydesk.markup import Span


class CopydeskError(Exception):
    """Something a person can mend: what happened, where, and what to do.

    `kind` is a short word programs can match on (`empty`, `encoding`, `no-article` …), `message` a sentence,
    `hint` the cure, `path` the file and `line` the line in it (0 where there is none).
    """

    def __init__(self, kind: str, message: str, hint: str = "", path: str = "", line: int = 0) -> None:
        super().__init__(kind, message, hint, path, line)  # all of them, so that it survives pickling
        self.kind, self.message, self.hint, self.path, self.line = kind, message, hint, path, line

    def told_from(self, root: Path) -> CopydeskError:
        """The same error, whose file is called as in every message: relative to the site's root where it lies there."""
        path = Path(self.path)
        where = relative(path, root) if root in path.parents else self.path  # which may be an address of the web
        return CopydeskError(self.kind, self.message, self.hint, where, self.line)

    def __str__(self) -> str:
        path = shown(self.path)
        where = f"{path}:{self.line}: " if self.line else f"{path}: " if path else ""
        return f"{where}{self.message}" + (f" {self.hint}" if self.hint else "")


def shown(path: str) -> str:
    """A path as any terminal and log can print it on one line: a file's name may hold breaks, and bytes of no text."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in path)


def relative(path: Path, root: Path) -> str:
    """How a file is called in every message and post: relative to the site's root where it lies in it, with `/`."""
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


PARTED = " | "  # between the cells of a table's row, as text


class Label(StrEnum):
    """What a line of a page is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATE = "date"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    ROW = "row"
    PICTURE = "picture"
    CAPTION = "caption"
    CODE = "code"
    RULE = "rule"
    NOTE = "note"
    FURNITURE = "furniture"


class Reason(StrEnum):
    """Why a line was dropped, where shaping asks for it; the rules of cleaning give other reasons too."""

    MAIL = "mail header"  # it names who sent a mail, not who wrote, and a day that its reader read
    POST = "post header"  # it stands above a post of a feed, and names who wrote it
    PRINT = "print-out"  # its day is the reader's
    WIKI = "wiki page"  # its days are those of sources and of a reader's visit
    REFERENCE = "reference"  # its day is another text's
    CREDIT = "picture credit"  # it names who made a picture, and the day of that
    SLUG = "agency slug"  # it says until when nothing may be printed
    PAYWALL = "paywall notice"  # it says that the rest is for subscribers


UNTOLD = (Label.PICTURE, Label.CODE, Label.RULE, Label.NOTE)  # what stands in an article and tells none of it


@dataclass(frozen=True, slots=True)
class Facts:
    """What a source says of itself outside its text: a side-car, HTML metadata, mail headers, front matter.

    Empty strings and tuples mean that nothing was said. `date_from` names where the date stood
    (`side-car`, `metadata`, `url` …); `changed` is the day of the last change.
    """

    title: str = ""
    date: datetime.date | None = None
    date_from: str = ""
    byline: str = ""
    source: str = ""
    url: str = ""
    lang: str = ""
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    changed: datetime.date | None = None

    def dated(self, day: datetime.date | None) -> Facts:
        """The same facts with the day that the source's metadata say, if they say one."""
        return replace(self, date=day, date_from="metadata" if day else "")


class Line(NamedTuple):
    """One line of a dump; a tuple, for a page makes hundreds: they are made and sent in a fifth of the time.

    `number` is its line in the seed's file, from 1 (0 where the file has no such lines). `markup` is the shape the
    source's own markup gave it, `None` in plain text; `level` a heading's level, or how deep in lists it stands; `text`
    holds no line break unless it is code. `label` is what cleaning found it to be; `dropped_by` the name of the rule
    that dropped it, "" while it is kept. `address` is where a picture lies, whose words are the `text`, or where a web
    page's line leads that is a link from end to end.

    `spans` are the same words in pieces where the source sets some apart; `sign` is what its mark says beside them:
    the number of an item, the name of a footnote, the language of code.
    """

    number: int
    text: str
    markup: Label | None = None
    level: int = 0
    label: Label | None = None
    dropped_by: str = ""
    address: str = ""
    spans: tuple[Span, ...] = ()
    sign: str = ""

    def judged(self, label: Label, dropped_by: str) -> Line:
        """The line as cleaning found it to be."""
        return Line(*self[:4], label, dropped_by, *self[6:])


@dataclass(frozen=True, slots=True)
class Seed:
    """One raw article as it was found.

    `path` is relative to the site's root, with `/`; `part` counts the articles of a file that holds several, from 1
    (0: the file is one article), and `key` names the article in the file whatever stands around it, where its format
    gives it a name; `digest` the hex SHA-256 of the bytes. `told` comes from people (the side-car) and
    wins; `found` comes from the file itself. `kind` names the format that read it (`text`, `html` …). `prepared` is
    true where the lines are an article's already (Markdown, JSON lines), so that cleaning drops none. `signed` are the
    facts that digest and key are made of where its reader has learnt to read more since: a seed that has not changed
    is signed as ever.
    """

    path: str
    digest: str
    kind: str
    lines: tuple[Line, ...]
    lang: str = "en"
    told: Facts = Facts()
    found: Facts = Facts()
    prepared: bool = False
    part: int = 0
    key: str = ""
    warnings: tuple[str, ...] = ()
    signed: Facts | None = None

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics that people pinned it to, in the side-car or else in the file itself."""
        return self.told.topics or self.found.topics


@dataclass(frozen=True, slots=True)
class Page:
    """A seed with every line labelled, and kept or dropped by a named rule."""

    seed: Seed
    lines: tuple[Line, ...]

    @property
    def kept(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if not line.dropped_by)

    @property
    def dropped(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.dropped_by)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article: a heading (`level` 2 and up), paragraph, item, quote, row or caption, as plain text.

    A row of a table has its cells one after the other, `PARTED`. Of a picture the text is its words for those who do
    not see it, and `address` is where it lies. `level`, `spans` and `sign` are those of its line.
    """

    kind: Label
    text: str
    level: int = 0
    address: str = ""
    spans: tuple[Span, ...] = ()
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A shaped article. `date` is the day it was published, `None` where nothing says; `date_from` says what did.

    `updated` is the day of an update that the page names where it names no other.
    `standfirst` is the page's own, "" where it has none; it may stand among the blocks too. `keywords` are the tags
    that the page prints. `embargo` is the line that holds the article back, "" where none does or that is over.
    """

    page: Page
    title: str
    blocks: tuple[Block, ...]
    date: datetime.date | None = None
    date_from: str = ""
    updated: datetime.date | None = None
    byline: str = ""
    source: str = ""
    url: str = ""
    lang: str = "en"
    warnings: tuple[str, ...] = ()
    standfirst: str = ""
    keywords: tuple[str, ...] = ()
    embargo: str = ""

    @property
    def seed(self) -> Seed:
        return self.page.seed

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(block.text for block in self.blocks if block.kind is Label.HEADING)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(block.text for block in self.blocks if block.kind not in (Label.HEADING, *UNTOLD))


@dataclass(frozen=True, slots=True)
class Story:
    """An article with what a reader is told of it: tags, a summary of whole sentences, key points, topics' slugs.

    `summary_by` names the language model that wrote the summary; it is "" where the sentences are the article's own.
    """

    article: Article
    tags: tuple[str, ...] = ()
    summary: str = ""
    key_points: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    summary_by: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that editors follow: `content/topics/<slug>.md`.

    `words` and `without` are words or phrases as the editor wrote them; `pinned` and `barred` are slugs of posts;
    `intro` is the editor's introduction as Markdown.
    """

    slug: str
    title: str
    words: tuple[str, ...]
    without: tuple[str, ...] = ()
    pinned: frozenset[str] = frozenset()
    barred: frozenset[str] = frozenset()
    intro: str = ""
    path: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """A post as grouping and the memory see it: made by the desk or written by hand.

    `body` is Markdown; `made` the three hashes of a made post or ""; `topics` only what a person pinned.
    """

    path: str
    slug: str
    title: str
    date: datetime.date | None
    lang: str
    body: str
    tags: tuple[str, ...] = ()
    summary: str = ""
    source: str = ""
    source_url: str = ""
    seed: str = ""
    made: str = ""
    topics: tuple[str, ...] = ()

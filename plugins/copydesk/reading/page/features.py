"""A page's blocks in, a table of numbers out: a row a block, a column a feature."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import lru_cache
from itertools import islice
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from copydesk.language.tokens import STOPS
from copydesk.reading.page.agreement import agreement
from copydesk.reading.page.blocks import LONG
from copydesk.reading.page.tree import inherited

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from copydesk.reading.page.agreement import Evidence
    from copydesk.reading.page.blocks import Block

Table = np.ndarray
Sums = tuple[int, ...]  # of an element's blocks: characters, those in links, blocks, characters of prose
NOTHING = (0, 0, 0, 0)

TELLING = tomllib.loads(Path(__file__).with_name("hints.toml").read_text(encoding="utf-8"))
HINT = [re.compile(pattern) for pattern in TELLING["names"].values()]
TAGS = (
    "article", "main", "section", "nav", "header", "footer", "aside", "figure", "figcaption", "table", "td", "ul",
    "ol", "li", "form", "blockquote", "a", "button", "dl", "pre", "details", "label", "h1", "h2", "h3", "h4", "h5",
    "h6", "p", "div", "span", "em", "strong", "time", "address", "center", "font",
)  # fmt: skip
COLUMN = {tag: len(HINT) + number for number, tag in enumerate(TAGS)}
FLAGS = len(HINT) + len(TAGS)  # the first column of the attributes
NAMED = 200  # characters of an element's names that are looked at
ATTRIBUTES = ("itemprop", "hidden", "role", "data")
FAR = 15  # ancestors: what stands farther off says nothing
KINDS = {"p": 1, "h1": 2, "h2": 3, "h3": 4, "h4": 5, "h5": 6, "h6": 7, "li": 8, "blockquote": 9, "td": 10, "div": 11,
         "figcaption": 12, "a": 13, "tr": 10}  # fmt: skip
MOSTLY = 0.5  # the share of a block's characters in links from which it counts as links
WORDS = re.compile(r"\w+")
ENDS = re.compile(rf"[{STOPS}][\"'”’»)\]]*$")
OPEN = re.compile(r"[:,;–—-]$")
LISTY = re.compile(r"[|•·›»/→>]")
DATED = re.compile(r"\b(?:19|20)\d\d\b|\d{1,2}[.:/]\d\d|\b\d+ (?:min|hour|day|week|month|hr|sec)")
# The columns of a block's own features by which its neighbours know it; the last three are counted from the end: how
# much of it the two extractors have, and how many blocks the page has.
SIZE, LINKED, BOLD, PUNCTUATED, ASKING, KIND = 0, 2, 3, 4, 17, 23
PRECISE, WHOLE, PAGE = -9, -10, -11
NEIGHBOURLY = [SIZE, LINKED, BOLD, PUNCTUATED, KIND, ASKING, PRECISE, WHOLE, PAGE]
BY, ASK, FIRST = (re.compile(pattern) for pattern in TELLING["text"].values())


def rows(blocks: Sequence[Block], evidence: Evidence) -> Table:
    """The features of every block, in order; shape (blocks, features)."""
    own = np.hstack([texts(blocks), places(blocks), shares(blocks), agreement(blocks, evidence)])
    return np.hstack([own, around(own, NEIGHBOURLY), pagewide(own)]).astype(np.float32)


def texts(blocks: Sequence[Block]) -> Table:
    """What a block's text looks like."""
    return np.array([text(block) for block in blocks], dtype=float)


def text(block: Block) -> list[float]:
    """One block's length, links, punctuation, capitals and telling words."""
    content, small = block.text, block.text.lower()
    size = len(content)
    words = WORDS.findall(content)
    count = max(1, len(words))
    return [
        size,
        count,
        block.linked / size,
        block.bold / size,
        bool(ENDS.search(content)),
        bool(OPEN.search(content)),
        len(LISTY.findall(content)),
        content[0].isupper(),
        content[0].isdigit(),
        sum(map(str.isupper, content)) / size,
        sum(map(str.isdigit, content)) / size,
        sum(word[0].isupper() for word in words) / count,
        size / count,
        content.count(",") / count,
        content.count(". "),
        bool(DATED.search(content)),
        bool(BY.match(small)),
        len(ASK.findall(small)),
        len(FIRST.findall(small)) / count,
        content[0] in "\"'“„«‘»>",
        content.count("?"),
        "http" in content or "www." in content or "@" in content,
        content.endswith(("...", "…")),
        KINDS.get(str(block.element.tag), 0),
        KINDS.get(str(block.start.tag), 0),
    ]


def places(blocks: Sequence[Block]) -> Table:
    """How far up the tree (in elements, `FAR` at most) a block's telling ancestors stand."""
    known: dict[HtmlElement, Table] = {}
    nowhere = np.array([FAR] * (FLAGS + len(ATTRIBUTES)) + [-1])
    return np.array([inherited(block.start, known, nowhere, distances) for block in blocks], dtype=float)


def distances(element: HtmlElement, above: Table) -> Table:
    """The distances of an element's telling ancestors, and last its depth, from those of its parent."""
    row: Table = np.minimum(above + 1, FAR)
    row[-1] = above[-1] + 1
    row[marks(element)] = 0
    return row


def marks(element: HtmlElement) -> list[int]:
    """The columns of the hints, tags and attributes that an element itself bears."""
    tag = str(element.tag)
    found = [COLUMN[tag]] if tag in COLUMN else []
    whole = tag in {"body", "html"}
    if not whole:
        names = f"{element.get('class', '')} {element.get('id', '')} {element.get('data-component', '')}"
        found += hinted(names.strip().lower()[:NAMED])
    borne = (
        "articleBody" in element.get("itemprop", ""),
        hidden(element),
        element.get("role") in {"navigation", "complementary", "banner", "contentinfo", "dialog"},
        not whole and any(str(key).startswith("data-") for key in element.attrib),
    )
    return found + [FLAGS + number for number, one in enumerate(borne) if one]


@lru_cache(maxsize=4096)
def hinted(names: str) -> list[int]:
    """The kinds of parts that an element's names hint at."""
    return [number for number, pattern in enumerate(HINT) if pattern.search(names)] if names else []


def hidden(element: HtmlElement) -> bool:
    """Whether an element says that it is not to be seen."""
    aside = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return aside or "none" in element.get("style", "")


def shares(blocks: Sequence[Block]) -> Table:
    """How much of the page's prose, and how many links, the elements around a block hold."""
    sums: dict[HtmlElement, Sums] = {}
    chains = [ancestors(block.element) for block in blocks]
    for block, chain in zip(blocks, chains, strict=True):
        mine = (len(block.text), block.linked, 1, block.prose)
        for element in chain:
            sums[element] = tuple(map(add, sums.get(element, NOTHING), mine))
    total = sum((len(block.text) for block in blocks), 0)
    prose = max([row[3] for row in sums.values()], default=0)
    main = main_element(sums, prose)
    kin = kinship(blocks)
    return np.array(
        [
            share(block, chain, sums, total, prose, main) + kin[number] + [number, number / len(blocks), len(blocks)]
            for number, (block, chain) in enumerate(zip(blocks, chains, strict=True))
        ],
        dtype=float,
    )


def ancestors(element: HtmlElement) -> list[HtmlElement]:
    """An element and all around it, from the inside out."""
    return [element, *element.iterancestors()]


def main_element(sums: dict[HtmlElement, Sums], prose: float) -> list[HtmlElement | None]:
    """The deepest elements that hold half, and four fifths, of the page's prose."""
    return [
        min(
            (element for element, row in sums.items() if row[3] >= part * prose), key=lambda e: sums[e][0], default=None
        )
        for part in (0.5, 0.8)
    ]


def share(
    block: Block,
    chain: list[HtmlElement],
    sums: dict[HtmlElement, Sums],
    total: float,
    prose: float,
    main: list[HtmlElement | None],
) -> list[float]:
    """What the five elements around a block hold of the page, and how far off the main elements are."""
    found: list[float] = []
    for up in (0, 1, 2, 3, 4):
        row = sums[chain[min(up, len(chain) - 1)]]
        found += [row[0] / total, row[3] / max(prose, 1), row[1] / row[0], row[2]]
    for element in main:
        found.append(chain.index(element) if element in chain else -1)
    return [*found, sums[chain[0]][0] / len(block.text)]


def kinship(blocks: Sequence[Block]) -> list[list[float]]:
    """How many blocks stand on the same path, how long they are, and how often a text is on the page."""
    paths = [path(block.element) for block in blocks]
    count = Counter(paths)
    size: Counter[tuple[str, ...]] = Counter()
    linked: Counter[tuple[str, ...]] = Counter()
    for block, where in zip(blocks, paths, strict=True):
        size[where] += len(block.text)
        linked[where] += block.linked
    total = max(1, sum(size.values()))
    again = Counter(block.text for block in blocks)
    return [
        [count[p], size[p] / total, size[p] / count[p], linked[p] / size[p], again[block.text]]
        for block, p in zip(blocks, paths, strict=True)
    ]


def path(element: HtmlElement) -> tuple[str, ...]:
    """The tags of an element and three ancestors, and the class of itself and its parent."""
    parent = element.getparent()
    names = (element.get("class", ""), parent.get("class", "") if parent is not None else "")
    return (*(str(e.tag) for e in ancestors(element)[:4]), *names)


def families(blocks: Sequence[Block]) -> list[Table]:
    """The number of each block's family by each kind of kinship: path, parent, the next two above, tag with class."""
    elements = [block.element for block in blocks]
    above = [[element, *islice(element.iterancestors(), 3)] for element in elements]
    return [
        numbered([path(element) for element in elements]),
        *(numbered([chain[min(up, len(chain) - 1)] for chain in above]) for up in (1, 2, 3)),
        numbered([(element.tag, element.get("class", "")) for element in elements]),
    ]


def numbered(keys: Sequence[object]) -> Table:
    """A number for each different key, in the order of the page."""
    known: dict[object, int] = {}
    return np.array([known.setdefault(key, len(known)) for key in keys])


def around(own: Table, columns: list[int]) -> Table:
    """The telling features of the two blocks before and the two after."""
    chosen = own[:, columns]
    return np.hstack([shifted(chosen, by) for by in (-2, -1, 1, 2)])


def shifted(table: Table, by: int) -> Table:
    """A table moved up or down by some rows; -1 where it has none."""
    moved = np.full_like(table, -1)
    if by > 0:
        moved[:-by] = table[by:]
    else:
        moved[-by:] = table[:by]
    return moved


def pagewide(own: Table) -> Table:
    """What the page as a whole looks like."""
    size = own[:, SIZE]
    total = size.sum()
    whole = [total, (size * (own[:, LINKED] < MOSTLY) * (size > LONG)).sum() / total]
    return np.tile(whole, (len(own), 1))

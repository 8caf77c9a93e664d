"""The spans of a line in, Markdown that renders as exactly them out.

What may not stand where it is (a link that leads to no page, emphasis in emphasis) gives only its words.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from copydesk.addresses import link_address, picture_address
from copydesk.markup import Mark, Span
from copydesk.plain import folded, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Barred = frozenset[Mark]

SIGNS = re.compile(r"[\\`*{}\[\]]|(?<![^\W_])_|_(?![^\W_])")  # one underscore inside a word is no mark
# HTML reads a numeric entity even where its semicolon is missing.
ENTITY = re.compile(r"&(?=#|\w+;)")
TICKS = re.compile("`+")
TEMPLATE = re.compile(r"\{[{%#]")  # code cannot be escaped, and what some plugin takes for a template must be
NO_CODE = re.compile(rf"{TEMPLATE.pattern}|&#")  # Python-Markdown mends numeric entities, in code of a line too
NAME = re.compile(r"[\w-]{1,40}", re.ASCII)
BARE = re.compile(r"[^\s()<>'\"]+")  # an address that Markdown reads without brackets around it
WORDY = re.compile(r"[\w*]")  # beside one an underscore is no mark
BEHIND_NOTE = re.compile(r"^( ?)([:(])")  # what would make a note's words, or an address, of what follows
NOTED = re.compile(r"^(\s*)\^")
BREAK = "  \n"
NONE: Barred = frozenset()
LINE: Barred = frozenset({Mark.BREAK})  # where a line must stay one


def escape(text: str) -> str:
    """A piece of plain text -> Markdown that renders as that text inside a line."""
    text = SIGNS.sub(r"\\\g<0>", folded(text))
    return ENTITY.sub("&amp;", text).replace("<", "&lt;").replace("|", "&#124;")


def inline(spans: Iterable[Span], barred: Barred) -> str:
    """The Markdown of spans; marks that are `barred` give only their words. Neighbours of one mark grow together."""
    found = settled(spans, barred)
    if len(found) == 1 and not found[0].mark:
        return escape(found[0].text)  # nearly all: what follows would say the same at length
    grown = groupby(found, key=lambda one: (one.mark, one.address))
    runs = [Span(mark=mark, inside=tuple(run), address=address) for (mark, address), run in grown]
    pieces: list[str] = []
    for at, run in enumerate(runs):
        glue(pieces, written(run, barred, free=run.mark is Mark.EMPHASIS and free(runs, at)))
    return "".join(pieces)


def settled(spans: Iterable[Span], barred: Barred) -> list[Span]:
    """The spans as they can stand here; among strong words emphasis is an underscore, and none where words touch it."""
    found = list(allowed(spans, barred))
    if Mark.STRONG not in barred:
        return found
    crowded = [span.mark is Mark.EMPHASIS and not free(found, at) for at, span in enumerate(found)]
    return [
        part
        for span, opens in zip(found, crowded, strict=True)
        for part in (allowed(span.inside, barred | {Mark.EMPHASIS}) if opens else (span,))
    ]


def free(spans: Sequence[Span], at: int) -> bool:
    """Whether no word touches a span."""
    before = folded(spans[at - 1].words)[-1:] if at else ""
    behind = folded(spans[at + 1].words)[:1] if at + 1 < len(spans) else ""
    return not WORDY.search(before + behind)


def written(span: Span, barred: Barred, *, free: bool) -> str:
    """One span; `free` is true where no word touches it."""
    match span.mark:
        case Mark.LINK:
            return link(span, barred)
        case Mark.STRONG:
            return around(inline(parts(span), barred | {Mark.STRONG, Mark.BREAK}), "**")
        case Mark.EMPHASIS:
            return emphasis(span, barred | {Mark.EMPHASIS, Mark.BREAK}, free=free)
        case _:
            return LEAVES[span.mark](span)


def allowed(spans: Iterable[Span], barred: Barred) -> Iterator[Span]:
    """The spans, what may not stand here opened up."""
    for span in spans:
        if span.mark and span.mark not in barred and not refused(span):
            yield span
        elif span.inside:
            yield from allowed(span.inside, barred)
        elif folded(span.text):
            yield Span(span.text)


def refused(span: Span) -> bool:
    """Whether a post cannot show what a span's mark says."""
    match span.mark:
        case Mark.LINK:
            return not link_address(span.address) or not one_line(span.words)
        case Mark.PICTURE:
            return not picture_address(span.address)
        case Mark.NOTE:
            return not NAME.fullmatch(span.address)
        case Mark.CODE:
            return not one_line(span.words) or bool(NO_CODE.search(span.words))
        case Mark.BREAK:
            return False
        case _:
            return not one_line(span.words)


def glue(pieces: list[str], piece: str) -> None:
    """Add a piece of Markdown so that it and the last one mean the same side by side as apart."""
    last = pieces.pop() if pieces else ""
    if piece == BREAK:
        last = last.rstrip(" ")
    elif piece.startswith("[") and last.endswith("!"):
        last = f"{last[:-1]}\\!"
    elif last.endswith("]"):
        piece = BEHIND_NOTE.sub(lambda hit: f"{hit[1]}&#{ord(hit[2])};", piece)
    pieces += filter(None, (last, piece))


def code(span: Span) -> str:
    """Code between ticks, as many as it takes, and its blanks outside: Markdown takes them from inside."""
    text = folded(span.words)
    ticks = "`" * (max(map(len, TICKS.findall(text)), default=0) + 1)
    pad = " " if "`" in text else ""
    return around(text, f"{ticks}{pad}", f"{pad}{ticks}")


def image(span: Span) -> str:
    """A picture, whose words are plain."""
    shown = bracketed(escape(span.words))
    end = f"](<{picture_address(span.address)}>)"
    return around(shown, "![", end) if shown.strip() else f"{shown}![{end}"


def bracketed(text: str) -> str:
    """What may stand in brackets: a sign at its beginning would make it a note."""
    return NOTED.sub(r"\1&#94;", text)


LEAVES: dict[Mark | None, Callable[[Span], str]] = {
    None: lambda span: escape(span.words),
    Mark.CODE: code,
    Mark.PICTURE: image,
    Mark.NOTE: lambda span: f"[^{span.address}]",
    Mark.BREAK: lambda _: BREAK,
}


def link(span: Span, barred: Barred) -> str:
    """A link, whose words hold no other."""
    address = link_address(span.address)
    if span.words == address and address.startswith("http") and BARE.fullmatch(address) and not ENTITY.search(address):
        return f"<{address}>"
    words = inline(parts(span), barred | {Mark.LINK, Mark.NOTE, Mark.BREAK})
    address = ENTITY.sub("&amp;", address)
    return around(bracketed(words), "[", f"]({address})" if BARE.fullmatch(address) else f"](<{address}>)")


def emphasis(span: Span, barred: Barred, *, free: bool) -> str:
    """Emphasis; with strong words around it or in it by an underscore, which may stand where it is `free` only."""
    mixed = Mark.STRONG in barred or (free and holds(span, Mark.STRONG))
    return around(inline(parts(span), barred if mixed else barred | {Mark.STRONG}), "_" if mixed else "*")


def holds(span: Span, mark: Mark) -> bool:
    """Whether a mark stands in a span."""
    return any(one.mark is mark or holds(one, mark) for one in span.inside)


def parts(span: Span) -> Sequence[Span]:
    """What the spans of one mark, grown together, hold."""
    return [part for one in span.inside for part in one.inside or (Span(one.text),)]


def around(words: str, start: str, end: str = "") -> str:
    """Words in their mark, which stands at words and not at blanks."""
    core = words.strip()
    if not core:
        return words
    before, _, behind = words.partition(core)
    return f"{before}{start}{core}{end or start}{behind}"

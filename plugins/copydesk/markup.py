"""Mark · Span: the stretches of a line that its source sets apart, and their words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Mark(StrEnum):
    """What sets a stretch of a line apart."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"
    PICTURE = "picture"
    NOTE = "note"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a line: plain words, or with a `mark` what its source set apart.

    Its words are its `text`, or those of the spans `inside` it. `address` is where a link leads or a picture lies, or
    the name of the footnote that a note points to, which has no words itself.
    """

    text: str = ""
    mark: Mark | None = None
    inside: tuple[Span, ...] = ()
    address: str = ""

    @property
    def words(self) -> str:
        return spoken(self.inside) if self.inside else self.text


def spoken(spans: Iterable[Span]) -> str:
    """The words of spans."""
    return "".join(span.words for span in spans)


def wordless(spans: Iterable[Span]) -> bool:
    """Whether spans hold pictures, perhaps as links, and no words beside them."""
    held = [span for span in spans if span.mark or span.words.strip()]
    return bool(held) and all(span.mark is Mark.PICTURE or wordless(span.inside) for span in held)

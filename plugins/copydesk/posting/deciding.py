"""A seed's hash and the post it has in, what to do about it out: no file is touched here."""

from __future__ import annotations

import html
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from copydesk.posting.made import parse, same_desk, short, untouched
from copydesk.posting.parsing import parse_post, split

if TYPE_CHECKING:
    from copydesk.model import CopydeskError


class Action(StrEnum):
    """What becomes of a seed."""

    NEW = "new"  # it has no post yet
    BACK = "back after deletion"  # its post was there before; while the seed is there, so is the post
    SAME = "made"  # its post stands as the desk made it
    STALE = "made by an older desk"  # so does this one, and today's desk might make it better
    UNTAUGHT = "made before your edits"  # and this one, and what the desk has learnt of people's posts since might
    AGAIN = "changed"  # the seed has changed and nobody edited the post
    KEPT = "edited"  # a person edited the post, which is theirs now
    LOOSE = "without its Seed line"  # a person edited the post, and took out the line that names the seed
    CONFLICT = "in conflict"  # a person edited the post and the seed has changed


MAKES = frozenset({Action.NEW, Action.BACK, Action.AGAIN, Action.CONFLICT})
DATED = frozenset({Action.STALE, Action.UNTAUGHT})  # what stands until a person asks for it anew

SHARED = 40  # characters of lines that two articles do not share by chance, but for headings: some columns repeat these

UNLISTED = frozenset({"draft", "hidden", "skip"})  # what Pelican calls posts that no list shows


@dataclass(frozen=True, slots=True)
class Standing:
    """A made post on disk: its whole text, its `Made` value, and the version laid beside it, if any.

    `trouble` says why it cannot be read as it should be; its seed waits until it can. One whose seed `moved` may say
    what only its old place and suffix did. The `others` name the same seed: translations of the post, or copies.
    """

    path: str
    slug: str
    text: str
    made: str
    incoming: str = ""
    trouble: CopydeskError | None = None
    moved: bool = False
    lang: str = ""
    others: tuple[Standing, ...] = ()

    @property
    def edited(self) -> bool:
        """Whether a person wrote last."""
        return not untouched(self.text, self.made)

    @property
    def unlisted(self) -> bool:
        """Whether a person keeps the post off the site's lists."""
        return self.said("status").lower() in UNLISTED

    @property
    def embargo(self) -> str:
        """The line that held the article back when the post was made, "" of nearly all."""
        return html.unescape(self.said("embargo")) if "\nEmbargo:" in self.text else ""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was not sure when the post was made, and still stands in it: of most nothing."""
        said = self.values("warnings") if "\nWarnings:" in self.text else []
        return tuple(html.unescape(warning) for warning in said if warning)

    def said(self, key: str) -> str:
        """What the header says last under a key."""
        return self.values(key)[-1]

    def values(self, key: str) -> list[str]:
        """All that the header says under a key, line by line; one empty line where it says nothing."""
        return split(self.text.replace("\r\n", "\n"))[0].get(key, [""])


def decide(standing: Standing | None, seed: str, rules: str) -> Action:
    """What to do about a seed. `seed` and `rules` are hex digests of its bytes and of the desk with its memory."""
    if standing is None:
        return Action.NEW
    made = parse(standing.made)
    changed = made is None or made.seed != short(seed)
    if standing.edited:
        return Action.CONFLICT if changed else Action.KEPT
    if changed or standing.moved:
        return Action.AGAIN
    if made and made.rules == short(rules):
        return Action.SAME
    return Action.UNTAUGHT if made and same_desk(made.rules, rules) else Action.STALE


def wanted(action: Action, standing: Standing | None, seed: str) -> bool:
    """Whether a post is to be made: not where this very version of the seed lies beside an edited one already."""
    beside = parse(standing.incoming) if standing and action is Action.CONFLICT else None
    return action in MAKES and (beside is None or beside.seed != short(seed))


def differs(standing: Standing | None, signed: str) -> bool:
    """Whether a post made again is any other than the one that stands; `signed` is its new `Made` value."""
    old, new = parse(standing.made if standing else ""), parse(signed)
    return old is None or new is None or (old.seed, old.text) != (new.seed, new.text)


def displaced(standing: Standing, text: str) -> str:
    """The headline of a post of which nothing is left in its new text, as of another article's; else ""."""
    old, new = parse_post(standing.text, standing.path), parse_post(text, standing.path)
    left = {*old.body.split("\n")} & {*new.body.split("\n")}
    size = sum(len(line) for line in left if not line.startswith("#"))
    return old.title if old.title != new.title and size < SHARED else ""

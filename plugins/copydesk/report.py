"""What a digest did in, what a person reads of it out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from glob import escape
from typing import TYPE_CHECKING

from copydesk import posting
from copydesk.model import CopydeskError, relative
from copydesk.posting import Action
from copydesk.presenting.rights import TAKEDOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

DOUBTS = 20  # warnings that a build prints before it only counts: what fits a screen
WAITS = "waits"  # the kind of refusal of a seed whose post has to be mended first
DRAFT = "draft"  # the kind of refusal that a person asked for: it is named, but nothing needs mending
NOTICES = {  # what to say of what became of posts, and what a person can do
    Action.BACK: (
        "Missing, and made again as the seed is still there",
        f"To take an article down for good, write its slug into {TAKEDOWN} in the content folder.",
    ),
    Action.LOOSE: (
        "Kept as posts of seeds that they no longer name",
        "Put the line `Seed: …` back into each, with the seed's path, or give it a slug of its own.",
    ),
    Action.CONFLICT: (
        "Edited, and the seed has changed since",
        f"A digest lays the new version beside, as {posting.INCOMING}; `copydesk resolve POST` makes one of the two.",
    ),
}
LIES = f"The new version lies beside, as {posting.INCOMING}: `copydesk resolve POST` makes one of the two."
OPEN = {  # the same of one post, where only a person can settle it
    Action.LOOSE: ("names its seed no longer.", "Put the line `Seed: {}` back into it, or give it another slug."),
    Action.CONFLICT: (
        "was edited, and its seed has changed since.",
        "Settle it with `copydesk resolve`, once `copydesk digest` has laid the new version beside it.",
    ),
}
SETTLE = "The new version lies beside it: settle the two with `copydesk resolve`."
BEREFT = "They stay on the site: delete those that are to go, or that are now there a second time."
ALONE = "They stay on the site, and are their seeds' own again should these come back; no seed is left."
NAMED = 5  # posts that a sentence names before it only counts: more than that nobody reads


def some(posts: Sequence[str]) -> str:
    """The first of some posts, and how many more there are."""
    more = f" and {len(posts) - NAMED} more" if len(posts) > NAMED else ""
    return ", ".join(posts[:NAMED]) + more


@dataclass(frozen=True, slots=True)
class Entry:
    """One seed in the report: what was done about it, the post it has, or the refusal that set it aside.

    `warnings` are of this digest; those `borne` were an earlier one's, and stand in the post until a person settles it.
    What a rehearsal would write is not `laid`.
    """

    seed: str
    action: Action | None = None
    post: str = ""
    refusal: CopydeskError | None = None
    warnings: tuple[str, ...] = ()
    borne: tuple[str, ...] = ()
    laid: bool = True

    @property
    def in_conflict(self) -> bool:
        """Whether a version that a person is to merge with the post lies beside it."""
        return self.action is Action.CONFLICT and self.laid

    @property
    def in_dispute(self) -> bool:
        """Whether a version may lie beside the post until a person settles the two."""
        return self.action is Action.CONFLICT or self.refusal is not None


def waiting(seed: str, trouble: CopydeskError, post: str = "") -> Entry:
    """The entry of a seed whose post cannot be read or renamed, or may be what cannot: it is not made a second time."""
    why = CopydeskError(trouble.kind, trouble.message, "", trouble.path, trouble.line)
    message = f"waits until its post is mended: {why}"
    kind = trouble.kind if trouble.kind == posting.UNWRITABLE else WAITS
    return Entry(seed, post=post, refusal=CopydeskError(kind, message, trouble.hint, posting.file_of(seed)))


def unsettled(seed: str, post: str) -> Entry:
    """The entry of a seed that has changed once more, where a person wrote into the version beside its post."""
    message = "was written into, and its seed has changed once more."
    hint = f"Settle it with `copydesk resolve {post}`, or give it another name: then the newest version is laid there."
    return Entry(seed, post=post, refusal=CopydeskError("incoming", message, hint, post + posting.INCOMING))


def stray(path: Path, root: Path) -> CopydeskError:
    """What to say of a side-car without a seed, or of the one that loses beside `ferry.txt.toml`."""
    winner = min(path.parent.glob(f"{escape(path.stem)}.?*{path.suffix}"), default=None)
    message, hint = "belongs to no seed.", "Name it as the whole of its seed is named: ferry.txt.toml beside ferry.txt."
    if winner:
        message, hint = f"is read by nobody, as {winner.name} is.", "Make one of the two."
    return CopydeskError("side-car", message, hint, relative(path, root))


@dataclass(frozen=True, slots=True)
class Report:
    """What a digest did: every seed once, in order, and what it noticed on the shelf.

    `orphans` are posts that the desk made from seeds that are gone, those that a person edited named as such; they
    stay. Of the `bereft` the whole file is gone, and was there when the last digest ended.
    """

    entries: tuple[Entry, ...]
    problems: tuple[CopydeskError, ...] = ()
    orphans: tuple[str, ...] = ()
    bereft: tuple[str, ...] = ()

    @property
    def set_aside(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.refusal)

    @property
    def refused(self) -> tuple[CopydeskError, ...]:
        """Why seeds were set aside that nobody wished to be: all but drafts."""
        refusals = (entry.refusal for entry in self.entries)
        return tuple(refusal for refusal in refusals if refusal and refusal.kind != DRAFT)

    @property
    def unwritten(self) -> tuple[CopydeskError, ...]:
        """Why posts could not be written, which is no seed's fault."""
        return tuple(refusal for refusal in self.refused if refusal.kind == posting.UNWRITABLE)

    @property
    def unsettled(self) -> tuple[CopydeskError, ...]:
        """The posts that wait for a person to settle what they are to say, or whose they are."""
        waiting = ((entry, OPEN[entry.action]) for entry in self.entries if entry.action and entry.action in OPEN)
        cured = ((one, said, SETTLE if one.in_conflict else cure.format(one.seed)) for one, (said, cure) in waiting)
        return tuple(CopydeskError("open", said, cure, one.post) for one, said, cure in cured)

    @property
    def doubts(self) -> tuple[str, ...]:
        """What was not sure in the seeds whose posts were made this time, each with its name; many are counted."""
        said = [f"{entry.seed}: {warning}" for entry in self.entries for warning in entry.warnings]
        left = len(said) - DOUBTS
        more = (
            (f"{left} more such warnings; `copydesk convert SEED` says those of a seed or a folder",)
            if left > 0
            else ()
        )
        return (*said[:DOUBTS], *more)

    @property
    def notices(self) -> tuple[str, ...]:
        """What to say of posts of which became what a person may not expect, and of those bereft of their seeds."""
        return (*filter(None, map(self.told_of, NOTICES)), *self.gone)

    @property
    def news(self) -> tuple[str, ...]:
        """The same without the unsettled, for who names each of these."""
        return (*filter(None, (self.told_of(action) for action in NOTICES if action not in OPEN)), *self.gone)

    @property
    def gone(self) -> tuple[str, ...]:
        """What to say of the bereft."""
        cure = BEREFT if self.entries else ALONE  # all at once are gone where a disk or a setting is, too
        return (f"Made from seeds that are gone now: {some(self.bereft)}. {cure}",) if self.bereft else ()

    def told_of(self, action: Action) -> str:
        """What to say of the posts of which this became, "" where there are none."""
        those = [entry for entry in self.entries if entry.action is action]
        said, cure = NOTICES[action]
        if all(entry.in_conflict for entry in those):
            cure = LIES
        return f"{said}: {some([entry.post for entry in those])}. {cure}" if those else ""

    @property
    def left(self) -> tuple[str, ...]:
        """How many orphans there are, where nobody asks for each: old entries leave a feed, old seeds are deleted."""
        count = len(self.orphans)
        posts = "1 post was" if count == 1 else f"{count} posts were"
        where = "left on the site; `copydesk status` names them"
        return (f"{posts} made from what is no longer among the seeds, and {where}.",) if count else ()

    def __str__(self) -> str:
        return ", ".join(self.parts())

    def parts(self) -> Iterator[str]:
        count = Counter(entry.action for entry in self.entries)
        yield f"{len(self.entries)} seed{'' if len(self.entries) == 1 else 's'}"
        yield from (f"{count[action]} {action}" for action in Action if count[action])
        if self.set_aside:
            yield f"{len(self.set_aside)} set aside"

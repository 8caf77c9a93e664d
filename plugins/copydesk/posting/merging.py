"""An edited post and the version laid beside it in, the two as one out."""

from __future__ import annotations

import difflib
import subprocess
import tempfile
from dataclasses import dataclass
from itertools import chain, combinations, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.git import done
from copydesk.model import CopydeskError
from copydesk.posting.composing import KEYS
from copydesk.posting.made import LINE, parse, text_hash, untouched
from copydesk.posting.parsing import KEY, MORE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

SIDES = {"mine": "--ours", "theirs": "--theirs"}
LONGEST, ROWS = 100_000, 500  # characters of a post, and its lines, beyond which guessing takes too long
PLACES = 14  # in which two texts may differ for whose each is to be guessed: twice as long for each one more


@dataclass(frozen=True, slots=True)
class Merge:
    """The merged text of a post, ready to be written, and how many places of it the two sides both changed."""

    text: str
    clashes: int


def merge(mine: str, base: str, theirs: str, take: str = "") -> Merge:
    """Merge three texts of a post; `take` ("mine" or "theirs") settles the places that both changed.

    Lines of the header that only people write stay in any case. The header's last line says that the new seed was seen,
    so that the merged post is an edited one and no conflict.
    """
    with tempfile.TemporaryDirectory() as place:
        names = []
        for name, text in (("mine", mine), ("base", base), ("theirs", theirs)):
            path = Path(place, name)
            path.write_text(LINE.sub("", text.replace("\r\n", "\n"), count=1), encoding="utf-8")
            names.append(str(path))
        labels = [word for name in ("your post", "as the desk wrote it", "the new version") for word in ("-L", name)]
        merged = git(None, "merge-file", "-p", "-q", *([SIDES[take]] if take else []), *labels, *names)
    if merged.returncode < 0 or merged.returncode > 127:  # noqa: PLR2004  git's own: up to 127 it counts conflicts
        raise CopydeskError("merge", "git could not merge the two.", "Use --take mine or --take theirs.")
    return Merge(seen(kept(decoded(merged.stdout), mine), theirs), merged.returncode)


def sift(mine: str, theirs: str) -> Merge | None:
    """Merge two texts of a post of which nobody remembers what the desk wrote; `None` where that cannot be told.

    Where the two changed different lines, what the desk wrote has one's words in some of these places and the other's
    in the rest: the mixture whose hash the `Made` line bears. Its reverse has every change, and is the merged post.
    """
    if any(len(text) > LONGEST or text.count("\n") > ROWS for text in (mine, theirs)):
        return None
    found = LINE.search(mine)
    signed = parse(found[1]) if found else None
    lines = parallel(*(LINE.sub("", text.replace("\r\n", "\n"), count=1) for text in (mine, theirs)))
    places = [at for at, (one, other) in enumerate(lines) if one != other]
    if signed is None or len(places) > PLACES:
        return None
    for some in chain.from_iterable(combinations(places, count) for count in range(len(places) + 1)):
        if text_hash(mixed(lines, {*some})) == signed.text:
            return Merge(seen(kept(mixed(lines, {*places} - {*some}), mine), theirs), 0)
    return None


def parallel(one: str, other: str) -> list[tuple[str, str]]:
    """The lines of two texts side by side; what one of them has alone stands beside nothing."""
    first, second = one.splitlines(keepends=True), other.splitlines(keepends=True)
    blocks = difflib.SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    return [pair for _, i1, i2, j1, j2 in blocks for pair in zip_longest(first[i1:i2], second[j1:j2], fillvalue="")]


def mixed(lines: Sequence[tuple[str, str]], places: Collection[int]) -> str:
    """The first of two texts side by side, which has at some places what the other has."""
    return "".join(pair[at in places] for at, pair in enumerate(lines))


def git(folder: Path | None, *question: str) -> subprocess.CompletedProcess[bytes]:
    """What git did; raises `CopydeskError` where there is none."""
    try:
        return done(folder, *question)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CopydeskError("git", "git cannot be asked.", "Use --take mine or --take theirs.") from error


def kept(text: str, mine: str) -> str:
    """The text with what a person wrote into the header of another under keys of their own: `Status: draft`."""
    there = owned(text)
    missing = [row for key, rows in owned(mine.replace("\r\n", "\n")).items() if key not in there for row in rows]
    header, gap, body = text.partition("\n\n")
    return "\n".join([header, *missing]) + gap + body


def owned(text: str) -> dict[str, list[str]]:
    """The lines of a post's header under keys that the desk never writes, by key."""
    found: dict[str, list[str]] = {}
    key = ""
    for line in text.partition("\n\n")[0].split("\n"):
        begun = KEY.match(line)
        key = begun[1].lower() if begun else key if MORE.match(line) else ""
        if key and key not in KEYS:
            found.setdefault(key, []).append(line)
    return found


def seen(text: str, theirs: str) -> str:
    """The text with the `Made` line of the new version, whose seed it has thereby seen."""
    made = LINE.search(theirs)
    header, gap, body = LINE.sub("", text, count=1).partition("\n\n")
    return f"{header}\n{made[0].rstrip() if made else ''}".rstrip("\n") + gap + body


def base_of(post: Path, made: str) -> str:
    """The post as the desk last wrote it, out of git's memory, or "" where git never saw it."""
    for (content,) in versions(post):
        text = decoded(content)
        found = LINE.search(text)
        if found and parse(found[1]) == parse(made) and untouched(text, found[1]):
            return text
    return ""


def decoded(content: bytes) -> str:
    """The text of a post that git gives back, with line ends of one kind."""
    return content.decode("utf-8", "replace").replace("\r\n", "\n")


def versions(*paths: Path) -> Iterator[tuple[bytes, ...]]:
    """The contents that git remembers of files in one folder, each time one changed, newest first.

    A file that was not there is empty; where there is no git there are none.
    """
    folder, names = paths[0].parent, [path.name for path in paths]
    if not folder.is_dir():
        return
    log = git(folder, "log", "--format=%H", "--", *names)
    for commit in log.stdout.decode("ascii", "replace").split():
        yield tuple(git(folder, "show", f"{commit}:./{name}").stdout for name in names)


def difference(mine: str, theirs: str) -> str:
    """What differs between the two, as people read it."""
    lines = difflib.unified_diff(
        mine.splitlines(), theirs.splitlines(), "your post", "the new version", lineterm="", n=2
    )
    return "\n".join(lines)

"""Proposals and an editor's verdicts in, topic files out."""

from __future__ import annotations

import html
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.model import CopydeskError
from copydesk.writing import write

if TYPE_CHECKING:
    from copydesk.grouping.discovering import Proposal
    from copydesk.model import Topic

DECLINED = ".declined"  # slugs of proposals whose files an editor deleted
OFFERED = ".proposed"  # slugs of proposals that were written once


def write_topics(proposals: Iterable[Proposal], folder: Path) -> list[Path]:
    """Make a file for each proposal that is new; one whose file was deleted is declined and never comes back."""
    offered, declined = listed(folder / OFFERED), listed(folder / DECLINED)
    gone = {slug for slug in offered if not (folder / f"{slug}.md").exists()}
    note(folder / DECLINED, declined | gone)
    new = [one for one in proposals if one.slug not in offered | declined]
    made: list[Path] = []
    for one in new:
        path = folder / f"{one.slug}.md"
        if not path.exists():
            write(path, text_of(one))
            made.append(path)
    note(folder / OFFERED, offered | {path.stem for path in made})
    return made


def text_of(one: Proposal) -> str:
    """The file of a proposal."""
    words = ", ".join(one.words)
    return f"Title: {html.escape(one.title, quote=False)}\nWords: {words}\nStatus: proposed\n\n"


def listed(path: Path) -> set[str]:
    """The slugs in a file, one a line; raises `CopydeskError` where it cannot be read."""
    try:
        return set(path.read_text(encoding="utf-8").split()) if path.exists() else set()
    except (OSError, UnicodeDecodeError) as error:
        hint = "Save it as UTF-8, a topic's address a line."
        raise CopydeskError("topic", f"cannot be read ({error}).", hint, str(path)) from error


def note(path: Path, slugs: set[str]) -> None:
    """Write slugs, one a line, where there are any and they are new."""
    if slugs and slugs != listed(path):
        write(path, "".join(f"{slug}\n" for slug in sorted(slugs)))


def pin(topic: Topic, slug: str, *, belongs: bool) -> None:
    """Add a post to a topic's `Articles` or `Not`, and leave every other line as it is."""
    path = Path(topic.path)
    name = "Articles" if belongs else "Not"
    text = path.read_bytes().decode("utf-8")
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(end)
    head = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    for number in range(head):
        if lines[number].partition(":")[0].strip().casefold() == name.casefold():
            lines[number] = f"{lines[number].rstrip().rstrip(',')}, {slug}"
            break
    else:
        lines.insert(head, f"{name}: {slug}")
    write(path, end.join(lines))

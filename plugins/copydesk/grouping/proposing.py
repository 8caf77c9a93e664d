"""A site's posts and its topics in, files for the clear new ones out: what an editor keeps, renames or deletes."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.grouping.discovering import discover
from copydesk.grouping.features import order
from copydesk.grouping.writing import write_topics

if TYPE_CHECKING:
    from copydesk.model import Post, Topic

CLEAR = 8  # articles without a topic that make one clear enough to be written unasked
LATEST = 1000  # the newest articles, in which a build looks: what was not worth a topic last year is none now

log = logging.getLogger(__name__)


def propose(posts: Iterable[Post], covered: Collection[str], known: Iterable[Topic], folder: Path) -> list[Path]:
    """Write the files of clear new topics, and say so; `covered` are paths of posts that have a topic.

    A file that an editor deleted is noted as declined, whether there is anything new or not.
    """
    found = discover(order(posts)[-LATEST:], covered, known)
    clear = {one.slug: one for one in found if len(one.articles) >= CLEAR}
    made = write_topics(clear.values(), folder)
    for path in made:
        one = clear[path.stem]
        log.warning("%s: %d articles suggest “%s”. Keep, rename or delete it.", path, len(one.articles), one.title)
    return made

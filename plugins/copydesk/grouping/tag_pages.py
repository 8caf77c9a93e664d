"""How often each tag is used in, the tags that deserve a page of their own out."""

from collections.abc import Mapping

LARGE_SITE = 200  # articles: from here on a tag needs one article more
IN_SMALL, IN_LARGE = 2, 3


def deserving(counts: Mapping[str, int], articles: int, minimum: int = 0) -> frozenset[str]:
    """The tags with enough articles for a page, a feed and links; the others stand as plain text.

    `counts` maps each tag to its articles, `articles` is the size of the site, `minimum` what the editor has set
    (0: two articles in a small site, three from 200 on; most of the tags on the open web are used once).
    """
    enough = minimum or (IN_LARGE if articles >= LARGE_SITE else IN_SMALL)
    return frozenset(tag for tag, count in counts.items() if count >= enough)

"""How often each tag is used in, the tags that deserve a page of their own and the pages' addresses out."""

from collections.abc import Iterable, Mapping
from itertools import count

from slugify import slugify

LARGE_SITE = 200  # articles: from here on a tag needs one article more
IN_SMALL, IN_LARGE = 2, 3


def deserving(counts: Mapping[str, int], articles: int, minimum: int = 0) -> frozenset[str]:
    """The tags with enough articles for a page, a feed and links; the others stand as plain text.

    `counts` maps each tag to its articles, `articles` is the size of the site, `minimum` what the editor has set
    (0: two articles in a small site, three from 200 on; most of the tags on the open web are used once).
    """
    enough = minimum or (IN_LARGE if articles >= LARGE_SITE else IN_SMALL)
    return frozenset(tag for tag, count in counts.items() if count >= enough)


def addresses(tags: Iterable[str]) -> dict[str, str]:
    """Each tag's slug, no two alike: C++ is `c-plus-plus`, C# is `c-sharp`; where two still clash, the later counts on.

    The order of the alphabet decides, so that the same tags always have the same addresses.
    """
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    for tag in sorted(set(tags)):
        plain = slugify(tag.replace("+", " plus ").replace("#", " sharp ")) or "tag"
        numbered = (f"{plain}-{number}" for number in count(2))
        slugs[tag] = plain if plain not in taken else next(slug for slug in numbered if slug not in taken)
        taken.add(slugs[tag])
    return slugs

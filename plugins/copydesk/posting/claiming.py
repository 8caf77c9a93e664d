"""The stories of one file and the shelf in, the post that each has already out.

A file of several articles may name one otherwise than when its post was made: the desk named it by its place, its
address has changed, there is another with the same one now. Its post is found all the same, and nothing is made twice.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.addresses import web_address
from copydesk.posting.deciding import displaced
from copydesk.posting.made import altered, parse, short
from copydesk.posting.parsing import parse_post
from copydesk.posting.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from copydesk.model import Story
    from copydesk.posting.deciding import Standing

KEY = r"[0-9a-f]{10}(?:-\d+)?"  # of an article in a file of several, which says more than its number there
PART = re.compile(rf"#(?:\d+|{KEY})$")
KEYED = re.compile(rf"#{KEY}$")
FEED = "feed"  # the kind of seeds that feeds hold
SEED = re.compile(r"(?mi)^([ ]{0,3}Seed:[ \t]*)[^\r\n]*")
AGAIN = re.compile(r"-\d+$")  # how slugs of one headline are told apart


def file_of(name: str) -> str:
    """The file of a seed, by the name that a post finds its seed by."""
    return PART.sub("", name)


def claim(stories: Sequence[tuple[str, Story | None]], standing: Mapping[str, Standing]) -> dict[str, Standing]:
    """The posts that the seeds of one file have, by the seeds' names; `standing` are all posts of that file.

    A post whose name no seed bears is the one's that has its hash, else its slug, else its address. The entries of a
    feed have always borne their own names: of two that share a headline or an address neither is the other.
    """
    named = dict(stories)
    found = {name: standing[name] for name in named if name in standing}
    left = {name: post for name, post in sorted(standing.items()) if name not in named}
    for sign, signs, may in SIGNS if left else ():
        posts: dict[str, list[str]] = {}
        for old, post in left.items():
            for one in signs(post):
                posts.setdefault(one, []).append(old)
        for name, story in named.items():
            if story is None or name in found:
                continue
            same = posts.get(sign(story), ())
            if claimed := next((old for old in same if old in left and may(story, old, left[old])), ""):
                found[name] = left.pop(claimed)
    return found


class Orphans:
    """The posts whose seeds are gone, by the hashes of these: a seed of one of them is the same, moved or renamed."""

    def __init__(self, standing: Mapping[str, Standing]) -> None:
        self._left: dict[str, list[Standing]] = {}
        for _, post in sorted(standing.items()):
            for one in dict.fromkeys(made_from(post)):
                self._left.setdefault(one, []).append(post)
        self._given: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._left)

    def adopt(self, name: str, digests: Sequence[str], accompanied: Iterable[str]) -> Standing | None:
        """The post of a seed that has another name now, with that name in it; each post is given once.

        The first of the seed's `digests` is today's: a post that bears another one gets it. Those `accompanied` it had
        where a side-car stood beside it that it left behind.
        """
        known = (post for digest in (*digests, *accompanied) for post in self._left.get(short(digest), ()))
        post = next((one for one in known if one.path not in self._given), None)
        if post is None:
            return None
        self._given.add(post.path)
        return renamed(resigned(post, digests), name)


def known(post: Standing, digests: Sequence[str]) -> str:
    """The one of a seed's digests that a post, or the version beside it, was made from; else today's, the first."""
    signs = made_from(post)
    return next((one for one in digests if short(one) in signs), digests[0])


def resigned(post: Standing, digests: Sequence[str]) -> Standing:
    """A post that bears today's digest of its seed, the first, where it bore another."""
    made = parse(post.made)
    if made is None or made.seed not in map(short, digests):
        return post
    line = str(replace(made, seed=short(digests[0])))
    return replace(post, made=line, text=post.text.replace(post.made, line, 1))


def renamed(post: Standing, name: str) -> Standing:
    """A post with another seed's name in it, as in the seed's other posts; a person's edit that is not."""
    text = altered(post.text, post.made, SEED.sub(lambda found: found[1] + name, post.text, count=1))
    others = tuple(renamed(other, name) for other in post.others)
    return replace(post, text=text, made=parse_post(text, post.path).made or post.made, moved=True, others=others)


def follow(signs: Mapping[str, str], standing: Mapping[str, Standing]) -> dict[str, str]:
    """The seeds' names, by the `signs` of their bytes, to which those bytes went that a post was made from.

    Of those handed a name on (`mv today 28`, and a new `today`), or swapped. No post is moved where another stays.
    """
    holders: dict[str, list[str]] = {}
    for name, sign in signs.items():
        holders.setdefault(sign, []).append(name)
    moves: dict[str, str] = {}
    for name in (name for name in signs if name in standing):
        known = (holders.get(one) for one in made_from(standing[name]))
        if there := next(filter(None, known), None):
            moves[name] = there.pop(0)
    while stuck := [old for old, new in moves.items() if new in standing and new not in moves]:
        for old in stuck:
            del moves[old]
    return moves


def overwritten(signs: Mapping[str, str], standing: Mapping[str, Standing], gone: Iterable[str]) -> dict[str, str]:
    """The names that two posts swap where a seed was moved over another's, which is gone then, and not its article.

    Where both are versions of one article, each post stays where it is, and the other's is made anew.
    """
    known = ((sign, name, standing[name]) for name, sign in signs.items() if name in standing)
    holders = {sign: name for sign, name, post in known if sign not in hashes(post)}
    for old in gone:
        new = next((holders[one] for one in hashes(standing[old]) if one in holders), "")
        if new and displaced(standing[new], standing[old].text):
            return {old: new, new: old}
    return {}


def made_from(post: Standing) -> tuple[str, ...]:
    """The short hashes of the seeds that the version beside a post was made from, and the post."""
    return tuple(made.seed for made in (parse(post.incoming), parse(post.made)) if made)


def hashes(post: Standing) -> tuple[str, ...]:
    """The short hash of the seed that a post was made from."""
    made = parse(post.made)
    return (made.seed,) if made else ()


def slugs(post: Standing) -> tuple[str, ...]:
    """A post's slug, and as it would be if no other had it: a number at its end may be its headline's own."""
    own = slug(parse_post(post.text, post.path).title, ()) == post.slug
    return (post.slug,) if own else (post.slug, AGAIN.sub("", post.slug))


def addresses(post: Standing) -> tuple[str, ...]:
    """The address of a post's source."""
    address = parse_post(post.text, post.path).source_url
    return (address,) if address else ()


def by_slug(story: Story, old: str, post: Standing) -> bool:
    """Whether a post of the same slug may be an article's: not a feed entry's, nor of another address."""
    mine, theirs = web_address(story.article.url), addresses(post)
    return likens(story, old) and not (mine and theirs and theirs != (mine,))


def by_address(story: Story, old: str, _: Standing) -> bool:
    """Whether a post of the same address may be an article's: where it was named before addresses were names."""
    return likens(story, old) and not KEYED.search(old)


def likens(story: Story, old: str) -> bool:
    """Whether what articles share can make them one: not a feed's, but for those alone that were called as its file."""
    return story.article.seed.kind != FEED or not PART.search(old)


Sign = tuple[
    "Callable[[Story], str]", "Callable[[Standing], tuple[str, ...]]", "Callable[[Story, str, Standing], bool]"
]
SIGNS: tuple[Sign, ...] = (
    (lambda story: short(story.article.seed.digest), hashes, lambda *_: True),
    (lambda story: slug(story.article.title, ()), slugs, by_slug),
    (lambda story: web_address(story.article.url), addresses, by_address),
)

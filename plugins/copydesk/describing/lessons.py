"""Posts in, what each says to the memory out: counted once where there is a drawer to keep it in."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from copydesk.describing.acronyms import Pair, pairs_of
from copydesk.describing.drawer import Drawer
from copydesk.describing.spelling import low_key
from copydesk.describing.words import Words, split
from copydesk.language import identify
from copydesk.model import Post


@dataclass(frozen=True)
class Lesson:
    """A post's language, the stems of its words ("" where a run of words breaks), and the short forms it spells out."""

    lang: str
    stems: tuple[str, ...]
    pairs: tuple[Pair, ...]


def lessons(posts: Sequence[Post], drawer: Drawer | None) -> list[Lesson]:
    """What each post says, in their order."""
    if drawer is None:
        return [lesson(post) for post in posts]
    names = [digest([post]) for post in posts]
    kept = drawer.load("lessons.json") or {}
    told = {name: revive(kept[name]) if name in kept else lesson(post) for name, post in zip(names, posts, strict=True)}
    if kept.keys() != told.keys():
        kept = {name: [each.lang, "\n".join(each.stems), each.pairs] for name, each in told.items()}
        drawer.store("lessons.json", kept)
    return [told[name] for name in names]


def digest(posts: Iterable[Post]) -> str:
    """The name of what posts say: all that counts of them."""
    told = repr([(post.lang, post.title, post.body) for post in posts])
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def revive(told: Any) -> Lesson:
    """A lesson as it was kept."""
    lang, stems, pairs = told
    spelled = tuple(Pair(tuple(short), tuple(long), *rest) for short, long, *rest in pairs)
    return Lesson(lang, tuple(stems.split("\n")), spelled)


def lesson(post: Post) -> Lesson:
    """What one post says."""
    lang = language(post)
    words = split(f"{post.title}\n{post.body}", lang)
    return Lesson(lang, tuple(stemmed_words(words, lang)), pairs_of(post.body, lang))


def language(post: Post) -> str:
    """A post's language, which people who write by hand seldom note."""
    return post.lang or identify(f"{post.title}\n{post.body}")


def stemmed_words(words: Words, lang: str) -> list[str]:
    """The stems of words in order, "" where punctuation parts them."""
    stems: list[str] = []
    for low, gap in zip(words.lows, words.gaps, strict=False):
        if not gap.joined:
            stems.append("")
        stems.extend(low_key(low, lang))
    return stems or [""]

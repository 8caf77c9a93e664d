"""A site's articles and declared topics in; each article told its topics, story, copies and what to read next."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk.grouping import groups, ledger
from copydesk.grouping.membership import topics_of_post
from copydesk.grouping.related import LISTED
from copydesk.grouping.telling import StoryPage, tell

if TYPE_CHECKING:
    from copydesk.grouping.rows import Grouped
    from copydesk.model import Post, Topic

LEDGER = "stories.txt"  # in the content folder: addresses are the site's own, not a cache's
MEMO = "grouping.memo"  # in the cache folder


@dataclass(frozen=True)
class Hint:
    """A related article and, where there are any, the names that both are on (`Ampere`, `Renault`)."""

    article: Any
    names: tuple[str, ...]


def hint(article: Any, why: str) -> Hint:
    """A related article with the names that both are on, which come with commas between them."""
    return Hint(article, tuple(why.split(LISTED)) if why else ())


def arrange(
    listed: Mapping[Post, Any],
    unlisted: Mapping[Post, Any],
    topics: tuple[Topic, ...],
    pages: Mapping[str, Any],
    content: Path,
    cache: Path,
    gone: Container[str] = (),
) -> list[StoryPage]:
    """Set `topics`, `related`, `story`, `story_id`, `twin_of`, `twins`, `names` and `outlet` of every article.

    `pages` are the topics as templates see them, by slug; `unlisted` articles (drafts, hidden) learn their topics
    only, and are nobody's next thing to read. `cache` is a folder of what only saves time; `gone` are slugs that were
    taken down: a story that bears one gets another address.

    Gives the stories that have a page, the newest first.
    """
    for post, article in chain(listed.items(), unlisted.items()):
        blank(article, post)
    of = {post.path: article for post, article in listed.items()}
    for row in grouped([*listed], topics, content / LEDGER, cache / MEMO, gone):
        article = of[row.post]
        article.topics = [pages[slug] for slug in row.topics]
        article.story_id = row.story
        article.twin_of = of.get(row.twin_of)
        article.related = [hint(of[path], why) for path, why in zip(row.related, row.reasons, strict=True)]
        article.names = row.names
    for post, article in unlisted.items():
        article.topics = [pages[slug] for slug in topics_of_post(post, topics)]
    reprints(listed.values())
    return told(listed.values())


def grouped(
    posts: Sequence[Post], topics: tuple[Topic, ...], book: Path, memo: Path, gone: Container[str]
) -> tuple[Grouped, ...]:
    """Group the posts; stories keep the address that the book knows, and new ones are written into it."""
    known = {post: story for post, story in ledger.read(book).items() if post not in gone and story not in gone}
    slugs = {post.path: post.slug for post in posts}
    rows = groups.group(posts, topics, {path: known[slug] for path, slug in slugs.items() if slug in known}, memo)
    ledger.keep(book, known | {slugs[row.post]: row.story for row in rows})
    return rows


def blank(article: Any, post: Post) -> None:
    """What every article has, so that templates need not ask."""
    article.related, article.twins, article.names = [], [], ()
    article.story, article.twin_of, article.story_id = None, None, article.slug
    article.outlet = post.source


def reprints(articles: Iterable[Any]) -> None:
    """Tell each first version where else its text was printed, and each copy which address is the text's own."""
    copies = (article for article in articles if article.twin_of is not None)
    for copy in sorted(copies, key=lambda article: (article.date, article.slug)):
        copy.twin_of.twins.append(copy)


def told(articles: Iterable[Any]) -> list[StoryPage]:
    """The stories told in several articles; each of those is given its story."""
    members: dict[str, list[Any]] = {}
    for article in articles:
        members.setdefault(article.story_id, []).append(article)
    stories = [tell(slug, members[slug]) for slug in sorted(members) if len(members[slug]) > 1]
    for story in stories:
        for article in story.articles:
            article.story = story
    return sorted(stories, key=lambda story: story.date, reverse=True)

"""Posts and topics in, the articles an editor should look at out: neither members nor clearly none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from copydesk.grouping.features import Frequencies, order
from copydesk.grouping.learning import DOUBT, members, taught
from copydesk.grouping.membership import index, score, topics_of_post, zones
from copydesk.grouping.texts import Texts

if TYPE_CHECKING:
    from copydesk.model import Post, Topic

NEARLY = 2.0  # points by words from which an article may belong
MOST = 20  # articles a topic: an editor's patience


def doubtful(posts: Sequence[Post], topics: tuple[Topic, ...]) -> list[tuple[Topic, Post]]:
    """Pairs of a topic and an article that may belong to it, by topic, the likeliest first."""
    ordered = order(posts)
    texts, frequencies = Texts(ordered), Frequencies()
    frequencies.add(texts)
    by_words = [topics_of_post(post, topics) for post in ordered]
    lessons = taught(ordered, texts, topics, frequencies)
    member = members(ordered, by_words, lessons, topics)
    near: dict[str, dict[int, float]] = {topic.slug: {} for topic in topics}
    for number, post in enumerate(ordered):
        for slug, points in score(index(topics, post.lang), zones(post.title, post.body, post.lang)).items():
            if points >= NEARLY:
                near[slug][number] = points
    for topic, odds, _ in lessons:
        near[topic.slug] |= {number: float(odd) for number, odd in enumerate(odds) if odd > DOUBT}
    return [
        (topic, ordered[number])
        for topic in topics
        for number in sorted(near[topic.slug], key=lambda one: (-near[topic.slug][one], one))[:MOST]
        if topic.slug not in member[number] and ordered[number].slug not in topic.pinned | topic.barred
    ]

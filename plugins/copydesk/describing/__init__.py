"""Article in, Story out: tags, summary, key points."""

from dataclasses import replace

from copydesk.describing.choosing import view
from copydesk.describing.drawer import Drawer
from copydesk.describing.key_points import key_points
from copydesk.describing.memory import Memory, remember
from copydesk.describing.naming import house_style
from copydesk.describing.rewriting import Rewriter, request, rewriter
from copydesk.describing.standfirst import standfirst
from copydesk.describing.tagging import tags
from copydesk.describing.telling import sentences_of
from copydesk.describing.vocabulary import Vocabulary, vocabulary
from copydesk.model import Article, Story

__all__ = [
    "Drawer",
    "Memory",
    "Rewriter",
    "Vocabulary",
    "describe",
    "house_style",
    "remember",
    "request",
    "rewriter",
    "vocabulary",
]


def describe(article: Article, memory: Memory) -> Story:
    """The article with what a reader is told of it; whole sentences and words of its own, nothing made up.

    Its own standfirst, where all of that is printed above it, is not its first paragraph too.
    """
    seen = view(sentences_of(article), article.title, article.lang)
    summary = standfirst(article, seen)
    points = key_points(seen, summary)
    named = tags(article, memory, summary, points)
    first = article.blocks[0].text if article.blocks else ""
    told = first == article.standfirst != "" and summary.startswith(first) and len(article.blocks) > 1
    return Story(replace(article, blocks=article.blocks[1:]) if told else article, named, summary, points)

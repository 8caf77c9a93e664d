"""Article in, Story out: tags, summary, key points."""

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
    """The article with what a reader is told of it; whole sentences and words of its own, nothing made up."""
    seen = view(sentences_of(article), article.title, article.lang)
    summary = standfirst(article, seen)
    points = key_points(seen, summary)
    return Story(article, tags(article, memory, summary, points), summary, points)

"""Posts in, groups out: topics, same story, related articles, editions."""

from copydesk.grouping.membership import topics_of
from copydesk.grouping.topics import load as load_topics

__all__ = ["load_topics", "topics_of"]

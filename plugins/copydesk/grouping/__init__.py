"""Posts in, groups out: topics, same story, related articles, editions."""

from copydesk.grouping.membership import topics_of

__all__ = ["topics_of"]

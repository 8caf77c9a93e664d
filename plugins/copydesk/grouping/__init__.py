"""Posts in, groups out: topics, same story, related articles, editions."""

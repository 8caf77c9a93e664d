"""Article in, Story out: tags, summary, key points."""

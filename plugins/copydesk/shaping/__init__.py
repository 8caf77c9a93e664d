"""Page in, Article out: headline, byline, date, source, language, blocks."""

"""Story in, Markdown out, and back: people's edits stay."""

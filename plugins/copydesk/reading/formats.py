"""The suffixes whose files the desk can read, each with the function that reads them."""

from pathlib import PurePosixPath

# A format's module is loaded when the first such file comes: few folders hold them all.
FORMATS = {
    "": "text.read",
    ".txt": "text.read",
    ".text": "text.read",
    ".md": "markdown.read",
    ".markdown": "markdown.read",
    ".mkd": "markdown.read",
    ".html": "html.read",
    ".htm": "html.read",
    ".xhtml": "html.read",
    ".mhtml": "html.read_archive",
    ".mht": "html.read_archive",
    ".eml": "mailbox.read_mail",
    ".mbox": "mailbox.read",
    ".xml": "feed.read",
    ".rss": "feed.read",
    ".atom": "feed.read",
    ".enex": "enex.read",
    ".json": "jsonlines.read",
    ".jsonl": "jsonlines.read",
    ".docx": "docx.read",
    ".rtf": "rtf.read",
    ".pdf": "pdf.read",
}

PAGES = tuple(suffix for suffix, reader in FORMATS.items() if reader == "html.read")


def is_named(path: str) -> bool:
    """Whether a file's name ends in a suffix that says its format."""
    suffix = PurePosixPath(path).suffix.lower()
    return bool(suffix) and suffix in FORMATS

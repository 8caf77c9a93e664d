"""Pelican's signals in, the desk's calls out."""


def connect() -> None:
    """Connect the desk to Pelican's signals."""

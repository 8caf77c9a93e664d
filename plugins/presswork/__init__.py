"""The press: `PLUGINS = ["presswork"]` makes any Pelican site build fast, and changes not one byte of it."""


def register() -> None:
    """Connect the press to Pelican's signals; called by Pelican once for every build process."""
    from presswork import signals

    signals.connect()

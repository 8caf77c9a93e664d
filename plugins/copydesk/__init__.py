"""Pelican's door: `PLUGINS = ["copydesk"]`."""


def register() -> None:
    """Connect the desk to Pelican's signals. Pelican is imported here, so that workers and the terminal start fast."""
    from copydesk import signals

    signals.connect()

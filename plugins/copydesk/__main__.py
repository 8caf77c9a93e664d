"""The terminal's door: `copydesk`, also `python -m copydesk`."""


def main() -> int:
    """Run the command that the arguments name; its exit code."""
    return 0

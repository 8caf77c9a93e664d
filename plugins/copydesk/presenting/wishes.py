"""A site's settings in; an error out for what they tell the theme and it cannot use: it would pass over it, or trip."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from copydesk.model import CopydeskError
from copydesk.nearest import offer
from copydesk.presenting.words import DOMAIN
from copydesk.settings import check

PREFIX = "BROADSHEET_"
TEXTS = tuple(PREFIX + name for name in ("FOOTER", "ICON", "REFERRER", "CSP"))
LINKS = ("MENUITEMS", "LINKS", "SOCIAL")  # Pelican's own: each a list of names with their addresses


def check_theme(theme: Path, settings: Mapping[str, Any]) -> None:
    """Raise `CopydeskError` for an unknown or ill-typed setting of the theme; of another theme's nothing is known."""
    if not (theme / "translations" / f"{DOMAIN}.pot").is_file():
        return
    for name in settings:
        if name.startswith(PREFIX):
            if name not in TEXTS:
                raise CopydeskError("setting", f"{name} is no setting of the theme.", offer(name, TEXTS))
            check(name, settings[name], str)
    for name in LINKS:
        check_links(name, settings.get(name) or ())


def check_links(name: str, told: Any) -> None:
    """Raise `CopydeskError` unless links are told as a list of pairs: in Python a comma makes one of a single pair."""
    if not (isinstance(told, (list, tuple)) and all(map(is_link, told))):
        hint = f'Write {name} = [("Title", "/address/")] in pelicanconf.py.'
        raise CopydeskError("setting", f"{name} is {told!r}, but wants a list of pairs.", hint)


def is_link(told: Any) -> bool:
    """Whether this is a name and an address."""
    match told:
        case [str(), str()]:
            return True
    return False

"""Pelican's settings in; an error out for a pattern of addresses that nothing fills, where a build would break off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Any

from copydesk.model import CopydeskError
from copydesk.nearest import offer
from copydesk.settings import MEND

DAY = datetime(2026, 11, 20, tzinfo=UTC)  # any will do
LABEL = {"slug": "", "name": ""}
SAID = {"slug": "", "lang": "", "date": DAY, "author": "", "category": "", "path": ""}  # by Pelican, of every content
PAGE = {"number": 1, **dict.fromkeys(("url", "save_as", "name", "base_name", "extension"), "")}
ENDS = ("_URL", "_SAVE_AS")
CONTENTS = tuple(map("".join, product(("ARTICLE", "DRAFT", "PAGE", "DRAFT_PAGE"), ("", "_LANG"), ENDS)))
FILLED: dict[str, dict[str, Any]] = {
    **{"STATIC" + end: SAID for end in ENDS},
    **{kind + end: LABEL for kind, end in product(("CATEGORY", "TAG", "AUTHOR"), ENDS)},
    **{f"{period}_ARCHIVE{end}": {"date": DAY} for period, end in product(("YEAR", "MONTH", "DAY"), ENDS)},
    **{f"{kind}_FEED_{form}": {"slug": ""} for kind, form in product(("CATEGORY", "TAG", "AUTHOR"), ("ATOM", "RSS"))},
    **{f"TRANSLATION_FEED_{form}": {"lang": ""} for form in ("ATOM", "RSS")},
}
"""By what Pelican fills the other patterns; those of contents take whatever a post or page says itself, too."""
FAULTS = (KeyError, IndexError, ValueError, AttributeError, TypeError)  # of filling a pattern


class Own:
    """Stands for what a post may say of itself: whatever a pattern makes of that, somebody can have written it."""

    def __format__(self, _: str) -> str:
        return ""

    def __getattr__(self, _: str) -> Own:
        return self

    def __getitem__(self, _: object) -> Own:
        return self


class Said(dict[str, Any]):
    """What Pelican says of every content, and anything that one may say itself."""

    def __missing__(self, _: str) -> Own:
        return Own()


def check_patterns(settings: Mapping[str, Any]) -> None:
    """Raise `CopydeskError` for a pattern of addresses that is no text, or that nothing of its kind could fill."""
    for name in CONTENTS:
        check_pattern(name, settings[name], Said(SAID))
    for name, filled in FILLED.items():
        if settings.get(name):  # nothing there, `None` and `False` have Pelican go without such pages
            check_pattern(name, settings[name], filled)
    for rule in settings["PAGINATION_PATTERNS"]:
        for pattern in rule[1:]:
            check_pattern("PAGINATION_PATTERNS", pattern, PAGE)
    for name in (template.upper() + end for template, end in product(settings["DIRECT_TEMPLATES"], ENDS)):
        if settings.get(name):
            check_text(name, settings[name])


def check_pattern(name: str, pattern: Any, filled: Mapping[str, Any]) -> None:
    """Raise `CopydeskError` for a pattern, of the setting of a name, that these values cannot fill."""
    check_text(name, pattern)
    try:
        str(pattern).format_map(filled)
    except KeyError as error:
        raise unknown(name, pattern, str(error.args[0]), filled) from None
    except FAULTS as error:
        message = f"{name} is {str(pattern)!r}, which cannot be filled: {str(error).rstrip('.')}."
        raise CopydeskError("setting", message, MEND) from None


def check_text(name: str, told: Any) -> None:
    """Raise `CopydeskError` for an address or a place that is no text."""
    if not isinstance(told, (str, Path)):
        raise CopydeskError("setting", f"{name} is {told!r}, but wants a text.", MEND)


def unknown(name: str, pattern: Any, field: str, known: Iterable[str]) -> CopydeskError:
    """The error of a pattern that asks for what nothing says."""
    return CopydeskError("setting", f"{name} is {str(pattern)!r}, and nothing says {{{field}}}.", offer(field, known))


def fault(content: Any) -> Exception | None:
    """Why the patterns of a content's address cannot be filled with what it says, `None` where they can."""
    try:
        _ = content.url, content.save_as
    except FAULTS as error:
        return error
    return None


def check_said(settings: Mapping[str, Any], missed: set[str], contents: Iterable[Any]) -> None:
    """Raise `CopydeskError` for a field that patterns asked contents for in vain, and that no other content says."""
    nowhere = missed.difference(*(content.metadata for content in contents))
    for name, field in product(CONTENTS, sorted(nowhere)):
        if "{" + field in str(settings[name]):
            raise unknown(name, settings[name], field, SAID)

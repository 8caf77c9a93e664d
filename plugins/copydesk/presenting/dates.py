"""A date in, the words a reader of the site's language expects out."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

DAY_FIRST = {"en": "en_GB"}  # plain English is read all over the world; a site in `en-US` gets the American order


def locale(lang: str) -> Locale:
    """The locale of a language code; English where CLDR does not know it."""
    try:
        return Locale.parse(DAY_FIRST.get(lang, lang), sep="_" if "_" in DAY_FIRST.get(lang, lang) else "-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")


def formats(lang: str) -> dict[str, Callable[[datetime.date], str]]:
    """What templates call: `long_date` (20 November 2026), `long_month` (November 2026), `full_date` (with weekday)."""
    here = str(locale(lang))  # by name: Babel's own object learns as it is used, and so is another in the next build

    @lru_cache(maxsize=4096)
    def long_date(date: datetime.date) -> str:
        return str(format_date(date, "long", locale=here))

    @lru_cache(maxsize=4096)
    def full_date(date: datetime.date) -> str:
        return str(format_date(date, "full", locale=here))

    @lru_cache(maxsize=4096)
    def long_month(date: datetime.date) -> str:
        return str(format_skeleton("yMMMM", date, locale=here))

    return {"long_date": long_date, "full_date": full_date, "long_month": long_month}

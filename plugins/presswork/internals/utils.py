"""`pelican.utils`: translations found in linear time, dates by remembered patterns, copies only of changes."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection
from datetime import datetime
from functools import lru_cache, partial
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from pelican import generators, readers, utils
from pelican.utils import SafeDatetime

from presswork.patches import Patch
from presswork.plates import put
from presswork.state import state

logger = logging.getLogger(__name__)

ISO = re.compile(r"([12]\d{3})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?", re.ASCII)
PLAIN = re.compile(r"(?:%[aAbBdHjmMSyY]|[ -$&-~])+", re.ASCII)
"""Formats of names and numbers, of which the system makes as a whole what it makes part by part."""

DIRECTIVES = frozenset("aAbBcdfGHIjmMpSUuVwWxXyYzZ%")
"""The directives that Pelican's own `strftime` formats; it leaves others as they stand."""

_process_translations: Any = utils.process_translations
_get_date: Any = utils.get_date


def process_translations(
    content_list: list[Any], translation_id: str | Collection[str] | None = None
) -> tuple[list[Any], list[Any]]:
    """`pelican.utils.process_translations`; where slugs are all different, without comparing everything with all."""
    if translation_id != "slug" or any(compares(item) for item in content_list):
        found: tuple[list[Any], list[Any]] = _process_translations(content_list, translation_id)
        return found
    content_list.sort(key=attrgetter("slug"))
    index = [item for slug, items in groupby(content_list, attrgetter("slug")) for item in originals(slug, list(items))]
    kept = {id(item) for item in index}
    return index, [item for item in content_list if id(item) not in kept]


def compares(item: Any) -> bool:
    """Whether a content has its own notion of being equal to another."""
    own: Any = type(item).__eq__
    return own is not object.__eq__


def originals(slug: str, items: list[Any]) -> list[Any]:
    """The originals among the items of one slug; every item learns its translations."""
    if len(items) == 1 and "translation" not in items[0].metadata:
        items[0].translations = []
        return items
    for item in items:
        item.translations = [other for other in items if other is not item]
    found: list[Any] = utils.get_original_items(items, f'with slug "{slug}"')
    return found


def strftime(date: Any, date_format: str) -> str:
    """`pelican.utils.strftime`, which takes a format apart once instead of at every call."""
    if type(date) is SafeDatetime and is_plain(date_format):
        return datetime.strftime(date, date_format)
    template, parts = taken_apart(date_format)
    ask = partial(date.strftime, safe=False) if isinstance(date, SafeDatetime) else date.strftime
    values = []
    for directive, formatted, strip in parts:
        value = ask(directive) if formatted else directive
        values.append((value.lstrip("0") or "0") if strip else value)
    return template % tuple(values)


@lru_cache(maxsize=1000)
def is_plain(date_format: str) -> bool:
    """Whether a format need not be taken apart."""
    return PLAIN.fullmatch(date_format) is not None


@lru_cache(maxsize=1000)
def taken_apart(date_format: str) -> tuple[str, tuple[tuple[str, bool, bool], ...]]:
    """A format -> its template, and for each directive: what to ask for, whether to ask, whether to strip zeros."""
    found = re.findall("%[-]?.", date_format)
    template = re.sub("%[-]?.", "%s", date_format)
    return template, tuple(
        (f"%{one[-1]}", True, len(one) > 2) if one[-1] in DIRECTIVES else (one, False, False)  # noqa: PLR2004
        for one in found
    )


def get_date(string: str) -> Any:
    """`pelican.utils.get_date`, which reads plain ISO dates without guessing; all others as Pelican does."""
    match = ISO.fullmatch(string)
    if match:
        try:
            numbers: Any = [int(part) for part in match.groups() if part is not None]
            return SafeDatetime(*numbers)
        except ValueError:
            pass
    return _get_date(string)


def copy_file(source: str, destination: str) -> None:
    """`pelican.utils.copy_file`: a right copy is left alone; failures are warned of, as Pelican does."""
    write = state.edition.put if state.edition is not None else put
    try:
        write(destination, Path(source).read_bytes())
    except OSError as error:
        logger.warning("A problem occurred copying file %s to %s; %s", source, destination, error)


def patches() -> list[Patch]:
    """What this module replaces."""
    return [
        Patch(utils, "process_translations", process_translations),
        Patch(generators, "process_translations", process_translations),
        Patch(utils, "strftime", strftime),
        Patch(readers, "get_date", get_date),
        Patch(utils, "copy_file", copy_file),
    ]

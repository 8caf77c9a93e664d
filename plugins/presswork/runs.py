"""Lists that are turned page by page in; what all their pages hang on out, and what those behind the front page do."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from presswork.pagination import OldestFirst

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

NEIGHBOUR = frozenset({"number", "save_as", "url"})
STEADY: dict[str, frozenset[str]] = {
    "paginator": frozenset({"num_pages", "per_page"}),
    "page": NEIGHBOUR
    | {"has_next", "has_other_pages", "has_previous", "next_page_number", "object_list", "paginator"}
    | {"previous_page_number"},
    "next_page": NEIGHBOUR,
    "previous_page": NEIGHBOUR,
}
"""What a page behind the front one may ask its list for, and hear the same, though the front page has more to hold."""

Read = tuple[str, str]
"""A variable given to a page, and an attribute of it, or none."""


class Run(NamedTuple):
    """All pages of a list: what they have read of what they were given, digests of what was given to all of them and of
    what to those behind the front page, the paths.
    """

    reads: tuple[Read, ...]
    given: bytes
    behind: bytes
    paths: tuple[str, ...]


NEVER = b""
"""In the place of a digest where nobody can tell: the same as none that is worked out."""

NO_RUN = Run((), NEVER, NEVER, ())
"""In the place of a run where the last build laid none."""


class Lists:
    """Paginated lists that are turned together, by the names of their variables."""

    def __init__(self, pages: dict[str, Any]) -> None:
        self.pages = pages
        self.whole = {f"{name} {one.count}": (name, one.object_list) for name, one in pages.items()}

    @cached_property
    def rest(self) -> dict[str, tuple[str, list[Any]]]:
        """What is not on the front pages; most runs stand as a whole, and are never asked."""
        return {f"{name}, {one.num_pages} pages": (name, behind(one)) for name, one in self.pages.items()}

    def given(self, reads: Collection[Read]) -> dict[str, Any] | None:
        """What pages that read this are given of the lists."""
        return shown(self.whole, reads)

    def given_behind(self, reads: Collection[Read]) -> dict[str, Any] | None:
        """What those behind the front page are given; None where the front page's posts may show on them."""
        oldest_first = all(isinstance(one, OldestFirst) for one in self.pages.values())
        return shown(self.rest, reads) if oldest_first and all(map(self.is_steady, reads)) else None

    def is_steady(self, read: Read) -> bool:
        """Whether a page behind the front one reads the same as long as the list has as many pages."""
        name, attribute = read
        list_name, _, role = name.partition("_")
        return list_name not in self.pages or not attribute or attribute in STEADY.get(role, ())

    def turned(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Each page: its place, and the variables given to it."""
        page_of = {key: lru_cache(maxsize=4)(pages.page) for key, pages in self.pages.items()}
        for number in range(1, next(iter(self.pages.values())).num_pages + 1):
            given: dict[str, Any] = {}
            save_as = ""
            for key, pages in self.pages.items():
                page = page_of[key](number)
                newer, older = page.previous_page_number(), page.next_page_number()
                save_as = page.save_as
                given[f"{key}_paginator"] = pages
                given[f"{key}_page"] = page
                given[f"{key}_previous_page"] = page_of[key](newer) if page.has_previous() else None
                given[f"{key}_next_page"] = page_of[key](older) if page.has_next() else None
            yield save_as, given


def behind(pages: OldestFirst) -> list[Any]:
    """What is not on the front page of a list."""
    return list(pages.object_list[pages.bounds(1)[1] :])


def shown(lists: dict[str, tuple[str, list[Any]]], reads: Collection[Read]) -> dict[str, Any]:
    """The lists of which pages are looked at; of the others, their names."""
    names = {name for name, _ in reads}
    return {key: items if f"{name}_page" in names else 0 for key, (name, items) in lists.items()}

"""A list in, its pages out, numbered from the oldest: a new post changes the front page and no other.

Stock Pelican numbers from the newest, so that every new post moves every older one a place on, over all pages of a
list. Here page 2 is the oldest and stays what it is; the front page holds the newest posts, at least a page's worth and
less than two; when it would hold two, the older half becomes a page of its own, with the next number.
"""

from __future__ import annotations

from typing import Any

from pelican.paginator import Page, Paginator


class OldestFirstPage(Page):
    """One page of such a list. Next is older and previous is newer, as with Pelican's own pages."""

    def has_next(self) -> bool:
        """Whether there is an older page."""
        return bool(self.paginator.num_pages > 1 and self.number != 2)  # noqa: PLR2004 — the oldest

    def has_previous(self) -> bool:
        """Whether there is a newer page."""
        return bool(self.number > 1)

    def next_page_number(self) -> int:
        """The number of the page that is a step older."""
        return (self.paginator.num_pages if self.number == 1 else self.number - 1) or 1

    def previous_page_number(self) -> int:
        """The number of the page that is a step newer."""
        return 1 if self.number == self.paginator.num_pages else self.number + 1

    def start_index(self) -> int:
        """The place of the page's first post in the whole list, from 1; 0 if the list is empty."""
        return self.paginator.bounds(self.number)[0] + 1 if self.paginator.count else 0

    def end_index(self) -> int:
        """The place of the page's last post in the whole list, from 1."""
        return int(self.paginator.bounds(self.number)[1])


class OldestFirst(Paginator):
    """Pelican's paginator for lists whose first post is the newest, numbered from the oldest."""

    @property
    def num_pages(self) -> int:
        """How many pages there are: the front page, and the full ones behind it."""
        return max(1, int(self.count // (self.per_page or 1)))

    def bounds(self, number: int) -> tuple[int, int]:
        """The slice of the list that a page holds."""
        front = self.count - (self.num_pages - 1) * self.per_page
        if number == 1:
            return 0, front
        start = front + (self.num_pages - number) * self.per_page
        return start, start + self.per_page

    def page(self, number: int) -> OldestFirstPage:
        """The page of that number."""
        start, end = self.bounds(number)
        items = self.object_list[start:end]
        made: Any = OldestFirstPage
        page: OldestFirstPage = made(self.name, self.url, items, number, self, self.settings)
        return page

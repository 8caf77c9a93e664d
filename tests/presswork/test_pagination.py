"""A list in, its pages out: numbered from the oldest, they stay what they are when the list grows."""

import pytest
from pelican.paginator import PaginationRule

from presswork.pagination import OldestFirst

SETTINGS = {
    "DEFAULT_ORPHANS": 0,
    "PAGINATION_PATTERNS": [
        PaginationRule(1, "{name}.html", "{name}.html"),
        PaginationRule(2, "{name}{number}.html", "{name}{number}.html"),
    ],
}


def pages(count: int) -> dict[str, list[int]]:
    paginator = OldestFirst("index.html", "index.html", list(range(count, 0, -1)), SETTINGS, 3)
    made = (paginator.page(number) for number in range(1, paginator.num_pages + 1))
    return {page.save_as: page.object_list for page in made}


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, {"index.html": []}),
        (2, {"index.html": [2, 1]}),
        (5, {"index.html": [5, 4, 3, 2, 1]}),
        (6, {"index.html": [6, 5, 4], "index2.html": [3, 2, 1]}),
        (10, {"index.html": [10, 9, 8, 7], "index2.html": [3, 2, 1], "index3.html": [6, 5, 4]}),
    ],
)
def test_pages_are_numbered_from_the_oldest(count, expected):
    assert pages(count) == expected


@pytest.mark.parametrize("count", range(40))
def test_a_new_post_changes_no_old_page(count):
    before, after = pages(count), pages(count + 1)
    assert all(after[name] == items for name, items in before.items() if name != "index.html")


@pytest.mark.parametrize("count", range(40))
def test_a_reader_who_always_goes_on_sees_every_post_once_from_newest_to_oldest(count):
    paginator = OldestFirst("index.html", "index.html", list(range(count, 0, -1)), SETTINGS, 3)
    page, seen, way = paginator.page(1), [], [1]
    seen += page.object_list
    while page.has_next():
        assert page.end_index() == len(seen)
        page = paginator.page(page.next_page_number())
        assert page.previous_page_number() == way[-1]
        way.append(page.number)
        seen += page.object_list
    assert seen == list(range(count, 0, -1))

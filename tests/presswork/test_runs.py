"""Lists that are turned together: what pages behind the front page are given as long as only that one has grown."""

import pytest
from pelican.paginator import Paginator

from presswork.pagination import OldestFirst
from presswork.runs import Lists
from tests.presswork.test_pagination import SETTINGS

POSTS = (("articles_page", "object_list"), ("articles_previous_page", "url"), ("articles_next_page", ""))


def lists(count: int, kind: type[Paginator] = OldestFirst) -> Lists:
    return Lists({"articles": kind("index.html", "index.html", list(range(count, 0, -1)), SETTINGS, 3)})


@pytest.mark.parametrize("count", range(3, 30))
def test_a_new_post_gives_another_list_but_the_same_behind_the_front_page_until_that_is_parted(count):
    assert lists(count).given(POSTS) != lists(count + 1).given(POSTS)
    parted = (count + 1) % 3 == 0
    assert (lists(count).given_behind(POSTS) == lists(count + 1).given_behind(POSTS)) is not parted


@pytest.mark.parametrize(
    "read",
    [
        ("articles_page", "start_index"),
        ("articles_paginator", "count"),
        ("articles_paginator", "page 1 object_list"),
        ("articles_previous_page", "object_list"),
    ],
)
def test_what_tells_of_the_front_page_keeps_no_page_behind_it(read):
    assert lists(10).given_behind((*POSTS, read)) is None


def test_lists_that_are_not_looked_at_do_not_count():
    assert lists(10).given_behind((("articles_page", "url"), ("tag", ""))) is not None
    assert lists(10).given((("tag", ""),)) == {"articles 10": 0}


def test_lists_numbered_from_the_newest_have_nothing_that_stays():
    assert lists(10, Paginator).given_behind(POSTS) is None

"""What the press replaces of Pelican's internals does the same, only sooner."""

import gc
import os

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pelican import utils

from presswork import signals
from presswork.internals.contents import sanitised_join
from presswork.internals.generators import suffix
from presswork.state import state


@given(st.text("ab. é", max_size=8))
@example(".md")
@example("..md")
@example("a.")
@example("a.b.md")
def test_a_files_suffix_is_the_one_python_sees(name):
    assert suffix(name) == os.path.splitext(name)[1][1:]  # noqa: PTH122 — what it stands in for


def joined(join, base, name):
    try:
        return join(base, name)
    except RuntimeError as error:
        return str(error)


NAMES = st.text("ab./", max_size=8)


@given(NAMES, NAMES)
@example("", "a")
@example("/a", "b/index.html")
@example("/a", "../b")
@example("/", "a")
@example("a", "b")
def test_a_place_in_the_output_is_where_stock_pelican_puts_it(base, name):
    assert joined(sanitised_join, base, name) == joined(utils.sanitised_join, base, name)


def test_while_pages_are_written_python_leaves_alone_what_is_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "edition", object())
    before = gc.get_threshold()
    try:
        signals.collect_seldom()
        assert gc.get_threshold() == (signals.GARBAGE, before[1], signals.NEVER)
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()

"""What the press replaces of Pelican's internals does the same, only sooner."""

import os

from hypothesis import example, given
from hypothesis import strategies as st

from presswork.internals.generators import suffix


@given(st.text("ab. é", max_size=8))
@example(".md")
@example("..md")
@example("a.")
@example("a.b.md")
def test_a_files_suffix_is_the_one_python_sees(name):
    assert suffix(name) == os.path.splitext(name)[1][1:]  # noqa: PTH122 — what it stands in for

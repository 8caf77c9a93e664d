"""A function and its inputs in, its outputs in the same order out."""

import os

from copydesk.engines import WORTH_A_PROCESS, each


def test_without_a_second_core_the_work_stays_in_this_process(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    here = []
    assert (
        list(each(0)(lambda one: here.append(one) or -one, range(2 * WORTH_A_PROCESS)))[-1] == 1 - 2 * WORTH_A_PROCESS
    )
    assert len(here) == 2 * WORTH_A_PROCESS

"""A function and its inputs in, its outputs in the same order out."""

import os
import signal

import pytest

from copydesk.engines import WORTH_A_PROCESS, each


def test_without_a_second_core_the_work_stays_in_this_process(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    here = []
    assert (
        list(each(0)(lambda one: here.append(one) or -one, range(2 * WORTH_A_PROCESS)))[-1] == 1 - 2 * WORTH_A_PROCESS
    )
    assert len(here) == 2 * WORTH_A_PROCESS


def mask(_):
    """What this process does not hear."""
    return signal.pthread_sigmask(signal.SIG_BLOCK, ())


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="there all processes hear it")
def test_ctrl_c_ends_one_process_and_that_the_others():
    (there,) = set(map(frozenset, each(2, worth=2)(mask, range(2))))
    assert signal.SIGINT in there
    assert signal.SIGINT not in mask(None)

"""Mappings kept as they once were, with what has changed since."""

from __future__ import annotations

from pathlib import Path

import pytest

from presswork import ledger
from presswork.ledger import Ledger
from presswork.store import Store

LARGE = {f"page {number}": (number,) for number in range(100)}
FEW = LARGE | {"page 1": (-1,)}
FEW_GONE = {name: value for name, value in FEW.items() if name != "page 2"}


@pytest.mark.parametrize(
    ("builds", "whole"),
    [
        ([LARGE], True),
        ([LARGE, FEW], False),
        ([LARGE, FEW, FEW_GONE], True),
        ([LARGE, FEW, LARGE], False),
        ([LARGE, {"page 3": (3,)}], True),
        ([LARGE, {}], True),
        ([{}, LARGE], True),
        ([LARGE, FEW_GONE, LARGE | {"page 2": (7,), "new": (8,)}], False),
        ([LARGE, LARGE | {"new": (8,)}, LARGE], False),
    ],
)
def test_a_ledger_gives_back_what_the_last_build_left(
    tmp_path: Path, builds: list[dict[str, tuple[int]]], whole: bool
) -> None:
    for now in builds:
        store = Store(tmp_path)
        values = Ledger(store, "pages").values(now)
        store.commit(values)
        store.close()
        after = Store(tmp_path)
        assert Ledger(after, "pages").entries == now
        after.close()
    assert ("pages, base 0" in values) == whole


@pytest.mark.parametrize("builds", [[LARGE], [LARGE, FEW], [LARGE, {"page 3": (3,)}], [LARGE, {}], [{}, LARGE]])
def test_a_large_ledger_is_kept_in_parts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, builds: list[dict[str, tuple[int]]]
) -> None:
    monkeypatch.setattr(ledger, "PART", 30)
    for now in builds:
        store = Store(tmp_path)
        values = Ledger(store, "pages").values(now)
        assert all(len(value) <= ledger.PART for value in values.values())
        store.commit(values)
        store.close()
        after = Store(tmp_path)
        assert list(Ledger(after, "pages").entries.items()) == list(now.items())
        after.close()


def test_nothing_is_kept_of_what_has_gone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(ledger, "PART", 30)
    for now in (LARGE | {"secret affair": (1,)}, FEW_GONE, {"page 3": (3,)}):
        store = Store(tmp_path)
        store.commit(Ledger(store, "pages").values(now))
        store.close()
    assert not any(b"secret affair" in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())

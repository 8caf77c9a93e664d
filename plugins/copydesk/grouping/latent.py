"""Rows in, their places in a latent space out: texts on one subject lie near each other though they share few words.

Latent semantic analysis (Deerwester and others 1990). Its axes are worked out from some of the rows, spread evenly, and
hold for the rest (Nyström's method, Williams and Seeger 2001), which keeps ten thousand posts a matter of seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from copydesk.grouping.sparse import Index, Row, Sheaf, spread

if TYPE_CHECKING:
    from copydesk.grouping.features import Floats

LANDMARKS = 1500  # rows the axes are worked out from; from 500 to all 7,770 of a wire's the lessons differ by .01
AXES = 100  # 50 to 200 teach the same
FLAT = 1e-6  # an axis along which the rows differ less than this is noise


def places(rows: Sequence[Row]) -> Floats:
    """A place of length 1 for each row: shape rows x axes, at most `AXES` of them."""
    sheaf = Sheaf(rows)
    landmarks = Sheaf([rows[number] for number in spread(len(rows), LANDMARKS)])
    columns = [sheaf.times(padded(landmarks.mix(shares), sheaf.width)) for shares in axes(landmarks.rows).T]
    made = np.array(columns).reshape(len(columns), len(rows)).T
    return np.asarray(made / np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-9))


def axes(rows: Sequence[Row]) -> Floats:
    """The axes along which rows differ most, as shares of these rows: shape rows x axes."""
    index = Index(rows)
    gram = np.array([index.cosines(row) for row in rows])
    strength, shares = np.linalg.eigh(gram)
    strong = np.flatnonzero(strength > FLAT)[-AXES:]
    return np.asarray(shares[:, strong] / np.sqrt(strength[strong]))


def padded(weights: Floats, size: int) -> Floats:
    """Weights with zeros for the terms that only other rows have."""
    return np.concatenate([weights, np.zeros(size - len(weights))])

"""Rows in, their places in a latent space out: texts on one subject lie near each other though they share few words.

Latent semantic analysis (Deerwester and others 1990). Its axes are worked out from some of the rows, spread evenly, and
hold for the rest (Nyström's method, Williams and Seeger 2001), which keeps ten thousand posts a matter of seconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from copydesk.grouping.sparse import Index, Sheaf, spread

if TYPE_CHECKING:
    from copydesk.grouping.features import Floats

LANDMARKS = 1500  # rows the axes are worked out from; from 500 to all 7,770 of a wire's the lessons differ by .01
AXES = 100  # 50 to 200 teach the same
FLAT = 1e-6  # an axis along which the rows differ less than this is noise


def places(rows: Sheaf) -> Floats:
    """A place of length 1 for each row: shape rows x axes, at most `AXES` of them."""
    landmarks = rows.pick(spread(len(rows), LANDMARKS))
    columns = [rows.times(padded(landmarks.mix(shares), rows.width)) for shares in axes(landmarks).T]
    made = np.array(columns).reshape(len(columns), len(rows)).T
    return np.asarray(made / np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-9))


def axes(rows: Sheaf) -> Floats:
    """The axes along which rows differ most, as shares of these rows: shape rows x axes."""
    strength, shares = np.linalg.eigh(gram(rows))
    strong = np.flatnonzero(strength > FLAT)[-AXES:]
    return np.asarray(shares[:, strong] / np.sqrt(strength[strong]))


def gram(rows: Sheaf) -> Floats:
    """The cosines of rows with each other: shape rows x rows."""
    index = Index.of(rows)
    return np.array([index.cosines(rows[number]) for number in range(len(rows))]).reshape(len(rows), len(rows))


def padded(weights: Floats, size: int) -> Floats:
    """Weights with zeros for the terms that only other rows have."""
    return np.concatenate([weights, np.zeros(size - len(weights))])

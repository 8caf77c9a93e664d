"""LightGBM's trees in, the arrays that `copydesk.trees.Forest` walks out."""

from __future__ import annotations

import numpy as np


def flat(trees):
    """LightGBM's trees as the arrays that `copydesk.trees.Forest` walks."""
    roots, nodes, depth = [], [], 0
    for info in trees.booster_.dump_model()["tree_info"]:
        roots.append(len(nodes))
        depth = max(depth, lay(info["tree_structure"], nodes))
    column, threshold, left, right, value = (np.array(part) for part in zip(*nodes, strict=True))
    return {
        "roots": np.array(roots, np.int32),
        "column": column.astype(np.min_scalar_type(column.max())),
        "threshold": threshold.astype(np.float32),
        "children": np.stack([left, right], axis=1).ravel().astype(np.uint16),
        "value": value.astype(np.float32),
        "depth": np.array(depth),
        "base": np.array(0.0),
    }


def lay(node, nodes):
    """Append a node and all below it to the list; returns the depth below it."""
    at = len(nodes)
    nodes.append(None)
    if "leaf_value" in node:
        nodes[at] = (0, np.inf, at, at, node["leaf_value"])
        return 0
    left = len(nodes)
    deep = lay(node["left_child"], nodes)
    right = len(nodes)
    deep = max(deep, lay(node["right_child"], nodes))
    nodes[at] = (node["split_feature"], node["threshold"], left, right, 0.0)
    return deep + 1
